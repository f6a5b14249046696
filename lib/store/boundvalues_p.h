// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlvalue_p.h"

#include <QSqlQuery>
#include <QSqlResult>
#include <QVariantList>

namespace Microfiche
{

/// Gives a prepared query its values, each to a '?', in their order.
///
/// QSqlQuery finds the place of every value by a name, and makes one up for each that is bound by
/// its position, each time anew: a third of what an import's writer did. Up to Qt 6.4, who derives
/// from QSqlResult can have the list itself; what later ones offer is not for const results.
class BoundValues final : private QSqlResult
{
public:
    template <typename... Values>
    static void set(QSqlQuery &query, const Values &...values)
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        QVariantList &list = (query.result()->*(&BoundValues::boundValues))();
        list.resize(sizeof...(values));
        [[maybe_unused]] qsizetype position = 0;
        ((list[position++] = bound(values)), ...);
#else
        [[maybe_unused]] int position = 0;
        (query.bindValue(position++, bound(values)), ...);
#endif
    }
};

} // namespace Microfiche
