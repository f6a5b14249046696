// SPDX-License-Identifier: GPL-3.0-or-later
// Where Qt's libraries order threads, told to ThreadSanitizer. They come from the distribution, so
// what their atomics order is not seen by it, and work that is handed to a thread would look like
// a race with whoever handed it over. Each function here stands before Qt's own of the same name,
// calls it, and says what Qt promises of it: no more, so that a race of ours stays one.
// std::thread, std::mutex and what is inline in Qt's headers, QMutex above all, need nothing.

#include <QCoreApplication>
#include <QFutureInterface>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <cstdarg>
#include <functional>

namespace
{

/// The function of this mangled name that ours stands before.
template <typename Function>
Function *original(const char *name)
{
    void *const found = ::dlsym(RTLD_NEXT, name);
    Q_ASSERT_X(found, name, "there is no such function");
    return reinterpret_cast<Function *>(found);
}

/// Work for a pool: what is done before start() is seen by it, what it does by waitForDone().
class PooledWork final : public QRunnable
{
public:
    PooledWork(QThreadPool *pool, std::function<void()> work)
        : m_pool(pool)
        , m_work(std::move(work))
    {
        __tsan_release(this);
    }
    /// On the pool's thread, or on one that clears the pool, which has seen nothing before.
    __attribute__((no_sanitize("thread"))) ~PooledWork() override { __tsan_acquire(this); }
    void run() override
    {
        __tsan_acquire(this);
        m_work();
        m_work = {}; // before the pool calls it done
        __tsan_release(m_pool);
    }

private:
    QThreadPool *m_pool;
    std::function<void()> m_work;
};

/// What is done before an event is posted is seen by the receiver.
bool seeEvent(void **receiverAndEvent)
{
    __tsan_acquire(receiverAndEvent[0]);
    return false; // and let it be delivered
}

[[maybe_unused]] const bool seesEvents =
    QInternal::registerCallback(QInternal::EventNotifyCallback, seeEvent);

} // namespace

void QThreadPool::start(std::function<void()> work, int priority)
{
    start(new PooledWork(this, std::move(work)), priority); // owned by the pool
}

bool QThreadPool::waitForDone(int msecs)
{
    static auto *const wait = original<bool(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool isDone = wait(this, msecs);
    if (isDone) {
        __tsan_acquire(this);
    }
    return isDone;
}

void QThread::start(Priority priority)
{
    static auto *const start =
        original<void(QThread *, Priority)>("_ZN7QThread5startENS_8PriorityE");
    // Without a context, so that the thread itself says it, at its end.
    connect(this, &QThread::finished, [this] { __tsan_release(this); });
    start(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static auto *const wait =
        original<bool(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool hasEnded = wait(this, deadline);
    if (hasEnded) {
        __tsan_acquire(this);
    }
    return hasEnded;
}

bool QMetaObject::invokeMethodImpl(QObject *receiver, QtPrivate::QSlotObjectBase *slot,
                                   Qt::ConnectionType type, void *result)
{
    static auto *const invoke = original<bool(QObject *, QtPrivate::QSlotObjectBase *,
                                              Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14Connect"
        "ionTypeEPv");
    __tsan_release(receiver);
    return invoke(receiver, slot, type, result);
}

void QObject::deleteLater()
{
    static auto *const deleteLater = original<void(QObject *)>("_ZN7QObject11deleteLaterEv");
    __tsan_release(this);
    deleteLater(this);
}

void QFutureInterfaceBase::reportFinished()
{
    static auto *const reportFinished =
        original<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(&mutex());
    reportFinished(this);
}

void QFutureInterfaceBase::waitForFinished()
{
    static auto *const wait =
        original<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    wait(this);
    __tsan_acquire(&mutex());
}

/// The last to let go of a future destroys its results.
bool QFutureInterfaceBase::derefT() const noexcept
{
    static auto *const deref =
        original<bool(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase6derefTEv");
    QMutex *const lock = &mutex();
    __tsan_release(lock);
    const bool isUsed = deref(this);
    if (!isUsed) {
        __tsan_acquire(lock);
    }
    return isUsed;
}

void QSemaphore::acquire(int n)
{
    static auto *const acquire = original<void(QSemaphore *, int)>("_ZN10QSemaphore7acquireEi");
    acquire(this, n);
    __tsan_acquire(this);
}

bool QSemaphore::tryAcquire(int n)
{
    static auto *const tryAcquire =
        original<bool(QSemaphore *, int)>("_ZN10QSemaphore10tryAcquireEi");
    const bool isAcquired = tryAcquire(this, n);
    __tsan_acquire(this);
    return isAcquired;
}

bool QSemaphore::tryAcquire(int n, int timeout)
{
    static auto *const tryAcquire =
        original<bool(QSemaphore *, int, int)>("_ZN10QSemaphore10tryAcquireEii");
    const bool isAcquired = tryAcquire(this, n, timeout);
    __tsan_acquire(this);
    return isAcquired;
}

void QSemaphore::release(int n)
{
    static auto *const release = original<void(QSemaphore *, int)>("_ZN10QSemaphore7releaseEi");
    __tsan_release(this);
    release(this, n);
}

/// QProcess lets its child have the parent's memory, and the parent wait, until the child is
/// another program. ThreadSanitizer 14 takes that for a fork and ends over it; there is nothing to
/// watch.
extern "C" int clone(int (*child)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    static auto *const clone =
        original<int(int (*)(void *), void *, int, void *, void *, void *, void *)>("clone");
    va_list more;
    va_start(more, argument);
    void *const parentId = va_arg(more, void *);
    void *const storage = va_arg(more, void *);
    void *const childId = va_arg(more, void *);
    va_end(more);
    return clone(child, stack, flags, argument, parentId, storage, childId);
}
