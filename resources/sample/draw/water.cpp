// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

namespace Draw
{

namespace
{

// Surf on a beach, seen from above.

/// Lace of foam: thin walls between cells, at two sizes.
float lace(float x, float y, float scale, std::uint32_t seed)
{
    const float wx = x + 0.05F * clouds(x * 9, y * 9, 3, seed);
    const float wy = y + 0.05F * clouds(x * 9 + 5, y * 9, 3, seed + 1);
    const Cell wide = cells(wx * scale, wy * scale, seed + 2);
    const Cell fine = cells(wx * scale * 2.3F, wy * scale * 2.3F, seed + 3);
    return std::max(ease(0.16F, 0.0F, wide.second - wide.nearest),
                    0.7F * ease(0.20F, 0.0F, fine.second - fine.nearest));
}

Light beachSand(float x, float y, float wet)
{
    const float grain = clouds(x * 60, y * 60, 3, 71);
    const float shape = clouds(x * 3, y * 3, 4, 72);
    const Light dry = mix(hex(0xd9a878), hex(0xf0cfa4), 0.5F + 0.45F * shape + 0.25F * grain);
    return mix(dry, hex(0x94694a) * 1.05F, wet);
}

Light surf(float x, float y)
{
    // How far out to sea, across a shore that runs from upper right to lower left.
    const float out = (x - 0.84F) * 0.80F + (y - 0.5F) * -0.55F;
    const float along = x * 0.55F + y * 0.80F;
    const float edge = 0.05F * std::sin(along * 4.6F) + 0.07F * clouds(along * 2.4F, 1, 4, 73) +
                       0.012F * clouds(along * 22, 4, 3, 74);
    const float sea = out - edge;
    const float wet = ease(-0.20F, -0.03F, sea + 0.05F * clouds(along * 3 + 4, 2, 4, 75));
    if (sea < 0)
        return beachSand(x, y, wet) + hex(0xffffff) * (0.25F * ease(-0.010F, 0.0F, sea));

    const float swell = clouds(x * 5 + 0.8F * y, y * 3.2F, 5, 76);
    Light water = ramp({{0.0F, hex(0xcfe6d2)},
                        {0.10F, hex(0x7fd3c8)},
                        {0.28F, hex(0x2ba6b4)},
                        {0.55F, hex(0x0d7497)},
                        {0.95F, hex(0x07486f)}},
                       sea + 0.05F * swell);
    water = water * (1 + 0.22F * swell + 0.10F * clouds(x * 26, y * 18, 3, 77));
    float foam = ease(0.030F, 0.0F, sea) * 0.95F;
    const float rough = 0.5F + 0.5F * clouds(x * 6, y * 6, 4, 78);
    foam = std::max(foam, lace(x, y, 15, 79) * ease(0.20F, 0.02F, sea) * ease(0.2F, 0.6F, rough));
    for (int wave = 0; wave < 3; ++wave) {
        const float line = 0.15F + 0.17F * float(wave) +
                           0.055F * clouds(along * 2.1F + 3 * float(wave), float(wave), 4, 85);
        const float behind = sea - line;
        const float strong =
            ease(0.30F, 0.62F, 0.5F + clouds(along * 1.7F, 7 * float(wave) + 2, 3, 86)) *
            (1 - 0.22F * float(wave));
        const float crest = ease(-0.012F, 0.002F, behind) * ease(0.055F, 0.0F, behind);
        foam = std::max(foam, strong * crest * (0.65F + 0.35F * rough));
        foam = std::max(foam, strong * lace(x, y, 19, 88) * ease(0.0F, 0.02F, behind) *
                                  ease(0.17F, 0.02F, behind));
        water = water * (1 - 0.25F * strong * gauss(behind + 0.02F, 0.016F));
    }
    return mix(water, hex(0xfbfdfb), clamp01(foam));
}

QImage paintSurf(QSize size)
{
    Film film(size);
    film.expose(surf);
    film.vignette(0.2F);
    return film.develop(1.15F, 1.15F);
}

// The sea at sunset, a lighthouse on its rock.

constexpr float Horizon = 0.60F;
constexpr float SunX = 0.62F;

Light eveningSky(float x, float y)
{
    const Light base = ramp({{-0.1F, hex(0x22345f)},
                             {0.18F, hex(0x5a5688)},
                             {0.36F, hex(0xc0708a)},
                             {0.50F, hex(0xff9e6b)},
                             {0.60F, hex(0xffce7e)}},
                            y);
    const float low = 1 / (0.12F + std::max(0.0F, Horizon - y));
    const float bank = clouds(x * 1.1F + 3, low * 0.85F, 6, 91);
    const float cover = ease(-0.02F, 0.42F, bank);
    const float dx = x - SunX;
    const float dy = y - 0.545F;
    const float away = std::hypot(dx, dy);
    const Light under = mix(hex(0x5d4a70), hex(0xffa06a), gauss(away, 0.5F));
    return mix(base, under * (0.8F + 0.6F * gauss(bank - 0.12F, 0.12F)), 0.75F * cover) +
           hex(0xffb45e) * (0.9F * gauss(away, 0.16F)) +
           hex(0xffe7b0) * (6 * ease(0.036F, 0.031F, away));
}

Light eveningSea(float x, float y)
{
    const float depth = std::max(0.004F, y - Horizon);
    const float far = 0.16F / depth;
    const float wx = (x - 0.89F) * far * 5;
    const float wz = far * 9;
    const float flat = ease(0.0F, 0.08F, depth);
    const float tiltY =
        clouds(wx * 0.8F, wz * 0.8F, 5, 92) + 0.6F * noise(wx * 0.21F, wz * 0.5F, 93);
    const float tiltX = clouds(wx * 0.8F + 40, wz * 0.8F, 4, 94);
    const float lift = 0.10F + 0.34F * flat;
    const float up = Horizon - depth * 0.9F - lift * std::max(-0.25F, tiltY + 0.18F);
    const Light mirror =
        eveningSky(x + 0.20F * tiltX * flat, std::clamp(up, -0.1F, Horizon - 0.004F));
    const float glance = clamp01(0.92F - 1.4F * flat * std::max(0.0F, 0.22F - tiltY));
    return mix(hex(0x10243f), mirror, 0.30F + 0.62F * glance) * mix(1.0F, 0.82F, depth / 0.4F);
}

void sketchRock(QPainter &p)
{
    QPainterPath rock(QPointF(1.08, 0.66));
    for (int i = 0; i <= 120; ++i) {
        const float x = 1.08F + 0.0062F * float(i);
        const float rise = ease(1.08F, 1.36F, x) * 0.135F + 0.05F * ease(1.4F, 1.75F, x);
        rock.lineTo(double(x), double(0.635F - rise + 0.020F * clouds(x * 14, 3, 5, 95) -
                                      0.02F * crests(x * 6, 1, 4, 96)));
    }
    rock.lineTo(1.9, 0.66);
    for (int i = 0; i <= 60; ++i) {
        const float x = 1.9F - 0.0137F * float(i);
        rock.lineTo(double(x), double(0.662F + 0.010F * clouds(x * 20, 8, 4, 97)));
    }
    p.drawPath(rock);
    p.drawPolygon(QPolygonF({{1.452, 0.50}, {1.459, 0.315}, {1.487, 0.315}, {1.494, 0.50}}));
    p.drawRect(QRectF(1.453, 0.308, 0.040, 0.008));
    p.drawRect(QRectF(1.463, 0.276, 0.020, 0.034));
    p.drawPolygon(QPolygonF({{1.459, 0.277}, {1.473, 0.258}, {1.487, 0.277}}));
    p.drawPolygon(
        QPolygonF({{1.51, 0.50}, {1.51, 0.455}, {1.54, 0.435}, {1.57, 0.455}, {1.57, 0.50}}));
}

QImage paintLighthouse(QSize size)
{
    Film film(size);
    film.expose([](float x, float y) { return y < Horizon ? eveningSky(x, y) : eveningSea(x, y); });
    film.lay(
        [](QPainter &p) {
            p.translate(0, 1.305);
            p.scale(1, -1);
            p.setOpacity(0.85);
            sketchRock(p);
        },
        [](float, float) { return hex(0x1a1626); }, 0.006F);
    film.lay(sketchRock, [](float x, float y) {
        return mix(hex(0x0d0c17), hex(0x5d3440),
                   0.5F * ease(1.5F, 1.46F, x) * ease(0.5F, 0.45F, y) +
                       0.25F * clamp01(clouds(x * 30, y * 30, 4, 98)));
    });
    film.shine([](QPainter &p) { p.drawEllipse(QPointF(1.473, 0.293), 0.008, 0.010); },
               [](float, float) { return hex(0xffe9b8) * 6.0F; }, 0.001F);
    film.bloom(0.9F, 0.045F, 0.4F);
    film.vignette(0.3F);
    return film.develop(1.0F, 1.15F);
}

} // namespace

QList<Scene> waterScenes()
{
    return {
        {QStringLiteral("surf"), {1200, 675}, paintSurf},
        {QStringLiteral("lighthouse"), {1200, 675}, paintLighthouse},
    };
}

} // namespace Draw
