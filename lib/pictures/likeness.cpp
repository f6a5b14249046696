// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/likeness.h"

#include <QImage>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr int Fields = 8;
/// Steps of brightness that coding a picture again may add.
constexpr int Noise = 2;
/// Fewer fields that differ from their neighbour make no picture of their own.
constexpr int FewestTelling = 6;
constexpr int MostDiffering = 6;
/// Of 112 pairs of neighbours: gradients have up to 10, logos and photographs 13 and more.
constexpr int FewestEdges = 12;
/// What a surface of the second degree leaves of the brightness' variance: of gradients up to a
/// sixth, of logos and photographs a fifth and more.
constexpr double LeastLeft = 0.18;

constexpr int Width = Fields + 1;
using Brightness = std::array<double, size_t(Width) * Fields>;

/// The first polynomials that are orthogonal over 0, 1, … count - 1.
double polynomial(int degree, int at, int count)
{
    const double fromMiddle = at - (count - 1) / 2.0;
    return degree == 0   ? 1
           : degree == 1 ? fromMiddle
                         : fromMiddle * fromMiddle - (count * count - 1) / 12.0;
}

void takeAway(Brightness &fields, int degreeX, int degreeY)
{
    Brightness part{};
    for (int at = 0; at < Width * Fields; ++at) {
        part[size_t(at)] =
            polynomial(degreeX, at % Width, Width) * polynomial(degreeY, at / Width, Fields);
    }
    const double share = std::inner_product(fields.begin(), fields.end(), part.begin(), 0.0) /
                         std::inner_product(part.begin(), part.end(), part.begin(), 0.0);
    std::transform(fields.begin(), fields.end(), part.begin(), fields.begin(),
                   [share](double field, double one) { return field - share * one; });
}

double power(const Brightness &fields)
{
    return std::inner_product(fields.begin(), fields.end(), fields.begin(), 0.0);
}

/// Whether it only passes from one brightness into others.
bool isSmooth(const QImage &image)
{
    Brightness fields{};
    for (int at = 0; at < Width * Fields; ++at) {
        fields[size_t(at)] = image.constScanLine(at / Width)[at % Width];
    }
    takeAway(fields, 0, 0);
    const double all = power(fields);
    for (const auto &[x, y] : {std::pair(1, 0), {0, 1}, {2, 0}, {1, 1}, {0, 2}}) {
        takeAway(fields, x, y);
    }
    return power(fields) < LeastLeft * all;
}

} // namespace

Likeness likenessOf(const QImage &image)
{
    if (image.isNull()) {
        return 0;
    }
    const QImage fields =
        image.scaled(Width, Fields, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    Likeness likeness = 0;
    int telling = 0;
    for (int y = 0; y < Fields; ++y) {
        const uchar *line = fields.constScanLine(y);
        for (int x = 0; x < Fields; ++x) {
            const int fall = line[x] - line[x + 1];
            likeness = likeness << 1 | (fall > Noise ? 1 : 0);
            telling += qAbs(fall) > Noise ? 1 : 0;
        }
    }
    return telling < FewestTelling || isSmooth(fields) ? 0 : likeness;
}

bool isTelling(Likeness likeness)
{
    constexpr Likeness notLast = 0xfefefefefefefefe; // of a row: that has no neighbour behind
    const int across = std::popcount((likeness ^ likeness << 1) & notLast);
    const int down = std::popcount((likeness ^ likeness << Fields) & ~Likeness(0xff));
    return across + down >= FewestEdges;
}

int distance(Likeness one, Likeness other)
{
    return std::popcount(one ^ other);
}

bool areAlike(Likeness one, Likeness other)
{
    return isTelling(one) && isTelling(other) && distance(one, other) <= MostDiffering;
}

} // namespace Microfiche
