// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace Microfiche
{

class SampleFiles;
class Session;

/// Sessions at their end. Their imports stop, their disks and threads are waited for, and the
/// interface thread waits for none of it. Destroying it waits.
class Closing final : public QObject
{
    Q_OBJECT

public:
    Closing();
    ~Closing() override;

    /// Takes over a session whose window is not wanted any more, and the files that end with it.
    void add(std::unique_ptr<Session> session, std::shared_ptr<SampleFiles> files);
    /// Whether that archive is still in use.
    bool holds(const QString &archive) const;

Q_SIGNALS:
    /// One of them has ended.
    void ended();

private:
    struct Ending {
        QString archive;
        std::shared_ptr<SampleFiles> files; ///< after the session: it may still read them
        std::unique_ptr<Session> session;   ///< while its import has not stopped
        std::unique_ptr<QThread> waiting;   ///< thereafter
    };

    void dismantle(Ending &ending);
    void forget(const QThread *waiting);

    std::vector<std::unique_ptr<Ending>> m_endings;
};

} // namespace Microfiche
