// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/picturesource.h"

#include "pictures/source/sourceworker_p.h"

#include <QThread>

#include <utility>

namespace Microfiche
{

class PictureSource::Private
{
public:
    Private(PictureStore store, PictureLoader &loader, PictureCatalog &catalog, Settings settings)
        : worker(std::move(store), loader, catalog, std::move(settings))
    {
        thread.setObjectName(QStringLiteral("picture source"));
        worker.moveToThread(&thread);
        thread.start();
    }

    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(&worker, std::move(work), Qt::QueuedConnection);
    }

    QFuture<SourcedPicture> ask(qint64 id, std::optional<QSize> size, Ask how)
    {
        auto request = std::make_shared<SourceWorker::Request>();
        request->id = id;
        request->size = size;
        request->ask = how;
        request->promise.start();
        QFuture<SourcedPicture> future = request->promise.future();
        post([this, request] { worker.add(request); });
        return future;
    }

    SourceWorker worker;
    QThread thread;
};

PictureSource::PictureSource(PictureStore store, PictureLoader &loader, PictureCatalog &catalog,
                             Settings settings)
    : d(std::make_unique<Private>(std::move(store), loader, catalog, std::move(settings)))
{
}

PictureSource::~PictureSource()
{
    QMetaObject::invokeMethod(
        &d->worker, [this] { d->worker.stop(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

QFuture<SourcedPicture> PictureSource::load(qint64 id, QSize size, Ask ask)
{
    return d->ask(id, size, ask);
}

QFuture<SourcedPicture> PictureSource::fetch(qint64 id, Ask ask)
{
    return d->ask(id, std::nullopt, ask);
}

QFuture<int> PictureSource::forgetLost()
{
    auto promise = std::make_shared<QPromise<int>>();
    promise->start();
    QFuture<int> future = promise->future();
    d->post([this, promise] { d->worker.forgetLost(promise); });
    return future;
}

QFuture<bool> PictureSource::written()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    QFuture<bool> future = promise->future();
    d->post([this, promise] {
        d->worker.whenWritten([promise](bool isWritten) {
            promise->addResult(isWritten);
            promise->finish();
        });
    });
    return future;
}

void PictureSource::setPolicy(const FetchPolicy &policy)
{
    d->post([this, policy] { d->worker.setPolicy(policy); });
}

void PictureSource::setOffline(bool isOffline)
{
    d->post([this, isOffline] { d->worker.setOffline(isOffline); });
}

void PictureSource::forgiveSilence()
{
    d->post([this] { d->worker.forgiveSilence(); });
}

void PictureSource::setFetchesHeld(bool isHeld)
{
    d->post([this, isHeld] { d->worker.setFetchesHeld(isHeld); });
}

void PictureSource::setBudget(qint64 bytes)
{
    d->post([this, bytes] { d->worker.setBudget(bytes); });
}

void PictureSource::forgetCatalog()
{
    d->post([this] { d->worker.forgetCatalog(); });
}

void PictureSource::setListener(Listener listener)
{
    d->post([this, listener = std::move(listener)] { d->worker.setListener(listener); });
}

} // namespace Microfiche
