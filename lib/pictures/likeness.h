// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QImage;
QT_END_NAMESPACE

namespace Microfiche
{

/// What a picture looks like in 64 bits, whatever its size, format and quality: whether each of 8 x
/// 8 fields is brighter than the one to its right (a difference hash). 0 for pictures too plain to
/// tell from one another: of one colour, or that only pass from one into others, as skies and
/// backgrounds do. Kept in thumbnails: a change of the rule needs a new kind of thumbnail. What
/// archives keep from before isTelling() judges by its bits.
using Likeness = quint64;

Likeness likenessOf(const QImage &image);

/// Whether there is a picture in it: of gradients most neighbours of the 8 x 8 bits are the same.
/// The store has the same rule, as the rooms are apart.
bool isTelling(Likeness likeness);

/// In how many of 64 fields they differ.
int distance(Likeness one, Likeness other);

/// Whether two pictures are most likely the same one, scaled or compressed again. Never for plain
/// ones.
bool areAlike(Likeness one, Likeness other);

} // namespace Microfiche
