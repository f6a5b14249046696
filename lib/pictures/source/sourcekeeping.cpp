// SPDX-License-Identifier: GPL-3.0-or-later
// What of the worker has to do with how the folder and the catalog agree.
#include "pictures/source/sourceworker_p.h"

#include "async/whenanswered.h"

namespace Microfiche
{

namespace
{

/// Longer than an import takes from keeping a picture to noting it.
constexpr qint64 OtherProcessSeconds = 3600;

} // namespace

/// What nobody would find again after this session is not kept.
void SourceWorker::answerKept(const Requested &request, const SourcedPicture &picture)
{
    m_ledger.whenWritten(request->id, [this, request, picture](bool isWritten) {
        if (isWritten) {
            answer(request, picture);
            return;
        }
        SourcedPicture unkept = picture;
        unkept.status = failed(PictureReason::NotKept);
        unkept.disk = DiskProblem::Catalog;
        answer(request, unkept);
    });
}

void SourceWorker::forgetLost(const std::shared_ptr<QPromise<int>> &promise)
{
    const auto end = [promise] { promise->finish(); };
    const auto look = [this, promise](const QList<PictureUse> &uses) {
        m_disk.start([this, promise, uses, store = m_store] {
            QSet<QByteArray> there;
            for (const PictureEntry &entry : store.list()) {
                if (entry.bytes > 0) {
                    there.insert(entry.hash);
                }
            }
            QList<QByteArray> lost;
            for (const PictureUse &use : uses) {
                if (!use.isToStay && !there.contains(use.content)) {
                    lost.append(use.content);
                }
            }
            QMetaObject::invokeMethod(
                this, [this, lost, promise] { forget(lost, promise); }, Qt::QueuedConnection);
        });
    };
    whenAnswered(this, m_catalog.uses(), look, end);
}

void SourceWorker::sweep(const FolderSweep::Promise &promise)
{
    const std::chrono::seconds before(m_startedAt - OtherProcessSeconds);
    m_sweep.start(std::chrono::nanoseconds(before).count(), promise);
}

void SourceWorker::forget(const QList<QByteArray> &lost,
                          const std::shared_ptr<QPromise<int>> &promise)
{
    if (lost.isEmpty()) {
        promise->addResult(0);
        promise->finish();
        return;
    }
    // Other files of theirs, like thumbnails, are of use when they come again.
    whenAnswered(
        this, m_catalog.forget(lost),
        [this, promise, count = int(lost.size())](const QList<QByteArray> &) {
            m_ledger.forgetCatalog();
            promise->addResult(count);
            promise->finish();
        },
        [promise] { promise->finish(); });
}

} // namespace Microfiche
