// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/condition.h"

namespace Microfiche
{

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
                      term.count.to.value_or(-1));
}

bool operator==(const Condition &a, const Condition &b) = default;

} // namespace Microfiche
