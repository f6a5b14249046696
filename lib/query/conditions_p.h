// SPDX-License-Identifier: GPL-3.0-or-later
// What conditions have in common, whoever reads, writes or judges them.
#pragma once

#include "query/query.h"

namespace Microfiche
{

/// What a chart or a list of facets shows, and a clause of its own edits.
enum class Field { Date, Quality, Heat, Topics, Providers, Types, Tags };
inline constexpr int FieldCount = 7;

/// `condition` in the form that parseQuery() gives it: nothing set that its kind does not heed, no
/// joint in a joint of its kind, none of a single part. None if it asks for nothing: a blank word,
/// a range without ends, no names, no parts. What asks for nothing holds of all, so that one such
/// alternative is enough; negated it holds of none, and is All without parts, negated: `-()`.
std::optional<Condition> normalCondition(const Condition &condition);
/// The same for days.
DateRange normalDates(const DateRange &range);
/// The names without blank ones. Those that differ only in case are one: the first spelling stays.
QStringList distinctNames(const QStringList &names);

/// Whether mentions may be what is asked for: it names them, and not to leave them out.
bool asksForMentions(const QList<Condition> &conditions);

/// The field that the condition, which is normal, is about, if it is about one alone.
std::optional<Field> fieldOf(const Condition &normal);
/// What the query's own clause asks of a field, if it has one. Not normal.
std::optional<Condition> fieldClause(const Query &query, Field field);
/// What the query's words ask, each by itself.
QList<Condition> wordConditions(const QStringList &words);
/// The query without that clause and without the conditions on that field alone.
Query withoutField(Query query, Field field);

} // namespace Microfiche
