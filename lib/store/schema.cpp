// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema_p.h"

#include "store/citations_p.h"
#include "store/connection_p.h"

#include <QCryptographicHash>
#include <QStringList>

#include <iterator>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// Schema 1.
//
// Long texts stand beside the columns that the index is built from, so that building it reads a few
// bytes an article. Addresses are looked up by eight bytes of their hash, and the text compared:
// an index over the texts would hold every address twice.
//
// No foreign key is deferred: while one is open, SQLite looks for it in the whole child table with
// every parent row that comes.
//
// `article` keeps its ids apart for ever (AUTOINCREMENT): whoever still holds the id of a mention
// that went must not be shown another article.
// `archive` comes first and has one row on one page, which every transaction writes to. So every
// log says whose it is and of when, and one that does not belong to its archive is known by it.
const char *const Schema1[] = {
    "CREATE TABLE archive (id BLOB NOT NULL, writes INTEGER NOT NULL)",
    "INSERT INTO archive (id, writes) VALUES (randomblob(16), 0)",
    // -- where things come from
    "CREATE TABLE folder (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)",
    "CREATE TABLE run (id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, summary TEXT)",
    "CREATE TABLE block (id INTEGER PRIMARY KEY, frame BLOB NOT NULL)",
    // The ledger. A row without a version is a file that is no article, and says why.
    "CREATE TABLE file ("
    " id INTEGER PRIMARY KEY,"
    " folder INTEGER NOT NULL REFERENCES folder,"
    " name BLOB NOT NULL,"
    " size INTEGER NOT NULL,"
    " modified INTEGER NOT NULL,"
    " version INTEGER REFERENCES version,"
    " run INTEGER NOT NULL REFERENCES run,"
    " line INTEGER, column INTEGER, reason TEXT,"
    " UNIQUE (folder, name))",
    "CREATE TABLE version ("
    " id INTEGER PRIMARY KEY,"
    " article INTEGER NOT NULL REFERENCES article,"
    " file INTEGER NOT NULL REFERENCES file,"
    " run INTEGER NOT NULL REFERENCES run,"
    " imported_at INTEGER NOT NULL,"
    " published_at INTEGER,"
    " block INTEGER NOT NULL REFERENCES block,"
    " offset INTEGER NOT NULL,"
    " length INTEGER NOT NULL,"
    " hash BLOB NOT NULL)",
    "CREATE INDEX version_article ON version (article)",

    // -- names and addresses, each once
    "CREATE TABLE type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    // A provider is its domain; one without a domain is its own name.
    "CREATE TABLE provider ("
    " id INTEGER PRIMARY KEY,"
    " domain TEXT NOT NULL,"
    " own_name TEXT NOT NULL,"
    " UNIQUE (domain, own_name))",
    "CREATE TABLE provider_name ("
    " id INTEGER PRIMARY KEY,"
    " provider INTEGER NOT NULL REFERENCES provider,"
    " name TEXT NOT NULL,"
    " uses INTEGER NOT NULL DEFAULT 0,"
    " UNIQUE (provider, name))",
    "CREATE TABLE picture ("
    " id INTEGER PRIMARY KEY,"
    " url_hash INTEGER NOT NULL,"
    " url TEXT NOT NULL,"
    " content BLOB)",
    "CREATE INDEX picture_url_hash ON picture (url_hash)",
    "CREATE TABLE provider_logo ("
    " provider INTEGER NOT NULL REFERENCES provider,"
    " position INTEGER NOT NULL,"
    " picture INTEGER NOT NULL REFERENCES picture,"
    " PRIMARY KEY (provider, position)) WITHOUT ROWID",

    // -- articles; without a shown version they are mentions
    "CREATE TABLE article ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " key_hash INTEGER NOT NULL,"
    " shown_version INTEGER REFERENCES version,"
    " published_at INTEGER,"
    " quality INTEGER,"
    " heat INTEGER,"
    " type INTEGER REFERENCES type,"
    " provider INTEGER REFERENCES provider,"
    " provider_name INTEGER REFERENCES provider_name,"
    " published INTEGER,"
    " removed INTEGER NOT NULL DEFAULT 0,"
    " has_secured INTEGER NOT NULL DEFAULT 0,"
    " has_picture INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX article_key_hash ON article (key_hash)",
    // web_url and original_url are NULL where they are the key.
    "CREATE TABLE article_text ("
    " article INTEGER PRIMARY KEY REFERENCES article,"
    " key TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " excerpt TEXT NOT NULL,"
    " category TEXT NOT NULL,"
    " web_url TEXT,"
    " original_url TEXT,"
    " amp_web_url TEXT,"
    " cdn_amp_web_url TEXT,"
    " featured_content TEXT,"
    " segmented TEXT,"
    " extra TEXT,"
    " body BLOB)",
    "CREATE TABLE article_topic ("
    " article INTEGER NOT NULL REFERENCES article,"
    " position INTEGER NOT NULL,"
    " topic INTEGER NOT NULL REFERENCES topic,"
    " PRIMARY KEY (article, position)) WITHOUT ROWID",
    // What an article says of a picture stays with the article: two may differ.
    "CREATE TABLE article_picture ("
    " article INTEGER NOT NULL REFERENCES article,"
    " position INTEGER NOT NULL,"
    " picture INTEGER NOT NULL REFERENCES picture,"
    " width INTEGER,"
    " height INTEGER,"
    " is_cached INTEGER NOT NULL,"
    " title TEXT,"
    " PRIMARY KEY (article, position)) WITHOUT ROWID",
    "CREATE TABLE link ("
    " article INTEGER NOT NULL REFERENCES article,"
    " position INTEGER NOT NULL,"
    " target INTEGER NOT NULL REFERENCES article,"
    " PRIMARY KEY (article, position)) WITHOUT ROWID",
    "CREATE INDEX link_target ON link (target)",

    // -- full text; its words are read from the view, so nothing is stored twice. Beginnings of
    // three letters and more are found quickly without an index of their own.
    "CREATE VIEW article_words (id, title, excerpt, provider, topics, segmented) AS"
    " SELECT t.article, t.title, t.excerpt,"
    "  coalesce(nullif(n.name, '') || coalesce(' ' || nullif(p.domain, ''), ''), p.domain, ''),"
    "  coalesce((SELECT group_concat(name, char(10)) FROM"
    "   (SELECT topic.name AS name FROM article_topic JOIN topic ON topic.id = article_topic.topic"
    "    WHERE article_topic.article = t.article ORDER BY article_topic.position)), ''),"
    "  coalesce(t.segmented, '')"
    " FROM article_text AS t"
    " JOIN article AS a ON a.id = t.article"
    " LEFT JOIN provider_name AS n ON n.id = a.provider_name"
    " LEFT JOIN provider AS p ON p.id = a.provider",
    "CREATE VIRTUAL TABLE article_fts USING fts5"
    " (title, excerpt, provider, topics, segmented,"
    "  content='article_words', content_rowid='id', columnsize=0,"
    "  tokenize='unicode61 remove_diacritics 2', prefix='2')",
};

