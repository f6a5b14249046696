// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/picturesprovider.h"

#include <QCryptographicHash>
#include <QFutureWatcher>
#include <QRegularExpression>

#include <utility>

namespace Microfiche
{

namespace
{
// Lives on Qt Quick's picture thread and is deleted there after finished().
class Response final : public QQuickImageResponse
{
public:
    Response(const QFuture<SourcedPicture> &picture, qint64 id, PictureSource::Listener tell)
        : m_id(id)
        , m_tell(std::move(tell))
    {
        connect(&m_watcher, &QFutureWatcherBase::finished, this, &Response::end);
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
    // What was asked for and came to nothing is known before the window hears of it.
    void end()
    {
        if (m_tell && !m_watcher.isCanceled() && m_watcher.future().resultCount() > 0) {
            const SourcedPicture picture = m_watcher.result();
            m_tell(m_id, picture.status, picture.wait);
        }
        Q_EMIT finished();
    }

    SourcedPicture picture() const
    {
        return m_watcher.isCanceled() || m_watcher.future().resultCount() == 0 ? SourcedPicture{}
                                                                               : m_watcher.result();
    }

    QFutureWatcher<SourcedPicture> m_watcher;
    const qint64 m_id;
    const PictureSource::Listener m_tell;
};
} // namespace

PicturesProvider::PicturesProvider(PictureSource &source, PictureSource::Listener tell)
    : m_source(source)
    , m_tell(std::move(tell))
{
}

PictureAddresses::PictureAddresses(const QString &archive)
    : m_archive(QString::fromLatin1(
          QCryptographicHash::hash(archive.toUtf8(), QCryptographicHash::Sha256).first(8).toHex()))
{
}

QUrl PictureAddresses::intercept(const QUrl &url, DataType type)
{
    if (type != UrlString || url.scheme() != QLatin1String("image") ||
        url.host() != QLatin1String("picture")) {
        return url;
    }
    QUrl own = url;
    own.setQuery(m_archive);
    return own;
}

QQuickImageResponse *PicturesProvider::requestImageResponse(const QString &id, const QSize &size)
{
    static const QRegularExpression end(QStringLiteral("[/?]"));
    const qint64 picture = QStringView(id).left(id.indexOf(end)).toLongLong();
    return new Response(m_source.load(picture, size), picture, m_tell); // Qt Quick owns it
}

} // namespace Microfiche
