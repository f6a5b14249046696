// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/picturesprovider.h"

#include <QFutureWatcher>

namespace Microfiche
{

namespace
{
// Lives on Qt Quick's picture thread and is deleted there after finished().
class Response final : public QQuickImageResponse
{
public:
    explicit Response(const QFuture<LoadedPicture> &picture)
    {
        connect(&m_watcher, &QFutureWatcherBase::finished, this, &QQuickImageResponse::finished);
        m_watcher.setFuture(picture);
    }

    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(picture().image);
    }

    QString errorString() const override
    {
        return picture().image.isNull() ? QString(PicturesProvider::NoPicture) : QString();
    }

    void cancel() override { m_watcher.cancel(); }

private:
    LoadedPicture picture() const
    {
        return m_watcher.isCanceled() || m_watcher.future().resultCount() == 0 ? LoadedPicture{}
                                                                               : m_watcher.result();
    }

    QFutureWatcher<LoadedPicture> m_watcher;
};
} // namespace

PicturesProvider::PicturesProvider(Store &store, PictureLoader &loader)
    : m_store(store)
    , m_loader(loader)
{
}

QQuickImageResponse *PicturesProvider::requestImageResponse(const QString &id, const QSize &size)
{
    auto picture =
        m_store.pictureOrigin(id.toLongLong())
            .then([&loader = m_loader, size](const std::optional<PictureOrigin> &origin) {
                // On a thread of the store's, which may outlive this provider, not the loader.
                if (origin && !origin->content.isEmpty()) {
                    return loader.load(origin->content, size);
                }
                return QtFuture::makeReadyFuture(LoadedPicture{{}, PictureProblem::NotCarried});
            })
            .unwrap();
    return new Response(picture); // Qt Quick owns it
}

} // namespace Microfiche
