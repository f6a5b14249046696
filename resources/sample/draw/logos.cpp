// SPDX-License-Identifier: GPL-3.0-or-later
#include "logos.h"

#include <QPainter>
#include <QPainterPath>

#include <functional>

namespace Draw
{

namespace
{

/// A mark on a colored square, drawn on a grid of 50.
QImage mark(QRgb ground, QRgb figure, const std::function<void(QPainter &)> &sketch)
{
    QImage image(50, 50, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(figure), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    sketch(painter);
    return image;
}

void fill(QPainter &p)
{
    p.setBrush(p.pen().color());
    p.setPen(Qt::NoPen);
}

void meridian(QPainter &p)
{
    p.setPen(QPen(p.pen().color(), 2.6));
    p.drawEllipse(QPointF(25, 25), 16, 16);
    p.drawEllipse(QPointF(25, 25), 7, 16);
    p.drawLine(9, 25, 41, 25);
}

void lighthouse(QPainter &p)
{
    fill(p);
    p.drawPolygon(QPolygonF({{19, 41}, {22, 19}, {28, 19}, {31, 41}}));
    p.drawRect(QRectF(22, 11, 6, 6));
    p.drawPolygon(QPolygonF({{17, 14}, {5, 8}, {5, 20}}));
    p.drawPolygon(QPolygonF({{33, 14}, {45, 8}, {45, 20}}));
}

void leaf(QPainter &p)
{
    QPainterPath path(QPointF(11, 39));
    path.cubicTo(8, 18, 22, 9, 41, 9);
    path.cubicTo(41, 29, 31, 41, 14, 36);
    const QColor figure = p.pen().color();
    fill(p);
    p.drawPath(path);
    p.setPen(QPen(QColor(0x2f6b3a), 2.4, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(10, 41), QPointF(32, 18));
    p.setPen(figure);
}

void compass(QPainter &p)
{
    fill(p);
    p.drawPolygon(QPolygonF({{25, 6}, {31, 25}, {25, 44}, {19, 25}}));
    p.setOpacity(0.55);
    p.drawPolygon(QPolygonF({{6, 25}, {25, 20}, {44, 25}, {25, 30}}));
}

void reel(QPainter &p)
{
    p.setPen(QPen(p.pen().color(), 3.2));
    p.drawEllipse(QPointF(25, 25), 16, 16);
    fill(p);
    p.setBrush(QColor(0xf4d9a0));
    for (const QPointF &hole : {QPointF(25, 16.5), QPointF(33, 22.5), QPointF(30, 32),
                                QPointF(20, 32), QPointF(17, 22.5)})
        p.drawEllipse(hole, 3.4, 3.4);
}

void loaf(QPainter &p)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(8, 17, 34, 20), 10, 10);
    p.setPen(QPen(p.pen().color(), 3.4, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(path);
    for (const int x : {18, 26, 34})
        p.drawLine(x, 23, x - 4, 31);
}

void track(QPainter &p)
{
    p.setPen(QPen(p.pen().color(), 2.8));
    for (int lane = 0; lane < 3; ++lane)
        p.drawRoundedRect(QRectF(7 + 5 * lane, 13 + 5 * lane, 36 - 10 * lane, 24 - 10 * lane),
                          12 - 4 * lane, 12 - 4 * lane);
}

void flower(QPainter &p)
{
    fill(p);
    for (int petal = 0; petal < 5; ++petal) {
        p.save();
        p.translate(25, 25);
        p.rotate(72 * petal);
        p.drawEllipse(QPointF(0, -10.5), 6.5, 8.5);
        p.restore();
    }
    p.setBrush(QColor(0x2b2250));
    p.drawRect(QRectF(21.5, 21.5, 7, 7));
}

void crescent(QPainter &p)
{
    QPainterPath disc;
    disc.addEllipse(QPointF(24, 25), 16, 16);
    QPainterPath shadow;
    shadow.addEllipse(QPointF(31, 21), 14, 14);
    fill(p);
    p.drawPath(disc.subtracted(shadow));
    p.drawEllipse(QPointF(37, 14), 2, 2);
}

void rails(QPainter &p)
{
    p.drawLine(QPointF(17, 9), QPointF(11, 41));
    p.drawLine(QPointF(33, 9), QPointF(39, 41));
    p.setPen(QPen(p.pen().color(), 2.8, Qt::SolidLine, Qt::RoundCap));
    for (const double y : {15.0, 24.0, 34.0})
        p.drawLine(QPointF(17 - y / 8, y), QPointF(33 + y / 8, y));
}

} // namespace

QList<Logo> logos()
{
    const auto named = [](const char *name) {
        return QString::fromLatin1(name) + QStringLiteral(".example");
    };
    return {
        {named("meridian-post"), mark(0xff1d2f4f, 0xfff3ead7, meridian)},
        {named("harbour-light"), mark(0xff0f4c5c, 0xffffd166, lighthouse)},
        {named("field-notes"), mark(0xff2f6b3a, 0xffe3f0c8, leaf)},
        {named("northwardly"), mark(0xffe9eef2, 0xff25506f, compass)},
        {named("reel-room"), mark(0xff4a1522, 0xfff4d9a0, reel)},
        {named("salt-and-rye"), mark(0xfff2dfc0, 0xff8a4b1f, loaf)},
        {named("pace-paper"), mark(0xffb5382a, 0xfffdf3ea, track)},
        {named("bit-and-bloom"), mark(0xff2b2250, 0xffc8a6ff, flower)},
        {named("sky-lantern"), mark(0xff0b1430, 0xffffe9b0, crescent)},
        {named("tramline"), mark(0xfff6c945, 0xff23262b, rails)},
    };
}

} // namespace Draw
