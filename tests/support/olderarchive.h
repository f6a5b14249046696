// SPDX-License-Identifier: GPL-3.0-or-later
// Archives as older programs left them.
#pragma once

#include "support/sqldatabase.h"

namespace Microfiche::Test
{

/// Takes away tags and notes. The version stays.
inline void dropTags(SqlDatabase &database)
{
    for (const char *table : {"note", "article_tag", "tag"}) {
        database.run(QLatin1String("DROP TABLE ") + QLatin1String(table));
    }
}

/// Takes away what is kept of pictures beside what imports say of them, and what came after it.
inline void dropKeptPictures(SqlDatabase &database)
{
    dropTags(database);
    for (const char *index :
         {"picture_content", "article_picture_picture", "provider_logo_picture"}) {
        database.run(QLatin1String("DROP INDEX ") + QLatin1String(index));
    }
    for (const char *table :
         {"kept_picture", "picture_policy", "picture_publisher", "picture_likeness"}) {
        database.run(QLatin1String("DROP TABLE ") + QLatin1String(table));
    }
}

/// Takes away the order of titles and the counts of citations, and what came after them.
inline void dropKeptOrders(SqlDatabase &database)
{
    dropKeptPictures(database);
    for (const char *table : {"citation", "title_order", "title_change"}) {
        database.run(QLatin1String("DROP TABLE ") + QLatin1String(table));
    }
}

} // namespace Microfiche::Test
