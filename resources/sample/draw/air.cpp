// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

#include <array>

namespace Draw
{

namespace
{

// Balloons over a misty valley.

struct Balloon {
    float x, y, radius;
    std::uint32_t light, dark;
    int pattern;
};

constexpr std::array<Balloon, 7> Balloons{{
    {1.42F, 0.17F, 0.022F, 0xe9c46a, 0x9c5a3c, 0},
    {0.98F, 0.33F, 0.026F, 0x7fb7c9, 0xf1ead8, 1},
    {0.20F, 0.25F, 0.036F, 0xd1495b, 0xf6e0b5, 1},
    {1.62F, 0.38F, 0.050F, 0xf2a541, 0x2d5d7b, 2},
    {0.78F, 0.16F, 0.058F, 0x2a7f86, 0xf4d58d, 0},
    {1.22F, 0.27F, 0.105F, 0xe4572e, 0xf7d9a0, 2},
    {0.45F, 0.40F, 0.165F, 0xc8334a, 0xf3a712, 0},
}};

/// Half the width of a balloon of radius 1 at height `v` (-1 top, 1.35 mouth).
float girth(float v)
{
    if (v < 0.25F)
        return std::sqrt(std::max(0.0F, 1 - v * v));
    const float t = (v - 0.25F) / 1.1F;
    return mix(0.968F, 0.16F, t + 0.25F * t * (1 - t)) * (1 - 0.06F * t);
}

Light balloonCloth(const Balloon &balloon, float u, float v)
{
    const float round = std::asin(std::clamp(u, -1.0F, 1.0F));
    const float gore = (round / 3.14159F + 0.5F) * 12 + 0.5F;
    const int number = int(std::floor(gore));
    const float in = gore - std::floor(gore);
    bool isLight = number % 2 == 0;
    if (balloon.pattern == 1)
        isLight = int(std::floor((v + 1) * 3.4F)) % 2 == 0;
    else if (balloon.pattern == 2)
        isLight = (int(std::floor((v + 1) * 4.2F)) + number) % 2 == 0 || v < -0.55F;
    const float seam = 0.86F + 0.14F * std::sqrt(std::abs(std::sin(in * 3.14159F)));
    const float side = clamp01(0.52F - 0.55F * u * 0.9F - 0.28F * v);
    const float glow = 0.35F * ease(0.1F, 1.35F, v);
    const Light cloth = hex(isLight ? balloon.light : balloon.dark);
    return cloth * (hex(0xffe6c4) * (0.28F + 1.05F * side) + hex(0x90a4cc) * 0.16F) * seam +
           cloth * hex(0xffb764) * glow;
}

Light valley(float x, float y)
{
    Light light = ramp({{0.0F, hex(0x6fa3c4)},
                        {0.3F, hex(0xb9cfd0)},
                        {0.5F, hex(0xf6dcb8)},
                        {0.66F, hex(0xffcf9c)}},
                       y) +
                  hex(0xffc98a) * (0.5F * gauss(std::hypot(x - 0.1F, y - 0.62F), 0.45F));
    const float wisp = ease(0.0F, 0.6F, clouds(x * 1.2F, y * 6, 5, 221));
    light = mix(light, light * 1.08F + hex(0x2a1c14), wisp);
    for (int range = 0; range < 5; ++range) {
        const float depth = float(range) / 4;
        const float base = mix(0.66F, 0.95F, depth * depth);
        const float top =
            base -
            0.10F * (0.5F + clouds(x * mix(1.4F, 2.2F, depth) + 4.0F * float(range), float(range),
                                   5, 222)) -
            (range > 2 ? 0.007F * std::abs(noise(x * 120, 0, std::uint32_t(range))) : 0.0F);
        if (y < top)
            continue;
        const Light hill =
            ramp({{0.0F, hex(0xc9b09a)}, {0.5F, hex(0x6f8778)}, {1.0F, hex(0x1e3a34)}}, depth);
        const float mist =
            ease(-0.04F, 0.13F, y - base + 0.05F) * (0.85F + 0.3F * clouds(x * 3, y * 12, 4, 223));
        light = mix(hill, hex(0xffe0bd), clamp01(mist * mix(0.95F, 0.45F, depth)));
    }
    return light;
}

Light balloons(float x, float y)
{
    Light light = valley(x, y);
    for (const Balloon &balloon : Balloons) {
        const float v = (y - balloon.y) / balloon.radius;
        const float u = (x - balloon.x) / balloon.radius;
        const float veil = 0.55F * ease(0.11F, 0.02F, balloon.radius);
        if (v > -1 && v < 1.35F && std::abs(u) < girth(v))
            light = mix(balloonCloth(balloon, u / girth(v), v), light, veil);
        else if (v >= 1.35F && v < 1.62F &&
                 std::abs(std::abs(u) - mix(0.15F, 0.11F, (v - 1.35F) / 0.27F)) < 0.012F)
            light = mix(hex(0x2b2320), light, veil);
        else if (v >= 1.62F && v < 1.86F && std::abs(u) < 0.125F)
            light = mix(mix(hex(0x5b3a22), hex(0xb0793f), 0.5F - 3 * u), light, veil);
    }
    return light;
}

QImage paintBalloons(QSize size)
{
    Film film(size);
    film.expose(balloons);
    film.bloom(0.8F, 0.05F, 0.25F);
    film.vignette(0.2F);
    return film.develop(1.05F, 1.12F);
}

// Starlings at dusk.

float flock(float x, float y)
{
    const float wx = x + 0.16F * clouds(x * 1.7F, y * 1.7F, 3, 231);
    const float wy = y + 0.16F * clouds(x * 1.7F + 9, y * 1.7F, 3, 232);
    const float big = gauss(std::hypot((wx - 0.72F) * 0.75F, (wy - 0.30F) * 1.35F), 0.115F);
    const float arm = gauss(wy - 0.42F + 0.55F * (wx - 1.05F), 0.045F) * gauss(wx - 1.16F, 0.20F);
    const float tail = gauss(wy - 0.20F - 0.35F * (wx - 1.35F), 0.030F) * gauss(wx - 1.38F, 0.11F);
    const float folds =
        0.30F + 0.70F * ease(-0.35F, 0.45F, clouds(wx * 6 + wy * 3, wy * 8, 3, 233));
    return (big + 0.9F * arm + 0.6F * tail) * folds;
}

void sketchBirds(QPainter &p)
{
    for (int i = 0; i < 320000; ++i) {
        const float x = 0.05F + 1.7F * chance(i, 1, 234);
        const float y = 0.62F * chance(i, 2, 234);
        const float here = flock(x, y);
        if (chance(i, 3, 234) > here * 0.85F)
            continue;
        const double size = 0.0010 + 0.0013 * chance(i, 4, 234);
        p.save();
        p.translate(double(x), double(y));
        p.rotate(double(360 * chance(i, 5, 234)));
        p.setOpacity(0.55 + 0.45 * double(chance(i, 6, 234)));
        p.drawPolygon(QPolygonF(
            {{-size * 1.6, -size * 0.5}, {0, size * 0.35}, {size * 1.6, -size * 0.5}, {0, size}}));
        p.restore();
    }
}

void sketchReeds(QPainter &p, int count, double tall, std::uint32_t seed)
{
    p.setBrush(Qt::NoBrush);
    for (int i = 0; i < count; ++i) {
        const double x = 1.85 * double(chance(i, 1, seed)) - 0.03;
        const double high = tall * (0.4 + 0.6 * double(chance(i, 2, seed)));
        const double lean = 0.05 * (double(chance(i, 3, seed)) - 0.3);
        QPainterPath stalk(QPointF(x, 1.01));
        stalk.quadTo(QPointF(x, 1 - high * 0.6), QPointF(x + lean, 1 - high));
        p.setPen(QPen(Qt::white, 0.0016, Qt::SolidLine, Qt::RoundCap));
        p.drawPath(stalk);
        if (chance(i, 4, seed) < 0.35F) {
            p.setPen(QPen(Qt::white, 0.0075, Qt::SolidLine, Qt::RoundCap));
            p.drawLine(QPointF(x + lean, 1 - high), QPointF(x + lean * 0.93, 1 - high * 0.88));
        }
    }
}

Light dusk(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x4a6fa3)},
                             {0.28F, hex(0x9aa8c4)},
                             {0.50F, hex(0xf0b99a)},
                             {0.68F, hex(0xff9a62)},
                             {0.80F, hex(0xd9684e)}},
                            y);
    const float streak = ease(0.0F, 0.55F, clouds(x * 0.9F + 2, y * 8, 6, 235));
    return mix(base, mix(hex(0x6d5d80), hex(0xffb184), ease(0.2F, 0.6F, y)), 0.55F * streak) +
           hex(0xffb468) * (0.7F * gauss(std::hypot((x - 1.25F) * 0.6F, y - 0.76F), 0.14F));
}

