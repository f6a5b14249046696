// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/broughtpaths.h"
#include "window/filelock.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <QLocalServer>
#include <QObject>

#include <chrono>

#include <sys/types.h>
#include <unistd.h>

class QLocalSocket;

namespace Microfiche
{

/// One program an archive: a second start gives its paths to the first and ends. Programs of other
/// users are neither told anything nor listened to.
class SecondStart final : public QObject
{
    Q_OBJECT

public:
    /// What became of the paths: there is nobody, they were taken, they were refused, or there is
    /// somebody who says nothing.
    enum class Answer { Nobody, Taken, Refused, Busy };

    explicit SecondStart(const QString &archive,
                         std::chrono::milliseconds patience = std::chrono::seconds(10),
                         uid_t user = ::geteuid());

    /// Of the socket that programs with this archive meet at: a path.
    const QString &name() const { return m_name; }
    /// Hands `paths`, which are absolute, to a program that has the archive open. If there is
    /// nobody, whoever asks after this one finds it, and waits until it listens.
    Answer handOver(const QByteArrayList &paths);
    /// Why they were refused.
    const QString &refusal() const { return m_refusal; }
    /// Listens for later starts; takes over a socket that a crash left behind.
    void listen();

Q_SIGNALS:
    /// A second start has brought these paths, or none: then the window is only to be raised. It
    /// waits for the reply.
    void arrived(const QByteArrayList &paths, const Microfiche::ImportReply &reply);

private:
    enum class Reached { No, Taken, Refused, Silent };

    Reached tell(const QByteArrayList &paths, QDeadlineTimer deadline);
    Reached reading(const QByteArray &answer);
    void receive();
    void take(QLocalSocket *socket);
    bool isOwn(const QLocalSocket &socket) const;

    uid_t m_user;
    QString m_name;
    std::chrono::milliseconds m_patience;
    FileLock m_lock; ///< the first has it
    QLocalServer m_server;
    QString m_refusal;
};

} // namespace Microfiche
