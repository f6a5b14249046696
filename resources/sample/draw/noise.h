// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Numbers that look random and are the same on every machine.
namespace Draw
{

std::uint32_t scramble(std::int32_t x, std::int32_t y, std::uint32_t seed);
/// 0 to 1, by whole coordinates.
float chance(std::int32_t x, std::int32_t y = 0, std::uint32_t seed = 0);
/// Smooth, -1 to 1.
float noise(float x, float y, std::uint32_t seed = 0);
/// Octaves of noise, about -1 to 1.
float clouds(float x, float y, int octaves, std::uint32_t seed = 0);
/// The same folded into crests, 0 to 1.
float crests(float x, float y, int octaves, std::uint32_t seed = 0);

/// The two nearest of points strewn one a cell, and which cell the nearest is in.
struct Cell {
    float nearest = 9;
    float second = 9;
    std::int32_t x = 0;
    std::int32_t y = 0;
    float dx = 0; ///< from the point to here
    float dy = 0;
};
Cell cells(float x, float y, std::uint32_t seed = 0, float jitter = 1);

} // namespace Draw
