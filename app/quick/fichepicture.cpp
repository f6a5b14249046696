// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/fichepicture.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

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

QColor frameColor(const FicheLook &look, qreal grey)
{
    const auto hue = float(look.hue);
    return look.isDark ? QColor::fromHslF(hue, 0.22F, float(0.19 + 0.15 * grey))
                       : QColor::fromHslF(hue, 0.30F, float(0.85 - 0.17 * grey));
}

struct Sheet {
    int columns = 0, rows = 0;
    QPointF start;
    qreal unit = 1; ///< device pixels in one unit of this sheet

    QRectF frame(int column, int row) const
    {
        const auto at = [this](qreal value) { return std::round(value * unit); };
        const qreal x = start.x() + at(column * (FrameWidth + FrameGap));
        const qreal y = start.y() + at(row * (FrameHeight + FrameGap));
        return {x, y, at(FrameWidth), at(FrameHeight)};
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
    sheet.start = {std::round((size.width() - width * unit) / 2),
                   std::round((size.height() - height * unit) / 2)};
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
    look.hue = std::clamp(address.section(u'/', 0, 0).toDouble(), 0.0, 1.0);
    look.seed = address.section(u'/', 1, 1).toInt();
    look.isDark = address.section(u'/', 2, 2) == u"1";
    look.isMirrored = address.section(u'/', 3, 3) == u"1";
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
        drawLetters(painter, look,
                    QRectF(inset, 0, size.width() - 2 * inset, size.height() - inset * 0.7),
                    letter);
        return image;
    }
    const Sheet sheet = sheetFor(size, scale * std::min(1.0, units / CardWidth));
    const int clearedFrom = sheet.rows - ClearedFrames;
    QRandomGenerator random(quint32(look.seed));
    for (int row = 0; row < sheet.rows; ++row) {
        for (int column = 0; column < sheet.columns; ++column) {
            // Most frames are pale and a few are not, as on a sheet of text and pictures.
            const qreal grey = std::pow(random.generateDouble(), 1.7);
            const int fromLetters = look.isMirrored ? sheet.columns - 1 - column : column;
            if (row < clearedFrom || fromLetters >= ClearedFrames)
                painter.fillRect(sheet.frame(column, row), frameColor(look, grey));
        }
    }
    const int edge = look.isMirrored ? sheet.columns - ClearedFrames : 0;
    const QRectF field = sheet.frame(edge, clearedFrom)
                             .united(sheet.frame(edge + ClearedFrames - 1, sheet.rows - 1));
    drawLetters(painter, look, field.adjusted(3 * sheet.unit, 0, -3 * sheet.unit, -3 * sheet.unit),
                LetterSize * sheet.unit);
    return image;
}

} // namespace Microfiche
