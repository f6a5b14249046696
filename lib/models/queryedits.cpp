// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryedits.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
void addMissing(QStringList &list, const QStringList &more)
{
    for (const QString &entry : more) {
        if (!list.contains(entry, Qt::CaseInsensitive)) {
            list << entry;
        }
    }
}

/// Of a query to look at, or to change.
auto &namesIn(auto &query, Condition::Kind kind)
{
    return kind == Condition::Kind::Topic      ? query.topics
           : kind == Condition::Kind::Provider ? query.providers
           : kind == Condition::Kind::Type     ? query.types
                                               : query.tags;
}

void removeName(QStringList &names, const QString &name)
{
    names.removeIf(
        [&](const QString &entry) { return entry.compare(name, Qt::CaseInsensitive) == 0; });
}

// It may stand in a list: the others stay left out.
void takeBackExclusion(Query &query, Condition::Kind kind, const QString &name)
{
    const auto isExclusion = [kind](const Condition &condition) {
        return condition.kind == kind && condition.isNegated;
    };
    for (Condition &condition : query.conditions) {
        if (isExclusion(condition)) {
            removeName(condition.names, name);
        }
    }
    query.conditions.removeIf([&](const Condition &condition) {
        return isExclusion(condition) && condition.names.isEmpty();
    });
}
} // namespace

Query mergedQuery(Query chips, const Query &typed)
{
    addMissing(chips.words, typed.words);
    addMissing(chips.topics, typed.topics);
    addMissing(chips.providers, typed.providers);
    addMissing(chips.types, typed.types);
    addMissing(chips.tags, typed.tags);
    for (const Condition &condition : typed.conditions) {
        if (!chips.conditions.contains(condition)) {
            chips.conditions.append(condition);
        }
    }
    if (typed.filtersDate()) {
        chips.date = typed.date;
        chips.undated = typed.undated;
    }
    if (typed.filtersQuality()) {
        chips.quality = typed.quality;
        chips.unrated = typed.unrated;
    }
    if (typed.filtersHeat()) {
        chips.heat = typed.heat;
        chips.unmeasured = typed.unmeasured;
    }
    if (typed.kinds != Kinds::Articles) {
        chips.kinds = typed.kinds;
    }
    chips.unpublishedOnly = chips.unpublishedOnly || typed.unpublishedOnly;
    return chips;
}

std::optional<QueryError> problemOf(const Query &query)
{
    const auto read = parseQuery(queryText(query));
    const auto *error = std::get_if<QueryError>(&read);
    return error ? std::optional(*error) : std::nullopt;
}

const QStringList &namesOf(const Query &query, Condition::Kind kind)
{
    return namesIn(query, kind);
}

bool leavesOut(const Query &query, Condition::Kind kind, const QString &name)
{
    return std::any_of(query.conditions.cbegin(), query.conditions.cend(),
                       [&](const Condition &condition) {
                           return condition.kind == kind && condition.isNegated &&
                                  condition.names.contains(name, Qt::CaseInsensitive);
                       });
}

// Asked for and left out at once nothing could be found: each takes back the other.
void chooseName(Query &query, Condition::Kind kind, const QString &name, bool keep)
{
    takeBackExclusion(query, kind, name);
    QStringList &names = namesIn(query, kind);
    const bool isChosen = names.contains(name, Qt::CaseInsensitive);
    if (!keep) {
        names = isChosen && names.size() == 1 ? QStringList() : QStringList{name};
    } else if (isChosen) {
        removeName(names, name);
    } else {
        names << name;
    }
}

void excludeName(Query &query, Condition::Kind kind, const QString &name)
{
    if (leavesOut(query, kind, name)) {
        takeBackExclusion(query, kind, name);
        return;
    }
    Condition condition;
    condition.kind = kind;
    condition.isNegated = true;
    condition.names = {name};
    query.conditions.append(condition);
    removeName(namesIn(query, kind), name);
}

Condition pictured()
{
    Condition condition;
    condition.kind = Condition::Kind::State;
    condition.state = ArticleState::WithPicture;
    return condition;
}

} // namespace Microfiche
