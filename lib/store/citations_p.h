// SPDX-License-Identifier: GPL-3.0-or-later
// How many articles relate to each one. There are twenty links to an article, and to count them for
// a million takes seconds, so the counts stand in the archive: those of some ids together, in the
// order of ids, so that all of them are read at once and an import writes few of them.
#pragma once

#include "query/condition.h"
#include "query/idset.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace Microfiche
{

class Connection;

/// What a batch does to the counts.
struct CitationChanges {
    QHash<ArticleId, int> links; ///< by how many more, or fewer, lead there
    QSet<ArticleId> added;       ///< rows that came
    QList<ArticleId> gone;
};

// They throw SqlError.
/// Belongs into the transaction that makes the changes.
void putCitations(Connection &connection, const CitationChanges &changes);
/// Counts all links anew, for an archive that has no counts yet.
void countCitations(Connection &connection);
/// The articles and mentions that so many relate to; what is cancelled ends anywhere. Without
/// counts, or where they are damaged, the links are counted.
IdSet readCited(Connection &connection, const ScoreRange &count,
                const std::function<bool()> &isCancelled);
/// Those whose count is not what their links are.
QList<ArticleId> miscounted(Connection &connection);

} // namespace Microfiche
