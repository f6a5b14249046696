// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/workspace.h"

#include "window/session.h"

#include <QFile>
#include <QQuickWindow>
#include <QTimer>

namespace Microfiche
{

Workspace::Workspace(QString archive, QObject *parent)
    : QObject(parent)
    , m_own(std::move(archive))
    , m_archive(m_own)
{
}

Workspace::~Workspace() = default;

bool Workspace::start()
{
    return open(m_own);
}

void Workspace::openSample()
{
    m_sample.emplace();
    change(m_sample->archivePath(), true);
}

void Workspace::closeSample()
{
    change(m_own, false);
}

void Workspace::openArchive(const QUrl &file)
{
    if (file.isLocalFile()) {
        m_own = file.toLocalFile();
        change(m_own, false);
    }
}

void Workspace::takePaths(const QByteArrayList &paths)
{
    m_session->importWhenOpen(paths);
    if (QQuickWindow *window = m_session->window()) {
        window->show();
        window->raise();
        window->requestActivate();
    }
}

// The window that asks goes with its session, so it must have returned from asking first.
void Workspace::change(const QString &archive, bool isSample)
{
    QTimer::singleShot(0, this, [this, archive, isSample] {
        const bool wasSample = m_isSample;
        m_isSample = isSample;
        m_archive = archive;
        open(archive);
        if (wasSample && !isSample) {
            m_sample.reset();
        }
        Q_EMIT archiveChanged();
    });
}

bool Workspace::open(const QString &archive)
{
    const QRect place =
        m_session && m_session->window() ? m_session->window()->geometry() : QRect();
    m_session.reset();
    m_session = std::make_unique<Session>(archive, m_desktop, m_appearance, *this);
    QQuickWindow *window = m_session->window();
    if (!window) {
        return false;
    }
    if (place.isValid()) {
        window->setGeometry(place);
    }
    window->show();
    if (m_isSample && m_sample && !m_sample->folder().isEmpty()) {
        m_session->importWhenOpen({QFile::encodeName(m_sample->folder())});
    }
    return true;
}

} // namespace Microfiche
