// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows have a word, read from the pages of the full-text index itself. Asked for a word that
// goes on, FTS5 merges all that begins so with every place where it stands: a third of a second for
// one letter in a million articles. Where only the rows count, a look at each of them will do; and
// in a phrase only those rows count that have the words before.
#pragma once

#include "query/idset.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace Microfiche
{

class Connection;

/// Whether what is looked for goes on behind its last letter.
enum class WordEnd { Open, Whole };

/// The rows in which a token is `word` or begins with it: in any column of article_fts, or in this
/// one of them. None if the index is not in the form that is known here, or damaged: then
/// FTS5 has the word. What is cancelled ends anywhere. Throws SqlError.
std::optional<IdSet> readPostings(Connection &connection, const QByteArray &word, WordEnd end,
                                  std::optional<int> column,
                                  const std::function<bool()> &isCancelled);

/// The rows in which the tokens `words`, two or more, stand in this order, the last one perhaps
/// going on. The rest as above.
std::optional<IdSet> readPhrase(Connection &connection, const QList<QByteArray> &words, WordEnd end,
                                std::optional<int> column,
                                const std::function<bool()> &isCancelled);

} // namespace Microfiche
