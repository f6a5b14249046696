// SPDX-License-Identifier: GPL-3.0-or-later
#include "film.h"
#include "noise.h"
#include "scenes.h"

#include <array>

namespace Draw
{

namespace
{

// Rows of tulips under a wide sky.

constexpr float FieldTop = 0.43F;

Light summerSky(float x, float y)
{
    const float low = 1 / (0.16F + std::max(0.0F, FieldTop - y));
    const Light blue =
        ramp({{0.0F, hex(0x2f78bd)}, {0.25F, hex(0x78b3dd)}, {0.43F, hex(0xdcebf2)}}, y);
    const float u = (x - 0.9F) * low * 0.42F;
    const float mass = clouds(u + 6, low * 0.62F, 6, 201);
    const float thick = ease(0.02F, 0.40F, mass);
    const float lit = clouds(u + 6.05F, low * 0.62F - 0.06F, 5, 201);
    const Light cloud = mix(hex(0xffffff), hex(0xaebfd0), ease(-0.1F, 0.55F, lit));
    return mix(blue, cloud * 1.1F, thick * 0.92F);
}

Light tulipColor(int row)
{
    static const std::array<Light, 5> colors{hex(0xe0243a), hex(0xf7b529), hex(0xf06aa8),
                                             hex(0x7b3fa8), hex(0xf4622a)};
    return colors[std::size_t(((row + 300) / 3) % 5)];
}

Light tulips(float x, float y)
{
    const float depth = y - FieldTop;
    const float far = 0.30F / std::max(depth, 0.002F);
    const float across = (x - 0.80F) * far * 3.6F;
    const float away = far * 7;
    const float wobble = 0.05F * noise(away * 0.7F, std::floor(across), 202);
    const float at = across + wobble;
    const int row = int(std::floor(at));
    const float in = at - std::floor(at);
    const float near = ease(0.02F, 0.30F, depth);
    const Light green =
        mix(hex(0x1f3d16), hex(0x6a8f35), 0.5F + 0.5F * noise(at * 9, away * 5, 203));
    const Cell cell = cells(at * 12, away * 5.5F, 204);
    const float body = ease(0.66F, 0.36F, cell.nearest);
    const float shade = 0.55F + 0.45F * clamp01(0.7F - cell.dx * 0.9F - cell.dy * 0.8F);
    const float vary = 0.85F + 0.3F * chance(cell.x, cell.y, 205);
    const Light flower = tulipColor(row) * (vary * mix(1.0F, shade * 1.25F, near));
    const float bed = ease(0.06F, 0.20F, in) * ease(0.98F, 0.84F, in);
    const float cover = bed * mix(0.93F, body, near * 0.85F);
    const Light ground = mix(green, hex(0x241d12), ease(0.16F, 0.02F, std::min(in, 1 - in)) * 0.7F);
    const float side = mix(0.72F, 1.10F, ease(0.9F, 0.2F, in));
    const Light light = mix(ground, flower, cover) * side;
    return mix(light, hex(0xc9d6d6), 0.55F * std::exp(-depth * 26));
}

void sketchMill(QPainter &p)
{
    p.translate(1.32, 0.445);
    p.drawPolygon(QPolygonF({{-0.030, 0}, {-0.018, -0.125}, {0.018, -0.125}, {0.030, 0}}));
    p.drawRect(QRectF(-0.037, -0.055, 0.074, 0.006));
    p.drawPolygon(
        QPolygonF({{-0.020, -0.124}, {-0.012, -0.152}, {0.012, -0.150}, {0.021, -0.124}}));
    p.translate(0, -0.135);
    p.rotate(24);
    for (int i = 0; i < 4; ++i) {
        p.drawRect(QRectF(-0.0016, -0.125, 0.0032, 0.125));
        for (int bar = 0; bar < 12; ++bar)
            p.drawRect(QRectF(0, -0.122 + 0.008 * bar, 0.019, 0.0012));
        p.drawRect(QRectF(0.018, -0.123, 0.0014, 0.09));
        p.drawRect(QRectF(0.009, -0.123, 0.0009, 0.09));
        p.rotate(90);
    }
}

QImage paintTulips(QSize size)
{
    Film film(size);
    film.expose([](float x, float y) {
        const float trees = FieldTop - 0.012F - 0.016F * (0.5F + clouds(x * 9, 0, 5, 206)) -
                            0.02F * ease(0.2F, 0.5F, noise(x * 2.3F, 5, 207));
        if (y > FieldTop)
            return tulips(x, y);
        return y > trees ? mix(hex(0x55695c), hex(0x9fb3b4), 0.4F) : summerSky(x, y);
    });
    film.lay(sketchMill, [](float x, float y) {
        return mix(hex(0x2b2624), hex(0x9a7a62),
                   ease(1.33F, 1.30F, x) * ease(0.28F, 0.33F, y) * 0.7F);
    });
    film.bloom(0.9F, 0.03F, 0.2F);
    film.vignette(0.25F);
    return film.develop(1.15F, 1.15F);
}

// A tree in a white winter, upright.

void branch(QPainter &p, QPointF from, double angle, double length, double width, int level,
            int &number)
{
    ++number;
    const double bend = 0.16 * (chance(number, level, 211) - 0.5F);
    const QPointF middle = from + QPointF(std::sin(angle), -std::cos(angle)) * (length * 0.55);
    const QPointF to =
        middle + QPointF(std::sin(angle + bend), -std::cos(angle + bend)) * (length * 0.5);
    p.setPen(QPen(Qt::white, width, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(from, middle);
    p.setPen(QPen(Qt::white, width * 0.86, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(middle, to);
    if (level == 0)
        return;
    const int twigs = level > 8 || chance(number, 3, 212) < 0.75F ? 2 : 3;
    for (int i = 0; i < twigs; ++i) {
        const double spread = 0.24 + 0.42 * chance(number, 10 + i, 213);
        const double turn = (i == 0 ? -spread : i == 1 ? spread : 0.2 * (spread - 0.4));
        const double shorter = 0.70 + 0.16 * chance(number, 20 + i, 214);
        // Branches bow outwards, towards the light.
        branch(p, i == 2 ? middle : to, (angle + turn) * 1.02, length * shorter, width * 0.70,
               level - 1, number);
    }
}

void sketchTree(QPainter &p)
{
    int number = 0;
    p.setBrush(Qt::white);
    p.drawPolygon(QPolygonF({{-0.026, 0.006},
                             {-0.019, -0.02},
                             {-0.0165, -0.06},
                             {0.0165, -0.06},
                             {0.019, -0.02},
                             {0.027, 0.006}}));
    branch(p, {0, 0}, 0.02, 0.165, 0.033, 10, number);
}

Light winterAir(float x, float y)
{
    const Light base = ramp({{0.0F, hex(0x9fb4cc)},
                             {0.35F, hex(0xcdd3de)},
                             {0.62F, hex(0xf0dfd8)},
                             {0.80F, hex(0xe9e3e6)}},
                            y);
    const float away = std::hypot(x - 0.585F, y - 0.615F);
    return base * 0.9F + hex(0xffe3c4) * (0.35F * gauss(away, 0.16F)) +
           hex(0xfff3e2) * (1.2F * ease(0.045F, 0.038F, away));
}

Light snowField(float x, float y)
{
    const float ground = 0.815F + 0.012F * noise(x * 2.4F, 1, 215);
    if (y < ground)
        return winterAir(x, y);
    const float drift = clouds(x * 3 + y, y * 15, 5, 216);
    const Light snow = mix(hex(0xc3cfdf), hex(0xfbf3ee), clamp01(0.55F + 0.8F * drift));
    const float shadow =
        gauss(x - 0.36F + (y - 0.83F) * 0.9F, 0.02F + 0.10F * (y - 0.82F)) * ease(0.82F, 0.85F, y);
    return mix(winterAir(x, 0.8F), snow * mix(1.0F, 0.80F, 0.6F * shadow),
               ease(0.0F, 0.06F, y - ground));
}

QImage paintTree(QSize size)
{
    Film film(size);
    film.expose(snowField);
    const auto tree = [](double x, double y, double scale, double wide) {
        return [=](QPainter &p) {
            p.translate(x, y);
            p.scale(scale * wide, scale);
            sketchTree(p);
        };
    };
    film.lay(tree(0.66, 0.815, 0.26, -1), winterAir, 0.003F);
    const auto fog = [](float dark) {
        return [dark](float x, float y) { return mix(winterAir(x, y), hex(0x39434f), dark); };
    };
    film.lay(tree(0.66, 0.815, 0.26, -1), fog(0.20F), 0.002F);
    film.lay(tree(0.12, 0.818, 0.34, 1.1), fog(0.28F), 0.002F);
    film.lay(tree(0.385, 0.85, 0.86, 0.93), [](float x, float y) {
        return mix(hex(0x1b2027), hex(0x6f747c),
                   0.35F * clamp01(clouds(x * 40, y * 12, 3, 217) + ease(0.9F, 0.2F, y) * 0.6F));
    });
    film.lay([](QPainter &p) { p.drawEllipse(QPointF(0.385, 0.874), 0.075, 0.022); }, snowField,
             0.004F);
    film.shine(
        [](QPainter &p) {
            for (int i = 0; i < 260; ++i) {
                const double near = std::pow(chance(i, 1, 218), 4.0F);
                p.setOpacity(0.25 + 0.5 * chance(i, 4, 218));
                p.drawEllipse(QPointF(0.75 * chance(i, 2, 218), chance(i, 3, 218)),
                              0.0011 + 0.0042 * near, 0.0011 + 0.0042 * near);
            }
        },
        [](float, float) { return hex(0xffffff) * 0.5F; }, 0.001F);
    film.vignette(0.22F);
    return film.develop(1.05F, 1.05F);
}

} // namespace

QList<Scene> fieldScenes()
{
    return {
        {QStringLiteral("tulips"), {1200, 675}, paintTulips},
        {QStringLiteral("winter-tree"), {840, 1120}, paintTree},
    };
}

} // namespace Draw
