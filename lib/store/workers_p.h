// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace Microfiche
{

/// Threads that share one queue of tasks. Each has a State of its own, made and destroyed on that
/// thread, as Qt SQL connections must be. Tasks must not throw.
template <typename State>
class Workers final
{
public:
    using Task = std::function<void(State &)>;

    Workers() = default;
    ~Workers() { stop(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Begins to work through the queue; tasks that came before have waited.
    void start(int threads)
    {
        const std::lock_guard lock(m_mutex);
        for (int i = 0; i < threads && !m_isStopping; ++i) {
            m_threads.emplace_back([this] { work(); });
        }
    }

    void post(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopping) {
                return;
            }
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    /// Forgets what has not begun.
    void dropWaiting()
    {
        std::deque<Task> dropped;
        const std::lock_guard lock(m_mutex);
        dropped.swap(m_tasks);
    }

    /// Finishes every task that is in the queue, and takes no more.
    void stop()
    {
        std::vector<std::thread> threads;
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            threads.swap(m_threads);
        }
        m_wake.notify_all();
        for (std::thread &thread : threads) {
            thread.join();
        }
    }

private:
    void work()
    {
        State state;
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_isStopping || !m_tasks.empty(); });
            if (m_tasks.empty()) {
                return;
            }
            Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task(state);
            task = nullptr;
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::vector<std::thread> m_threads;
    bool m_isStopping = false;
};

} // namespace Microfiche
