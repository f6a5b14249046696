// SPDX-License-Identifier: GPL-3.0-or-later
// The order of titles as the archive has it: the ids as they were once sorted, and which titles
// came, changed or went since. Whoever writes titles notes that in the same transaction, so both
// together are always true. To put every title to its place at once would cost an import more than
// to sort them all at its end.
#pragma once

#include "query/queryanswer.h"

#include <QList>

#include <optional>

namespace Microfiche
{

class Connection;

/// When so many have changed since, it is quicker to sort all anew.
bool isTooOld(qsizetype changed, qsizetype order);

struct KeptTitles {
    QList<ArticleId> order;
    QList<ArticleId> changed; ///< since it was sorted; some may be named twice
};

// They throw SqlError.
/// None if there is none by this collation, or if it is too old or damaged.
std::optional<KeptTitles> readKeptTitles(Connection &connection, const QByteArray &collation);
/// In the transaction that it is called in.
void keepTitles(Connection &connection, const QByteArray &collation, const KeptTitles &titles);
/// Belongs into the transaction that changes them.
void noteTitles(Connection &connection, const QList<ArticleId> &changed);
/// Articles that the order and what is noted do not account for, or that there are not; by whatever
/// collation it is sorted.
QList<ArticleId> misplacedTitles(Connection &connection);

} // namespace Microfiche
