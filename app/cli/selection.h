// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"
#include "store/store.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <variant>

namespace Microfiche
{

/// Answers the query that `words` of a command line make together; or says why they are none.
/// `order` wins over one that the query names.
std::variant<QueryAnswer, QString> select(Store &store, const QStringList &words,
                                          std::optional<SortOrder> order = {});

/// Gives the cards of `ids` in their order, a page at a time: memory does not grow with them. Those
/// that cannot be read in full are left out, and given back.
QList<ArticleId> forEachCard(Store &store, const QList<ArticleId> &ids,
                             const std::function<void(const ArticleCard &)> &take);

} // namespace Microfiche
