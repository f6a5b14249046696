// SPDX-License-Identifier: GPL-3.0-or-later
// What of the worker has to do with how the folder and the catalog agree.
#include "pictures/source/sourceworker_p.h"

#include "async/whenanswered.h"

namespace Microfiche
{

/// What nobody would find again after this session is not kept. What is gets its thumbnail and its
/// likeness before anybody draws it, so that a download goes no faster than these are made.
void SourceWorker::answerKept(const Requested &request, const CataloguedPicture &picture,
                              const SourcedPicture &outcome, const QByteArray &bytes)
{
    const auto hear = [this, request, content = picture.fetched, outcome, bytes](bool isWritten) {
        if (request->isAnswered) {
            return;
        }
        if (!isWritten) {
            SourcedPicture unkept = outcome;
            unkept.status = failed(PictureReason::NotKept);
            unkept.disk = DiskProblem::Catalog;
            answer(request, unkept);
            return;
        }
        request->preparing = m_loader.prepare(content, bytes);
        whenAnswered(this, request->preparing,
                     [this, request, content, outcome](Likeness likeness) {
                         if (likeness != 0) {
                             m_ledger.noteLikeness(content, likeness);
                         }
                         answer(request, outcome);
                     });
    };
    m_ledger.whenWritten(request->id, hear);
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