// Schema 2.
//
// Marks belong to an article's address, and so to its row, which keeps its id for ever.
const char *const Schema2[] = {
    "ALTER TABLE article ADD COLUMN has_related INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN has_body INTEGER NOT NULL DEFAULT 0",
    "UPDATE article SET"
    " has_related = EXISTS (SELECT 1 FROM link WHERE link.article = article.id),"
    " has_body = EXISTS (SELECT 1 FROM article_text AS t"
    "  WHERE t.article = article.id AND t.body IS NOT NULL)",
    // What is shown first must not wait for a million rows.
    "CREATE INDEX article_newest ON article (published_at DESC, id)"
    " WHERE shown_version IS NOT NULL",
    "CREATE TABLE mark ("
    " article INTEGER PRIMARY KEY REFERENCES article,"
    " seen_at INTEGER,"
    " starred_at INTEGER)",
    "CREATE TABLE saved_search ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " position INTEGER NOT NULL,"
    " name TEXT NOT NULL,"
    " query TEXT NOT NULL)",
    "CREATE TABLE recent_query (id INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE)",
};

// Schema 3.
//
// What is no article is not read again while it stays as it is. `rules` is the version of the rules
// by which a file's bytes are none; NULL where they could not be read, and so were not judged. A
// row without a version and without a reason is a file that nothing is wrong with, such as a
// picture. `root` is the folder that was dropped; pictures are looked for up to it.
const char *const Schema3[] = {
    "ALTER TABLE file ADD COLUMN root INTEGER REFERENCES folder",
    "ALTER TABLE file ADD COLUMN rules INTEGER",
};

