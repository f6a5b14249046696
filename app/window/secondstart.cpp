// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

#include <unistd.h>

namespace Microfiche
{

namespace
{
constexpr unsigned long AskAgainMs = 50;
constexpr qint64 MaxMessage = 16 * 1024 * 1024; // a shell gives 2 MiB of paths at most

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
    if (const QString real = info.canonicalFilePath(); !real.isEmpty()) {
        return real;
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
}
} // namespace

SecondStart::SecondStart(const QString &archive, std::chrono::milliseconds patience)
    : m_name(QStringLiteral("microfiche-") +
             QString::fromLatin1(QCryptographicHash::hash(realPath(archive).toUtf8(),
                                                          QCryptographicHash::Blake2b_160)
                                     .toHex()
                                     .left(24)))
    , m_patience(patience)
    , m_lock(QFile::encodeName(
          QStringLiteral("%1/%2-%3.lock").arg(QDir::tempPath(), m_name).arg(::geteuid())))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SecondStart::receive);
}

SecondStart::Answer SecondStart::handOver(const QByteArrayList &paths)
{
    const QDeadlineTimer deadline(m_patience);
    do {
        switch (tell(paths, deadline)) {
        case Reached::Answered: return Answer::Taken;
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
SecondStart::Reached SecondStart::tell(const QByteArrayList &paths, QDeadlineTimer deadline) const
{
    const auto timeLeft = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(timeLeft())) {
        return socket.error() == QLocalSocket::SocketTimeoutError ? Reached::Silent : Reached::No;
    }
    socket.write(message(paths));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(timeLeft())) {
    }
    if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(timeLeft())) {
        return Reached::Answered;
    }
    return socket.state() == QLocalSocket::ConnectedState ? Reached::Silent : Reached::No;
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
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > MaxMessage) {
                socket->abort();
                return;
            }
            if (!socket->canReadLine()) {
                return;
            }
            const QByteArrayList paths = pathsIn(socket->readLine());
            socket->write("taken\n");
            Q_EMIT arrived(paths);
        });
    }
}

} // namespace Microfiche
