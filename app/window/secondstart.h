// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/filelock.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <QLocalServer>
#include <QObject>

#include <chrono>

namespace Microfiche
{

/// One program an archive: a second start gives its paths to the first and ends.
class SecondStart final : public QObject
{
    Q_OBJECT

public:
    /// What became of the paths: there is nobody, they were taken, or there is somebody who says
    /// nothing.
    enum class Answer { Nobody, Taken, Busy };

    explicit SecondStart(const QString &archive,
                         std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Of the socket that programs with this archive meet at.
    const QString &name() const { return m_name; }
    /// Hands `paths`, which are absolute, to a program that has the archive open. If there is
    /// nobody, whoever asks after this one finds it, and waits until it listens.
    Answer handOver(const QByteArrayList &paths);
    /// Listens for later starts; takes over a socket that a crash left behind.
    void listen();

Q_SIGNALS:
    /// A second start has brought these paths, or none: then the window is only to be raised.
    void arrived(const QByteArrayList &paths);

private:
    enum class Reached { No, Answered, Silent };

    Reached tell(const QByteArrayList &paths, QDeadlineTimer deadline) const;
    void receive();

    QString m_name;
    std::chrono::milliseconds m_patience;
    FileLock m_lock; ///< the first has it
    QLocalServer m_server;
};

} // namespace Microfiche
