// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/articlewriter_p.h"
#include "store/citations_p.h"
#include "store/ledger_p.h"
#include "store/versions_p.h"

namespace Microfiche
{

/// Takes batches into the archive.
class BatchWriter final
{
public:
    explicit BatchWriter(Connection &connection);

    using Batches = QList<std::shared_ptr<const ImportBatch>>;

    /// In one transaction. Throws nothing: what went wrong is in the result, and then nothing of
    /// the batches is in.
    CommitResult commit(const Batches &batches);
    /// Whose titles the last commit brought, changed or removed.
    QList<ArticleId> takeTitleChanges() { return std::exchange(m_titleChanges, {}); }

private:
    /// An article that the batches have versions of.
    struct Change {
        Standing before;
        VersionId version = 0;            ///< to be shown
        const Article *article = nullptr; ///< what it is to be written with, if it is
    };
    /// What is known of the batches that are being taken in.
    struct Work {
        const ImportBatch *batch = nullptr; ///< whose files are being taken in
        qint64 block = 0;                   ///< row of its block; 0 until a version needs it
        UtcSeconds now = 0;
        QHash<QString, ArticleId> ids; ///< of the batches' own articles
        QList<Change> changes;         ///< in the order of the files
        QHash<ArticleId, qsizetype> changeOf;
        QHash<VersionId, const Article *> told; ///< what the batches say of versions
        QMap<ArticleId, IndexRow> rows;
        QSet<ArticleId> left; ///< where links led that are gone
        CitationChanges citations;
        CommitResult result;
    };

    void forget();
    void forgetIfOthersWrote();
    void takeIn(Work &work, const Batches &batches);
    void takeIn(Work &work, const ImportBatch &batch);
    void takeIn(Work &work, const ImportedFile &file, const ImportedArticle &imported);
    void retell(Work &work, const ImportBatch &batch);
    bool isRun(qint64 run);
    void enterOthers(const ImportBatch &batch);
    Standing standing(Work &work, const ArticleKey &key);
    void addVersion(Work &work, VersionId version, FileId file, const ImportedArticle &imported,
                    const Standing &before);
    void show(Work &work, const Standing &before, VersionId version, FileId file);
    void choose(Work &work, Change &change);
    Place placeOf(Work &work, const ImportedArticle &imported, const Standing &before);
    void count(CommitResult &result, const Change &change, qint64 run);
    void removeLinks(Work &work, ArticleId article);
    void addLinks(Work &work, ArticleId article, const QList<RelatedItem> &related);
    ArticleId target(Work &work, const RelatedItem &item);
    void removeForgotten(Work &work);

    Connection &m_connection;
    Names m_names;
    ArticleWriter m_articles;
    Ledger m_ledger;
    Versions m_versions;
    Numbering m_versionNumbering;
    qint64 m_others = -1; ///< SQLite's count of what other connections have committed
    QList<ArticleId> m_titleChanges;
};

} // namespace Microfiche
