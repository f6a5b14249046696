// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/fichepicture.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace Microfiche
{

namespace
{

constexpr qreal FrameWidth = 24, FrameHeight = 15, FrameGap = 5, LetterSize = 54;
constexpr int ClearedFrames = 3;
// A card's picture is at least this wide; a thumb is that sheet made smaller.
constexpr qreal CardWidth = 168;
// Below this the frames would be dust: letters alone.
constexpr qreal LettersOnlyWidth = 80;

constexpr int Greys = 32;

/// The frames' colours from pale to dark. Most frames are pale and a few are not, as on a sheet of
/// text and pictures.
std::array<QRgb, Greys> frameColors(const FicheLook &look)
{
    const auto hue = float(look.hue);
    std::array<QRgb, Greys> colors{};
    for (size_t i = 0; i < colors.size(); ++i) {
        const auto grey = float(std::pow((double(i) + 0.5) / Greys, 1.7));
        colors[i] = (look.isDark ? QColor::fromHslF(hue, 0.22F, 0.19F + 0.15F * grey)
                                 : QColor::fromHslF(hue, 0.30F, 0.85F - 0.17F * grey))
                        .rgb();
    }
    return colors;
}

struct Sheet {
    int columns = 0, rows = 0;
    QPoint start;
    qreal unit = 1; ///< device pixels in one unit of this sheet

    QRect frame(int column, int row) const
    {
        const auto at = [this](qreal value) { return qRound(value * unit); };
        return {start.x() + at(column * (FrameWidth + FrameGap)),
                start.y() + at(row * (FrameHeight + FrameGap)), at(FrameWidth), at(FrameHeight)};
    }
};

Sheet sheetFor(const QSize &size, qreal unit)
{
    Sheet sheet;
    sheet.unit = unit;
    // A margin of at least 6 units all round.
    sheet.columns = int((size.width() / unit - 12 + FrameGap) / (FrameWidth + FrameGap));
    sheet.rows = int((size.height() / unit - 12 + FrameGap) / (FrameHeight + FrameGap));
    const qreal width = sheet.columns * (FrameWidth + FrameGap) - FrameGap;
    const qreal height = sheet.rows * (FrameHeight + FrameGap) - FrameGap;
    sheet.start = {qRound((size.width() - width * unit) / 2),
                   qRound((size.height() - height * unit) / 2)};
    return sheet;
}

QFont letterFont(qreal pixelSize)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, -pixelSize * 0.04);
    return font;
}

void drawLetters(QPainter &painter, const FicheLook &look, const QRectF &field, qreal pixelSize)
{
    QFont font = letterFont(pixelSize);
    qreal width = QFontMetricsF(font).horizontalAdvance(look.letters);
    if (width > field.width()) { // wide letters of a wide font would run into the frames
        font = letterFont(pixelSize * field.width() / width);
        width = QFontMetricsF(font).horizontalAdvance(look.letters);
    }
    const qreal x = look.isMirrored ? field.right() - width : field.left();
    painter.setFont(font);
    painter.setPen(look.isDark ? QColor::fromHslF(float(look.hue), 0.39F, 0.82F)
                               : QColor::fromHslF(float(look.hue), 0.34F, 0.26F));
    painter.drawText(QPointF(x, field.bottom()), look.letters);
}

} // namespace

FicheLook FicheLook::fromAddress(const QString &address)
{
    FicheLook look;
    look.isDark = address.section(u'/', 0, 0) == u"1";
    look.isMirrored = address.section(u'/', 1, 1) == u"1";
    look.hue = std::clamp(address.section(u'/', 2, 2).toDouble(), 0.0, 1.0);
    look.seed = address.section(u'/', 3, 3).toInt();
    look.letters = address.section(u'/', 4);
    return look;
}

QImage drawFiche(const FicheLook &look, const QSize &size, qreal scale)
{
    QImage image(size, QImage::Format_RGB32);
    const auto hue = float(look.hue);
    image.fill(look.isDark ? QColor::fromHslF(hue, 0.18F, 0.17F)
                           : QColor::fromHslF(hue, 0.24F, 0.88F));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const qreal units = size.width() / scale;
    if (units < LettersOnlyWidth) {
        const qreal letter = size.height() * 0.5;
        const qreal inset = std::round(size.width() * 0.2);
        // The trailing quarter is left for a mark that says why there is no picture.
        const qreal width = size.width() * 0.75 - inset;
        drawLetters(painter, look,
                    QRectF(look.isMirrored ? size.width() - inset - width : inset, 0, width,
                           size.height() - inset * 0.7),
                    letter);
        return image;
    }
    const Sheet sheet = sheetFor(size, scale * std::min(1.0, units / CardWidth));
    const int clearedFrom = sheet.rows - ClearedFrames;
    const std::array<QRgb, Greys> colors = frameColors(look);
    std::minstd_rand random(quint32(look.seed)); // NOLINT(cert-msc51-cpp): the same every time
    for (int row = 0; row < sheet.rows; ++row) {
        for (int column = 0; column < sheet.columns; ++column) {
            const QRgb color = colors[random() / 7 % Greys];
            const int fromLetters = look.isMirrored ? sheet.columns - 1 - column : column;
            if (row < clearedFrom || fromLetters >= ClearedFrames) {
                painter.fillRect(sheet.frame(column, row), color);
            }
        }
    }
    const int edge = look.isMirrored ? sheet.columns - ClearedFrames : 0;
    const QRectF field = QRectF(sheet.frame(edge, clearedFrom))
                             .united(sheet.frame(edge + ClearedFrames - 1, sheet.rows - 1));
    drawLetters(painter, look, field.adjusted(3 * sheet.unit, 0, -3 * sheet.unit, -3 * sheet.unit),
                LetterSize * sheet.unit);
    return image;
}

} // namespace Microfiche
