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
    QString label;            ///< what to show: a key with its colon, or a name
    QString hint;             ///< of a key: what it does; of a provider: its domain
    std::optional<int> count; ///< of a name: how many articles it would leave; none for keys
    qsizetype position = 0;   ///< the part of the text that it takes the place of, UTF-16 units
    qsizetype length = 0;
    QString replacement; ///< quoted where need be; a name with a space behind it

    friend bool operator==(const Completion &, const Completion &) = default;
};

/// What could stand at `cursor` of `text`: keys that begin like the word there, values of the key
/// before it, and topics, providers and types of `known` in which a word begins like it, most
/// articles first. At most `limit`.
QList<Completion> completions(const QString &text, qsizetype cursor, const QueryAnswer &known,
                              int limit = 8);

} // namespace Microfiche
