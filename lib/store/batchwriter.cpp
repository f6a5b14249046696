// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchwriter_p.h"

#include "store/connection_p.h"
#include "store/kepttitles_p.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSqlError>

namespace Microfiche
{

namespace
{

/// Looking up every parent again costs a writer a twentieth of its time, and would have each
/// article and file written twice: with rows that lead to one another one must come first. `check`
/// looks at all of them.
class UncheckedKeys final
{
public:
    explicit UncheckedKeys(Connection &connection)
        : m_connection(connection)
    {
        m_connection.run("PRAGMA foreign_keys = ON"); // is prepared then, so that it cannot fail
        m_connection.run("PRAGMA foreign_keys = OFF");
    }
    ~UncheckedKeys()
    {
        try {
            m_connection.run("PRAGMA foreign_keys = ON");
        } catch (...) {
            // What is written after this goes unchecked, until `check`.
        }
    }
    Q_DISABLE_COPY_MOVE(UncheckedKeys)

private:
    Connection &m_connection;
};

} // namespace

BatchWriter::BatchWriter(Connection &connection)
    : m_connection(connection)
    , m_names(connection)
    , m_articles(connection, m_names)
    , m_ledger(connection)
    , m_versions(connection)
    , m_versionNumbering(connection, "SELECT max(id) FROM version")
{
}

CommitResult BatchWriter::commit(const Batches &batches)
{
    QString error;
    bool isDamaged = false;
    try {
        m_titleChanges.clear();
        Work work;
        const UncheckedKeys unchecked(m_connection);
        Transaction transaction(m_connection, Connection::Access::Writing);
        takeIn(work, batches);
        transaction.commit();
        return std::move(work.result);
    } catch (const SqlError &sqlError) {
        error = sqlError.message();
        isDamaged = sqlError.kind() == SqlError::Kind::Damaged;
    } catch (const std::exception &) {
        error = QCoreApplication::translate("Store", "There is not enough memory for this.");
    }
    m_titleChanges.clear();
    forget();
    CommitResult failed;
    failed.error = error;
    failed.isDamaged = isDamaged;
    return failed;
}

void BatchWriter::forget()
{
    m_names.forget();
    m_articles.forget();
    m_ledger.forget();
    m_versionNumbering.forget();
}

/// What is remembered of ids may be of rows that another program has changed or removed.
void BatchWriter::forgetIfOthersWrote()
{
    const qint64 others = m_connection.askOnce(QStringLiteral("PRAGMA data_version")).toLongLong();
    if (std::exchange(m_others, others) != others) {
        forget();
    }
}

void BatchWriter::takeIn(Work &work, const Batches &batches)
{
    work.now = QDateTime::currentSecsSinceEpoch();
    forgetIfOthersWrote();
    m_names.begin();
    m_articles.begin();
    m_ledger.begin();
    m_versionNumbering.begin();
    // All articles come before any link, so that links among them need no mentions.
    for (const auto &batch : batches) {
        takeIn(work, *batch);
    }
    QList<ArticleId> rewritten;
    for (Change &change : work.changes) {
        choose(work, change);
        if (change.article && !change.before.isNew) {
            rewritten.append(change.before.id);
        }
    }
    m_articles.removeWords(rewritten);
    for (const Change &change : std::as_const(work.changes)) {
        if (change.article) {
            count(work.result, change, batches.constFirst()->run);
            work.rows.insert(change.before.id,
                             m_articles.write(change.before, change.version, *change.article));
        }
    }
    for (const Change &change : std::as_const(work.changes)) {
        if (change.article) {
            removeLinks(work, change.before.id);
            addLinks(work, change.before.id, change.article->related);
        }
    }
    removeForgotten(work);
    m_articles.addWords();
    work.citations.gone = work.result.index.gone;
    putCitations(m_connection, work.citations);
    m_titleChanges = m_articles.takeRetitled() + work.result.index.gone;
    noteTitles(m_connection, m_titleChanges);
    for (const auto &batch : batches) {
        for (auto at = batch->carried.cbegin(); at != batch->carried.cend(); ++at) {
            m_names.setContent(at.key(), at.value());
        }
    }
    m_names.takeNews(work.result.index);
    work.result.index.rows = work.rows.values();
}

void BatchWriter::takeIn(Work &work, const ImportBatch &batch)
{
    if (!batch.files.isEmpty() && !isRun(batch.run)) {
        throw SqlError(
            QSqlError(QString(), QStringLiteral("unknown run"), QSqlError::UnknownError));
    }
    work.batch = &batch;
    work.block = 0;
    for (const ImportedFile &file : batch.files) {
        if (const auto *imported = std::get_if<ImportedArticle>(&file.outcome)) {
            takeIn(work, file, *imported);
        }
    }
    enterOthers(batch);
    retell(work, batch);
}

void BatchWriter::retell(Work &work, const ImportBatch &batch)
{
    for (auto at = batch.retold.cbegin(); at != batch.retold.cend(); ++at) {
        if (m_articles.find(at->key).id > 0) {
            const ArticleId id = standing(work, at->key).id;
            work.told.insert(at.key(), &at.value());
            work.changes[work.changeOf.value(id)].version = m_versions.best(id);
        }
    }
}

bool BatchWriter::isRun(qint64 run)
{
    auto rows = m_connection.run("SELECT 1 FROM run WHERE id = ?", run);
    return rows.next();
}

// What became of files that bring no article.
void BatchWriter::enterOthers(const ImportBatch &batch)
{
    for (const ImportedFile &file : batch.files) {
        if (const auto *rejected = std::get_if<RejectedFile>(&file.outcome)) {
            m_ledger.putRejected(file, *rejected, batch.run);
        } else if (const auto *other = std::get_if<OtherFile>(&file.outcome)) {
            m_ledger.putOther(file, *other, batch.run);
        } else if (std::holds_alternative<UnchangedFile>(file.outcome)) {
            m_ledger.putStamp(file, m_ledger.find(file.stamp), batch.run);
        }
    }
    m_ledger.putStillRejected(batch.files, batch.run);
}

void BatchWriter::takeIn(Work &work, const ImportedFile &file, const ImportedArticle &imported)
{
    const Standing before = standing(work, imported.article.key);
    if (before.isNew) {
        const VersionId version = m_versionNumbering.next();
        if (const FileId added = m_ledger.addIfNew(file, version, work.batch->run)) {
            addVersion(work, version, added, imported, before);
            show(work, before, version, added);
            return;
        }
    }
    const Ledger::Entry known = m_ledger.find(file.stamp);
    if (known.article == before.id && known.hash == imported.hash) {
        m_ledger.putStamp(file, known, work.batch->run);
        ++work.result.unchanged; // another program has brought it since the ledger was asked
        return;
    }
    const FileId moved = known.id == 0 && before.shown > 0
                             ? m_versions.goneFile(before.id, imported.hash, work.batch->isGone)
                             : 0;
    if (moved > 0) {
        m_ledger.move(file, moved, work.batch->run);
        ++work.result.unchanged;
        return;
    }
    const FileId fileId = m_ledger.add(file, known, work.batch->run);
    const VersionId version = m_versionNumbering.next();
    addVersion(work, version, fileId, imported, before);
    m_ledger.putVersion(file, fileId, version, work.batch->run);
    show(work, before, version, fileId);
}

// The row of an article as the batch met it; a later file of the batch sees what an earlier one
// did.
Standing BatchWriter::standing(Work &work, const ArticleKey &key)
{
    if (const auto own = work.ids.constFind(key.toString()); own != work.ids.cend()) {
        return work.changes.at(work.changeOf.value(*own)).before;
    }
    Standing before;
    if (const auto known = m_articles.find(key); known.id > 0) {
        before = m_articles.standing(known.id);
    } else {
        before = m_articles.plan(key, known);
        work.citations.added.insert(before.id);
    }
    work.ids.insert(key.toString(), before.id);
    work.changeOf.insert(before.id, work.changes.size());
    work.changes.append({before, 0, nullptr});
    return before;
}

void BatchWriter::addVersion(Work &work, VersionId version, FileId file,
                             const ImportedArticle &imported, const Standing &before)
{
    const Place place = placeOf(work, imported, before);
    m_connection.run("INSERT INTO version (id, article, file, run, imported_at, published_at,"
                     " block, offset, length, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     version, before.id, file, work.batch->run,
                     imported.importedAt.value_or(work.now), imported.article.publishedAt,
                     place.block, place.offset, place.length, imported.hash);
    work.told.insert(version, &imported.article);
}

// Which of its versions an article is to show, now that a file is one of them.
void BatchWriter::show(Work &work, const Standing &before, VersionId version, FileId file)
{
    Change &change = work.changes[work.changeOf.value(before.id)];
    const bool isFirst = before.shown == 0 && change.version == 0;
    change.version = isFirst ? version : m_versions.best(before.id);
    if (!isFirst && m_versions.hasOtherFile(before.id, file)) {
        ++work.result.duplicates;
    }
}

// Whether an article comes to show another version, and has to be written anew for it.
void BatchWriter::choose(Work &work, Change &change)
{
    if (change.version == 0 || change.version == change.before.shown) {
        return;
    }
    if (change.before.shown > 0 && m_versions.haveSameBytes(change.version, change.before.shown)) {
        m_connection.run("UPDATE article SET shown_version = ? WHERE id = ?", change.version,
                         change.before.id);
    } else if (const Article *article = work.told.value(change.version)) {
        change.article = article;
    } else {
        work.result.due.append(change.version);
    }
}

// The same bytes are kept once, however many files hold them: they can only be bytes of the same
// article.
Place BatchWriter::placeOf(Work &work, const ImportedArticle &imported, const Standing &before)
{
    if (!before.isNew || work.changes.at(work.changeOf.value(before.id)).version > 0) {
        if (const auto place = m_versions.placeOf(before.id, imported.hash)) {
            return *place;
        }
    }
    if (work.block == 0) {
        auto rows = m_connection.run("INSERT INTO block (frame) VALUES (?) RETURNING id",
                                     work.batch->block);
        rows.next();
        work.block = rows.integer(0);
    }
    return {work.block, imported.offset, imported.length};
}

// An article counts as updated once a run, and not at all in the run that brought it.
void BatchWriter::count(CommitResult &result, const Change &change, qint64 run)
{
    if (change.before.shown == 0) {
        ++result.added;
        return;
    }
    auto rows = m_connection.run("SELECT run FROM version WHERE id = ?", change.before.shown);
    if (rows.next() && rows.integer(0) < run) {
        ++result.updated;
    }
}

void BatchWriter::removeLinks(Work &work, ArticleId article)
{
    const Standing &before = work.changes.at(work.changeOf.value(article)).before;
    if (before.shown == 0) {
        return;
    }
    {
        auto rows = m_connection.run("SELECT target FROM link WHERE article = ?", article);
        while (rows.next()) {
            work.left.insert(rows.integer(0));
            --work.citations.links[rows.integer(0)];
        }
    }
    m_connection.run("DELETE FROM link WHERE article = ?", article);
}

// All links of an article go in as one statement: one each costs three times as much.
void BatchWriter::addLinks(Work &work, ArticleId article, const QList<RelatedItem> &related)
{
    QSet<ArticleId> targets;
    targets.reserve(related.size());
    QByteArray list;
    for (const RelatedItem &item : related) {
        const ArticleId id = item.key.isEmpty() ? 0 : target(work, item);
        if (id == 0 || targets.contains(id)) {
            continue;
        }
        targets.insert(id);
        ++work.citations.links[id];
        list += (list.isEmpty() ? '[' : ',') + QByteArray::number(id);
    }
    if (!targets.isEmpty()) {
        m_connection.run("INSERT INTO link (article, position, target)"
                         " SELECT ?, key, value FROM json_each(?)",
                         article, QString::fromLatin1(list + ']'));
    }
}

// The row that a link leads to. Who mentions an article first fills the mention in.
ArticleId BatchWriter::target(Work &work, const RelatedItem &item)
{
    Standing before;
    if (const auto known = m_articles.find(item.key); known.id > 0) {
        if (!known.isUntitled || item.title.isEmpty() || work.changeOf.contains(known.id)) {
            return known.id;
        }
        before = m_articles.standing(known.id);
        m_articles.removeWords({known.id});
    } else {
        before = m_articles.plan(item.key, known);
        work.citations.added.insert(before.id);
    }
    work.rows.insert(before.id, m_articles.write(before, std::nullopt, mentionedArticle(item)));
    return before.id;
}

void BatchWriter::removeForgotten(Work &work)
{
    for (const ArticleId id : std::as_const(work.left)) {
        QString key;
        {
            auto rows = m_connection.run(
                "SELECT t.key FROM article AS a JOIN article_text AS t ON t.article = a.id"
                " WHERE a.id = ? AND a.shown_version IS NULL"
                " AND NOT EXISTS (SELECT 1 FROM link WHERE target = a.id)"
                " AND NOT EXISTS (SELECT 1 FROM mark WHERE article = a.id)",
                id);
            if (!rows.next()) {
                continue;
            }
            key = rows.text(0);
        }
        m_articles.remove(id, ArticleKey::fromStored(key));
        work.rows.remove(id);
        work.result.index.gone.append(id);
    }
}

} // namespace Microfiche
