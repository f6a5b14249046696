// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace Microfiche
{

/// Runs jobs on a few threads of its own, the one that came last first: what has just come into
/// view is wanted before what has already scrolled by.
class NewestFirstPool final
{
public:
    class Job
    {
    public:
        virtual ~Job() = default;
        virtual bool isCancelled() const = 0;
        virtual void run() noexcept = 0;  ///< once, unless it was cancelled while it waited
        virtual void drop() noexcept = 0; ///< instead of run(), if the pool ends first
    };

    explicit NewestFirstPool(int threads);
    ~NewestFirstPool(); ///< drops what waits, waits for what runs
    Q_DISABLE_COPY_MOVE(NewestFirstPool)

    void start(std::unique_ptr<Job> job);
    /// Behind all that was or will be started, the first of these first.
    void startLast(std::unique_ptr<Job> job);

private:
    void addWorker();
    void work();
    std::unique_ptr<Job> takeNext();

    const int m_threads;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Job>> m_waiting; ///< newest at the end
    std::deque<std::unique_ptr<Job>> m_last;
    int m_workers = 0;
    std::size_t m_pruneAt;
    QThreadPool m_pool;
};

} // namespace Microfiche
