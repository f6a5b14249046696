// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair/salvager_p.h"

#include "store/compression_p.h"
#include "store/readers_p.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <atomic>
#include <thread>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

constexpr QLatin1StringView LostSince("lostSince"); // in a run's report: what repairs have lost
constexpr size_t FoundVersions = 1000;              // that are written together
constexpr qint64 FoundBytes = 16 * 1024 * 1024;     // likewise
constexpr VersionId MaxVersion = qint64{1} << 32;   // above it is none: it is damage

} // namespace

Salvager::Salvager(SalvageSource &source, Connection &target, const OriginalParser &parse,
                   const RepairProgress &progress)
    : m_source(source)
    , m_target(target)
    , m_parse(parse)
    , m_progress(progress)
    , m_batches(target)
{
}

RepairReport Salvager::run()
{
    m_report.outcome = RepairReport::Outcome::Salvaged;
    copyRuns();
    m_source.scan(
        "SELECT article FROM mark WHERE article >= ? ORDER BY article LIMIT ?",
        [](const Rows &rows) { return rows.integer(0); },
        [this](ArticleId id) {
            if (!m_source.address(id)) {
                m_keyless.insert(id);
            }
        });
    m_source.takeGap();
    copyArticles();
    const bool isVersionMissed = m_source.takeGap();
    copyLedger();
    const bool isFileMissed = m_source.takeGap();
    copyHomeless();
    copyPictures();
    copyKeptPictures();
    copyPolicy();
    copySearches();
    copyMarks();
    copyTags();
    copyNotes();
    m_source.takeGap();
    noteLostArticles();
    const bool isArticleMissed = m_source.takeGap();
    m_report.areLossesKnown = m_isAllTold || !isVersionMissed || !isFileMissed || !isArticleMissed;
    nameLosses();
    countNameless();
    putSeal();
    m_report.articles = readArticleCount(m_target);
    return m_report;
}

void Salvager::copyRuns()
{
    struct OldRun {
        qint64 id = 0;
        UtcSeconds startedAt = 0;
        QString summary;
    };
    Transaction transaction(m_target, Connection::Access::Writing);
    m_source.scan(
        "SELECT id, started_at, summary FROM run WHERE id >= ? ORDER BY id LIMIT ?",
        [](const Rows &rows) {
            return OldRun{rows.integer(0), rows.integer(1), rows.text(2)};
        },
        [this](const OldRun &run) {
            const QJsonObject told = QJsonDocument::fromJson(run.summary.toUtf8()).object();
            m_target.run("INSERT OR IGNORE INTO run (id, started_at, summary) VALUES (?, ?, ?)",
                         run.id, run.startedAt,
                         told.isEmpty() ? std::nullopt : std::optional(run.summary));
            m_runs.insert(run.id);
            m_told += told.value("filesImported"_L1).toInteger();
            m_told -= told.value(LostSince).toInteger();
            m_isAllTold = m_isAllTold && !told.isEmpty();
        });
    m_isAllTold = !m_source.takeGap() && m_isAllTold;
    transaction.commit();
}

// Of what is lost with its name, imports have told how many they brought. The next repair is not to
// miss again what this one does.
void Salvager::countNameless()
{
    const qint64 missed = m_told - m_report.originals - m_report.lostCount;
    m_report.namelessCount = std::max(m_report.namelessCount, missed);
    m_report.lostCount += m_report.namelessCount;
    Transaction transaction(m_target, Connection::Access::Writing);
    m_target.run("UPDATE run SET summary = json_set(summary, '$.lostSince',"
                 " coalesce(json_extract(summary, '$.lostSince'), 0) + ?)"
                 " WHERE id = (SELECT max(id) FROM run WHERE summary IS NOT NULL)",
                 m_report.lostCount);
    transaction.commit();
}

// One that cannot be read is known only by what it did.
qint64 Salvager::runOr(qint64 run)
{
    if (!m_runs.contains(run)) {
        m_target.run("INSERT INTO run (id, started_at) VALUES (?, 0)", run);
        m_runs.insert(run);
    }
    return run;
}

void Salvager::copyArticles()
{
    m_all = m_source
                .row("SELECT count(*) FROM version WHERE ?", 1,
                     [](const Rows &rows) { return rows.integer(0); })
                .value_or(0);
    m_source.versions([this](const SalvagedVersion &version) { look(version); });
    writeFound();
}

