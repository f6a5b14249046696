// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryedits.h"

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
} // namespace

Query mergedQuery(Query chips, const Query &typed)
{
    addMissing(chips.words, typed.words);
    addMissing(chips.topics, typed.topics);
    addMissing(chips.providers, typed.providers);
    addMissing(chips.types, typed.types);
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

void chooseName(QStringList &names, const QString &name, bool keep)
{
    const bool isChosen = names.contains(name, Qt::CaseInsensitive);
    if (keep) {
        if (isChosen) {
            names.removeIf([&](const QString &entry) {
                return entry.compare(name, Qt::CaseInsensitive) == 0;
            });
        } else {
            names << name;
        }
        return;
    }
    names = isChosen && names.size() == 1 ? QStringList() : QStringList{name};
}

void excludeName(Query &query, Condition::Kind kind, const QString &name)
{
    Condition condition;
    condition.kind = kind;
    condition.isNegated = true;
    condition.names = {name};
    if (query.conditions.removeAll(condition) == 0) {
        query.conditions.append(condition);
        // Asked for and left out at once nothing could be found.
        const auto isIt = [&](const QString &other) {
            return other.compare(name, Qt::CaseInsensitive) == 0;
        };
        (kind == Condition::Kind::Topic      ? query.topics
         : kind == Condition::Kind::Provider ? query.providers
                                             : query.types)
            .removeIf(isIt);
    }
}

Condition pictured()
{
    Condition condition;
    condition.kind = Condition::Kind::State;
    condition.state = ArticleState::WithPicture;
    return condition;
}

} // namespace Microfiche
