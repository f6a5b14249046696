// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

/// Colors as amounts of light, and the few curves every scene is built from.
namespace Draw
{

struct Light {
    float r = 0;
    float g = 0;
    float b = 0;

    friend Light operator+(Light a, Light b) { return {a.r + b.r, a.g + b.g, a.b + b.b}; }
    friend Light operator*(Light a, Light b) { return {a.r * b.r, a.g * b.g, a.b * b.b}; }
    friend Light operator*(Light a, float k) { return {a.r * k, a.g * k, a.b * k}; }
    Light &operator+=(Light o) { return *this = *this + o; }
};

inline float clamp01(float v)
{
    return std::clamp(v, 0.0F, 1.0F);
}

/// 0 at `from`, 1 at `to` (which may be the smaller), smooth between.
inline float ease(float from, float to, float v)
{
    const float t = clamp01((v - from) / (to - from));
    return t * t * (3 - 2 * t);
}

inline float mix(float a, float b, float t)
{
    return a + (b - a) * t;
}

inline Light mix(Light a, Light b, float t)
{
    return a * (1 - t) + b * t;
}

/// The light of a color as it is written for screens, 0xRRGGBB.
inline Light hex(std::uint32_t rgb)
{
    const auto linear = [](std::uint32_t byte) {
        const float v = float(byte & 0xff) / 255;
        return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
    };
    return {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
}

/// A gradient through stops of (place, color), places rising.
inline Light ramp(std::initializer_list<std::pair<float, Light>> stops, float at)
{
    const auto *last = stops.begin();
    for (const auto &stop : stops) {
        if (at < stop.first) {
            if (&stop == stops.begin())
                return stop.second;
            return mix(last->second, stop.second,
                       (at - last->first) / std::max(1e-6F, stop.first - last->first));
        }
        last = &stop;
    }
    return last->second;
}

inline float gauss(float distance, float width)
{
    return std::exp(-distance * distance / (2 * width * width));
}

} // namespace Draw