// A file's row names its newest version. What is newer is of another file: a number was hit.
void Salvager::look(const SalvagedVersion &version)
{
    if (version.id <= 0 || version.id > MaxVersion) {
        return;
    }
    ++m_done;
    const auto file = m_source.file(version.file);
    const bool isHome = file && !file->stamp.folder.isEmpty() && !file->stamp.name.isEmpty() &&
                        (file->version == 0 || file->version >= version.id);
    if (isHome) {
        take(version, file);
    } else {
        m_homeless.insert(version.id, version);
    }
}

// Those that no file's row names either.
void Salvager::copyHomeless()
{
    for (const SalvagedVersion &version : std::exchange(m_homeless, {})) {
        take(version, std::nullopt);
    }
    writeFound();
}

void Salvager::take(const SalvagedVersion &version, const std::optional<SalvagedFile> &file)
{
    auto bytes = m_source.original(version);
    if (!bytes) {
        lose(version, file);
        return;
    }
    // A version's run is its batch's.
    if (!m_found.empty() && (m_found.back().version.run != version.run ||
                             m_found.size() >= FoundVersions || m_foundBytes >= FoundBytes)) {
        writeFound();
    }
    m_foundBytes += bytes->size();
    m_found.push_back({version, file, *std::move(bytes)});
}

void Salvager::lose(const SalvagedVersion &version, const std::optional<SalvagedFile> &file)
{
    Loss &loss = m_losses[version.id];
    loss.article = version.article;
    if (file) {
        loss.path = file->stamp.path();
        loss.isEarlier = file->version > version.id;
    }
}

void Salvager::parseAll()
{
    std::atomic_size_t next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < m_found.size(); i = next++) {
            m_found[i].article = m_parse(m_found[i].bytes);
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), 16U); ++i) {
        threads.emplace_back(work);
    }
    work();
    for (std::thread &thread : threads) {
        thread.join();
    }
}

void Salvager::writeFound()
{
    if (m_progress && !m_progress(m_done, std::max(m_done, m_all))) {
        throw SalvageFailure(QCoreApplication::translate("Store", "The repair was cancelled."));
    }
    if (m_found.empty()) {
        return;
    }
    parseAll();
    ImportBatch batch;
    batch.run = runOr(m_found.front().version.run);
    OriginalsBlock block;
    for (Found &found : m_found) {
        if (!found.article) { // its rules may have changed since
            found.article = m_source.article(found.version.article);
        }
        if (!found.article || found.article->key.isEmpty()) {
            lose(found.version, found.file);
            continue;
        }
        if (m_keyless.contains(found.version.article)) {
            m_keys.insert(found.version.article, found.article->key.toString());
        }
        batch.files.append(fileOf(found, block));
        m_saved.resize(std::max(m_saved.size(), size_t(found.version.id) + 1));
        m_saved[size_t(found.version.id)] = true;
        ++m_report.originals;
    }
    batch.block = block.packed();
    if (batch.block.isEmpty() && block.unpackedSize() > 0) {
        throw SalvageFailure(
            QCoreApplication::translate("Store", "There is not enough memory for this."));
    }
    m_found.clear();
    m_foundBytes = 0;
    commit(std::move(batch));
}

// A file whose name is lost is found again by its bytes when its folder is imported.
ImportedFile Salvager::fileOf(const Found &found, OriginalsBlock &block)
{
    const SalvagedVersion &version = found.version;
    ImportedFile file;
    if (found.file) {
        file.stamp = found.file->stamp;
        file.root = found.file->root;
    } else {
        file.stamp.name = "recovered-" + QByteArray::number(version.id) + ".md";
    }
    file.outcome = ImportedArticle{*found.article, version.hash, block.add(found.bytes),
                                   version.length, version.importedAt};
    return file;
}

void Salvager::commit(ImportBatch batch)
{
    const qint64 run = batch.run;
    const CommitResult result =
        m_batches.commit({std::make_shared<const ImportBatch>(std::move(batch))});
    m_batches.takeTitleChanges();
    if (!result.error.isEmpty()) {
        throw SalvageFailure(result.error);
    }
    if (!result.due.isEmpty()) {
        retell(result.due, run);
    }
}

void Salvager::retell(const QList<VersionId> &due, qint64 run)
{
    ImportBatch batch;
    batch.run = run;
    for (const VersionId version : due) {
        const auto bytes = readOriginal(m_target, version);
        if (const auto article = bytes ? m_parse(*bytes) : std::nullopt) {
            batch.retold.insert(version, *article);
        }
    }
    if (!batch.retold.isEmpty()) {
        commit(std::move(batch));
    }
}

} // namespace Microfiche
