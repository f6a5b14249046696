// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions as lines that a person can read in a table.
#pragma once

#include "query/querytext.h"

namespace Microfiche::Test
{

inline QString dumpRange(const ScoreRange &range)
{
    const auto end = [](std::optional<int> value) {
        return value ? QString::number(*value) : QString();
    };
    return end(range.from) + QStringLiteral("..") + end(range.to);
}

inline QString dumpRange(const DateRange &range)
{
    if (range.lastDays) {
        return QStringLiteral("last %1").arg(*range.lastDays);
    }
    const auto end = [](std::optional<QDate> date) {
        return date ? date->toString(Qt::ISODate) : QString();
    };
    return end(range.from) + QStringLiteral("..") + end(range.to);
}

inline QString dump(const Condition &condition)
{
    static const char *const kinds[] = {"all",  "any",   "term",     "state", "date", "quality",
                                        "heat", "topic", "provider", "type",  "tag"};
    static const char *const terms[] = {"text",  "title",    "excerpt", "address",
                                        "cites", "cited-by", "picture", "cited"};
    static const char *const states[] = {"mention", "unpublished", "removed", "unread", "starred",
                                         "picture", "related",     "body",    "tag",    "note"};
    using Kind = Condition::Kind;
    const StoreTerm &term = condition.term;
    QStringList inside;
    switch (condition.kind) {
    case Kind::All:
    case Kind::Any:
        for (const Condition &part : condition.parts) {
            inside.append(dump(part));
        }
        break;
    case Kind::Term:
        inside = {QLatin1String(terms[int(term.kind)]) + u' ' +
                  (term.kind == StoreTerm::Kind::Cited ? dumpRange(term.count) : term.text) +
                  (term.isWhole ? QStringLiteral(" whole") : QString())};
        break;
    case Kind::State: inside = {QLatin1String(states[int(condition.state)])}; break;
    case Kind::Date: inside = {dumpRange(condition.dates)}; break;
    case Kind::Quality:
    case Kind::Heat: inside = {dumpRange(condition.scores)}; break;
    case Kind::Topic:
    case Kind::Provider:
    case Kind::Type:
    case Kind::Tag: inside = condition.names; break;
    }
    if (condition.takesMissing) {
        inside.append(QStringLiteral("none"));
    }
    return (condition.isNegated ? QStringLiteral("not ") : QString()) +
           QLatin1String(kinds[int(condition.kind)]) + u'(' + inside.join(QStringLiteral(", ")) +
           u')';
}

/// The words, then the conditions, by `; `.
inline QString dump(const Query &query)
{
    QStringList parts = query.words;
    for (const Condition &condition : query.conditions) {
        parts.append(dump(condition));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace Microfiche::Test
