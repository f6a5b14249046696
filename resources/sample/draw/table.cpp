// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

#include <array>
#include <optional>

namespace Draw
{

namespace
{

constexpr float Pi = 3.14159265F;

// Slices of citrus on a blue table.

struct Fruit {
    float x, y, radius;
    std::uint32_t peel, flesh, juice;
    int segments;
    float turn;
};

constexpr std::array<Fruit, 11> Fruits{{
    {0.30F, 0.30F, 0.215F, 0xf08a1d, 0xffa62b, 0xf27d0c, 10, 0.2F},
    {0.80F, 0.62F, 0.245F, 0xf0a070, 0xf2575a, 0xd93a4a, 11, 0.9F},
    {1.27F, 0.25F, 0.190F, 0xf5d21f, 0xffe770, 0xf3cf3a, 9, 0.5F},
    {1.53F, 0.71F, 0.225F, 0xf08a1d, 0xffa62b, 0xf27d0c, 10, 1.3F},
    {0.78F, 0.14F, 0.135F, 0x5f9e2f, 0xbfdc6a, 0x8fbf3f, 9, 0.1F},
    {0.24F, 0.80F, 0.165F, 0x5f9e2f, 0xc4df74, 0x93c243, 9, 0.7F},
    {1.17F, 0.86F, 0.140F, 0xf5d21f, 0xffe770, 0xf3cf3a, 9, 1.1F},
    {1.72F, 0.26F, 0.175F, 0xf0a070, 0xf2575a, 0xd93a4a, 11, 0.3F},
    {0.02F, 0.54F, 0.120F, 0xf5d21f, 0xffe770, 0xf3cf3a, 9, 0.4F},
    {1.14F, 0.53F, 0.095F, 0x5f9e2f, 0xbfdc6a, 0x8fbf3f, 8, 0.6F},
    {0.55F, 0.97F, 0.140F, 0xf08a1d, 0xffa62b, 0xf27d0c, 10, 0.8F},
}};

Light flesh(const Fruit &fruit, float angle, float r, std::uint32_t seed)
{
    const float part = (angle / (2 * Pi) + 1) * float(fruit.segments) + fruit.turn;
    const float number = std::floor(part);
    const float in = part - number - 0.5F;
    // Distance to the skin between two segments, and rounded ends.
    const float wall = (0.5F - std::abs(in)) * 2 * Pi * r / float(fruit.segments);
    const float skin = ease(0.008F, 0.024F, wall) * ease(0.865F, 0.835F, r + 0.30F * in * in) *
                       ease(0.07F, 0.11F, r);
    const float fibre = clouds(r * 7, in * 9 + number * 5, 3, seed);
    const Cell sac = cells(r * 9 + 0.5F * fibre, part * 3.2F + 2 * r, seed + 7);
    const float light = 0.70F + 0.38F * ease(0.65F, 0.05F, sac.nearest) + 0.20F * fibre;
    const float glint =
        ease(0.20F, 0.04F, sac.nearest) * ease(0.72F, 1.0F, chance(sac.x, sac.y, seed + 8));
    const Light pulp =
        mix(hex(fruit.juice), hex(fruit.flesh), clamp01(light)) * (0.65F + 0.45F * light) +
        hex(0xffffff) * (0.35F * glint);
    return mix(hex(0xfff3d6) * 0.95F, pulp, skin);
}

std::optional<Light> slice(const Fruit &fruit, float x, float y, std::uint32_t seed)
{
    const float dx = (x - fruit.x) / fruit.radius;
    const float dy = (y - fruit.y) / fruit.radius;
    const float angle = std::atan2(dy, dx);
    const float r = std::hypot(dx, dy) * (1 + 0.012F * noise(angle * 1.2F, float(seed), seed));
    if (r > 1)
        return std::nullopt;
    const float pore = clouds(angle * 30, r * 40, 2, seed + 1);
    const Light peel = hex(fruit.peel) * (0.85F + 0.25F * pore - 0.35F * dy * ease(0.93F, 1.0F, r));
    const Light pith = hex(0xfff1d2) * 0.97F;
    Light light = mix(flesh(fruit, angle, r, seed), pith, ease(0.865F, 0.885F, r));
    light = mix(light, peel, ease(0.930F, 0.950F, r));
    return light * (1.02F - 0.10F * dx - 0.10F * dy);
}

Light citrus(float x, float y)
{
    Light table = mix(hex(0x1d6f86), hex(0x2f93a6), 0.5F + 0.6F * clouds(x * 2, y * 2, 4, 601)) *
                  (0.95F + 0.08F * clouds(x * 70, y * 9, 3, 602));
    table = table * mix(1.12F, 0.82F, clamp01((x + y) / 2.6F));
    for (const Fruit &fruit : Fruits) {
        const float away = std::hypot(x - fruit.x - 0.030F, y - fruit.y - 0.036F);
        table = table * (1 - 0.62F * ease(fruit.radius + 0.040F, fruit.radius - 0.030F, away));
    }
    std::uint32_t seed = 610;
    for (const Fruit &fruit : Fruits) {
        seed += 20;
        if (const auto light = slice(fruit, x, y, seed))
            return *light;
    }
    return table;
}

QImage paintCitrus(QSize size)
{
    Film film(size);
    film.expose(citrus);
    film.vignette(0.25F);
    return film.develop(1.15F, 1.12F);
}

// A wafer of chips, tilted into the light.

Light spectrum(float t)
{
    const float turn = t - std::floor(t);
    const auto lobe = [turn](float at) {
        float away = std::abs(turn - at);
        away = std::min(away, 1 - away);
        return gauss(away, 0.135F);
    };
    return hex(0xff3a2a) * lobe(0.02F) + hex(0xffc02a) * lobe(0.18F) + hex(0x3ae06a) * lobe(0.36F) +
           hex(0x2ac8ff) * lobe(0.55F) + hex(0x3a4aff) * lobe(0.72F) + hex(0xc03aff) * lobe(0.87F);
}

Light die(float u, float v, std::int32_t column, std::int32_t row, float hue)
{
    const float inX = u - std::floor(u);
    const float inY = v - std::floor(v);
    const float edge = std::min(std::min(inX, 1 - inX), std::min(inY, 1 - inY));
    if (edge < 0.035F)
        return hex(0x10131c) + hex(0x5a6274) * (0.35F * ease(0.0F, 0.035F, edge));
    // Blocks of memory and logic, the same on every chip.
    const bool isMemory = inX < 0.42F ? inY < 0.55F : inY > 0.62F;
    const float fine = isMemory ? 0.5F + 0.28F * std::sin(inX * 52) * std::sin(inY * 40)
                                : 0.5F + 0.45F * clouds(inX * 9, inY * 9, 2, 621);
    const float border =
        std::min({std::abs(inX - 0.42F), std::abs(inY - (inX < 0.42F ? 0.55F : 0.62F)),
                  std::abs(edge - 0.09F)});
    const float gap = ease(0.008F, 0.018F, border);
    const float vary = 0.06F * (chance(column, row, 622) - 0.5F);
    const Light shine = spectrum(hue + vary + (isMemory ? 0.10F : 0.0F) + 0.03F * fine);
    return (mix(hex(0x1a2030), shine, 0.85F) * (0.35F + 0.65F * fine)) * mix(0.35F, 1.0F, gap);
}

Light wafer(float x, float y)
{
    // A plane seen at a slant, far away at the top.
    const float far = 1 / (0.42F + 0.95F * y);
    const float px = (x - 0.92F) * far * 1.55F;
    const float py = (far - 1.05F) * 1.75F;
    const float u = px * 0.86F - py * 0.5F;
    const float v = px * 0.5F + py * 0.86F;
    const float away = std::hypot(px - 0.05F, py - 0.62F);
    const float rim = away / 1.62F;
    const Light room = mix(hex(0x070910), hex(0x1c2536), ease(1.0F, 0.0F, y)) +
                       hex(0x3f5f8f) * (0.35F * gauss(std::hypot(x - 0.3F, y + 0.05F), 0.35F));
    if (rim > 1)
        return room;
    const float hue = 0.42F * px + 0.62F * py + 0.10F * std::sin(px * 2.2F) + 0.35F;
    const float u5 = u * 4.6F;
    const float v5 = v * 4.6F;
    const auto column = std::int32_t(std::floor(u5));
    const auto row = std::int32_t(std::floor(v5));
    const float cornerX = (float(column) + 0.5F) / 4.6F;
    const float cornerY = (float(row) + 0.5F) / 4.6F;
    const float backX = cornerX * 0.86F + cornerY * 0.5F;
    const float backY = -cornerX * 0.5F + cornerY * 0.86F;
    const bool isWhole = std::hypot(backX - 0.05F, backY - 0.62F) < 1.62F - 0.14F;
    Light light =
        isWhole ? die(u5, v5, column, row, hue) : mix(hex(0x2a3040), spectrum(hue), 0.22F) * 0.7F;
    const float gloss = gauss(px * 0.75F + py * 0.45F - 0.55F, 0.22F) +
                        0.6F * gauss(px * 0.75F + py * 0.45F + 0.75F, 0.12F);
    light = light * (0.55F + 1.25F * gloss) + hex(0xffffff) * (0.07F * gloss);
    return mix(light, hex(0xb9c7de), 0.8F * gauss(rim - 0.994F, 0.004F));
}

QImage paintWafer(QSize size)
{
    Film film(size);
    film.expose(wafer);
    film.bloom(0.6F, 0.025F, 0.4F);
    film.vignette(0.35F);
    return film.develop(1.25F, 1.1F);
}

} // namespace

QList<Scene> tableScenes()
{
    return {
        {QStringLiteral("citrus"), {1200, 675}, paintCitrus},
        {QStringLiteral("wafer"), {960, 540}, paintWafer},
    };
}

} // namespace Draw
