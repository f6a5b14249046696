// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/likeness.h"

#include <QImage>

#include <bit>

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

} // namespace

Likeness likenessOf(const QImage &image)
{
    if (image.isNull()) {
        return 0;
    }
    const QImage fields =
        image.scaled(Fields + 1, Fields, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
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
    return telling < FewestTelling ? 0 : likeness;
}

int distance(Likeness one, Likeness other)
{
    return std::popcount(one ^ other);
}

bool areAlike(Likeness one, Likeness other)
{
    return one != 0 && other != 0 && distance(one, other) <= MostDiffering;
}

} // namespace Microfiche
