// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

constexpr float Pi = 3.14159265F;

// An old cinema before the film begins.

constexpr float ScreenLeft = 0.42F;
constexpr float ScreenRight = 1.36F;
constexpr float ScreenTop = 0.12F;
constexpr float ScreenBottom = 0.52F;

Light onScreen(float u, float v)
{
    const Light sky =
        ramp({{0.0F, hex(0x2e5f9e)}, {0.45F, hex(0xa7c6d6)}, {0.66F, hex(0xffe2b8)}}, v);
    Light light =
        sky + hex(0xfff2d0) * (1.2F * gauss(std::hypot((u - 0.66F) * 1.8F, v - 0.56F), 0.10F));
    for (int range = 0; range < 3; ++range) {
        const float depth = float(range) / 2;
        const float top =
            mix(0.62F, 0.84F, depth) -
            0.20F * crests(u * mix(2.0F, 1.4F, depth) + 5 * float(range), float(range), 5, 701);
        if (v > top)
            light = mix(mix(hex(0x8fa8b8), hex(0x1f4650), depth), hex(0xffe0b8),
                        0.35F * ease(0.0F, 0.16F, v - top));
    }
    return light * 1.5F;
}

Light curtain(float x, float y)
{
    const float middle = 0.5F * (ScreenLeft + ScreenRight);
    const float gather = x + 0.02F * std::sin(y * 2.4F) * (x < middle ? 1.0F : -1.0F);
    const float fold = std::sin(gather * 95 + 1.4F * noise(gather * 8, y * 0.6F, 702));
    const float lit = 0.35F + 0.65F * (0.5F + 0.5F * fold);
    const float near = std::min(std::abs(x - ScreenLeft), std::abs(x - ScreenRight));
    const float spill = 0.10F + 0.85F * gauss(near, 0.10F) * ease(0.0F, 0.25F, y);
    return mix(hex(0x2a0508), hex(0xb3202a), lit) * spill * lit;
}

Light hall(float x, float y)
{
    if (x > ScreenLeft && x < ScreenRight && y > ScreenTop && y < ScreenBottom)
        return onScreen((x - ScreenLeft) / (ScreenRight - ScreenLeft),
                        (y - ScreenTop) / (ScreenBottom - ScreenTop));
    if (y < 0.56F) {
        if (y < 0.10F) { // a valance with its own folds
            const float scallop = 0.075F + 0.022F * std::abs(std::sin(x * 9.5F));
            if (y < scallop)
                return curtain(x * 1.1F, 0.3F) * (0.5F + 0.5F * ease(0.0F, 0.1F, y)) +
                       hex(0xd9a441) * (0.28F * ease(scallop - 0.008F, scallop - 0.003F, y));
        }
        if (x < ScreenLeft || x > ScreenRight)
            return curtain(x, y);
        return hex(0x050303);
    }
    const float glow = gauss(x - 0.89F, 0.55F) * ease(0.75F, 0.56F, y);
    return mix(hex(0x080406), hex(0x6b4a3a), 0.7F * glow) *
           (0.8F + 0.4F * clouds(x * 20, y * 60, 3, 703));
}

void sketchSeats(QPainter &p, int row, bool rimOnly)
{
    const double near = row / 5.0;
    const double wide = 0.072 + 0.115 * near * near + 0.05 * near;
    const double top = 0.60 + 0.30 * near * near + 0.06 * near;
    const double shift = row % 2 == 0 ? 0.0 : wide / 2;
    for (double x = 0.89 - 14 * wide + shift; x < 1.9; x += wide) {
        const double aisle = std::abs(x + wide / 2 - 0.89);
        if (aisle < 0.018 + 0.06 * near)
            continue;
        QPainterPath back;
        back.addRoundedRect(QRectF(x + wide * 0.06, top, wide * 0.88, wide * 1.1), wide * 0.30,
                            wide * 0.30);
        if (!rimOnly) {
            p.drawPath(back);
            continue;
        }
        QPainterPath inner;
        inner.addRoundedRect(QRectF(x + wide * 0.06, top + wide * 0.045, wide * 0.88, wide * 1.1),
                             wide * 0.30, wide * 0.30);
        p.drawPath(back.subtracted(inner));
    }
}