QImage paintStarlings(QSize size)
{
    constexpr float Water = 0.78F;
    Film film(size);
    film.expose([](float x, float y) {
        if (y < Water) {
            const float shore = Water - 0.014F - 0.012F * (0.5F + clouds(x * 8, 0, 5, 236));
            return y > shore ? hex(0x3a2a3c) : dusk(x, y);
        }
        const float depth = y - Water;
        const float wave = 0.02F * noise(x * 9, 2.2F / (0.04F + depth), 237);
        return dusk(x + wave, Water - depth * 1.6F + wave) * mix(0.9F, 0.5F, depth / 0.22F);
    });
    film.lay(sketchBirds,
             [](float, float y) { return mix(hex(0x1d2233), hex(0x3a2330), ease(0.2F, 0.6F, y)); });
    film.lay([](QPainter &p) { sketchReeds(p, 900, 0.16, 238); },
             [](float, float) { return hex(0x2a1a24); }, 0.0015F);
    film.lay([](QPainter &p) { sketchReeds(p, 260, 0.27, 239); },
             [](float, float) { return hex(0x0d0a12); });
    film.bloom(0.8F, 0.05F, 0.3F);
    film.vignette(0.25F);
    return film.develop(1.1F, 1.1F);
}

} // namespace

QList<Scene> airScenes()
{
    return {
        {QStringLiteral("balloons"), {1200, 675}, paintBalloons},
        {QStringLiteral("starlings"), {1200, 675}, paintStarlings},
    };
}

} // namespace Draw
