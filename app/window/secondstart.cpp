// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

namespace Microfiche
{

namespace
{
constexpr int AnswerMs = 2000;
constexpr qint64 MaxMessage = 1024 * 1024;
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

bool SecondStart::handOver(const QStringList &paths) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(AnswerMs)) {
        return false;
    }
    QStringList absolute;
    for (const QString &path : paths) {
        absolute << QFileInfo(path).absoluteFilePath();
    }
    socket.write(
        QJsonDocument(QJsonArray::fromStringList(absolute)).toJson(QJsonDocument::Compact) + '\n');
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
            QStringList paths;
            const QJsonArray list = QJsonDocument::fromJson(socket->readLine()).array();
            for (const QJsonValue &path : list) {
                paths << path.toString();
            }
            socket->write("taken\n");
            Q_EMIT arrived(paths);
        });
    }
}

} // namespace Microfiche
