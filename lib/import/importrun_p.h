// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/importer.h"
#include "import/pipeline_p.h"
#include "import/ratemeter.h"

#include <QByteArrayList>
#include <QElapsedTimer>
#include <QThread>

#include <deque>
#include <vector>

namespace Microfiche
{

/// One import from beginning to end, on threads of its own: one counts, one walks, one a core reads
/// and parses, or two where they wait for the disk, one hands batches to the store.
class Importer::Run
{
public:
    /// Paths to walk, or a run whose rejected files are to be read again.
    struct Task {
        QByteArrayList paths;
        QStringList leftOut;
        qint64 retried = 0;
    };
    /// Called on the run's threads.
    struct Listener {
        std::function<void(const IndexBatch &)> committed;
        std::function<void()> ended;
    };

    Run(Store &store, CarriedPictures &pictures, const ImportOptions &options, Task task,
        Listener listener);
    ~Run(); ///< cancels and waits
    Q_DISABLE_COPY_MOVE(Run)

    void cancel();
    /// How far it is now; takes a sample for the rate. To be called by one thread only.
    ImportProgress sample();
    /// What came of it, with its problems, and why it broke off, if it did. After `ended`.
    const ImportSummary &summary() const { return m_summary; }
    const QString &failure() const { return m_failure; }

private:
    /// Chunks that are to go into the archive together.
    struct Group {
        std::vector<ParsedChunk> chunks;
        qint64 weight = 0;
        qsizetype files = 0;
        std::chrono::steady_clock::time_point until; ///< when it has been waited for long enough

        void add(ParsedChunk &&chunk);
    };
    /// A group that the store is writing, and what is to be told once it has.
    struct Pending {
        /// Held so that the store's writer has not the work of freeing them.
        QList<std::shared_ptr<const ImportBatch>> batches;
        QFuture<CommitResult> result;
        qint64 run = 0;
        qint64 weight = 0;
        qint64 bytes = 0;
        qint64 imported = 0;
        qint64 unchanged = 0;
        qint64 rejected = 0;
        QList<FileProblem> problems;
        QList<FileProblem> warnings;
    };

    void launch(std::function<void()> work);
    void guarded(const std::function<void()> &work);
    void wantCount();
    void count();
    void count(const QByteArrayList &paths);
    void walk();
    template <typename Walk>
    void walk(Walk &&walk, Rejected rejected);
    void takeNotes(const PackageNotes &notes);
    void parseChunks();
    void wantMoreParsers();
    void parseWhileOthersWait();
    void write();
    void writeGroups(qint64 run);
    std::optional<ParsedChunk> nextFor(const Group &group);
    bool isFull(const Group &group) const;
    void hand(Group &&group, qint64 run);
    void enter(const ImportedFile &file, Pending *pending);
    void settle();
    void retell(const QList<VersionId> &due, qint64 run);
    void endOthers();
    void conclude(qint64 run, bool wasStopped);
    void fail(const QString &message);
    void note(const Pending &pending, const CommitResult &result);
    qint64 others() const { return m_others + m_othersUnread; }
    bool isStopped() const { return m_stop.load(std::memory_order_relaxed); }

    Store &m_store;
    Listener m_listener;
    ArticleParser m_parse;
    CarriedFinder m_carried;
    Task m_task;
    QElapsedTimer m_clock;
    RateMeter m_rate;
    QFuture<qint64> m_run;
    Pipeline m_pipeline;

    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_counted = 0;
    std::atomic<bool> m_isCountWanted = false;
    std::atomic<bool> m_areMoreParsersWanted = false;
    std::atomic<bool> m_holdsPacked = false; ///< files in which others lie
    std::atomic<bool> m_isCounted = false;
    std::atomic<bool> m_isWalked = false;
    std::atomic<qint64> m_walked = 0;
    std::atomic<qint64> m_skipped = 0;
    std::atomic<qint64> m_unchanged = 0;
    std::atomic<qint64> m_others = 0; ///< in no list and no count: pictures
    std::atomic<qint64> m_othersUnread = 0;

    std::deque<Pending> m_pending; ///< of the writing thread
    int m_groups = 0;              ///< that it has handed on
    std::mutex m_mutex;            ///< guards what follows
    ImportSummary m_summary;
    QByteArray m_folder;
    QString m_failure;

    std::vector<std::unique_ptr<QThread>> m_threads; ///< last: they use all of the above
};

} // namespace Microfiche
