// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/indexrunner.h"

#include <QPromise>
#include <QThreadPool>

#include <atomic>

namespace Microfiche
{

namespace
{

/// Queries that are counted one at a time, between questions.
struct CountJob {
    QList<Query> queries;
    TermHits hits;
    QList<int> counts;
    QPromise<QList<int>> promise;
    std::atomic_bool isOutdated = false;
    std::atomic_bool isHeldUp = false; ///< a question waits for what is being counted

    void giveUp()
    {
        isOutdated = true;
        isHeldUp = true;
    }
};

} // namespace

class IndexRunner::Private
{
public:
    Private();
    ~Private();

    template <typename Work>
    void run(Work &&work, int priority = 0)
    {
        m_thread.start(std::forward<Work>(work), priority);
    }
    void countOn(const std::shared_ptr<CountJob> &job);
    void cancelCount(int list);
    void cancelCounts();

    ArchiveIndex m_index; // on m_thread only
    std::shared_ptr<std::atomic_bool> m_isOutdated = std::make_shared<std::atomic_bool>(false);
    QHash<int, std::shared_ptr<CountJob>> m_jobs; ///< the newest of each list
    QThreadPool m_thread;

private:
    bool countNext(CountJob &job) const;
};

IndexRunner::Private::Private()
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

IndexRunner::Private::~Private()
{
    m_isOutdated->store(true);
    cancelCounts();
    m_thread.clear();
    m_thread.waitForDone();
}

/// Queues the job's next step behind all else.
void IndexRunner::Private::countOn(const std::shared_ptr<CountJob> &job)
{
    constexpr int behindQuestions = -1;
    run(
        [this, job] {
            if (countNext(*job)) {
                countOn(job);
            }
        },
        behindQuestions);
}

/// Counts one query more. Whether any is left.
bool IndexRunner::Private::countNext(CountJob &job) const
{
    job.isHeldUp = false;
    if (!job.isOutdated && job.counts.size() < job.queries.size()) {
        const Query &query = job.queries.at(job.counts.size());
        job.counts += m_index.countOf({query}, job.hits, &job.isHeldUp);
    }
    const bool isDone = job.counts.size() == job.queries.size();
    if (job.isOutdated) {
        job.promise.future().cancel();
    } else if (isDone) {
        job.promise.addResult(job.counts);
    }
    if (job.isOutdated || isDone) {
        job.promise.finish();
        return false;
    }
    return true;
}

void IndexRunner::Private::cancelCount(int list)
{
    if (const auto job = m_jobs.take(list)) {
        job->giveUp();
    }
}

void IndexRunner::Private::cancelCounts()
{
    for (const auto &job : std::as_const(m_jobs)) {
        job->giveUp();
    }
    m_jobs.clear();
}

IndexRunner::IndexRunner()
    : d(std::make_unique<Private>())
{
}

IndexRunner::~IndexRunner() = default;

void IndexRunner::clear()
{
    d->cancelCounts();
    d->run([this] { d->m_index = ArchiveIndex(); });
}

void IndexRunner::reserve(qsizetype rows)
{
    d->run([this, rows] { d->m_index.reserve(rows); });
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
    for (const auto &job : std::as_const(d->m_jobs)) {
        job->isHeldUp = true;
    }
    return promise->future();
}

QFuture<qsizetype> IndexRunner::firstNotSeen(QList<ArticleId> ids, qsizetype from, bool isForward)
{
    auto promise = std::make_shared<QPromise<qsizetype>>();
    promise->start();
    d->run([this, promise, ids = std::move(ids), from, isForward] {
        const qsizetype step = isForward ? 1 : -1;
        qsizetype row = from;
        const auto isRow = [&ids](qsizetype at) { return at >= 0 && at < ids.size(); };
        while (isRow(row) && d->m_index.isSeen(ids.at(row))) {
            row += step;
        }
        promise->addResult(isRow(row) ? row : -1);
        promise->finish();
    });
    return promise->future();
}

QFuture<QList<int>> IndexRunner::count(QList<Query> queries, TermHits hits, int list)
{
    d->cancelCount(list);
    auto job = std::make_shared<CountJob>();
    job->queries = std::move(queries);
    job->hits = std::move(hits);
    job->promise.start();
    QFuture<QList<int>> future = job->promise.future();
    d->m_jobs.insert(list, job);
    d->countOn(job);
    return future;
}

} // namespace Microfiche
