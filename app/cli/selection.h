// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"
#include "store/store.h"

#include <QList>
#include <QString>

#include <functional>
#include <variant>

namespace Microfiche
{

/// Answers the query that `text` is; or says why it is none, in lines of `width` cells. `order`
/// wins over one that it names.
std::variant<QueryAnswer, QString> select(Store &store, const QString &text, int width,
                                          std::optional<SortOrder> order = {});

/// Gives the cards of `ids` in their order, a page at a time: memory does not grow with them. Those
/// that cannot be read in full are left out, and given back.
QList<ArticleId> forEachCard(Store &store, const QList<ArticleId> &ids,
                             const std::function<void(const ArticleCard &)> &take);

} // namespace Microfiche
