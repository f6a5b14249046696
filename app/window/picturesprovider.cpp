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
    explicit Response(const QFuture<SourcedPicture> &picture)
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
    SourcedPicture picture() const
    {
        return m_watcher.isCanceled() || m_watcher.future().resultCount() == 0 ? SourcedPicture{}
                                                                               : m_watcher.result();
    }

    QFutureWatcher<SourcedPicture> m_watcher;
};
} // namespace

PicturesProvider::PicturesProvider(PictureSource &source)
    : m_source(source)
{
}

QQuickImageResponse *PicturesProvider::requestImageResponse(const QString &id, const QSize &size)
{
    return new Response(m_source.load(id.toLongLong(), size)); // Qt Quick owns it
}

} // namespace Microfiche
