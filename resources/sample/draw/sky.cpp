// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

/// Stars strewn over cells of 1 / `density`, most of them faint.
Light stars(float x, float y, float density, std::uint32_t seed)
{
    const Cell cell = cells(x * density, y * density, seed);
    const float size = chance(cell.x, cell.y, seed + 5);
    const float bright = 0.03F + 1.5F * std::pow(size, 24.0F);
    const Light tint = mix(hex(0xbcd2ff), hex(0xffe3c2), chance(cell.x, cell.y, seed + 6));
    return tint * (bright * gauss(cell.nearest, (0.030F + 0.025F * std::pow(size, 24.0F))));
}

/// A dark line of firs that stands `tall` above `base`.
float firs(float x, float base, float tall, float width, std::uint32_t seed)
{
    float top = base;
    for (int i = -1; i <= 1; ++i) {
        const float place = std::floor(x / width) + float(i);
        const auto tree = std::int32_t(place);
        const float middle = (place + 0.5F + 0.5F * (chance(tree, 1, seed) - 0.5F)) * width;
        const float height = tall * (0.35F + 0.65F * chance(tree, 2, seed));
        const float away = std::abs(x - middle) / (width * 0.75F);
        const float saw = 0.10F * std::abs(std::sin(away * 26 + 0.6F * noise(x * 900, 0, seed)));
        top = std::min(top, base - height * (1 - away) + height * saw * away);
    }
    return top;
}

// Aurora over a fjord.

Light curtain(float x, float y, int which)
{
    const auto seed = std::uint32_t(40 + 7 * which);
    const float sway = clouds(x * 1.1F + 2.7F * float(which), 0.3F * float(which), 3, seed);
    const float foot = 0.50F - 0.15F * float(which) + 0.42F * sway + 0.10F * (x - 0.9F);
    const float above = foot - y;
    const float fold = x + 0.25F * sway + 0.03F * noise(x * 6, y * 2, seed + 1);
    const float rays = 0.35F + 0.65F * ease(-0.35F, 0.75F, clouds(fold * 17, 0.5F, 3, seed + 2));
    const float tall = 0.055F + 0.10F * clamp01(0.5F + noise(fold * 3.3F, 4, seed + 3));
    const float strong = ease(-0.45F, 0.6F, noise(x * 1.3F + 5, float(which) * 9, seed + 4));
    if (above < -0.02F)
        return {};
    const float body = ease(-0.02F, 0.012F, above) * std::exp(-std::max(0.0F, above) / tall);
    const Light color = ramp({{0.0F, hex(0xa6ffc0)},
                              {0.07F, hex(0x35f59c)},
                              {0.18F, hex(0x2aa0b0)},
                              {0.30F, hex(0x8a48e0)}},
                             above);
    return color * (body * rays * strong * 1.35F);
}

Light northernSky(float x, float y)
{
    Light light = ramp({{0.0F, hex(0x040a1c)}, {0.4F, hex(0x0a2136)}, {0.66F, hex(0x17404a)}}, y);
    light += stars(x, y, 34, 41) * 1.2F;
    light += stars(x, y, 70, 42) * 0.6F;
    for (int which = 0; which < 3; ++which)
        light += curtain(x, y, which);
    return light;
}

Light northernShore(float x, float y)
{
    const float far =
        0.66F - 0.24F * crests(x * 1.5F + 3, 2, 6, 44) * (0.55F + 0.45F * ease(0.2F, 1.6F, x));
    if (y < far)
        return northernSky(x, y);
    const float face = clouds(x * 14 + 0.4F * y, y * 22, 4, 45);
    const float snow = ease(-0.25F, 0.35F, face + 1.9F * (0.6F - y) * 1.2F);
    return mix(hex(0x0a1822), hex(0x4c8891), 0.85F * snow * ease(0.68F, 0.54F, y));
}

Light aurora(float x, float y)
{
    constexpr float Water = 0.66F;
    if (y < Water) {
        const float trees =
            std::min(firs(x, Water + 0.03F - 0.10F * ease(0.5F, 0.0F, x), 0.10F, 0.021F, 46),
                     firs(x, Water + 0.03F - 0.05F * ease(1.3F, 1.8F, x), 0.06F, 0.015F, 47));
        return y > trees ? hex(0x02060a) : northernShore(x, y);
    }
    const float depth = y - Water;
    const float wave = 0.012F * noise(x * 7 / (0.3F + depth * 3), 60 / (0.12F + depth), 48);
    Light sum;
    for (int i = -3; i <= 3; ++i) {
        const float up = Water - depth * (1.02F + 0.05F * float(i)) - wave;
        const bool isTree =
            up > firs(x, Water + 0.03F - 0.10F * ease(0.5F, 0.0F, x), 0.10F, 0.021F, 46);
        sum += isTree ? hex(0x02060a) : northernShore(x + wave * 2, std::max(0.0F, up));
    }
    return sum * (0.62F / 7) * mix(1.0F, 0.55F, depth / 0.34F);
}

