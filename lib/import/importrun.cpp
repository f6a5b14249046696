// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importrun_p.h"

#include "import/diskwaits_p.h"
#include "import/filecount_p.h"
#include "import/filereader_p.h"
#include "import/notededit_p.h"
#include "import/packed/unpackingwalk_p.h"
#include "import/rejectedwalk_p.h"
#include "store/waitfor.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <exception>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif
#include <utility>

namespace Microfiche
{

namespace
{

// yaml-cpp's guard against deep nesting needs a stack that is large enough to reach it.
constexpr uint StackBytes = 4 * 1024 * 1024;
constexpr qint64 MiB = 1024LL * 1024;
// Parsed articles take several times the bytes of their files: this bounds what an import needs.
// One group is written while the next is gathered.
constexpr qint64 MostOnTheWay = 36 * MiB;
// So many unchanged files are walked in a tenth of a second. Counting them would only take part of
// it.
constexpr qint64 MostUncounted = 16'384;

/// The store's one writer is what an import waits for, and the window what a person waits for.
/// Where threads have no priority of their own, nothing is said.
void leaveWayToOthers()
{
#ifdef Q_OS_LINUX
    constexpr int Nice = 5;
    const int own = ::getpriority(PRIO_PROCESS, 0);
    ::setpriority(PRIO_PROCESS, 0, std::max(own, Nice)); // of this thread (setpriority(2))
#endif
}

int threadCount(const ImportOptions &options)
{
    return std::max(1, options.threads > 0 ? options.threads : QThread::idealThreadCount());
}

} // namespace

Importer::Run::Run(Store &store, CarriedPictures &pictures, const ImportOptions &options, Task task,
                   Listener listener)
    : m_store(store)
    , m_listener(std::move(listener))
    , m_parse(options.parse)
    , m_carried(pictures)
    , m_task(std::move(task))
    , m_pipeline(MostOnTheWay)
{
    m_clock.start();
    m_run = m_store.beginImport();
    m_summary.startedAt = QDateTime::currentSecsSinceEpoch();
    launch([this] { count(); });
    launch([this] { walk(); });
    for (int i = 0; i < threadCount(options); ++i) {
        launch([this] { parseChunks(); });
        launch([this] { parseWhileOthersWait(); });
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
    wantMoreParsers();
    m_pipeline.stop();
}

void Importer::Run::launch(std::function<void()> work)
{
    m_threads.emplace_back(QThread::create([this, work = std::move(work)] { guarded(work); }));
    m_threads.back()->setStackSize(StackBytes);
}

/// Whatever goes wrong on a thread ends the run, never the program.
void Importer::Run::guarded(const std::function<void()> &work)
{
    try {
        work();
    } catch (const std::exception &error) {
        fail(QString::fromUtf8(error.what()));
    } catch (...) {
        fail(Importer::tr("The import broke off."));
    }
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

void Importer::Run::takeNotes(const PackageNotes &notes)
{
    const MarkEdit edit = editOf(notes, m_store);
    const auto marked = edit.isEmpty() ? std::nullopt : waitFor(m_store.edit(edit));
    if (marked && (!marked->rows.isEmpty() || marked->tags)) {
        m_listener.committed({{}, {}, {}, {}, marked->rows, marked->tags});
    }
    auto searches = waitFor(m_store.savedSearches());
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
    leaveWayToOthers();
    const ChunkParser parser(m_carried, m_parse, m_stop);
    while (const auto chunk = m_pipeline.take()) {
        {
            const std::lock_guard lock(m_mutex);
            m_folder = chunk->files.isEmpty() ? chunk->wanted.constFirst().folder
                                              : chunk->files.constFirst().stamp.folder;
        }
        const qint64 waits = waitsOfThisThread();
        m_pipeline.parsed(parser.parse(*chunk));
        if (2 * (waitsOfThisThread() - waits) > chunk->files.size() && !chunk->files.isEmpty()) {
            wantMoreParsers();
        }
    }
}

void Importer::Run::wantMoreParsers()
{
    m_areMoreParsersWanted = true;
    m_areMoreParsersWanted.notify_all();
}

/// A core has nothing to do while its thread waits for the disk. With files in memory more threads
/// than cores would only be in each other's way.
void Importer::Run::parseWhileOthersWait()
{
    m_areMoreParsersWanted.wait(false);
    parseChunks();
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