// Schema 4.
//
// What a session would else have to gather from all over the archive. `counts` holds those of 1,024
// ids that follow one another (citations.cpp); `articles` the ids of all titles in order, by the
// collation that `collation` tells apart from others (titlebuckets.cpp). Since then the titles that
// `title_change` names have come, changed or gone; `total` is how many are named up to there. There
// is no row in either while there is no order.
const char *const Schema4[] = {
    "CREATE TABLE citation (slice INTEGER PRIMARY KEY, counts BLOB NOT NULL)",
    "CREATE TABLE title_order (collation BLOB NOT NULL, articles BLOB NOT NULL)",
    "CREATE TABLE title_change (total INTEGER PRIMARY KEY, articles BLOB NOT NULL)",
};

// Schema 5.
//
// What came of asking for pictures: nothing of it is an import's, whose own stay in `picture`. The
// same bytes may be of several addresses. `shown` grows with `showings`, since clocks go back.
// Cleared rows are forgotten at the next start.
const char *const Schema5[] = {
    "CREATE TABLE kept_picture ("
    " picture INTEGER PRIMARY KEY REFERENCES picture,"
    " state INTEGER NOT NULL,"
    " reason INTEGER NOT NULL,"
    " content BLOB,"
    " bytes INTEGER NOT NULL,"
    " etag BLOB NOT NULL,"
    " last_modified BLOB NOT NULL,"
    " asked_at INTEGER NOT NULL,"
    " wait_seconds INTEGER NOT NULL,"
    " shown INTEGER NOT NULL,"
    " is_picked INTEGER NOT NULL DEFAULT 0,"
    " is_cleared INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX kept_picture_content ON kept_picture (content) WHERE content IS NOT NULL",
    "CREATE INDEX picture_content ON picture (content) WHERE content IS NOT NULL",
    // Whose pictures they are.
    "CREATE INDEX article_picture_picture ON article_picture (picture)",
    "CREATE INDEX provider_logo_picture ON provider_logo (picture)",
    "CREATE TABLE picture_policy ("
    " mode INTEGER NOT NULL,"
    " is_offline INTEGER NOT NULL,"
    " budget INTEGER NOT NULL,"
    " loading TEXT,"
    " showings INTEGER NOT NULL,"
    " is_decided INTEGER NOT NULL)",
    "INSERT INTO picture_policy VALUES (0, 0, 0, NULL, 0, 0)",
    "CREATE TABLE picture_publisher ("
    " domain TEXT PRIMARY KEY,"
    " is_allowed INTEGER NOT NULL) WITHOUT ROWID",
    // What pictures look like, by their bytes, as far as any was ever drawn.
    "CREATE TABLE picture_likeness ("
    " content BLOB PRIMARY KEY,"
    " likeness INTEGER NOT NULL) WITHOUT ROWID",
};

