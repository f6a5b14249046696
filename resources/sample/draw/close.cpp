// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

/// Lights out of focus: discs with a brighter rim, `count` of them between two heights.
void strewDiscs(Film &film, int count, float top, float bottom, float size, std::uint32_t seed,
                const std::function<Light(int)> &color)
{
    for (int i = 0; i < count; ++i) {
        const QPointF at(double(film.aspect() * chance(i, 1, seed)),
                         double(mix(top, bottom, chance(i, 2, seed))));
        const double radius = double(size * (0.45F + 0.55F * chance(i, 3, seed)));
        const Light light = color(i) * (0.25F + 0.75F * chance(i, 4, seed));
        film.shine([&](QPainter &p) { p.drawEllipse(at, radius, radius * 0.98); },
                   [&](float x, float y) {
                       const float away =
                           std::hypot(x - float(at.x()), y - float(at.y())) / float(radius);
                       return light * (0.62F + 0.38F * ease(0.6F, 1.0F, away));
                   },
                   0.0016F);
    }
}

// Grasses against the evening sun.

void sketchGrass(QPainter &p, int count, double tall, double wide, bool hasEars, std::uint32_t seed)
{
    p.setBrush(Qt::NoBrush);
    for (int i = 0; i < count; ++i) {
        const double x = 1.95 * double(chance(i, 1, seed)) - 0.1;
        const double high = tall * (0.5 + 0.5 * double(chance(i, 2, seed)));
        const double lean = 0.30 * high * (double(chance(i, 3, seed)) - 0.25) * 1.6;
        QPainterPath stalk(QPointF(x, 1.03));
        const QPointF tip(x + lean, 1.03 - high);
        stalk.quadTo(QPointF(x + lean * 0.1, 1.03 - high * 0.65), tip);
        p.setPen(QPen(Qt::white, wide * (0.6 + 0.6 * double(chance(i, 4, seed))), Qt::SolidLine,
                      Qt::RoundCap));
        p.drawPath(stalk);
        if (!hasEars)
            continue;
        for (int grain = 0; grain < 26; ++grain) {
            const double back = 0.004 + 0.0052 * grain;
            const double t = 1 - back / high;
            const QPointF on = stalk.pointAtPercent(std::max(0.0, t));
            const double slant =
                (grain % 2 == 0 ? 1 : -1) * (0.007 + 0.004 * std::sin(grain * 0.24));
            p.setPen(QPen(Qt::white, 0.0036, Qt::SolidLine, Qt::RoundCap));
            p.drawLine(on, on + QPointF(slant, -0.009));
            p.setPen(QPen(Qt::white, 0.0007));
            p.drawLine(on + QPointF(slant, -0.009), on + QPointF(slant * 2.6, -0.040));
        }
    }
}

Light meadowAir(float x, float y)
{
    const float away = std::hypot(x - 1.28F, (y - 0.34F) * 1.1F);
    const Light base = ramp({{0.0F, hex(0xa88550)},
                             {0.45F, hex(0xdb9a55)},
                             {0.75F, hex(0x7a6a30)},
                             {1.0F, hex(0x25301a)}},
                            y);
    const float patch = clouds(x * 1.7F, y * 1.9F, 3, 501);
    return base * (0.75F + 0.5F * patch) + hex(0xffb766) * (0.9F * gauss(away, 0.24F)) +
           hex(0xffecc4) * (1.1F * gauss(away, 0.10F));
}

QImage paintMeadow(QSize size)
{
    Film film(size);
    film.expose(meadowAir);
    const auto warm = [](int i) {
        return mix(hex(0xffc277), hex(0xd8d890), chance(i, 9, 502)) * 0.34F;
    };
    strewDiscs(film, 46, 0.02F, 0.72F, 0.062F, 503, warm);
    strewDiscs(film, 40, 0.35F, 0.95F, 0.034F, 504, warm);
    const auto backlit = [](float strength) {
        return [strength](float x, float y) {
            const float glow = gauss(std::hypot(x - 1.28F, y - 0.34F), 0.62F);
            return mix(hex(0x2c3a12), hex(0xf7c65c), clamp01(glow * strength)) *
                   (0.35F + 1.0F * glow * strength);
        };
    };
    film.lay([](QPainter &p) { sketchGrass(p, 70, 0.75, 0.006, true, 505); }, backlit(0.75F),
             0.012F);
    film.lay([](QPainter &p) { sketchGrass(p, 90, 0.48, 0.007, false, 506); }, backlit(0.6F),
             0.006F);
    film.lay([](QPainter &p) { sketchGrass(p, 15, 0.86, 0.0042, true, 511); }, backlit(1.15F), 0);
    film.lay([](QPainter &p) { sketchGrass(p, 60, 0.34, 0.005, false, 508); }, backlit(0.55F), 0);
    film.lay([](QPainter &p) { sketchGrass(p, 26, 0.36, 0.022, false, 509); },
             [](float, float) { return hex(0x141d0b); }, 0.022F);
    film.bloom(0.8F, 0.05F, 0.3F);
    film.vignette(0.3F);
    return film.develop(1.05F, 1.1F);
}

