// SPDX-License-Identifier: GPL-3.0-or-later
// What of a run has to do with the store: from parsed chunks to the report.
#include "import/importrun_p.h"

#include "import/filereader_p.h"
#include "store/waitfor.h"

#include <QScopeGuard>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Microfiche
{

namespace
{

// One transaction each. The more articles go in together, the fewer mentions are written which are
// articles themselves, and the less often the full text is put in order. They begin small, for the
// first cards to come at once. Three of the largest are less than may be on its way: the next one
// is to be whole before the store asks for it.
constexpr qint64 FirstGroup = 128LL * 1024;
constexpr int SmallGroups = 7;
constexpr qint64 LargestGroup = 10LL * 1024 * 1024;
// Each transaction writes anew what pages of the indexes by address and date it touches; in a large
// archive, that is all of them.
constexpr qsizetype GroupFiles = 8192;
constexpr std::chrono::milliseconds LongestGathering{400}; // a slow disk's files come in as well
constexpr size_t MostPending = 1; // beside the one it writes: the store never waits for us

qint64 weightOfGroup(int number)
{
    return std::min(FirstGroup << std::min(number, SmallGroups), LargestGroup);
}

void addCapped(QList<FileProblem> *all, const QList<FileProblem> &more)
{
    all->append(more.first(std::min(more.size(), MaxKeptProblems - all->size())));
}

} // namespace

void Importer::Run::write()
{
    const auto ended = qScopeGuard([this] {
        // Whoever hears of the end destroys the run, and is not to wait for the others then.
        endOthers();
        m_listener.ended();
    });
    m_run.waitForFinished();
    const qint64 run = m_run.resultCount() > 0 ? m_run.result() : 0;
    // What was handed to the store is told of, and the reason of an end is known, before the end.
    guarded([this, run] { writeGroups(run); });
    while (!m_pending.empty()) {
        guarded([this] { settle(); });
    }
    const bool wasStopped = isStopped();
    endOthers(); // what they count is final then
    conclude(run, wasStopped);
}

void Importer::Run::writeGroups(qint64 run)
{
    Group group;
    for (;;) {
        auto chunk = nextFor(group);
        if (isStopped()) {
            group = {}; // nothing of it was said to be in
        }
        if (chunk && !isStopped()) { // else it may be half of a chunk
            group.add(std::move(*chunk));
            if (!isFull(group)) {
                continue;
            }
        }
        if (!group.chunks.empty() &&
            (m_pending.empty() || isFull(group) || m_pipeline.isHeldUp())) {
            hand(std::exchange(group, {}), run);
        } else if (m_pending.empty()) {
            break;
        } else {
            settle();
        }
        if (m_pending.size() > MostPending) {
            settle();
        }
    }
}

void Importer::Run::endOthers()
{
    cancel();
    std::for_each(m_threads.cbegin(), std::prev(m_threads.cend()),
                  [](const auto &thread) { thread->wait(); });
}

void Importer::Run::Group::add(ParsedChunk &&chunk)
{
    if (chunks.empty()) {
        until = std::chrono::steady_clock::now() + LongestGathering;
    }
    weight += chunk.weight;
    files += chunk.batch.files.size();
    chunks.push_back(std::move(chunk));
}

bool Importer::Run::isFull(const Group &group) const
{
    return group.weight >= weightOfGroup(m_groups) || group.files >= GroupFiles;
}

std::optional<ParsedChunk> Importer::Run::nextFor(const Group &group)
{
    if (!m_pending.empty()) {
        // Waiting for a chunk while the store is done with some would leave no room for the chunk.
        return m_pipeline.nextIfThere();
    }
    return group.chunks.empty() ? m_pipeline.next() : m_pipeline.next(group.until);
}

void Importer::Run::hand(Group &&group, qint64 run)
{
    ++m_groups;
    Pending pending;
    pending.run = run;
    pending.weight = group.weight;
    for (ParsedChunk &chunk : group.chunks) {
        pending.bytes += chunk.bytes;
        pending.warnings += chunk.warnings;
        for (const ImportedFile &file : std::as_const(chunk.batch.files)) {
            enter(file, &pending);
        }
        if (!chunk.batch.files.isEmpty() || !chunk.batch.carried.isEmpty()) {
            chunk.batch.run = run;
            chunk.batch.isGone = isGone;
            pending.batches.append(std::make_shared<const ImportBatch>(std::move(chunk.batch)));
        }
    }
    if (pending.batches.isEmpty()) {
        m_pipeline.release(group.weight);
        return;
    }
    pending.result = m_store.commitTogether(pending.batches);
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

/// The store keeps bytes and cannot parse them. Where they are damaged the article goes on telling
/// what it told; that is for a check to find, and no reason to end the import of others.
void Importer::Run::retell(const QList<VersionId> &due, qint64 run)
{
    ImportBatch batch;
    batch.run = run;
    for (const VersionId version : due) {
        const auto bytes = waitFor(m_store.original(version));
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
        mentions = waitFor(m_store.mentionCount());
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

} // namespace Microfiche
