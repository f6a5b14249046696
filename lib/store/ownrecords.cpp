// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ownrecords_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

QList<SavedSearch> readSavedSearches(Connection &connection)
{
    QList<SavedSearch> searches;
    auto rows = connection.run("SELECT id, name, query FROM saved_search ORDER BY position");
    while (rows.next()) {
        searches.append({rows.integer(0), rows.text(1), rows.text(2)});
    }
    return searches;
}

QList<SavedSearch> putSavedSearches(Connection &connection, QList<SavedSearch> searches)
{
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("DELETE FROM saved_search");
    int position = 0;
    for (SavedSearch &search : searches) {
        const auto id = search.id > 0 ? std::optional(search.id) : std::nullopt;
        auto rows = connection.run("INSERT INTO saved_search (id, position, name, query)"
                                   " VALUES (?, ?, ?, ?) RETURNING id",
                                   id, position++, search.name, search.query);
        rows.next();
        search.id = rows.integer(0);
    }
    transaction.commit();
    return searches;
}

QStringList readRecentQueries(Connection &connection)
{
    QStringList queries;
    auto rows = connection.run("SELECT query FROM recent_query ORDER BY id DESC");
    while (rows.next()) {
        queries.append(rows.text(0));
    }
    return queries;
}

void putRecentQuery(Connection &connection, const QString &query)
{
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("DELETE FROM recent_query WHERE query = ?", query);
    connection.run("INSERT INTO recent_query (query) VALUES (?)", query);
    connection.run("DELETE FROM recent_query WHERE id NOT IN"
                   " (SELECT id FROM recent_query ORDER BY id DESC LIMIT ?)",
                   KeptRecentQueries);
    transaction.commit();
}

} // namespace Microfiche