// A street seen through a window in the rain.

struct Drop {
    float x, y, radius;
};

Light nightLamp(int i)
{
    static const Light lamps[]{hex(0xff8a3c), hex(0xffc46b), hex(0xff4a3a),
                               hex(0x6fb4ff), hex(0x5fe0c0), hex(0xffe2b0)};
    return lamps[scramble(i, 3, 521) % 6] * 0.6F;
}

/// Drops of this size, at most one a cell, so that few of them touch.
bool dropAt(float x, float y, float scale, float share, std::uint32_t seed, Drop &drop)
{
    const Cell cell = cells(x * scale, y * scale, seed, 0.55F);
    if (chance(cell.x, cell.y, seed + 2) > share)
        return false;
    const float radius = (0.12F + 0.26F * chance(cell.x, cell.y, seed + 3)) / scale;
    const float dx = cell.dx / scale;
    const float dy = cell.dy / scale;
    const float away = std::hypot(dx, dy) + 1e-6F;
    const float wobble = 1 + 0.16F * noise(0.9F * dx / away + float(cell.x) * 5.3F,
                                           0.9F * dy / away + float(cell.y) * 3.7F, seed + 4);
    const float u = dx / (radius * wobble);
    const float v = dy / (radius * wobble * (dy < 0 ? 1.25F : 1.0F));
    if (u * u + v * v >= 1)
        return false;
    drop = {u, v, radius};
    return true;
}

Light behindGlass(const Film &street, const Film &blurred, float x, float y)
{
    Drop drop{};
    const bool isWet = dropAt(x, y, 5.2F, 0.50F, 531, drop) ||
                       dropAt(x + 0.3F, y, 9, 0.34F, 541, drop) ||
                       dropAt(x, y + 0.7F, 21, 0.26F, 551, drop);
    if (!isWet)
        return blurred.at(x, y) * 0.92F;
    const float away = drop.x * drop.x + drop.y * drop.y;
    // A drop is a lens: it shows the whole street, small and upside down.
    const float bulge = 0.35F + 0.65F * away;
    const Light seen =
        street.at(std::clamp(x * 0.55F + 0.40F - drop.x * bulge * 0.36F, 0.0F, 1.49F),
                  std::clamp(0.47F - drop.y * bulge * 0.36F, 0.0F, 0.99F));
    const float rim = ease(0.55F, 1.0F, away);
    Light light = seen * mix(1.15F, 0.30F, rim * (0.55F - 0.45F * drop.y));
    light += hex(0x8fa6c8) * (0.16F * ease(0.2F, 1.0F, drop.y) * ease(1.0F, 0.7F, away));
    const float glint = gauss(std::hypot(drop.x + 0.32F, drop.y + 0.42F), 0.13F);
    return light + hex(0xeaf2ff) * (0.9F * glint * ease(0.004F, 0.012F, drop.radius));
}

QImage paintRain(QSize size)
{
    Film street(size);
    street.expose([](float x, float y) {
        return ramp({{0.0F, hex(0x0d1830)},
                     {0.4F, hex(0x23385c)},
                     {0.58F, hex(0x4a4a66)},
                     {0.7F, hex(0x232a3c)},
                     {1.0F, hex(0x0b101c)}},
                    y) *
               (0.8F + 0.6F * clouds(x * 2, y * 2, 4, 522));
    });
    strewDiscs(street, 44, 0.16F, 0.66F, 0.075F, 523, nightLamp);
    strewDiscs(street, 40, 0.40F, 0.72F, 0.042F, 524, nightLamp);
    strewDiscs(street, 26, 0.72F, 1.0F, 0.085F, 525, [](int i) { return nightLamp(i) * 0.35F; });
    Film blurred = street;
    blurred.blur(0.010F);
    street.blur(0.014F);
    Film film(size);
    film.expose([&](float x, float y) {
        const float mist = 0.035F * (0.6F + clouds(x * 5, y * 5, 4, 526));
        return behindGlass(street, blurred, x, y) + hex(0x9fb4d0) * mist;
    });
    film.bloom(0.8F, 0.03F, 0.2F);
    film.vignette(0.3F);
    return film.develop(1.3F, 1.15F);
}

} // namespace

QList<Scene> closeScenes()
{
    return {
        {QStringLiteral("meadow"), {1200, 675}, paintMeadow},
        {QStringLiteral("rain-window"), {1080, 720}, paintRain},
    };
}

} // namespace Draw
