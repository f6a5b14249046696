// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/nothingfound.h"

#include "article/displaytext.h"
#include "query/askednames.h"
#include "query/querytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Microfiche
{

namespace
{

struct NothingFound {
    Q_DECLARE_TR_FUNCTIONS(NothingFound)
};

bool isKnown(const QString &name, const QList<FacetCount> &facets)
{
    const AskedNames asked({name});
    return std::any_of(facets.cbegin(), facets.cend(),
                       [&asked](const FacetCount &facet) { return asked.mean(facet); });
}

/// `sentence` of each of the names that none of `facets` goes by.
void addUnknown(QStringList &reasons, const QStringList &names, const QList<FacetCount> &facets,
                const QString &sentence)
{
    for (const QString &name : names) {
        if (!isKnown(name, facets)) {
            reasons.append(sentence.arg(displayLine(name)));
        }
    }
}

} // namespace

QStringList reasonsForNothing(const QString &query, const QueryAnswer &answer)
{
    QStringList reasons;
    if (const auto hint = queryHint(query)) {
        reasons.append(displayLine(hint->message));
    }
    const auto read = parseQuery(query);
    if (const auto *asked = std::get_if<Query>(&read)) {
        addUnknown(reasons, asked->topics, answer.topics,
                   NothingFound::tr("No article has the topic %1."));
        addUnknown(reasons, asked->providers, answer.providers,
                   NothingFound::tr("No article is from %1."));
        addUnknown(reasons, asked->types, answer.types,
                   NothingFound::tr("No article is of type %1."));
    }
    constexpr qsizetype most = 5;
    return reasons.mid(0, most);
}

} // namespace Microfiche
