// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/newestfirstpool.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Microfiche
{

namespace
{
constexpr std::size_t PruneAtLeast = 256;
}

NewestFirstPool::NewestFirstPool(int threads)
    : m_threads(threads)
    , m_pruneAt(PruneAtLeast)
{
    m_pool.setMaxThreadCount(threads);
}

NewestFirstPool::~NewestFirstPool()
{
    std::vector<std::unique_ptr<Job>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        dropped.swap(m_waiting);
        std::move(m_last.begin(), m_last.end(), std::back_inserter(dropped));
        m_last.clear();
    }
    for (const auto &job : dropped) {
        job->drop();
    }
    m_pool.waitForDone();
}

void NewestFirstPool::start(std::unique_ptr<Job> job)
{
    std::vector<std::unique_ptr<Job>> cancelled; // destroyed after the lock is given back
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(job));
    // Cancelled jobs sink to where nobody takes them from as long as newer ones arrive.
    if (m_waiting.size() > m_pruneAt) {
        const auto gone =
            std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                  [](const auto &one) { return !one->isCancelled(); });
        cancelled.assign(std::make_move_iterator(gone), std::make_move_iterator(m_waiting.end()));
        m_waiting.erase(gone, m_waiting.end());
        m_pruneAt = std::max(PruneAtLeast, 2 * m_waiting.size());
    }
    addWorker();
}

void NewestFirstPool::startLast(std::unique_ptr<Job> job)
{
    const std::lock_guard lock(m_mutex);
    m_last.push_back(std::move(job));
    addWorker();
}

void NewestFirstPool::addWorker()
{
    if (m_workers < m_threads) {
        ++m_workers;
        m_pool.start([this] { work(); });
    }
}

std::unique_ptr<NewestFirstPool::Job> NewestFirstPool::takeNext()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty() && !m_last.empty()) {
        std::unique_ptr<Job> job = std::move(m_last.front());
        m_last.pop_front();
        return job;
    }
    if (m_waiting.empty()) {
        --m_workers; // in the same breath, so that start() knows whether it must add one
        return nullptr;
    }
    std::unique_ptr<Job> job = std::move(m_waiting.back());
    m_waiting.pop_back();
    return job;
}

void NewestFirstPool::work()
{
    while (const std::unique_ptr<Job> job = takeNext()) {
        if (!job->isCancelled()) {
            job->run();
        }
    }
}

} // namespace Microfiche
