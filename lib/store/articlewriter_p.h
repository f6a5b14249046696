// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/names_p.h"

namespace Microfiche
{

/// What an article row is when a batch meets it.
struct Standing {
    ArticleId id = 0;
    VersionId shown = 0; ///< 0: a mention, or new
    std::optional<UtcSeconds> publishedAt;
    bool isNew = false; ///< has no text yet
};

/// Writes articles and mentions with everything that hangs on them but their links.
class ArticleWriter final
{
public:
    ArticleWriter(Connection &connection, Names &names)
        : m_connection(connection)
        , m_names(names)
    {
    }

    struct Known {
        ArticleId id = 0;
        bool isUntitled = false; ///< a mention of which nobody has said more than its address
    };

    std::optional<Known> find(const ArticleKey &key);
    Standing standing(ArticleId id);
    /// A row without text, to be written next.
    ArticleId add(const ArticleKey &key);

    /// Makes row `before` show `article`, of `version`; as a mention if that is none.
    IndexRow write(const Standing &before, std::optional<VersionId> version,
                   const Article &article);
    /// Removes a mention. Nothing may lead to it.
    void remove(ArticleId mention, const ArticleKey &key);

    void forget() { m_recent.clear(); }

private:
    void clear(ArticleId id);
    void addWords(ArticleId id);
    void removeWords(ArticleId id);
    void writeText(ArticleId id, const Article &article);
    QList<TopicId> writeTopics(ArticleId id, const QStringList &topics);
    bool writePictures(ArticleId id, const QList<Picture> &pictures);

    Connection &m_connection;
    Names &m_names;
    RecentIds<QString, Known> m_recent{16'384};
};

/// What `item` says of an article, as that article.
Article mentionedArticle(const RelatedItem &item);

} // namespace Microfiche
