// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

// Dawn: one range behind the other, each darker, with mist between them.

float rangeBase(int range, float x)
{
    const float depth = float(range) / 7;
    return mix(0.56F, 1.0F, depth * depth * 0.6F + depth * 0.4F) +
           0.05F * std::sin(x * 2.1F + float(range) * 1.7F);
}

float rangeTop(int range, float x)
{
    const float depth = float(range) / 7;
    const float scale = mix(1.1F, 2.2F, depth);
    const float shape = crests(x * scale + 7.3F * float(range), float(range) * 3.1F, 6, 20);
    float top = rangeBase(range, x) - mix(0.27F, 0.19F, depth) * shape;
    if (range >= 5) // the tops of trees
        top -= 0.014F * depth * std::abs(noise(x * 150, 0, std::uint32_t(range)));
    return top;
}

Light dawnSky(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x2c4a86)},
                             {0.20F, hex(0x7f86b4)},
                             {0.36F, hex(0xe6a58c)},
                             {0.48F, hex(0xffcf96)},
                             {0.60F, hex(0xffe6bf)}},
                            y);
    const float dx = x - 1.22F;
    const float dy = (y - 0.40F) * 1.25F;
    const float distance = std::sqrt(dx * dx + dy * dy);
    const float veil = ease(0.05F, 0.6F, clouds(x * 1.6F, y * 9, 5, 4) + 0.2F);
    return mix(base, base * 1.25F + hex(0x3a1d12), veil * 0.5F) +
           hex(0xffc77a) * (0.6F * gauss(distance, 0.14F) + 0.4F * gauss(distance, 0.4F)) +
           hex(0xfff1d0) * (5 * ease(0.040F, 0.034F, distance));
}

Light ridgesAtDawn(float x, float y)
{
    Light light = dawnSky(x, y);
    for (int range = 0; range < 8; ++range) {
        const float top = rangeTop(range, x);
        if (y < top)
            continue;
        const float depth = float(range) / 7;
        const Light far = mix(hex(0xd99c8c), hex(0xffc88e), gauss(x - 1.22F, 0.5F));
        const Light rock = ramp(
            {{0.0F, far}, {0.35F, hex(0x8c6f92)}, {0.7F, hex(0x36456f)}, {1.0F, hex(0x0d1a2e)}},
            depth);
        const Light mist = mix(far, hex(0x7480ab), depth);
        const float rising = ease(-0.08F, 0.10F, y - rangeBase(range, x));
        const float drift = 0.75F + 0.35F * clouds(x * 2.5F + float(range), y * 9, 4, 9);
        light = mix(rock, mist, clamp01(rising * drift * mix(0.9F, 0.45F, depth)));
    }
    return light;
}

QImage paintRidges(QSize size)
{
    Film film(size);
    film.expose(ridgesAtDawn);
    film.bloom(0.8F, 0.05F, 0.25F);
    film.vignette(0.25F);
    return film.develop(1.05F, 1.2F);
}

// Dunes: a landscape of asymmetric waves, walked along each line of sight.

struct Place {
    float x = 0;
    float y = 0;
    float z = 0;
};

float duneHeight(float x, float z)
{
    const float bend = noise(x * 0.11F, z * 0.11F, 31);
    const float across = x * 0.16F + z * 0.10F + 0.9F * bend;
    const float phase = across - std::floor(across);
    const float rise = phase < 0.72F ? phase / 0.72F : (1 - phase) / 0.28F;
    const float tall = 0.75F + 0.55F * noise(x * 0.07F + 9, z * 0.05F, 32);
    return 1.25F * tall * std::pow(rise, 1.25F) + 0.10F * noise(x * 0.5F, z * 0.5F, 33);
}

