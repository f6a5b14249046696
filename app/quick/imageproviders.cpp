// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/imageproviders.h"

#include "quick/fichepicture.h"

#include <QFile>
#include <QPainter>
#include <QQmlEngine>
#include <QQuickImageProvider>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Microfiche
{

namespace
{

// Quick keeps what a provider gave by its address and size, so none of these keeps anything.

class IconProvider final : public QQuickImageProvider
{
public:
    IconProvider()
        : QQuickImageProvider(Image)
    {
    }

    QImage requestImage(const QString &id, QSize *size, const QSize &requested) override
    {
        const QString path = u":/icons/%1.svg"_s.arg(id.section(u'/', 0, 0));
        QSvgRenderer drawing;
        if (!QFile::exists(path) || !drawing.load(path)) {
            return {};
        }
        QImage icon(requested.isEmpty() ? QSize(20, 20) : requested,
                    QImage::Format_ARGB32_Premultiplied);
        icon.fill(Qt::transparent);
        QPainter painter(&icon);
        painter.setRenderHint(QPainter::Antialiasing);
        drawing.render(&painter, QRectF({0, 0}, icon.size()));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(icon.rect(), QColor(u'#' + id.section(u'/', 1, 1)));
        *size = icon.size();
        return icon;
    }
};

class FicheProvider final : public QQuickImageProvider
{
public:
    FicheProvider()
        : QQuickImageProvider(Image)
    {
    }

    QImage requestImage(const QString &id, QSize *size, const QSize &requested) override
    {
        if (requested.isEmpty()) {
            return {};
        }
        const qreal units = std::max(1.0, id.section(u'/', 0, 0).toDouble());
        *size = requested;
        return drawFiche(FicheLook::fromAddress(id.section(u'/', 1)), requested,
                         requested.width() / units);
    }
};

class ShadowProvider final : public QQuickImageProvider
{
public:
    ShadowProvider()
        : QQuickImageProvider(Image)
    {
    }

    // A blurred box is the product of two blurred edges, so it needs no blurring.
    QImage requestImage(const QString &id, QSize *size, const QSize &) override
    {
        const int blur = std::clamp(id.section(u'/', 0, 0).toInt(), 1, 100);
        const qreal strength = std::clamp(id.section(u'/', 1, 1).toInt(), 0, 100) / 100.0;
        const int side = 4 * blur + 1;
        const auto edge = [blur, side](int at) {
            const qreal inside = std::min(at, side - 1 - at) + 0.5 - blur;
            return (1 + std::erf(inside * std::sqrt(2.0) / blur)) / 2;
        };
        QImage shadow(side, side, QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                shadow.setPixel(x, y, qRgba(0, 0, 0, qRound(255 * strength * edge(x) * edge(y))));
            }
        }
        *size = shadow.size();
        return shadow;
    }
};

} // namespace

void addImageProviders(QQmlEngine &engine)
{
    // The engine owns its providers.
    engine.addImageProvider(u"icon"_s, std::make_unique<IconProvider>().release());
    engine.addImageProvider(u"fiche"_s, std::make_unique<FicheProvider>().release());
    engine.addImageProvider(u"shadow"_s, std::make_unique<ShadowProvider>().release());
}

} // namespace Microfiche
