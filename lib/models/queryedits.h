// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit makes of a query.
#pragma once

#include "query/querytext.h"

namespace Microfiche
{

/// What the chips and what is typed ask together. What is typed is the newer word: its ranges
/// replace those of the chips, its values join them. The order is that of the chips.
Query mergedQuery(Query chips, const Query &typed);

/// Why the query could not be read back from its text, which a saved search, the history and a copy
/// are; none if it can.
std::optional<QueryError> problemOf(const Query &query);

/// The names that the query's own clause asks for: topics, providers or types.
const QStringList &namesOf(const Query &query, Condition::Kind kind);
/// Whether what has this name is left out.
bool leavesOut(const Query &query, Condition::Kind kind, const QString &name);

/// Chooses one name, or leaves it if it is the only one; with `keep` beside the others. What was
/// left out no longer is.
void chooseName(Query &query, Condition::Kind kind, const QString &name, bool keep);

/// Leaves out what has this name, or no longer does.
void excludeName(Query &query, Condition::Kind kind, const QString &name);

/// That it has a picture.
Condition pictured();

} // namespace Microfiche
