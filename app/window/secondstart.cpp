// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QPointer>
#include <QThread>

#include <sys/socket.h>
#include <sys/stat.h>

namespace Microfiche
{

namespace
{
constexpr unsigned long AskAgainMs = 50;
constexpr char Taken[] = "taken";
constexpr char Refused[] = "refused ";
constexpr qint64 MaxMessage = 16LL * 1024 * 1024; // a shell gives 2 MiB of paths at most

// Paths are bytes, and may hold any of them but 0: a line of them, each as an address has it.
QByteArray message(const QByteArrayList &paths)
{
    QByteArrayList encoded;
    for (const QByteArray &path : paths) {
        encoded << path.toPercentEncoding();
    }
    return encoded.join(' ') + '\n';
}

QByteArrayList pathsIn(const QByteArray &line)
{
    QByteArrayList paths;
    for (const QByteArray &path : line.trimmed().split(' ')) {
        if (!path.isEmpty()) {
            paths << QByteArray::fromPercentEncoding(path);
        }
    }
    return paths;
}

// One archive has one name here, by whatever links it was reached.
QString realPath(const QString &archive)
{
    const QFileInfo info(archive);
    if (QString real = info.canonicalFilePath(); !real.isEmpty()) {
        return real;
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
}
// The folder that the session keeps for this user's sockets, if it is one that nobody else can
// write to; else the one that all users share.
QString meetingFolder(uid_t user)
{
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    struct stat status = {};
    const bool isOurs = folder.startsWith('/') && ::stat(folder.constData(), &status) == 0 &&
                        S_ISDIR(status.st_mode) && status.st_uid == user &&
                        (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    return isOurs ? QFile::decodeName(folder) : QDir::tempPath();
}

QString meetingPlace(const QString &archive, uid_t user)
{
    const QByteArray hash =
        QCryptographicHash::hash(realPath(archive).toUtf8(), QCryptographicHash::Blake2b_160);
    return QStringLiteral("%1/microfiche-%2-%3")
        .arg(meetingFolder(user), QString::fromLatin1(hash.toHex().left(24)))
        .arg(user);
}
} // namespace

SecondStart::SecondStart(const QString &archive, std::chrono::milliseconds patience, uid_t user)
    : m_user(user)
    , m_name(meetingPlace(archive, user))
    , m_patience(patience)
    , m_lock(QFile::encodeName(m_name + QLatin1String(".lock")))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SecondStart::receive);
}

SecondStart::Answer SecondStart::handOver(const QByteArrayList &paths)
{
    const QDeadlineTimer deadline(m_patience);
    do {
        switch (tell(paths, deadline)) {
        case Reached::Taken: return Answer::Taken;
        case Reached::Refused: return Answer::Refused;
        case Reached::Silent: return Answer::Busy;
        case Reached::No: break;
        }
        if (m_lock.tryLock()) {
            return Answer::Nobody;
        }
        QThread::msleep(AskAgainMs); // somebody begins, or ends
    } while (!deadline.hasExpired());
    return Answer::Busy;
}

// Who accepts a connection is alive, however long the answer takes: the kernel accepts for no one
// else. Who ends meanwhile is gone.
SecondStart::Reached SecondStart::tell(const QByteArrayList &paths, QDeadlineTimer deadline)
{
    const auto timeLeft = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(timeLeft())) {
        return socket.error() == QLocalSocket::SocketTimeoutError ? Reached::Silent : Reached::No;
    }
    if (!isOwn(socket)) {
        return Reached::No; // whoever it is, the paths are none of their business
    }
    socket.write(message(paths));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(timeLeft())) {
    }
    while (!socket.canReadLine() && socket.waitForReadyRead(timeLeft())) {
    }
    if (socket.canReadLine()) {
        return reading(socket.readLine().trimmed());
    }
    return socket.state() == QLocalSocket::ConnectedState ? Reached::Silent : Reached::No;
}

SecondStart::Reached SecondStart::reading(const QByteArray &answer)
{
    if (!answer.startsWith(Refused)) {
        return Reached::Taken;
    }
    m_refusal = QString::fromUtf8(
        QByteArray::fromPercentEncoding(answer.mid(qsizetype(std::size(Refused)) - 1)));
    return Reached::Refused;
}

// The kernel says who is at the other end; a name in a folder that all users share says nothing.
bool SecondStart::isOwn(const QLocalSocket &socket) const
{
    struct ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) ==
               0 &&
           peer.uid == m_user;
}

void SecondStart::listen()
{
    if (!m_server.listen(m_name)) {
        // handOver() reached nobody, so there is nobody at the other end of it.
        QLocalServer::removeServer(m_name);
        m_server.listen(m_name);
    }
}

void SecondStart::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOwn(*socket)) {
            socket->abort();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
    }
}

void SecondStart::take(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > MaxMessage) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine()) {
        return;
    }
    const QByteArrayList paths = pathsIn(socket->readLine());
    Q_EMIT arrived(paths, [asking = QPointer(socket)](const QString &refusal) {
        if (asking) {
            asking->write(refusal.isEmpty()
                              ? QByteArray(Taken)
                              : QByteArray(Refused) + refusal.toUtf8().toPercentEncoding());
            asking->write("\n");
        }
    });
}

} // namespace Microfiche
