// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QLocalServer>
#include <QObject>

namespace Microfiche
{

/// One program an archive: a second start gives its paths to the first and ends.
class SecondStart final : public QObject
{
    Q_OBJECT

public:
    explicit SecondStart(const QString &archive, QObject *parent = nullptr);

    /// Of the socket that programs with this archive meet at.
    const QString &name() const { return m_name; }
    /// Hands `paths`, which are absolute, to a program that has the archive open; false if there is
    /// none.
    bool handOver(const QByteArrayList &paths) const;
    /// Listens for later starts; takes over a socket that a crash left behind.
    void listen();

Q_SIGNALS:
    /// A second start has brought these paths, or none: then the window is only to be raised.
    void arrived(const QByteArrayList &paths);

private:
    void receive();

    QString m_name;
    QLocalServer m_server;
};

} // namespace Microfiche