QImage paintCinema(QSize size)
{
    Film film(size);
    film.expose(hall);
    for (int row = 0; row < 6; ++row) {
        const float near = float(row) / 5;
        const float soft = row == 5 ? 0.008F : 0.0006F;
        film.lay([row](QPainter &p) { sketchSeats(p, row, false); },
                 [near](float x, float y) {
                     const float plush = 0.75F + 0.25F * clouds(x * 14, y * 14, 3, 704);
                     return mix(hex(0x4a1015), hex(0x0a0304), near) *
                            (plush * (0.25F + 0.75F * gauss(x - 0.89F, 0.6F)));
                 },
                 soft);
        film.shine([row](QPainter &p) { sketchSeats(p, row, true); },
                   [near](float x, float) {
                       return mix(hex(0xffb48a), hex(0xff7a5a), near) *
                              (mix(0.75F, 0.30F, near) * gauss(x - 0.89F, 0.5F));
                   },
                   soft * 0.8F + 0.0008F);
    }
    film.shine(
        [](QPainter &p) { // the beam of the projector
            p.drawPolygon(QPolygonF({{1.80, -0.06}, {1.36, 0.52}, {0.42, 0.52}, {0.42, 0.12}}));
        },
        [](float x, float y) {
            const float dust = 0.7F + 0.5F * clouds(x * 4, y * 4, 5, 705);
            return hex(0xdfeaff) * (0.030F * dust * ease(0.2F, 1.9F, x));
        },
        0.012F);
    film.bloom(0.5F, 0.06F, 0.35F);
    film.vignette(0.35F);
    return film.develop(1.2F, 1.1F);
}

// A spiral stair, looked down into.

Light stairs(float x, float y)
{
    const float dx = x - 0.82F;
    const float dy = (y - 0.52F) * 1.06F;
    const float r = std::hypot(dx, dy) * (1 + 0.05F * std::sin(std::atan2(dy, dx) + 0.6F));
    const float angle = std::atan2(dy, dx);
    // Every turn lies deeper and looks smaller by the same share.
    const float spiral = std::log(std::max(r, 0.004F)) / 0.52F + angle / (2 * Pi);
    const float turn = std::floor(spiral);
    const float in = spiral - turn;
    const float level = turn - angle / (2 * Pi);
    const float deep = ease(0.7F, -5.2F, level);
    const float steps = 22;
    const float place = angle / (2 * Pi) * steps + turn * 0.0F;
    const float step = place - std::floor(place);
    const Light lamp = mix(hex(0xffe3b5), hex(0xff9d52), deep) * mix(1.0F, 0.75F, deep);
    Light light;
    if (in > 0.40F) { // treads
        const float worn = 0.9F + 0.2F * clouds(angle * 9 + level, in * 8, 4, 711);
        const float tread = mix(0.95F, 0.42F, step) * mix(0.7F, 1.05F, ease(0.40F, 0.95F, in));
        light = mix(hex(0x8f6a48), hex(0xf0d7ae), tread) * (tread * worn);
        light = light * (1 - 0.65F * gauss(step - 0.02F, 0.045F) - 0.5F * gauss(in - 1, 0.035F));
    } else if (in > 0.335F) { // handrail
        const float t = (in - 0.335F) / 0.065F;
        light = mix(hex(0x3a1a0c), hex(0xb5672f), std::sin(Pi * t)) +
                hex(0xffd9a8) * (0.45F * gauss(t - 0.62F, 0.09F));
    } else { // bars before the wall of the next turn
        const float bars = angle / (2 * Pi) * steps * 3;
        const float bar = std::abs(bars - std::floor(bars) - 0.5F);
        const float wall = mix(0.30F, 0.72F, ease(0.0F, 0.335F, in));
        light = mix(hex(0x6f5a48), hex(0xe9dcc6), wall) * wall;
        light = mix(light, hex(0x17110d), 0.92F * ease(0.13F, 0.09F, bar) * ease(0.02F, 0.05F, in));
        light = light * (1 - 0.5F * gauss(in, 0.05F));
    }
    const float side = 0.72F + 0.38F * std::cos(angle + 2.2F);
    light = light * lamp * (side * mix(1.15F, 0.50F, deep));
    return light + hex(0xffd28a) * (1.3F * gauss(r, 0.020F)) +
           hex(0xffb060) * (0.20F * gauss(r, 0.09F));
}

QImage paintStairs(QSize size)
{
    Film film(size);
    film.expose(stairs);
    film.bloom(0.7F, 0.04F, 0.3F);
    film.vignette(0.45F);
    return film.develop(1.25F, 1.05F);
}

} // namespace

QList<Scene> indoorScenes()
{
    return {
        {QStringLiteral("cinema"), {1200, 675}, paintCinema},
        {QStringLiteral("spiral-stair"), {1080, 720}, paintStairs},
    };
}

} // namespace Draw
