// SPDX-License-Identifier: GPL-3.0-or-later
#include "noise.h"

#include "light.h"

namespace Draw
{

namespace
{

float fade(float t)
{
    return t * t * t * (t * (t * 6 - 15) + 10);
}

float slope(std::int32_t x, std::int32_t y, float dx, float dy, std::uint32_t seed)
{
    const float angle = chance(x, y, seed) * 6.2831853F;
    return std::cos(angle) * dx + std::sin(angle) * dy;
}

} // namespace

std::uint32_t scramble(std::int32_t x, std::int32_t y, std::uint32_t seed)
{
    std::uint32_t h = seed * 0x9e3779b9U + std::uint32_t(x) * 0x85ebca6bU +
                      std::uint32_t(y) * 0xc2b2ae35U + 0x27d4eb2fU;
    h ^= h >> 15;
    h *= 0x2c1b3c6dU;
    h ^= h >> 12;
    h *= 0x297a2d39U;
    h ^= h >> 15;
    return h;
}

float chance(std::int32_t x, std::int32_t y, std::uint32_t seed)
{
    return float(scramble(x, y, seed) >> 8) / 16777216.0F;
}

float noise(float x, float y, std::uint32_t seed)
{
    const float fx = std::floor(x);
    const float fy = std::floor(y);
    const auto ix = std::int32_t(fx);
    const auto iy = std::int32_t(fy);
    const float dx = x - fx;
    const float dy = y - fy;
    const float u = fade(dx);
    const float top = mix(slope(ix, iy, dx, dy, seed), slope(ix + 1, iy, dx - 1, dy, seed), u);
    const float low =
        mix(slope(ix, iy + 1, dx, dy - 1, seed), slope(ix + 1, iy + 1, dx - 1, dy - 1, seed), u);
    return 1.5F * mix(top, low, fade(dy));
}

float clouds(float x, float y, int octaves, std::uint32_t seed)
{
    float sum = 0;
    float weight = 0.5F;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * noise(x, y, seed + std::uint32_t(i));
        weight *= 0.5F;
        // Turned a little each time, so that no grid shows.
        const float turned = 1.6F * x + 1.2F * y;
        y = 1.6F * y - 1.2F * x;
        x = turned;
    }
    return sum;
}

float crests(float x, float y, int octaves, std::uint32_t seed)
{
    float sum = 0;
    float weight = 0.5F;
    float before = 1;
    for (int i = 0; i < octaves; ++i) {
        float crest = 1 - std::abs(noise(x, y, seed + std::uint32_t(i)));
        crest *= crest;
        sum += weight * crest * before;
        before = crest;
        weight *= 0.5F;
        const float turned = 1.6F * x + 1.2F * y;
        y = 1.6F * y - 1.2F * x;
        x = turned;
    }
    return sum;
}

Cell cells(float x, float y, std::uint32_t seed, float jitter)
{
    const auto ix = std::int32_t(std::floor(x));
    const auto iy = std::int32_t(std::floor(y));
    Cell found;
    for (std::int32_t cy = iy - 1; cy <= iy + 1; ++cy) {
        for (std::int32_t cx = ix - 1; cx <= ix + 1; ++cx) {
            const float dx = x - (float(cx) + 0.5F + jitter * (chance(cx, cy, seed) - 0.5F));
            const float dy = y - (float(cy) + 0.5F + jitter * (chance(cx, cy, seed + 71) - 0.5F));
            const float distance = std::sqrt(dx * dx + dy * dy);
            if (distance < found.nearest) {
                found = {distance, found.nearest, cx, cy, dx, dy};
            } else {
                found.second = std::min(found.second, distance);
            }
        }
    }
    return found;
}

} // namespace Draw
