// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/condition.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

// What the full-text index takes as part of a word.
bool isOfWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) ||
           QChar::category(character) == QChar::Other_PrivateUse;
}

} // namespace

DateRange DateRange::onDay(QDate today) const
{
    if (!lastDays) {
        return *this;
    }
    DateRange range;
    range.from = today.addDays(qint64(1) - *lastDays);
    range.to = today;
    return range;
}

size_t qHash(const StoreTerm &term, size_t seed)
{
    return qHashMulti(seed, int(term.kind), term.text, term.count.from.value_or(-1),
                      term.count.to.value_or(-1), term.isWhole);
}

bool holdsOfAll(const StoreTerm &term)
{
    switch (term.kind) {
    case StoreTerm::Kind::Text:
    case StoreTerm::Kind::Title:
    case StoreTerm::Kind::Excerpt: break;
    case StoreTerm::Kind::Address:
    case StoreTerm::Kind::Cites:
    case StoreTerm::Kind::CitedBy:
    case StoreTerm::Kind::Picture:
    case StoreTerm::Kind::Cited: return false;
    }
    const QList<uint> characters = term.text.left(MaxTermCharacters).toUcs4();
    return std::none_of(characters.cbegin(), characters.cend(), isOfWord);
}

bool operator==(const Condition &a, const Condition &b) = default;

} // namespace Microfiche
