// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Microfiche
{

/// As it is compared: without case and accents.
QString foldedForSearch(const QString &text);
constexpr int StrewnRank = 3;
/// How well `text` is what one types, both folded: 0 is best, nothing if it is not meant at all.
/// It begins so; a word of it begins so; all words are somewhere in it; or its letters are, in that
/// order: StrewnRank.
std::optional<int> matchRank(const QString &typed, const QString &text);

} // namespace Microfiche
