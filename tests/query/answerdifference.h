// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"

#include <QDebug>

#include <algorithm>

namespace Microfiche::Test
{

/// Where two answers differ, in words; empty if they are equal.
inline QString difference(const QueryAnswer &found, const QueryAnswer &expected)
{
    const auto numbers = [](const QueryAnswer &a) {
        return QList<qint64>{
            a.isCancelled,      a.articles,         a.mentions,         a.undated.value,
            a.undated.total,    a.undated.count,    a.unrated.value,    a.unrated.total,
            a.unrated.count,    a.unmeasured.value, a.unmeasured.total, a.unmeasured.count,
            a.withoutDate,      a.withoutQuality,   a.withoutHeat,      a.withoutTopics,
            a.withoutProviders, a.withoutTypes,     a.withoutTags,      a.withoutWords,
            a.withoutKinds,     a.archiveArticles,  a.archiveMentions,  a.archiveUnpublished};
    };
    QString text;
    QDebug out(&text);
    if (found.ids != expected.ids) {
        out << "ids" << found.ids << "not" << expected.ids;
    }
    if (numbers(found) != numbers(expected)) {
        out << "numbers" << numbers(found) << "not" << numbers(expected);
    }
    if (found.withoutWord != expected.withoutWord ||
        found.withoutCondition != expected.withoutCondition) {
        out << "without" << found.withoutWord << found.withoutCondition << "not"
            << expected.withoutWord << expected.withoutCondition;
    }
    const auto facets = [&out](const char *name, const auto &left, const auto &right) {
        for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
            if (i >= left.size() || i >= right.size() || !(left.at(i) == right.at(i))) {
                out << name << "differ from" << i << "of" << left.size() << right.size();
                return;
            }
        }
    };
    facets("topics", found.topics, expected.topics);
    facets("providers", found.providers, expected.providers);
    // Types have no ids: what the index calls them is its own affair.
    const auto typesOf = [](QList<FacetCount> types) {
        for (FacetCount &type : types) {
            type.id = 0;
        }
        return types;
    };
    facets("types", typesOf(found.types), typesOf(expected.types));
    facets("tags", found.tags, expected.tags);
    facets("runs", found.runs, expected.runs);
    facets("days", found.days, expected.days);
    facets("qualities", found.qualities, expected.qualities);
    facets("heats", found.heats, expected.heats);
    return text;
}

} // namespace Microfiche::Test
