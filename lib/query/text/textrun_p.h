// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest pieces of a query's text.
#pragma once

#include <QString>

namespace Microfiche
{

/// As it is written; others are read as well.
inline constexpr QChar Quote = u'"';

struct QuotedText {
    QString text;      ///< without the quotes, doubled straight ones single
    qsizetype end = 0; ///< behind the closing quote; 0 if the quote is not closed
};
/// Whether quoted text may begin with `c`: a straight quote, or one as word processors make them.
bool opensQuote(QChar c);
/// The text between the quote at `start` and the one that closes it, or the end of the text.
QuotedText quotedAt(QStringView text, qsizetype start);

/// What ends a run of characters that belong together, besides space.
struct RunEnds {
    bool atComma = false;
    bool atClosing = false; ///< a bracket whose other half is not in the run
};
/// Behind the last character of the run from `start` on.
qsizetype endOfRun(QStringView text, qsizetype start, RunEnds ends);

/// Whether a word by itself asks for the article at an address: nobody looks for `https` in a text.
bool isAddressWord(QStringView word);

} // namespace Microfiche
