// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive holds beside its articles: the ledger's other files, pictures, and what a person
// added.
#include "store/repair/salvager_p.h"

#include "store/keyhash_p.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qsizetype FilesAtOnce = 5000;
constexpr qsizetype PicturesAtOnce = 5000;
constexpr qint64 WritesAhead = 1'000'000; // of any log that may still be found

/// A value as it stands in a row.
QList<QVariant> valuesOf(const Rows &rows, int count)
{
    QList<QVariant> values;
    for (int column = 0; column < count; ++column) {
        values.append(rows.isNull(column) ? QVariant() : rows.value(column));
    }
    return values;
}

} // namespace

void Salvager::copyLedger()
{
    ImportBatch batch;
    const auto write = [this, &batch] {
        if (!batch.files.isEmpty()) {
            commit(std::exchange(batch, {}));
        }
    };
    m_source.files([&](const SalvagedFile &file) {
        if (file.version > 0) {
            const auto version = size_t(file.version);
            if (m_homeless.contains(file.version)) {
                take(m_homeless.take(file.version), file);
            } else if (version >= m_saved.size() || !m_saved[version]) {
                m_losses[file.version].path = file.stamp.path();
            }
            return;
        }
        if (file.stamp.folder.isEmpty() || file.stamp.name.isEmpty()) {
            return; // it is read again
        }
        if (batch.run != file.run || batch.files.size() >= FilesAtOnce) {
            write();
            batch.run = runOr(file.run);
        }
        const FileOutcome outcome =
            file.rejected ? FileOutcome(*file.rejected) : FileOutcome(OtherFile{file.rules});
        batch.files.append({file.stamp, outcome, file.root});
    });
    write();
    writeFound();
}

void Salvager::copyPictures()
{
    ImportBatch batch;
    const auto write = [this, &batch] { commit(std::exchange(batch, {})); };
    using Carried = std::pair<QString, ContentHash>;
    m_source.scan(
        "SELECT id, url, content FROM picture WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) { return Carried(rows.text(1), rows.bytes(2)); },
        [&](const Carried &picture) {
            if (!picture.second.isEmpty()) {
                batch.carried.insert(picture.first, picture.second);
            }
            if (batch.carried.size() >= PicturesAtOnce) {
                write();
            }
        });
    write();
}

// Pictures have other numbers in the new archive.
void Salvager::copyKeptPictures()
{
    constexpr int Columns = 12;
    Names names(m_target);
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT picture, state, reason, content, bytes, etag, last_modified, asked_at,"
        " wait_seconds, shown, is_picked, is_cleared FROM kept_picture"
        " WHERE picture >= ? ORDER BY picture LIMIT ?",
        [](const Rows &rows) { return valuesOf(rows, Columns); },
        [&](const QList<QVariant> &kept) {
            const auto url =
                m_source.row("SELECT url FROM picture WHERE id = ?", kept.at(0).toLongLong(),
                             [](const Rows &rows) { return rows.text(0); });
            if (!url || url->isEmpty()) {
                return;
            }
            m_target.run("INSERT OR IGNORE INTO kept_picture (picture, state, reason, content,"
                         " bytes, etag, last_modified, asked_at, wait_seconds, shown, is_picked,"
                         " is_cleared) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         names.picture(*url), kept.at(1), kept.at(2), kept.at(3), kept.at(4),
                         kept.at(5), kept.at(6), kept.at(7), kept.at(8), kept.at(9), kept.at(10),
                         kept.at(11));
        });
    transaction.commit();
}