Light desertSky(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x4f7fb0)},
                             {0.2F, hex(0xa3b9c8)},
                             {0.36F, hex(0xf3d2b4)},
                             {0.5F, hex(0xf5c8a4)}},
                            y);
    const float wisp = ease(0.15F, 0.7F, clouds(x * 1.3F + 3, y * 7, 5, 35) + 0.15F);
    return mix(base, hex(0xfff0dc), 0.45F * wisp) + hex(0xffb765) * (0.35F * gauss(x - 1.9F, 0.6F));
}

/// How far the line of sight goes before it meets sand; negative if it never does.
float walk(Place from, Place step)
{
    float far = 0.4F;
    for (int i = 0; i < 220 && far < 70; ++i) {
        const float above =
            from.y + step.y * far - duneHeight(from.x + step.x * far, from.z + step.z * far);
        if (above < 0.002F * far)
            return far;
        far += std::max(0.012F, 0.38F * above);
    }
    return -1;
}

Light sand(float x, float z, float far)
{
    const float h = 0.01F + 0.002F * far;
    float nx = (duneHeight(x - h, z) - duneHeight(x + h, z)) / (2 * h);
    const float nz = (duneHeight(x, z - h) - duneHeight(x, z + h)) / (2 * h);
    const float ripple =
        std::sin(62 * (x * 0.8F - z * 0.35F + 0.35F * noise(x * 0.9F, z * 0.9F, 36)));
    nx += 0.16F * ripple * ease(13, 2, far);
    const float length = std::sqrt(nx * nx + nz * nz + 1);
    const Place sun{0.86F, 0.34F, -0.30F};
    float lit = clamp01((nx * sun.x + sun.y + nz * sun.z) / length);
    const float here = duneHeight(x, z);
    float open = 1;
    for (float t = 0.08F; t < 6 && lit > 0; t *= 1.16F) {
        const float over = here + sun.y * t - duneHeight(x + sun.x * t, z + sun.z * t);
        open = std::min(open, 0.5F + 7 * over / t);
    }
    lit *= ease(0, 1, open);
    const Light grains = hex(0xe0a074) * (1 + 0.08F * noise(x * 9, z * 9, 37));
    return grains * (hex(0xffdcb4) * (1.7F * lit) + hex(0x94a0c8) * (0.50F + 0.15F / length));
}

Light dunes(float x, float y)
{
    const Place eye{0, 2.35F, 0};
    const float across = (x - 0.89F) * 1.05F;
    const float down = (0.36F - y) * 1.05F;
    const float far = walk(eye, {across, down, 1});
    const Light sky = desertSky(x, std::min(y, 0.5F));
    if (far < 0)
        return sky;
    const Light ground = sand(across * far, far, far);
    return mix(ground, hex(0xf1c6a6), 1 - std::exp(-far * 0.028F));
}

QImage paintDunes(QSize size)
{
    Film film(size);
    film.expose(dunes);
    film.bloom(0.9F, 0.04F, 0.2F);
    film.vignette(0.25F);
    return film.develop(1.1F, 1.15F);
}

// A forest in the morning: trunks behind trunks, and the light that comes between them.

constexpr int TrunkRows = 6;

Light forestAir(float x, float y)
{
    const float glow = gauss(std::hypot(x - 1.20F, (y - 0.30F) * 0.9F), 0.42F);
    const Light air =
        ramp({{0.0F, hex(0x9db48a)}, {0.5F, hex(0xb9c79c)}, {0.8F, hex(0x7f9a63)}}, y);
    return air * 0.75F + hex(0xffefb4) * (1.05F * glow);
}

