// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

// Lamps drawn into lines on an evening road.

constexpr float RoadTop = 0.47F;

float hills(float x)
{
    return RoadTop + 0.012F -
           0.11F * crests(x * 0.9F + 2, 4, 5, 401) * (0.5F + 0.5F * ease(0.5F, 1.7F, x));
}

Light blueHour(float x, float y)
{
    const Light base = ramp({{-0.1F, hex(0x122044)},
                             {0.16F, hex(0x34487e)},
                             {0.29F, hex(0x74729f)},
                             {0.39F, hex(0xc3909c)},
                             {0.47F, hex(0xffb584)}},
                            y);
    const float bank = ease(0.0F, 0.5F, clouds(x * 1.1F + 1, y * 7.5F, 6, 402));
    return mix(base, base * 0.62F + hex(0x4a2f40), 0.7F * bank);
}

struct OnRoad {
    float side; ///< across the road, -1 and 1 at its edges
    float far;
};

OnRoad onRoad(float x, float y)
{
    const float depth = std::max(y - RoadTop, 0.0008F);
    const float far = 0.12F / depth;
    const float bend = 0.62F + 0.30F * std::pow(std::min(far, 12.0F), 0.72F) -
                       0.22F * std::sin(std::min(far, 9.0F) * 0.5F);
    const float middle = mix(bend, 1.22F, ease(3.0F, 14.0F, far));
    return {(x - middle) / (depth * 1.95F), far};
}

Light trails(const OnRoad &at)
{
    Light sum;
    for (int i = 0; i < 30; ++i) {
        const bool isLeaving = i % 2 == 0;
        const float lane =
            isLeaving ? 0.16F + 0.62F * chance(i, 1, 403) : -0.16F - 0.62F * chance(i, 1, 403);
        const float drift = 0.035F * noise(at.far * 0.5F, float(i), 404);
        const float wide = 0.0045F + 0.005F * chance(i, 2, 403);
        const float here =
            gauss(at.side - lane - drift, wide) + 0.10F * gauss(at.side - lane - drift, wide * 5);
        const float pulse = 0.65F + 0.35F * noise(at.far * 0.35F + float(i) * 9, 2, 405);
        const Light lamp = isLeaving ? mix(hex(0xff2a1c), hex(0xff7a2c), chance(i, 3, 403) * 0.6F)
                                     : mix(hex(0xfff0cf), hex(0xcfe0ff), chance(i, 3, 403));
        sum += lamp * (here * pulse * (0.6F + 0.9F * chance(i, 4, 403)));
    }
    return sum;
}

Light road(float x, float y)
{
    if (y < std::min(hills(x), RoadTop))
        return blueHour(x, y);
    const Light slope = mix(hex(0x151b2e), hex(0x52506f), ease(0.30F, 0.47F, y) * 0.8F);
    if (y < RoadTop + 0.004F)
        return slope;
    const OnRoad at = onRoad(x, y);
    const float depth = y - RoadTop;
    const float grass = clouds(x * 30, y * 55, 4, 406);
    Light light =
        mix(slope, mix(hex(0x0c1016), hex(0x2a3040), 0.5F + 0.5F * grass), ease(0.0F, 0.1F, depth));
    const float tarmac = ease(1.04F, 0.99F, std::abs(at.side));
    const Light asphalt = mix(hex(0x2a2c3c), hex(0x171a24), ease(0, 0.4F, depth)) *
                          (1 + 0.10F * clouds(x * 120, y * 120, 2, 407));
    light = mix(light, asphalt, tarmac);
    const float line = gauss(std::abs(at.side) - 0.93F, 0.008F) + 0.8F * gauss(at.side, 0.008F) +
                       0.7F * gauss(std::abs(at.side) - 0.47F, 0.006F) *
                           (std::sin(at.far * 9) > 0.2F ? 1.0F : 0.0F);
    light += hex(0xcfcfd8) * (0.28F * tarmac * line * ease(0.01F, 0.10F, depth));
    const float strength = ease(0.0F, 0.03F, depth) * mix(1.7F, 1.1F, ease(0.0F, 0.4F, depth));
    const Light gleam = hex(0xff9a6a) * (0.05F * gauss(at.side - 0.45F, 0.45F)) +
                        hex(0xdfe6ff) * (0.05F * gauss(at.side + 0.45F, 0.45F));
    return light + (trails(at) * strength + gleam) * tarmac;
}

QImage paintTrails(QSize size)
{
    Film film(size);
    film.expose(road);
    film.bloom(0.35F, 0.010F, 0.55F);
    film.bloom(0.5F, 0.05F, 0.35F);
    film.vignette(0.3F);
    return film.develop(1.2F, 1.15F);
}

// A bridge that stands out of the fog.

constexpr double DeckY = 0.63;