void Salvager::copyPolicy()
{
    Transaction transaction(m_target, Connection::Access::Writing);
    constexpr int Columns = 6;
    m_source.scanEnds(
        "SELECT mode, is_offline, budget, loading, showings, is_decided FROM picture_policy",
        "SELECT mode, is_offline, budget, loading, showings, is_decided FROM picture_policy",
        [](const Rows &rows) { return valuesOf(rows, Columns); },
        [this](const QList<QVariant> &row) {
            m_target.run("UPDATE OR IGNORE picture_policy SET mode = ?, is_offline = ?, budget = ?,"
                         " loading = ?, showings = ?, is_decided = ?",
                         row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5));
        });
    const auto two = [](const Rows &rows) { return valuesOf(rows, 2); };
    m_source.scanEnds("SELECT domain, is_allowed FROM picture_publisher ORDER BY domain",
                      "SELECT domain, is_allowed FROM picture_publisher ORDER BY domain DESC", two,
                      [this](const QList<QVariant> &row) {
                          m_target.run(
                              "INSERT OR IGNORE INTO picture_publisher (domain, is_allowed)"
                              " VALUES (?, ?)",
                              row.at(0), row.at(1));
                      });
    m_source.scanEnds("SELECT content, likeness FROM picture_likeness ORDER BY content",
                      "SELECT content, likeness FROM picture_likeness ORDER BY content DESC", two,
                      [this](const QList<QVariant> &row) {
                          m_target.run("INSERT OR IGNORE INTO picture_likeness (content, likeness)"
                                       " VALUES (?, ?)",
                                       row.at(0), row.at(1));
                      });
    transaction.commit();
}

void Salvager::copySearches()
{
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT id, position, name, query FROM saved_search WHERE id >= ?"
        " ORDER BY id LIMIT ?",
        [](const Rows &rows) { return valuesOf(rows, 4); },
        [this](const QList<QVariant> &row) {
            m_report.savedSearches +=
                m_target
                    .run("INSERT OR IGNORE INTO saved_search (id, position, name, query)"
                         " VALUES (?, ?, ?, ?)",
                         row.at(0), row.at(1), row.at(2), row.at(3))
                    .changed();
        });
    m_source.scan(
        "SELECT id, query FROM recent_query WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) { return valuesOf(rows, 2); },
        [this](const QList<QVariant> &row) {
            m_target.run("INSERT OR IGNORE INTO recent_query (id, query) VALUES (?, ?)", row.at(0),
                         row.at(1));
        });
    transaction.commit();
}

void Salvager::copyMarks()
{
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT article, seen_at, starred_at FROM mark WHERE article >= ?"
        " ORDER BY article LIMIT ?",
        [](const Rows &rows) { return valuesOf(rows, 3); },
        [this](const QList<QVariant> &row) {
            const ArticleId article = articleFor(row.at(0).toLongLong());
            if (article > 0) {
                m_target.run("INSERT OR REPLACE INTO mark (article, seen_at, starred_at)"
                             " VALUES (?, ?, ?)",
                             article, row.at(1), row.at(2));
                ++m_report.marks;
            }
        });
    transaction.commit();
}

// One whose own row cannot be read has a name that says so, and stays on its articles.
void Salvager::copyTags()
{
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT id, name, folded, color FROM tag WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) { return valuesOf(rows, 4); },
        [this](const QList<QVariant> &row) {
            m_target.run("INSERT OR IGNORE INTO tag (id, name, folded, color) VALUES (?, ?, ?, ?)",
                         row.at(0), row.at(1), row.at(2), row.at(3));
        });
    m_source.scan(
        "SELECT id, article, tag FROM article_tag WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) { return std::pair(rows.integer(1), rows.integer(2)); },
        [this](const std::pair<ArticleId, qint64> &placed) {
            const ArticleId article = articleFor(placed.first);
            if (article <= 0 || placed.second <= 0) {
                return;
            }
            const QString name =
                QCoreApplication::translate("Store", "Recovered tag %1").arg(placed.second);
            m_target.run("INSERT OR IGNORE INTO tag (id, name, folded, color) VALUES (?, ?, ?, 0)",
                         placed.second, name, name.toCaseFolded());
            m_target.run("INSERT OR IGNORE INTO mark (article) VALUES (?)", article);
            m_target.run("INSERT OR IGNORE INTO article_tag (article, tag)"
                         " SELECT ?, id FROM tag WHERE id = ?",
                         article, placed.second);
        });
    transaction.commit();
}