/// How much of a trunk of this row stands at the place, and which side of it is seen (-1 to 1).
bool trunkAt(int row, float x, float y, float &side)
{
    const float near = float(row) / (TrunkRows - 1);
    const float gap = mix(0.050F, 0.42F, near * near);
    const auto seed = std::uint32_t(130 + row);
    for (int i = -1; i <= 1; ++i) {
        const float place = std::floor(x / gap) + float(i);
        const auto tree = std::int32_t(place);
        const float lean = 0.06F * (chance(tree, 1, seed) - 0.5F) * (0.6F - y);
        const float middle = (place + 0.15F + 0.7F * chance(tree, 2, seed)) * gap + lean +
                             0.003F * noise(y * 5, float(tree), seed);
        const float foot = 1 + 0.5F * ease(mix(0.60F, 0.75F, near), mix(0.72F, 0.98F, near), y);
        const float half = mix(0.0045F, 0.036F, near) * (0.55F + 0.6F * chance(tree, 3, seed)) *
                           foot * mix(0.85F, 1.1F, y);
        side = (x - middle) / half;
        if (std::abs(side) < 1)
            return true;
    }
    return false;
}

bool leavesAt(int row, float x, float y)
{
    const float near = float(row) / (TrunkRows - 1);
    const float scale = mix(26, 9, near);
    const auto seed = std::uint32_t(140 + row);
    const float mass = clouds(x * scale * 0.35F, y * scale * 0.45F + float(row), 3, seed);
    const float detail = clouds(x * scale * 3, y * scale * 3, 4, seed + 9);
    return mass + 0.55F * detail >
           mix(0.02F, 0.30F, near) + 1.9F * std::max(0.0F, y - mix(0.30F, 0.02F, near));
}

Light undergrowth(int row, float x, float y, float top)
{
    const float near = float(row) / (TrunkRows - 1);
    const float scale = mix(60, 16, near);
    const float leaf = clouds(x * scale, y * scale * 1.7F, 4, std::uint32_t(150 + row));
    const float lit = ease(-0.35F, 0.6F, leaf) * mix(1.0F, 0.55F, clamp01((y - top) * 5));
    return mix(hex(0x16240f), hex(0x7fa13c), lit) * mix(1.0F, 0.55F, near);
}

Light forest(float x, float y)
{
    Light light = forestAir(x, y);
    for (int row = 0; row < TrunkRows; ++row) {
        const float near = float(row) / (TrunkRows - 1);
        const float veil = std::pow(1 - near, 1.4F) * 0.86F;
        const float ground = mix(0.66F, 0.93F, near) +
                             0.05F * noise(x * 2.2F, float(row) * 7, 160) +
                             0.02F * clouds(x * mix(30, 12, near), float(row), 3, 161);
        float side = 0;
        Light thing;
        if (y > ground)
            thing = undergrowth(row, x, y, ground);
        else if (leavesAt(row, x, y))
            thing = mix(hex(0x0f1d0c), hex(0x5d7f2a), 0.55F * gauss(x - 1.2F, 0.5F) * (1 - near));
        else if (trunkAt(row, x, y, side))
            thing = mix(hex(0x0c0d0a), hex(0x4d4634),
                        clamp01(0.25F + 0.45F * side * (x < 1.2F ? 1.0F : -1.0F) +
                                0.5F * clouds(x * 90, y * 9, 3, 162)));
        else
            continue;
        light = mix(thing, forestAir(x, y), veil);
    }
    const float angle = std::atan2(x - 1.32F, y + 0.35F);
    const float beam = ease(-0.05F, 0.55F, clouds(angle * 11, 0, 3, 163)) * ease(1.0F, 0.25F, y);
    return light + hex(0xffe9a8) * (0.22F * beam * gauss(x - 1.05F - 0.1F * y, 0.55F));
}

QImage paintForest(QSize size)
{
    Film film(size);
    film.expose(forest);
    film.bloom(0.6F, 0.04F, 0.35F);
    film.vignette(0.4F);
    return film.develop(1.1F, 1.1F);
}

} // namespace

QList<Scene> landScenes()
{
    return {
        {QStringLiteral("ridges-at-dawn"), {1200, 675}, paintRidges},
        {QStringLiteral("dunes"), {1200, 675}, paintDunes},
        {QStringLiteral("forest"), {1200, 675}, paintForest},
    };
}

} // namespace Draw