// Schema 6.
//
// What a person says of articles besides seen and starred. Of whatever anything is said, `mark` has
// a row: that is what keeps a mention that nothing leads to any more. `folded` is the name by which
// a tag is the same in any case. The rows of tags on articles have ids so that a repair finds its
// way around damage.
const char *const Schema6[] = {
    "CREATE TABLE tag ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL,"
    " folded TEXT NOT NULL UNIQUE,"
    " color INTEGER NOT NULL)",
    "CREATE TABLE article_tag ("
    " id INTEGER PRIMARY KEY,"
    " article INTEGER NOT NULL REFERENCES mark,"
    " tag INTEGER NOT NULL REFERENCES tag,"
    " UNIQUE (article, tag))",
    "CREATE INDEX article_tag_tag ON article_tag (tag)",
    "CREATE TABLE note (article INTEGER PRIMARY KEY REFERENCES mark, text TEXT NOT NULL)",
};

struct Migration {
    const char *const *begin;
    const char *const *end;
    void (*fill)(Connection &) = nullptr; ///< what no statement can do
};

// Migration n brings an archive from schema n to n + 1. Never change one that was released.
const Migration Migrations[] = {
    {std::begin(Schema1), std::end(Schema1)},
    {std::begin(Schema2), std::end(Schema2)},
    {std::begin(Schema3), std::end(Schema3)},
    {std::begin(Schema4), std::end(Schema4), countCitations},
    {std::begin(Schema5), std::end(Schema5)},
    {std::begin(Schema6), std::end(Schema6)},
};

int schemaVersion(Connection &connection)
{
    return connection.askOnce(u"PRAGMA user_version"_s).toInt();
}

// FTS5 makes these by itself, and may one day make them otherwise.
bool isOfFullText(const QString &name)
{
    return name.startsWith("article_fts_"_L1);
}

} // namespace

bool SchemaEntry::isLike(const SchemaEntry &other) const
{
    return type == other.type && name == other.name && (sql == other.sql || isOfFullText(name));
}

QList<SchemaEntry> schemaOf(Connection &connection)
{
    QList<SchemaEntry> entries;
    // ANALYZE, which anyone may have run, leaves tables of figures.
    auto rows = connection.run("SELECT type, name, sql FROM sqlite_master"
                               " WHERE NOT (type = 'table' AND name GLOB 'sqlite_stat[1-4]')"
                               " ORDER BY name, type");
    while (rows.next()) {
        entries.append({rows.text(0), rows.text(1), rows.text(2)});
    }
    return entries;
}

QList<SchemaEntry> knownSchema(int version)
{
    Connection model(u":memory:"_s, Connection::Access::Writing);
    migrate(model, version);
    return schemaOf(model);
}

QByteArray schemaDigest(const QList<SchemaEntry> &entries)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (const SchemaEntry &entry : entries) {
        for (const QString &part :
             {entry.type, entry.name, isOfFullText(entry.name) ? QString() : entry.sql}) {
            hash.addData(part.toUtf8());
            hash.addData(QByteArrayView("\0", 1));
        }
    }
    return hash.result().toHex();
}

const char *const NewestSchemaDigest = "51b76d03a52c2523a36a842fe6511c4e5b1ded7d";

int newestSchemaVersion()
{
    return int(std::size(Migrations));
}

// Of schema 3 only imports need anything; what stands in 4 can be gathered, and what 5 keeps of
// pictures and 6 of tags and notes is asked for before use.
int oldestReadableSchemaVersion()
{
    return 2;
}

int migrate(Connection &connection, int target)
{
    for (;;) {
        Transaction transaction(connection, Connection::Access::Writing);
        const int version = schemaVersion(connection);
        if (version >= target) {
            return version;
        }
        for (auto statement = Migrations[version].begin; statement != Migrations[version].end;
             ++statement) {
            connection.runOnce(QString::fromUtf8(*statement));
        }
        if (const auto fill = Migrations[version].fill) {
            fill(connection);
        }
        connection.runOnce(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
        connection.runOnce(u"PRAGMA user_version = %1"_s.arg(version + 1));
        transaction.commit();
    }
}

} // namespace Microfiche