void Salvager::copyNotes()
{
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT article, text FROM note WHERE article >= ? ORDER BY article LIMIT ?",
        [](const Rows &rows) { return std::pair(rows.integer(0), rows.text(1)); },
        [this](const std::pair<ArticleId, QString> &note) {
            const ArticleId article = articleFor(note.first);
            if (article > 0 && !note.second.isEmpty()) {
                m_target.run("INSERT OR IGNORE INTO mark (article) VALUES (?)", article);
                m_target.run("INSERT OR REPLACE INTO note (article, text) VALUES (?, ?)", article,
                             note.second);
            }
        });
    transaction.commit();
}

std::optional<ArticleId> Salvager::find(const ArticleKey &key)
{
    auto rows = m_target.run("SELECT a.id FROM article AS a JOIN article_text AS t"
                             " ON t.article = a.id WHERE a.key_hash = ? AND t.key = ?",
                             addressHash(key.toString()), key.toString());
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

// The row of a marked article. One whose file is lost stays as what is known of it without.
ArticleId Salvager::articleFor(ArticleId old)
{
    const auto told = m_source.article(old);
    const ArticleKey key = told ? told->key : ArticleKey::fromStored(m_keys.value(old));
    if (key.isEmpty()) {
        return 0;
    }
    if (const auto known = find(key)) {
        return *known;
    }
    if (!told) {
        return 0;
    }
    Names names(m_target);
    ArticleWriter articles(m_target, names);
    articles.begin();
    names.begin();
    const Standing row = articles.plan(key, articles.find(key));
    articles.write(row, std::nullopt, *told);
    articles.addWords();
    CitationChanges change;
    change.added.insert(row.id);
    putCitations(m_target, change);
    return row.id;
}

// Articles that show a version which is nowhere else known.
void Salvager::noteLostArticles()
{
    using Shown = std::pair<ArticleId, VersionId>;
    m_source.scan(
        "SELECT id, shown_version FROM article WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) { return Shown(rows.integer(0), rows.integer(1)); },
        [this](const Shown &shown) {
            const auto version = size_t(shown.second);
            if (shown.second > 0 && (version >= m_saved.size() || !m_saved[version])) {
                m_losses[shown.second].article = shown.first;
            }
        });
}

bool Salvager::isThere(const QString &address)
{
    const auto article = find(ArticleKey::fromStored(address));
    if (!article) {
        return false;
    }
    auto rows =
        m_target.run("SELECT shown_version IS NOT NULL FROM article WHERE id = ?", *article);
    return rows.next() && rows.flag(0);
}

void Salvager::nameLosses()
{
    for (const Loss &loss : std::as_const(m_losses)) {
        const QString address = m_source.address(loss.article).value_or(QString());
        if (loss.path.size() <= 1 && isThere(address)) {
            continue; // no file has that version: the number was hit, and not what it stands for
        }
        const QString name = loss.path.size() > 1 ? QFile::decodeName(loss.path) : address;
        if (name.isEmpty()) {
            ++m_report.namelessCount;
            continue;
        }
        ++m_report.lostCount;
        if (m_report.lost.size() + m_report.lostEarlier.size() < MaxNamedLosses) {
            (loss.isEarlier ? m_report.lostEarlier : m_report.lost).append(name);
        }
    }
}

// The new archive is the old one to backups, and ahead of any log that was left of that.
void Salvager::putSeal()
{
    using Seal = std::pair<QByteArray, qint64>;
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scanEnds(
        "SELECT id, writes FROM archive", "SELECT id, writes FROM archive",
        [](const Rows &rows) { return Seal(rows.bytes(0), rows.integer(1)); },
        [this](const Seal &seal) {
            constexpr qsizetype IdBytes = 16;
            if (seal.first.size() == IdBytes) {
                m_target.run("UPDATE archive SET id = ?, writes = ?", seal.first,
                             std::max<qint64>(seal.second, 0) + WritesAhead);
            }
        });
    transaction.commit();
}

} // namespace Microfiche
