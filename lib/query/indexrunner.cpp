// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/indexrunner.h"

#include <QPromise>
#include <QThreadPool>

#include <atomic>

namespace Microfiche
{

class IndexRunner::Private
{
public:
    Private()
    {
        m_thread.setMaxThreadCount(1);
        m_thread.setExpiryTimeout(-1);
    }

    ~Private()
    {
        m_isOutdated->store(true);
        m_thread.clear();
        m_thread.waitForDone();
    }

    template <typename Work>
    void run(Work &&work)
    {
        m_thread.start(std::forward<Work>(work));
    }

    ArchiveIndex m_index; // on m_thread only
    std::shared_ptr<std::atomic_bool> m_isOutdated = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_thread;
};

IndexRunner::IndexRunner()
    : d(std::make_unique<Private>())
{
}

IndexRunner::~IndexRunner() = default;

void IndexRunner::clear()
{
    d->run([this] { d->m_index = ArchiveIndex(); });
}

void IndexRunner::apply(IndexBatch batch)
{
    d->run([this, batch = std::move(batch)] { d->m_index.apply(batch); });
}

void IndexRunner::setTitleOrder(QList<ArticleId> ids)
{
    d->run([this, ids = std::move(ids)] { d->m_index.setTitleOrder(ids); });
}

QFuture<QueryAnswer> IndexRunner::ask(const Query &query, const TermHits &hits)
{
    d->m_isOutdated->store(true);
    d->m_isOutdated = std::make_shared<std::atomic_bool>(false);
    auto promise = std::make_shared<QPromise<QueryAnswer>>();
    promise->start();
    d->run([this, promise, query, hits, isOutdated = d->m_isOutdated] {
        QueryAnswer answer = d->m_index.evaluate(query, hits, isOutdated.get());
        if (answer.isCancelled || promise->isCanceled()) {
            promise->future().cancel();
        } else {
            promise->addResult(std::move(answer));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<QList<int>> IndexRunner::count(QList<Query> queries, TermHits hits)
{
    auto promise = std::make_shared<QPromise<QList<int>>>();
    promise->start();
    d->run([this, promise, queries = std::move(queries), hits = std::move(hits)] {
        promise->addResult(d->m_index.countOf(queries, hits));
        promise->finish();
    });
    return promise->future();
}

} // namespace Microfiche
