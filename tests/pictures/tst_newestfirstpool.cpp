// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/newestfirstpool.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <functional>

using Microfiche::NewestFirstPool;

namespace
{

/// What the jobs of one test leave behind.
struct Traces {
    std::mutex mutex;
    QStringList lines;
    QSemaphore ended; ///< one for each job that is gone, whichever way

    void add(const QString &line)
    {
        const std::lock_guard lock(mutex);
        lines += line;
    }
};

class TracedJob final : public NewestFirstPool::Job
{
public:
    TracedJob(Traces *traces, QString name, std::function<void()> body = {})
        : m_traces(traces)
        , m_name(std::move(name))
        , m_body(std::move(body))
    {
    }
    ~TracedJob() override { m_traces->ended.release(); }

    bool isCancelled() const override { return m_cancelled && *m_cancelled; }
    void run() noexcept override
    {
        m_traces->add(m_name);
        if (m_body) {
            m_body();
        }
    }
    void drop() noexcept override
    {
        m_traces->add(QStringLiteral("dropped ") + m_name);
        if (m_dropped) {
            m_dropped();
        }
    }

    void cancelWhen(const std::atomic_bool *cancelled) { m_cancelled = cancelled; }
    void whenDropped(std::function<void()> body) { m_dropped = std::move(body); }

private:
    Traces *m_traces;
    QString m_name;
    std::function<void()> m_body;
    std::function<void()> m_dropped;
    const std::atomic_bool *m_cancelled = nullptr;
};

} // namespace

class TestNewestFirstPool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTheNewestFirst();
    void runsTheLastAfterAllThatCame();
    void leavesOutWhatWasCancelledWhileItWaited();
    void forgetsCancelledJobsThatNobodyComesTo();
    void dropsWhatWaitsWhenItEnds();
    void runsNoMoreAtOnceThanItHasThreads();

private:
    /// A job that says when it runs and then holds its thread until `gate` is released.
    static std::unique_ptr<TracedJob> holder(Traces *traces, QSemaphore *running, QSemaphore *gate)
    {
        return std::make_unique<TracedJob>(traces, QStringLiteral("holder"), [running, gate] {
            running->release();
            gate->acquire();
        });
    }
};

void TestNewestFirstPool::runsTheNewestFirst()
{
    Traces traces;
    QSemaphore running;
    QSemaphore gate;
    NewestFirstPool pool(1);
    pool.start(holder(&traces, &running, &gate));
    running.acquire();
    for (const char16_t *name : {u"first", u"second", u"third"}) {
        pool.start(std::make_unique<TracedJob>(&traces, QString::fromUtf16(name)));
    }
    gate.release();
    traces.ended.acquire(4);
    QCOMPARE(traces.lines.join(u' '), QStringLiteral("holder third second first"));
}

void TestNewestFirstPool::runsTheLastAfterAllThatCame()
{
    Traces traces;
    QSemaphore running;
    QSemaphore gate;
    {
        NewestFirstPool pool(1);
        pool.start(holder(&traces, &running, &gate));
        running.acquire();
        for (const char16_t *name : {u"last1", u"last2"}) {
            pool.startLast(std::make_unique<TracedJob>(&traces, QString::fromUtf16(name)));
        }
        pool.start(std::make_unique<TracedJob>(&traces, QStringLiteral("shown")));
        gate.release();
        traces.ended.acquire(4);
        QCOMPARE(traces.lines.join(u' '), QStringLiteral("holder shown last1 last2"));

        traces.lines.clear();
        auto job = holder(&traces, &running, &gate);
        job->whenDropped({});
        pool.startLast(std::move(job));
        running.acquire();
        auto dropped = std::make_unique<TracedJob>(&traces, QStringLiteral("last3"));
        dropped->whenDropped([&gate] { gate.release(); });
        pool.startLast(std::move(dropped));
    }
    QCOMPARE(traces.lines.join(u' '), QStringLiteral("holder dropped last3"));
}

void TestNewestFirstPool::leavesOutWhatWasCancelledWhileItWaited()
{
    Traces traces;
    QSemaphore running;
    QSemaphore gate;
    std::atomic_bool cancelled = false;
    NewestFirstPool pool(1);
    pool.start(holder(&traces, &running, &gate));
    running.acquire();
    auto job = std::make_unique<TracedJob>(&traces, QStringLiteral("cancelled"));
    job->cancelWhen(&cancelled);
    pool.start(std::move(job));
    pool.start(std::make_unique<TracedJob>(&traces, QStringLiteral("wanted")));
    cancelled = true;
    gate.release();
    traces.ended.acquire(3);
    QCOMPARE(traces.lines.join(u' '), QStringLiteral("holder wanted"));
}

void TestNewestFirstPool::forgetsCancelledJobsThatNobodyComesTo()
{
    Traces traces;
    QSemaphore running;
    QSemaphore gate;
    const std::atomic_bool cancelled = true;
    NewestFirstPool pool(1);
    pool.start(holder(&traces, &running, &gate));
    running.acquire();
    for (int i = 0; i < 10'000; ++i) {
        auto job = std::make_unique<TracedJob>(&traces, QStringLiteral("cancelled"));
        job->cancelWhen(&cancelled);
        pool.start(std::move(job));
    }
    // The thread is held all the while: these went because newer ones came.
    QCOMPARE_GE(traces.ended.available(), 9'000);
    gate.release();
    traces.ended.acquire(10'001);
    QCOMPARE(traces.lines, QStringList{QStringLiteral("holder")});
}

void TestNewestFirstPool::dropsWhatWaitsWhenItEnds()
{
    Traces traces;
    QSemaphore running;
    QSemaphore gate;
    {
        NewestFirstPool pool(1);
        pool.start(holder(&traces, &running, &gate));
        running.acquire();
        auto job = std::make_unique<TracedJob>(&traces, QStringLiteral("late"));
        job->whenDropped([&gate] { gate.release(); });
        pool.start(std::move(job));
    }
    QCOMPARE(traces.lines.join(u' '), QStringLiteral("holder dropped late"));
    QCOMPARE(traces.ended.available(), 2);
}

void TestNewestFirstPool::runsNoMoreAtOnceThanItHasThreads()
{
    Traces traces;
    std::atomic_int now = 0;
    std::atomic_int most = 0;
    NewestFirstPool pool(2);
    for (int i = 0; i < 200; ++i) {
        pool.start(std::make_unique<TracedJob>(&traces, QString::number(i), [&now, &most] {
            const int running = ++now;
            int seen = most;
            while (running > seen && !most.compare_exchange_weak(seen, running)) {
            }
            --now;
        }));
    }
    traces.ended.acquire(200);
    QCOMPARE_LE(most.load(), 2);
    QCOMPARE(traces.lines.size(), 200);
}

QTEST_GUILESS_MAIN(TestNewestFirstPool)
#include "tst_newestfirstpool.moc"
