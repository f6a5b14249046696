// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/queryremarks.h"

#include "article/displaytext.h"
#include "cli/console.h"
#include "cli/selection.h"
#include "query/askednames.h"
#include "query/querytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Microfiche
{

namespace
{

struct QueryRemarks {
    Q_DECLARE_TR_FUNCTIONS(QueryRemarks)
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

QStringList unknownNames(const QString &query, const QueryAnswer &answer)
{
    QStringList reasons;
    const auto read = parseQuery(query);
    if (const auto *asked = std::get_if<Query>(&read)) {
        addUnknown(reasons, asked->topics, answer.topics,
                   QueryRemarks::tr("No article has the topic %1."));
        addUnknown(reasons, asked->providers, answer.providers,
                   QueryRemarks::tr("No article is from %1."));
        addUnknown(reasons, asked->types, answer.types,
                   QueryRemarks::tr("No article is of type %1."));
        addUnknown(reasons, asked->tags, answer.tags, QueryRemarks::tr("There is no tag %1."));
    }
    constexpr qsizetype most = 5;
    return reasons.mid(0, most);
}

/// Whether the same with quotes would have found something.
void sayMissingQuotes(Store &store, const QueryArgument &query, Console &console)
{
    const auto answer = select(store, query.quoted, console.width());
    const auto *found = std::get_if<QueryAnswer>(&answer);
    if (found && !found->ids.isEmpty()) {
        console.say(QueryRemarks::tr("Quotes are missing, perhaps: %1 matches %2.")
                        .arg(displayLine(query.quoted), QString::number(found->ids.size())));
    }
}

} // namespace

void sayRemarks(Store &store, const QueryArgument &query, const QueryAnswer &answer,
                Console &console)
{
    if (const auto hint = queryHint(query.text)) {
        console.say(displayLine(hint->message));
    }
    if (!answer.ids.isEmpty()) {
        return;
    }
    for (const QString &reason : unknownNames(query.text, answer)) {
        console.say(reason);
    }
    if (query.quoted != query.text) {
        sayMissingQuotes(store, query, console);
    }
}

} // namespace Microfiche
