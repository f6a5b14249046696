// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batchwriter_p.h"
#include "store/repair/repair.h"
#include "store/repair/salvagesource_p.h"

#include <exception>
#include <vector>

namespace Microfiche
{

/// What ends a repair and leaves everything as it was: the new archive cannot be written.
class SalvageFailure final : public std::exception
{
public:
    explicit SalvageFailure(QString message)
        : m_message(std::move(message))
    {
    }
    const QString &message() const { return m_message; }
    const char *what() const noexcept override { return "salvage failed"; }

private:
    QString m_message;
};

/// Makes a new archive of what can be read of a damaged one. Articles are parsed anew from their
/// original bytes, as an import would; what a person added follows, by the addresses of articles.
class Salvager final
{
public:
    /// `target` is a new archive; `parse` and `progress` must outlive this.
    Salvager(SalvageSource &source, Connection &target, const OriginalParser &parse,
             const RepairProgress &progress);

    /// Throws SalvageFailure, and SqlError where the new archive is at fault.
    RepairReport run();

private:
    /// A version whose bytes are there, on its way into the new archive.
    struct Found {
        SalvagedVersion version;
        std::optional<SalvagedFile> file;
        QByteArray bytes;
        std::optional<Article> article = {};
    };
    /// What is known of a version that is lost.
    struct Loss {
        QByteArray path;
        ArticleId article = 0;
        bool isEarlier = false; ///< the file has a newer one
    };

    void copyRuns();
    void copyArticles();
    void look(const SalvagedVersion &version);
    void take(const SalvagedVersion &version, const std::optional<SalvagedFile> &file);
    void lose(const SalvagedVersion &version, const std::optional<SalvagedFile> &file);
    void parseAll();
    void writeFound();
    void commit(ImportBatch batch);
    void retell(const QList<VersionId> &due, qint64 run);
    ImportedFile fileOf(const Found &found, OriginalsBlock &block);
    void copyLedger();
    void copyHomeless();
    void copyPictures();
    void copyKeptPictures();
    void copyPolicy();
    void copySearches();
    void copyMarks();
    void copyTags();
    void copyNotes();
    ArticleId articleFor(ArticleId old);
    std::optional<ArticleId> find(const ArticleKey &key);
    void noteLostArticles();
    bool isThere(const QString &address); ///< as an article with a file
    void nameLosses();
    void countNameless();
    void putSeal();
    qint64 runOr(qint64 run);

    SalvageSource &m_source;
    Connection &m_target;
    const OriginalParser &m_parse;
    const RepairProgress &m_progress;
    BatchWriter m_batches;
    std::vector<Found> m_found;
    qint64 m_foundBytes = 0;
    qint64 m_done = 0;
    qint64 m_all = 0;
    QSet<qint64> m_runs;
    qint64 m_told = 0;                           ///< versions, as the runs' reports tell of them
    bool m_isAllTold = true;                     ///< every run's report could be read
    std::vector<bool> m_saved;                   ///< versions, by id
    QMap<VersionId, SalvagedVersion> m_homeless; ///< whose file's row is not theirs
    QSet<ArticleId> m_keyless;                   ///< marked ones whose address cannot be read
    QHash<ArticleId, QString> m_keys;            ///< of those, as their files tell it
    QMap<VersionId, Loss> m_losses;
    RepairReport m_report;
};

} // namespace Microfiche