QImage paintAurora(QSize size)
{
    Film film(size);
    film.expose(aurora);
    film.bloom(0.15F, 0.03F, 0.30F);
    film.vignette(0.3F);
    return film.develop(1.35F, 1.1F);
}

// The moon, lit from the side.

/// The height of rings and bowls on the moon's face.
float craters(float x, float y, float scale, std::uint32_t seed)
{
    const Cell cell = cells(x * scale, y * scale, seed, 0.9F);
    const float radius = 0.12F + 0.26F * std::pow(chance(cell.x, cell.y, seed + 3), 2.0F);
    const float t = cell.nearest / radius;
    const float bowl = t < 1 ? t * t - 1 : 0;
    const float rim = 0.55F * gauss(t - 1.02F, 0.16F);
    return (bowl + rim) * radius / scale * ease(0.4F, 0.8F, chance(cell.x, cell.y, seed + 4));
}

float moonHeight(float x, float y)
{
    return craters(x, y, 3.4F, 51) + 0.9F * craters(x, y, 7.5F, 52) + 0.8F * craters(x, y, 16, 53) +
           0.7F * craters(x, y, 34, 54) + 0.010F * clouds(x * 5, y * 5, 6, 55);
}

/// Bright streaks that lead away from a young crater.
float streaks(float x, float y, float cx, float cy, std::uint32_t seed)
{
    const float dx = x - cx;
    const float dy = y - cy;
    const float away = std::sqrt(dx * dx + dy * dy);
    const float beams = ease(0.05F, 0.55F, noise(std::atan2(dy, dx) * 4.5F, away * 1.5F, seed));
    return gauss(away, 0.07F) + 0.75F * beams * gauss(away, 0.34F);
}

Light moonFace(float u, float v)
{
    const float deep = std::sqrt(std::max(0.0F, 1 - u * u - v * v));
    // Unrolled a little, so that craters lie flat towards the edge.
    const float bulge = 1 + 0.35F * (1 - deep);
    const float x = u * bulge;
    const float y = v * bulge;
    constexpr float Step = 0.004F;
    const float gx = (moonHeight(x + Step, y) - moonHeight(x - Step, y)) / (2 * Step);
    const float gy = (moonHeight(x, y + Step) - moonHeight(x, y - Step)) / (2 * Step);
    const float nx = u - 0.34F * gx;
    const float ny = v - 0.34F * gy;
    const float length = std::sqrt(nx * nx + ny * ny + deep * deep) + 1e-6F;
    const float lit = clamp01((nx * 0.80F + ny * -0.18F + deep * 0.57F) / length);
    const float seas = ease(-0.02F, 0.34F, clouds(x * 1.25F + 4.2F, y * 1.25F + 1.1F, 6, 56));
    float albedo = mix(0.95F, 0.38F, seas) + 0.10F * clouds(x * 9, y * 9, 5, 57);
    albedo += 0.45F * streaks(x, y, 0.18F, 0.62F, 58) + 0.25F * streaks(x, y, 0.42F, -0.10F, 59);
    return mix(hex(0xd8d2c6), hex(0xf7f2e6), albedo) *
           (albedo * (1.25F * std::pow(lit, 0.8F) + 0.004F));
}

Light moon(float x, float y)
{
    constexpr float Radius = 0.385F;
    const float u = (x - 1.06F) / Radius;
    const float v = (y - 0.49F) / Radius;
    const float away = std::sqrt(u * u + v * v);
    Light light =
        ramp({{0.0F, hex(0x060b18)}, {1.0F, hex(0x101b30)}}, y) + stars(x, y, 22, 60) * 0.7F;
    if (away < 1)
        light = moonFace(u, v);
    light += hex(0x7f95bd) * (0.10F * gauss(std::max(0.0F, away - 0.9F), 0.35F));
    const float veil = ease(0.02F, 0.75F, clouds(x * 1.4F + 8, y * 5, 6, 61) + 1.15F * (y - 0.74F));
    const Light lit = hex(0x33445f) * 0.7F + hex(0xb9c3d6) * (0.5F * gauss(away - 0.6F, 0.6F));
    return mix(light, lit, 0.85F * veil);
}

QImage paintMoon(QSize size)
{
    Film film(size);
    film.expose(moon);
    film.bloom(0.7F, 0.05F, 0.15F);
    film.vignette(0.3F);
    return film.develop(1.25F, 1.0F);
}

} // namespace

QList<Scene> skyScenes()
{
    return {
        {QStringLiteral("aurora"), {1200, 675}, paintAurora},
        {QStringLiteral("moon"), {1200, 675}, paintMoon},
    };
}

} // namespace Draw
