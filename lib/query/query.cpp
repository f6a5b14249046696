// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include <QSet>

namespace Microfiche
{

namespace
{

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

/// Names that differ only in case are the same name; the first spelling stays.
QStringList distinctNames(const QStringList &names)
{
    QStringList distinct;
    QSet<QString> seen;
    for (const QString &name : names) {
        const QString folded = name.toCaseFolded();
        if (isBlank(name) || seen.contains(folded)) {
            continue;
        }
        seen.insert(folded);
        distinct.append(name);
    }
    return distinct;
}

template <typename Range>
void normalize(Range &range, Missing &missing)
{
    if (missing == Missing::Only) {
        range = {};
    } else if (range.isOpen()) {
        missing = Missing::Excluded;
    }
}

} // namespace

bool Query::isEmpty() const
{
    return words.isEmpty() && topics.isEmpty() && providers.isEmpty() && !filtersDate() &&
           !filtersQuality() && kinds == Kinds::Articles && !unpublishedOnly;
}

Query Query::normalized() const
{
    Query query = *this;
    query.words.removeIf(isBlank);
    query.topics = distinctNames(topics);
    query.providers = distinctNames(providers);
    normalize(query.date, query.undated);
    normalize(query.quality, query.unrated);
    return query;
}

} // namespace Microfiche
