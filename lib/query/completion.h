// SPDX-License-Identifier: GPL-3.0-or-later
// What could be typed next.
#pragma once

#include "query/queryanswer.h"

#include <QList>
#include <QString>

namespace Microfiche
{

/// One way to go on with what is typed.
struct Completion {
    QString label;          ///< what to show: a key with its colon, or a name
    QString hint;           ///< of a key: what it does; of a provider: its domain
    qsizetype position = 0; ///< the part of the text that it takes the place of, UTF-16 units
    qsizetype length = 0;
    QString replacement; ///< quoted where need be; a name with a space behind it
    /// What to count in its place. Of what asks for something by itself, just that: a name,
    /// `is:unread`, `date:today`. Of a key of ranges, all that have a value to be in one. Empty
    /// where no number says anything: other keys ask for nothing yet, an order leaves all as many.
    QString counted;

    friend bool operator==(const Completion &, const Completion &) = default;
};

/// What could stand at `cursor` of `text`: keys that begin like the word there, values of the key
/// before it, and topics, providers and types of `known` in which a word begins like it, most
/// articles first. At most `limit`. `known` is best the answer to textWithout(text, cursor): the
/// one to the text itself has only what goes with half a word.
QList<Completion> completions(const QString &text, qsizetype cursor, const QueryAnswer &known,
                              int limit = 8);

/// The text without the word or the value that stands at `cursor`, and the minus before it.
QString textWithout(const QString &text, qsizetype cursor);

/// Whether a word of `name` begins like `start`, or more words do in a row.
bool hasWordLike(const QString &name, const QString &start);

} // namespace Microfiche
