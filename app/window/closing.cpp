// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/closing.h"

#include "window/samplearchive.h"
#include "window/session.h"

#include <QQuickWindow>

#include <algorithm>

namespace Microfiche
{

Closing::Closing() = default;

Closing::~Closing()
{
    for (const auto &ending : m_endings) {
        ending->session.reset();
        if (ending->waiting) {
            ending->waiting->wait();
        }
    }
}

void Closing::add(std::unique_ptr<Session> session, std::shared_ptr<SampleFiles> files)
{
    m_endings.push_back(std::make_unique<Ending>());
    Ending *ending = m_endings.back().get();
    ending->archive = session->archive();
    ending->files = std::move(files);
    ending->session = std::move(session);
    if (QQuickWindow *window = ending->session->window()) {
        window->hide();
    }
    Importer &importer = ending->session->importer();
    const auto stopped = [this, ending] { dismantle(*ending); };
    // Queued: the importer is not to be destroyed while it speaks.
    connect(&importer, &Importer::finished, this, stopped, Qt::QueuedConnection);
    connect(&importer, &Importer::failed, this, stopped, Qt::QueuedConnection);
    ending->session->stop();
    if (!importer.isRunning()) {
        dismantle(*ending);
    }
}

bool Closing::holds(const QString &archive) const
{
    return std::any_of(m_endings.cbegin(), m_endings.cend(),
                       [&archive](const auto &ending) { return ending->archive == archive; });
}

// What lives on the interface thread goes first, and is quick; the rest waits for disks.
void Closing::dismantle(Ending &ending)
{
    if (!ending.session) {
        return;
    }
    ending.waiting.reset(QThread::create([parts = Session::dismantle(std::move(ending.session)),
                                          files = std::move(ending.files)]() mutable {
        parts.reset();
        files.reset();
    }));
    QThread *waiting = ending.waiting.get();
    connect(waiting, &QThread::finished, this, [this, waiting] { forget(waiting); });
    waiting->start();
}

void Closing::forget(const QThread *waiting)
{
    std::erase_if(m_endings,
                  [waiting](const auto &ending) { return ending->waiting.get() == waiting; });
    Q_EMIT ended();
}

} // namespace Microfiche
