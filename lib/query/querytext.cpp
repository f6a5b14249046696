// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querytext.h"

#include "query/querylexer_p.h"
#include "query/rangeclause_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

using namespace QueryValues;

struct SortName {
    SortKey key;
    QLatin1String name;
};

constexpr std::array SortNames{
    SortName{SortKey::Date, QLatin1String("date")},
    SortName{SortKey::Quality, QLatin1String("quality")},
    SortName{SortKey::Heat, QLatin1String("heat")},
    SortName{SortKey::Title, QLatin1String("title")},
    SortName{SortKey::Provider, QLatin1String("provider")},
};

template <typename Range>
void appendRange(QStringList &parts, QueryKey key, const Range &range, Missing missing,
                 QString (*text)(const Range &))
{
    QStringList items;
    if (!range.isOpen()) {
        items.append(text(range));
    }
    if (missing != Missing::Excluded) {
        items.append(None);
    }
    if (!items.isEmpty()) {
        parts.append(queryKeyText(key) + itemsText(items));
    }
}

void appendNames(QStringList &parts, QueryKey key, const QStringList &names)
{
    if (!names.isEmpty()) {
        parts.append(queryKeyText(key) + itemsText(names));
    }
}

void appendStates(QStringList &parts, const Query &query)
{
    if (query.kinds != Kinds::Articles) {
        parts.append(queryKeyText(QueryKey::Is) + (query.kinds == Kinds::Both ? Any : Mention));
    }
    if (query.unpublishedOnly) {
        parts.append(queryKeyText(QueryKey::Is) + Unpublished);
    }
}

} // namespace

QString queryText(const Query &query)
{
    const Query normal = query.normalized();
    QStringList parts;
    for (const QString &word : normal.words) {
        parts.append(wordText(word));
    }
    appendNames(parts, QueryKey::Topic, normal.topics);
    appendNames(parts, QueryKey::Provider, normal.providers);
    appendRange(parts, QueryKey::Date, normal.date, normal.undated, datesText);
    appendRange(parts, QueryKey::Quality, normal.quality, normal.unrated, scoresText);
    appendStates(parts, normal);
    if (normal.sort != SortOrder()) {
        parts.append(queryKeyText(QueryKey::Sort) + sortOrderText(normal.sort));
    }
    return parts.join(u' ');
}

std::optional<SortOrder> parseSortOrder(QStringView text)
{
    const bool reversed = text.startsWith(u'-');
    const QStringView name = reversed ? text.mid(1) : text;
    for (const SortName &sort : SortNames) {
        if (name.compare(sort.name, Qt::CaseInsensitive) == 0) {
            return SortOrder{sort.key, reversed};
        }
    }
    return {};
}

QString sortOrderText(SortOrder order)
{
    const auto found =
        std::find_if(SortNames.begin(), SortNames.end(),
                     [order](const SortName &sort) { return sort.key == order.key; });
    return (order.reversed ? QStringLiteral("-") : QString()) + found->name;
}

} // namespace Microfiche
