// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>

namespace Microfiche
{

namespace
{
constexpr int AnswerMs = 2000;
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
} // namespace

SecondStart::SecondStart(const QString &archive, QObject *parent)
    : QObject(parent)
    , m_name(QStringLiteral("microfiche-") +
             QString::fromLatin1(
                 QCryptographicHash::hash(QFileInfo(archive).absoluteFilePath().toUtf8(),
                                          QCryptographicHash::Blake2b_160)
                     .toHex()
                     .left(24)))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SecondStart::receive);
}

bool SecondStart::handOver(const QByteArrayList &paths) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(AnswerMs)) {
        return false;
    }
    socket.write(message(paths));
    return socket.waitForBytesWritten(AnswerMs) && socket.waitForReadyRead(AnswerMs);
}

void SecondStart::listen()
{
    if (!m_server.listen(m_name)) {
        // handOver() got no answer, so nobody is at the other end of it.
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