double cable(double x)
{
    // From tower to tower and to both shores, a parabola each.
    const double towers[] = {-0.55, 0.42, 1.39, 2.36};
    for (int i = 0; i < 3; ++i) {
        if (x >= towers[i] && x <= towers[i + 1]) {
            const double t = (x - towers[i]) / (towers[i + 1] - towers[i]) * 2 - 1;
            return mix(0.60F, 0.175F, float(t * t));
        }
    }
    return 0.6;
}

void sketchCables(QPainter &p)
{
    p.setBrush(Qt::NoBrush);
    for (const double shift : {0.0, 0.012}) {
        QPainterPath path(QPointF(-0.1, cable(-0.1) + shift));
        for (double x = -0.1; x < 1.9; x += 0.005)
            path.lineTo(x, cable(x) + shift);
        p.setPen(QPen(Qt::white, shift > 0 ? 0.0032 : 0.0048));
        p.drawPath(path);
    }
    p.setPen(QPen(Qt::white, 0.0013));
    for (double x = -0.09; x < 1.9; x += 0.0194)
        p.drawLine(QPointF(x, cable(x)), QPointF(x, DeckY));
}

void sketchTowers(QPainter &p)
{
    for (const double x : {0.42, 1.39}) {
        for (const double leg : {-0.026, 0.026}) {
            p.drawPolygon(QPolygonF({{x + leg - 0.009, 0.16},
                                     {x + leg + 0.009, 0.16},
                                     {x + leg + 0.013, DeckY},
                                     {x + leg + 0.017, 1.0},
                                     {x + leg - 0.017, 1.0},
                                     {x + leg - 0.013, DeckY}}));
        }
        for (const double y : {0.172, 0.275, 0.385, 0.50})
            p.drawRect(QRectF(x - 0.03, y, 0.06, 0.020));
        p.drawRect(QRectF(x - 0.03, 0.70, 0.06, 0.03));
    }
    p.drawRect(QRectF(-0.1, DeckY - 0.006, 2.1, 0.020));
    for (double x = -0.1; x < 1.9; x += 0.0194)
        p.drawPolygon(QPolygonF({{x, DeckY + 0.014},
                                 {x + 0.0022, DeckY + 0.014},
                                 {x + 0.0119, DeckY + 0.034},
                                 {x + 0.0097, DeckY + 0.034}}));
    p.drawRect(QRectF(-0.1, DeckY + 0.032, 2.1, 0.004));
}

Light fogSky(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x5c86b3)},
                             {0.3F, hex(0xb7c6d3)},
                             {0.55F, hex(0xffd9b0)},
                             {0.75F, hex(0xffc59b)}},
                            y);
    const float wisp = ease(0.0F, 0.6F, clouds(x * 1.1F, y * 5, 6, 421));
    return mix(base, hex(0xfff0e2), 0.45F * wisp) +
           hex(0xffb877) * (0.5F * gauss(std::hypot((x - 1.75F) * 0.7F, y - 0.55F), 0.28F));
}

/// A bank of fog: how thick it lies at the place.
float fogBank(float x, float y, float top, std::uint32_t seed)
{
    const float billow = 0.13F * clouds(x * 2.2F + float(seed), y * 4.5F, 6, seed);
    return ease(-0.07F, 0.13F, y - top + billow);
}

QImage paintBridge(QSize size)
{
    Film film(size);
    const auto fogLight = [](float x, float y) {
        const float relief = clouds(x * 2.6F + 0.2F, y * 6 - 0.2F, 6, 422);
        return mix(mix(hex(0xb9b4c8), hex(0xfff1e4), clamp01(0.6F + 0.9F * relief)), hex(0xffd0a8),
                   0.35F * ease(0.4F, 1.8F, x));
    };
    const auto steel = [](float x, float y) {
        return mix(mix(hex(0x7a2a20), hex(0xd9603c), 0.35F + 0.3F * ease(0.6F, 0.15F, y)),
                   hex(0xe9b9a0), 0.18F + 0.12F * ease(0.9F, 0.0F, x));
    };
    Film scene(size);
    scene.expose([](float x, float y) {
        const float far = 0.56F - 0.10F * (0.5F + clouds(x * 1.5F, 2, 5, 423));
        return y > far ? mix(hex(0x9a8fa8), hex(0xe9c3b0), ease(0.45F, 0.62F, y)) : fogSky(x, y);
    });
    scene.lay(sketchCables, steel);
    scene.lay(sketchTowers, steel);
    film.expose([&](float x, float y) {
        return mix(scene.at(x, y), fogLight(x, y), fogBank(x, y, 0.66F, 425));
    });
    film.bloom(0.85F, 0.04F, 0.25F);
    film.vignette(0.2F);
    return film.develop(1.0F, 1.12F);
}

} // namespace

QList<Scene> roadScenes()
{
    return {
        {QStringLiteral("light-trails"), {1200, 675}, paintTrails},
        {QStringLiteral("bridge-in-fog"), {1200, 675}, paintBridge},
    };
}

} // namespace Draw
