// SPDX-License-Identifier: GPL-3.0-or-later
// What of the worker has to do with how the folder and the catalog agree.
#include "pictures/source/sourceworker_p.h"

#include "async/whenanswered.h"

namespace Microfiche
{

bool SourceWorker::hasCopy(const CataloguedPicture &picture) const
{
    return m_store.contains(picture.fetched);
}

/// Nor is one lost that lies on a disk which is away at this moment.
bool SourceWorker::mayHaveCopy(const CataloguedPicture &picture) const
{
    return !picture.fetched.isEmpty() && !m_store.isLost(picture.fetched);
}

/// What nobody would find again after this session is not kept. What is gets its thumbnail and its
/// likeness before anybody draws it, so that a download goes no faster than these are made.
void SourceWorker::answerKept(const Requested &request, const CataloguedPicture &picture,
                              const SourcedPicture &outcome, const QByteArray &bytes,
                              const BytesInHand::Share &inHand)
{
    const auto hear = [this, request, content = picture.fetched, outcome, bytes,
                       inHand](bool isWritten) {
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
                     [this, request, content, outcome, inHand](Likeness likeness) {
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
            QList<QByteArray> lost;
            for (const PictureUse &use : uses) {
                if (!use.isToStay && store.isLost(use.content)) {
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
