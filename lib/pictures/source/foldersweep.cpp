// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/foldersweep_p.h"

#include "async/whenanswered.h"
#include "pictures/source/picturecatalog.h"

#include <QFile>
#include <QThread>

#include <utility>

namespace Microfiche
{

FolderSweep::FolderSweep(PictureStore store, PictureCatalog &catalog)
    : m_store(std::move(store))
    , m_catalog(catalog)
{
    m_disk.setMaxThreadCount(1);
    m_disk.setThreadPriority(QThread::LowestPriority);
}

FolderSweep::~FolderSweep()
{
    cancel();
}

void FolderSweep::start(PictureStore::Moment before, const Promise &promise)
{
    if (m_promise) {
        promise->finish(); // one at a time
        return;
    }
    m_before = before;
    m_promise = promise;
    m_swept = {};
    m_disk.start([this] {
        const QStringList parts = storeParts(m_store);
        QMetaObject::invokeMethod(
            this,
            [this, parts] {
                m_parts = parts;
                goOn();
            },
            Qt::QueuedConnection);
    });
}

void FolderSweep::goOn()
{
    if (!m_promise || m_isCancelled || m_promise->isCanceled() || m_parts.isEmpty()) {
        end();
        return;
    }
    m_disk.start([this, part = m_parts.takeFirst(), before = m_before] {
        const OldFiles old = oldFilesIn(m_store, part, before);
        QMetaObject::invokeMethod(
            this, [this, old] { ask(old); }, Qt::QueuedConnection);
    });
}

void FolderSweep::ask(const OldFiles &old)
{
    if (m_isCancelled || (old.pictures.isEmpty() && old.unfinished.isEmpty())) {
        goOn();
        return;
    }
    whenAnswered(
        this, m_catalog.unnamed(old.pictures.keys()),
        [this, old](const QList<QByteArray> &unnamed) { sweep(old, unnamed); },
        [this] { end(); }); // nothing is known of what is named
}

void FolderSweep::sweep(const OldFiles &old, const QList<QByteArray> &unnamed)
{
    m_disk.start([this, old, unnamed, swept = m_swept]() mutable {
        for (const QByteArray &hash : unnamed) {
            const auto picture = old.pictures.constFind(hash);
            const bool isSwept = !m_isCancelled && picture != old.pictures.constEnd() &&
                                 m_store.removeIfKeptBefore(hash, m_before);
            swept.count += isSwept ? 1 : 0;
            swept.bytes += isSwept ? picture->bytes : 0;
        }
        for (const QString &path : old.unfinished) {
            QFile::remove(path);
        }
        QMetaObject::invokeMethod(
            this,
            [this, swept] {
                m_swept = swept;
                goOn();
            },
            Qt::QueuedConnection);
    });
}

void FolderSweep::end()
{
    if (const Promise promise = std::exchange(m_promise, nullptr)) {
        promise->addResult(m_swept);
        promise->finish();
    }
}

void FolderSweep::cancel()
{
    m_isCancelled = true;
    m_disk.waitForDone();
    end();
}

} // namespace Microfiche
