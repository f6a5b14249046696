// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importrun_p.h"

#include "import/answer_p.h"
#include "import/filecount_p.h"
#include "import/filereader_p.h"
#include "import/packed/unpackingwalk_p.h"
#include "import/rejectedwalk_p.h"

#include <QDateTime>
#include <QFile>
#include <QScopeGuard>

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace Microfiche
{

namespace
{

// yaml-cpp's guard against deep nesting needs a stack that is large enough to reach it.
constexpr uint StackBytes = 4 * 1024 * 1024;
constexpr qint64 MiB = 1024LL * 1024;
// Parsed articles take several times the bytes of their files: this bounds what an import needs.
constexpr qint64 MostOnTheWay = 32 * MiB;
constexpr size_t MostPending = 1; // beside the one it writes: the store never waits for us
// So many unchanged files are walked in a tenth of a second. Counting them would only take part of
// it.
constexpr qint64 MostUncounted = 16'384;

int threadCount(const ImportOptions &options)
{
    return std::max(1, options.threads > 0 ? options.threads : QThread::idealThreadCount());
}

qint64 weightFor(int threads)
{
    return std::min(MostOnTheWay, (2 * threads + 4) * MiB);
}

void addCapped(QList<FileProblem> *all, const QList<FileProblem> &more)
{
    all->append(more.first(std::min(more.size(), MaxKeptProblems - all->size())));
}

} // namespace

Importer::Run::Run(Store &store, CarriedPictures &pictures, const ImportOptions &options, Task task,
                   Listener listener)
    : m_store(store)
    , m_listener(std::move(listener))
    , m_parse(options.parse)
    , m_carried(pictures)
    , m_task(std::move(task))
    , m_pipeline(weightFor(threadCount(options)))
{
    m_clock.start();
    m_run = m_store.beginImport();
    m_summary.startedAt = QDateTime::currentSecsSinceEpoch();
    launch([this] { count(); });
    launch([this] { walk(); });
    for (int i = 0; i < threadCount(options); ++i) {
        launch([this] { parseChunks(); });
    }
    launch([this] { write(); }); // the last: it waits for the others
    for (const auto &thread : m_threads) {
        thread->start();
    }
}

Importer::Run::~Run()
{
    cancel();
    for (const auto &thread : m_threads) {
        thread->wait();
    }
}

void Importer::Run::cancel()
{
    m_stop = true;
    wantCount();
    m_pipeline.stop();
}

/// Whatever goes wrong on a thread ends the run, never the program.
void Importer::Run::launch(std::function<void()> work)
{
    m_threads.emplace_back(QThread::create([this, work = std::move(work)] {
        try {
            work();
        } catch (const std::exception &error) {
            fail(QString::fromLocal8Bit(error.what()));
        } catch (...) {
            fail(Importer::tr("The import broke off."));
        }
    }));
    m_threads.back()->setStackSize(StackBytes);
}

void Importer::Run::wantCount()
{
    m_isCountWanted = true;
    m_isCountWanted.notify_all();
}

/// A walk that finds nothing to read is over before it could be counted.
void Importer::Run::count()
{
    m_isCountWanted.wait(false);
    if (m_isWalked) {
        return;
    }
    if (m_task.retried == 0) {
        count(m_task.paths);
    } else {
        RejectedPages pages(m_store, m_task.retried);
        for (auto page = pages.next(); !page.isEmpty() && !isStopped(); page = pages.next()) {
            QByteArrayList paths;
            for (const RejectedPath &file : std::as_const(page)) {
                paths.append(file.path);
            }
            count(paths);
        }
    }
    m_isCounted = !isStopped() && !m_holdsPacked;
}

void Importer::Run::count(const QByteArrayList &paths)
{
    FileCount(paths, m_task.leftOut, m_stop, [this](const char *name, bool isRefused) {
        if (!isRefused && holdsFiles(QByteArray::fromRawData(name, qsizetype(qstrlen(name))))) {
            m_holdsPacked = true; // how many lie in it is known once it is read
        } else {
            ++m_counted;
        }
    }).run();
}

template <typename Walk>
void Importer::Run::walk(Walk &&walk, Rejected rejected)
{
    Chunker chunker(
        m_store, rejected,
        [this](Chunk &&chunk) {
            wantCount();
            return m_pipeline.put(std::move(chunk));
        },
        [this] { return m_pipeline.awaitEmpty(); });
    UnpackingWalk unpacking([&walk] { return walk.next(); }, m_carried, m_stop);
    bool isWanted = true;
    while (isWanted) {
        auto range = unpacking.next();
        if (!range) {
            break;
        }
        m_walked += range->files.size();
        if (m_walked > MostUncounted) {
            wantCount();
        }
        if (range->notes) { // they are of articles that have to be in the archive
            isWanted = chunker.flush() && m_pipeline.awaitEmpty();
            if (isWanted) {
                takeNotes(*range->notes);
            }
            continue;
        }
        isWanted = chunker.add(std::move(*range));
        m_unchanged = chunker.unchanged();
        m_othersUnread = chunker.others();
    }
    m_skipped = walk.skipped() + unpacking.skipped();
    if (isWanted && chunker.finish() && !isStopped()) {
        m_isWalked = true;
    }
    m_unchanged = chunker.unchanged();
    m_othersUnread = chunker.others();
    wantCount();
    m_pipeline.close();
}

/// What somebody marked elsewhere is marked here too; what is marked here stays.
void Importer::Run::takeNotes(const PackageNotes &notes)
{
    QList<ArticleId> seen;
    QList<ArticleId> starred;
    for (const MarkNote &mark : notes.marks) {
        const auto key = ArticleKey::fromAddress(mark.key);
        const auto id = key ? answer(m_store.find(*key)) : std::nullopt;
        if (id && mark.isSeen) {
            seen.append(*id);
        }
        if (id && mark.isStarred) {
            starred.append(*id);
        }
    }
    IndexBatch marked;
    marked.rows = answer(m_store.mark(seen, Mark::Seen, true)) +
                  answer(m_store.mark(starred, Mark::Starred, true));
    if (!marked.rows.isEmpty()) {
        m_listener.committed(marked);
    }
    auto searches = answer(m_store.savedSearches());
    const qsizetype before = searches.size();
    for (const SearchNote &note : notes.searches) {
        const bool isThere =
            std::any_of(searches.cbegin(), searches.cend(), [&note](const SavedSearch &search) {
                return search.name == note.name && search.query == note.query;
            });
        if (!isThere) {
            searches.append({0, note.name, note.query});
        }
    }
    if (searches.size() > before) {
        m_store.keepSavedSearches(searches).waitForFinished();
    }
}

void Importer::Run::walk()
{
    m_run.waitForFinished(); // what the ledger says may change with it
    if (m_task.retried > 0) {
        walk(RejectedWalk(m_store, m_task.retried, m_task.leftOut, m_stop), Rejected::ReadAgain);
    } else {
        walk(FolderWalk(m_task.paths, m_task.leftOut, m_stop), Rejected::AsBefore);
    }
}

void Importer::Run::parseChunks()
{
    const ChunkParser parser(m_carried, m_parse, m_stop);
    while (const auto chunk = m_pipeline.take()) {
        {
            const std::lock_guard lock(m_mutex);
            m_folder = chunk->files.isEmpty() ? chunk->wanted.constFirst().folder
                                              : chunk->files.constFirst().stamp.folder;
        }
        m_pipeline.parsed(parser.parse(*chunk));
    }
}

void Importer::Run::write()
{
    const auto ended = qScopeGuard([this] {
        // Whoever hears of the end destroys the run, and is not to wait for the others then.
        endOthers();
        m_listener.ended();
    });
    m_run.waitForFinished();
    const qint64 run = m_run.resultCount() > 0 ? m_run.result() : 0;
    for (;;) {
        // Waiting for a chunk while the store is done with one would leave no room for the chunk.
        auto chunk = m_pending.empty() ? m_pipeline.next() : m_pipeline.nextIfThere();
        if (chunk && !isStopped()) { // else it may be half of a chunk
            hand(std::move(*chunk), run);
        } else if (m_pending.empty()) {
            break;
        } else {
            settle();
        }
        if (m_pending.size() > MostPending) {
            settle();
        }
    }
    const bool wasStopped = isStopped();
    endOthers(); // what they count is final then
    conclude(run, wasStopped);
}

void Importer::Run::endOthers()
{
    cancel();
    std::for_each(m_threads.cbegin(), std::prev(m_threads.cend()),
                  [](const auto &thread) { thread->wait(); });
}

void Importer::Run::hand(ParsedChunk &&chunk, qint64 run)
{
    Pending pending;
    pending.run = run;
    pending.weight = chunk.weight;
    pending.bytes = chunk.bytes;
    pending.warnings = std::move(chunk.warnings);
    for (const ImportedFile &file : std::as_const(chunk.batch.files)) {
        enter(file, &pending);
    }
    if (chunk.batch.files.isEmpty() && chunk.batch.carried.isEmpty()) {
        m_pipeline.release(chunk.weight);
        return;
    }
    chunk.batch.run = run;
    chunk.batch.isGone = isGone;
    pending.result = m_store.commit(std::move(chunk.batch));
    m_pending.push_back(std::move(pending));
}

void Importer::Run::enter(const ImportedFile &file, Pending *pending)
{
    const auto *rejected = std::get_if<RejectedFile>(&file.outcome);
    if (const auto *still = std::get_if<StillRejected>(&file.outcome)) {
        rejected = &still->reason;
    }
    if (rejected) {
        ++pending->rejected;
        pending->problems.append(
            {file.stamp.path(), rejected->line, rejected->column, rejected->reason});
    } else if (std::holds_alternative<OtherFile>(file.outcome)) {
        ++m_others;
    } else if (std::holds_alternative<UnchangedFile>(file.outcome)) {
        ++pending->unchanged;
    } else {
        ++pending->imported;
    }
}

/// Waits for the oldest batch that the store has.
void Importer::Run::settle()
{
    Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    pending.result.waitForFinished();
    if (pending.result.resultCount() == 0) {
        fail(Importer::tr("The archive was closed."));
        return;
    }
    const CommitResult result = pending.result.takeResult();
    if (!result.error.isEmpty()) {
        fail(result.error);
        return;
    }
    note(pending, result);
    m_pipeline.release(pending.weight);
    m_listener.committed(result.index);
    retell(result.due, pending.run);
}

/// The store keeps bytes and cannot parse them.
void Importer::Run::retell(const QList<VersionId> &due, qint64 run)
{
    ImportBatch batch;
    batch.run = run;
    for (const VersionId version : due) {
        const auto bytes = answer(m_store.original(version));
        const ReadResult result = bytes ? m_parse(*bytes) : ReadResult(ReadProblem());
        if (const auto *read = std::get_if<ReadArticle>(&result)) {
            batch.retold.insert(version, read->article);
        }
    }
    if (!batch.retold.isEmpty()) {
        Pending pending;
        pending.run = run;
        pending.result = m_store.commit(std::move(batch));
        m_pending.push_back(std::move(pending));
    }
}

void Importer::Run::note(const Pending &pending, const CommitResult &result)
{
    const std::lock_guard lock(m_mutex);
    m_summary.filesImported += pending.imported - result.unchanged;
    m_summary.filesUnchanged += pending.unchanged + result.unchanged;
    m_summary.filesRejected += pending.rejected;
    m_summary.articlesAdded += result.added;
    m_summary.articlesUpdated += result.updated;
    m_summary.duplicates += result.duplicates;
    m_summary.bytes += pending.bytes;
    m_summary.warningsFound += pending.warnings.size();
    addCapped(&m_summary.rejected, pending.problems);
    addCapped(&m_summary.warnings, pending.warnings);
}

void Importer::Run::conclude(qint64 run, bool wasStopped)
{
    qint64 mentions = 0;
    try {
        mentions = answer(m_store.mentionCount());
    } catch (const StoreError &error) {
        fail(error.message());
    }
    ImportSummary summary;
    {
        const std::lock_guard lock(m_mutex);
        m_summary.run = run;
        m_summary.isFinished = m_isWalked && m_failure.isEmpty() && !wasStopped;
        if (m_summary.isFinished) {
            m_counted = m_walked.load();
            m_isCounted = true;
        }
        m_summary.filesFound = std::max<qint64>(m_counted, m_walked) - others();
        m_summary.filesUnchanged += m_unchanged;
        m_summary.filesSkipped = m_skipped;
        m_unchanged = 0;
        m_summary.mentionsAfter = mentions;
        m_summary.seconds = double(m_clock.nsecsElapsed()) / 1e9;
        summary = m_summary;
    }
    m_store.endImport(summary).waitForFinished();
}

void Importer::Run::fail(const QString &message)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure.isEmpty()) {
            m_failure = message;
        }
    }
    cancel();
}

ImportProgress Importer::Run::sample()
{
    ImportProgress progress;
    {
        const std::lock_guard lock(m_mutex);
        progress.summary = m_summary; // its lists are shared, not copied
        progress.currentFolder = QFile::decodeName(m_folder);
        progress.summary.filesUnchanged += m_unchanged;
    }
    const ImportSummary &summary = progress.summary;
    progress.isCounted = m_isCounted || m_isWalked;
    progress.filesFound = std::max<qint64>(m_counted, m_walked) - others();
    progress.summary.filesFound = progress.filesFound;
    progress.summary.filesSkipped = m_skipped;
    progress.filesDone = summary.filesImported + summary.filesUnchanged + summary.filesRejected;
    progress.bytesDone = summary.bytes;
    progress.summary.seconds = double(m_clock.nsecsElapsed()) / 1e9;
    m_rate.add(m_clock.elapsed(), progress.filesDone);
    progress.filesPerSecond = m_rate.perSecond();
    if (progress.isCounted) {
        progress.secondsLeft =
            m_rate.secondsFor(std::max<qint64>(progress.filesFound - progress.filesDone, 0));
    }
    return progress;
}

} // namespace Microfiche
