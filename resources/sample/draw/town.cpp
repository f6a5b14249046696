// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

#include <array>

namespace Draw
{

namespace
{

// A harbour town at night, doubled by the water.

constexpr float Quay = 0.64F;

Light nightSky(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x0a1230)},
                             {0.35F, hex(0x24305f)},
                             {0.55F, hex(0x7a4f74)},
                             {0.64F, hex(0xe08a5c)}},
                            y);
    const float bank = ease(0.0F, 0.55F, clouds(x * 1.2F, y * 6, 6, 301));
    return mix(base, base * 0.6F + hex(0x2a1f33), 0.6F * bank);
}

struct House {
    float top;
    float in; ///< place across it, 0 to 1
    float width;
    std::int32_t number;
};

House houseAt(int row, float x)
{
    const float wide = mix(0.045F, 0.085F, float(row) / 2);
    const float place = x / wide + 0.37F * float(row);
    const auto number = std::int32_t(std::floor(place));
    const auto seed = std::uint32_t(310 + row);
    const float middle = gauss(x - mix(0.7F, 1.15F, float(row) / 2), 0.38F);
    const float tall =
        mix(0.12F, 0.045F, float(row) / 2) +
        chance(number, 0, seed) * (0.05F + mix(0.30F, 0.10F, float(row) / 2) * middle);
    return {Quay - tall, place - std::floor(place), wide, number};
}

Light window(int row, const House &house, float y)
{
    const auto seed = std::uint32_t(320 + 16 * row) + std::uint32_t(house.number) * 7;
    const float pitch = mix(0.0052F, 0.0085F, float(row) / 2);
    const float u = house.in * house.width / pitch;
    const float v = y / (pitch * 1.5F);
    const float inX = u - std::floor(u);
    const float inY = v - std::floor(v);
    if (inX < 0.25F || inX > 0.80F || inY < 0.3F || inY > 0.78F || house.in < 0.07F ||
        house.in > 0.93F)
        return {};
    const auto column = std::int32_t(std::floor(u));
    const auto floor = std::int32_t(std::floor(v));
    if (chance(column, floor, seed) > 0.22F + 0.30F * chance(house.number, 5, seed))
        return {};
    static const std::array<Light, 4> lamps{hex(0xffc27a), hex(0xffdba6), hex(0xffa552),
                                            hex(0xcfe4ff)};
    const Light lamp = lamps[scramble(column, floor, seed + 1) % 4];
    return lamp * (0.5F + 1.5F * std::pow(chance(column, floor, seed + 2), 3.0F));
}

Light town(float x, float y)
{
    Light light = nightSky(x, y);
    for (int row = 0; row < 3; ++row) {
        const House house = houseAt(row, x);
        const bool hasMast = chance(house.number, 9, 330) < 0.16F && row < 2;
        if (hasMast && std::abs(house.in - 0.5F) * house.width < 0.0011F && y > house.top - 0.05F &&
            y < house.top)
            light = hex(0x141626);
        if (y < house.top)
            continue;
        const Light wall = mix(hex(0x39375c), hex(0x0c0e1b), float(row) / 2);
        light = mix(wall, hex(0x9c6067), ease(0.5F, 0.66F, y) * mix(0.45F, 0.1F, float(row) / 2)) +
                window(row, house, y) * mix(0.75F, 1.2F, float(row) / 2);
    }
    const float lamp = x / 0.058F;
    const float away = std::hypot((lamp - std::floor(lamp) - 0.5F) * 0.058F, y - 0.628F);
    return light + hex(0xffb765) * (4 * ease(0.0042F, 0.0022F, away));
}

Light harbour(float x, float y)
{
    if (y < Quay)
        return town(x, y);
    const float depth = y - Quay;
    if (depth < 0.008F)
        return hex(0x06070d);
    const float away = 1 / (0.05F + depth);
    Light sum;
    constexpr int Looks = 12;
    for (int i = 0; i < Looks; ++i) {
        const float t = (float(i) + chance(int(x * 900), int(y * 900), 331)) / Looks - 0.5F;
        const float wave = noise(x * 2.2F * away, away * 16 + 1.7F * t, 332);
        const float up = Quay - depth * (1.0F + 0.9F * t) - 0.35F * wave * depth * (0.25F + depth);
        sum += town(x + 0.012F * wave * (0.2F + depth), std::clamp(up, 0.02F, Quay - 0.003F));
    }
    const Light mirror = sum * (1.0F / Looks);
    return mix(hex(0x060a18), mirror * hex(0xd5dcff), mix(0.9F, 0.62F, depth / 0.36F));
}

QImage paintHarbour(QSize size)
{
    Film film(size);
    film.expose(harbour);
    film.bloom(0.55F, 0.012F, 0.5F);
    film.bloom(0.5F, 0.05F, 0.35F);
    film.vignette(0.3F);
    return film.develop(1.3F, 1.1F);
}

// Fins of a white facade, turning as they rise.

Light facade(float x, float y)
{
    const float u = x * 0.94F + y * 0.34F;
    const float v = y * 0.94F - x * 0.34F;
    const float flow = v * 14 + 1.15F * std::sin(u * 2.1F + 0.6F) +
                       0.55F * std::sin(u * 3.7F + v * 2.2F) + 0.35F * u;
    const float fin = std::floor(flow);
    const float in = flow - fin;
    const float twist =
        0.5F + 0.5F * std::sin(u * 4.2F + fin * 0.62F + 0.8F * std::sin(fin * 0.35F));
    const float edge = mix(0.22F, 0.80F, twist);
    if (in < edge) {
        const float t = in / edge;
        const float curve = std::sin(3.14159F * std::pow(t, 0.75F));
        const float lit =
            0.20F + 0.95F * std::pow(1 - t, 0.8F) * mix(0.65F, 1.0F, twist) + 0.14F * curve;
        return mix(hex(0x5b6a86), hex(0xfff6ea), clamp01(lit)) * (0.25F + 0.95F * lit);
    }
    const float t = (in - edge) / (1 - edge);
    const Light depth = mix(hex(0x05070c), hex(0x2d3a52), std::pow(t, 2.2F));
    return depth * (0.6F + 0.6F * twist) + hex(0x8fa3c4) * (0.10F * gauss(t - 1, 0.08F));
}

QImage paintFacade(QSize size)
{
    Film film(size);
    film.expose(facade);
    film.bloom(0.8F, 0.02F, 0.2F);
    film.vignette(0.3F);
    return film.develop(1.05F, 0.75F);
}

} // namespace

QList<Scene> townScenes()
{
    return {
        {QStringLiteral("night-harbour"), {960, 540}, paintHarbour},
        {QStringLiteral("facade"), {960, 540}, paintFacade},
    };
}

} // namespace Draw
