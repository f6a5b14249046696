// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checker_p.h"

#include "store/connection_p.h"
#include "store/readers_p.h"

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qint64 WholePages = 16'384; // more than these take longer than a glance
constexpr qint64 LookedAtOriginals = 16;

QStringList storedTables(Connection &connection)
{
    QStringList names;
    auto rows =
        connection.run("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0");
    while (rows.next()) {
        names.append(rows.text(0));
    }
    return names;
}

// Damage is most likely where was written last, and where reading begins.
void readEnds(Connection &connection)
{
    for (const QString &name : storedTables(connection)) {
        connection.askOnce(u"SELECT * FROM \"%1\" ORDER BY 1 LIMIT 1"_s.arg(name));
        connection.askOnce(u"SELECT * FROM \"%1\" ORDER BY 1 DESC LIMIT 1"_s.arg(name));
    }
}

bool areOriginalsThere(Connection &connection)
{
    const qint64 last = connection.askOnce(u"SELECT max(id) FROM version"_s).toLongLong();
    for (qint64 i = 1; i <= LookedAtOriginals; ++i) {
        const qint64 from = last * i / LookedAtOriginals;
        VersionId version = 0;
        {
            auto rows = connection.run("SELECT id FROM version WHERE id >= ? LIMIT 1", from);
            version = rows.next() ? rows.integer(0) : 0;
        }
        if (version > 0 && !readOriginal(connection, version)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isSoundAtAGlance(Connection &connection)
{
    const bool isSmall = connection.askOnce(u"PRAGMA page_count"_s).toLongLong() <= WholePages;
    if (isSmall && connection.askOnce(u"PRAGMA quick_check(1)"_s).toString() != "ok"_L1) {
        return false;
    }
    readEnds(connection);
    return areOriginalsThere(connection);
}

} // namespace Microfiche
