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
/// tell from one another. Kept in thumbnails: a change of the rule needs a new kind of thumbnail.
using Likeness = quint64;

Likeness likenessOf(const QImage &image);

/// In how many of 64 fields they differ.
int distance(Likeness one, Likeness other);

/// Whether two pictures are most likely the same one, scaled or compressed again. Never for plain
/// ones.
bool areAlike(Likeness one, Likeness other);

} // namespace Microfiche
