// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/names_p.h"
#include "store/numbering_p.h"
#include "store/seenhashes_p.h"

#include <QMap>

namespace Microfiche
{

/// What an article row is when a batch meets it.
struct Standing {
    ArticleId id = 0;
    VersionId shown = 0; ///< 0: a mention, or new
    std::optional<UtcSeconds> publishedAt;
    ProviderUse provider;
    bool isNew = false; ///< has no row yet
    qint64 keyHash = 0; ///< of a new one: what its address is looked up by
};

/// Writes articles and mentions with everything that hangs on them but their links.
class ArticleWriter final
{
public:
    ArticleWriter(Connection &connection, Names &names)
        : m_connection(connection)
        , m_names(names)
        , m_numbering(connection,
                      "SELECT max(coalesce((SELECT seq FROM sqlite_sequence"
                      " WHERE name = 'article'), 0), coalesce((SELECT max(id) FROM article), 0))")
    {
    }

    /// To be called with every new transaction.
    void begin() { m_numbering.begin(); }

    struct Known {
        ArticleId id = 0;        ///< 0: there is none
        bool isUntitled = false; ///< a mention of which nobody has said more than its address
        qint64 hash = 0;         ///< of its address; 0 unless there is none
    };

    Known find(const ArticleKey &key);
    Standing standing(ArticleId id);
    /// An id for what find() has not found, to be written next.
    Standing plan(const ArticleKey &key, const Known &absent);

    /// Makes row `before` show `article`, of `version`; as a mention if that is none. Its old words
    /// must have been removed, its new ones are found after addWords().
    IndexRow write(const Standing &before, std::optional<VersionId> version,
                   const Article &article);
    /// Removes a mention with its words. Nothing may lead to it.
    void remove(ArticleId mention, const ArticleKey &key);

    /// Takes the words of rows out of the full text, while the rows still have them. Best done for
    /// many at once: FTS5 writes out what it has gathered whenever another kind of statement comes
    /// between, or a lower id.
    void removeWords(QList<ArticleId> ids);
    /// Puts the words of all rows that were written into the full text.
    void addWords();

    /// Rows that were written with another title than they had, since it was last asked.
    QList<ArticleId> takeRetitled() { return std::exchange(m_retitled, {}); }

    /// Forgets everything, as after a transaction that was undone.
    void forget();

private:
    /// The words of a row as full text takes them.
    struct Words {
        QString title;
        QString excerpt;
        QString provider;
        QString topics;
        QString segmented;
    };

    struct Row;

    void clear(const Standing &before);
    void writeRow(const Standing &before, const Row &row);
    std::optional<Words> storedWords(ArticleId id);
    void writeText(ArticleId id, const Article &article, const QString &segmented);
    QList<TopicId> writeTopics(ArticleId id, const QStringList &topics);
    void writePictures(ArticleId id, const QList<Picture> &pictures);

    Connection &m_connection;
    Names &m_names;
    HashedNumbering m_numbering; ///< by keys
    RecentIds<QString, Known> m_recent{16'384};
    QMap<ArticleId, Words> m_waiting;   ///< words that addWords() puts in
    QHash<ArticleId, QString> m_titles; ///< of rows whose words were removed
    QList<ArticleId> m_retitled;
};

/// What `item` says of an article, as that article.
Article mentionedArticle(const RelatedItem &item);

} // namespace Microfiche
