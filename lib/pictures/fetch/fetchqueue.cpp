// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchqueue.h"

#include "pictures/fetch/fetchgate_p.h"
#include "pictures/fetch/fetchworker_p.h"
#include "pictures/fetch/webaddress.h"

#include <QThread>

#include <mutex>
#include <utility>

namespace Microfiche
{

namespace
{

FetchQueue::Settings complete(FetchQueue::Settings settings)
{
    if (!settings.clock) {
        settings.clock = [] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now().time_since_epoch());
        };
    }
    return settings;
}

} // namespace

class FetchQueue::Private
{
public:
    explicit Private(Settings settings)
        : worker(complete(std::move(settings)), gate)
    {
        thread.setObjectName(QStringLiteral("picture fetches"));
        worker.moveToThread(&thread);
    }

    FetchGate gate;
    FetchWorker worker;
    QThread thread;
    std::once_flag started;
};

FetchQueue::FetchQueue(Settings settings)
    : d(std::make_unique<Private>(std::move(settings)))
{
}

FetchQueue::~FetchQueue()
{
    if (d->thread.isRunning()) {
        QMetaObject::invokeMethod(
            &d->worker, [worker = &d->worker] { worker->stop(); }, Qt::BlockingQueuedConnection);
        d->thread.quit();
        d->thread.wait();
    }
}

QFuture<FetchedPicture> FetchQueue::fetch(const FetchRequest &request)
{
    const auto promise = std::make_shared<QPromise<FetchedPicture>>();
    promise->start();
    QFuture<FetchedPicture> future = promise->future();
    if (const auto objected = d->gate.objection(request, hostName(request.url))) {
        promise->addResult(FetchedPicture{.outcome = *objected, .finalUrl = request.url});
        promise->finish();
        return future;
    }
    std::call_once(d->started, [this] { d->thread.start(); });
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker, request, promise] { worker->add(request, promise); },
        Qt::QueuedConnection);
    return future;
}

void FetchQueue::setPolicy(const FetchPolicy &policy)
{
    d->gate.setPolicy(policy);
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker] { worker->askGateAgain(); }, Qt::QueuedConnection);
}

void FetchQueue::setOffline(bool isOffline)
{
    d->gate.setOffline(isOffline);
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker] { worker->askGateAgain(); }, Qt::QueuedConnection);
}

void FetchQueue::forgiveSilence()
{
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker] { worker->forgiveSilence(); }, Qt::QueuedConnection);
}

void FetchQueue::setHeld(bool isHeld)
{
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker, isHeld] { worker->setHeld(isHeld); },
        Qt::QueuedConnection);
}

void FetchQueue::setBackgroundHeld(bool isHeld)
{
    QMetaObject::invokeMethod(
        &d->worker, [worker = &d->worker, isHeld] { worker->setBackgroundHeld(isHeld); },
        Qt::QueuedConnection);
}

bool FetchQueue::isOffline() const
{
    return d->gate.isOffline();
}

} // namespace Microfiche
