// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/articlereader.h"
#include "store/store.h"

#include <QByteArrayList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace Microfiche
{

class CarriedPictures;

/// How far an import has come.
struct ImportProgress {
    qint64 filesFound = 0;  ///< so far; final once isCounted
    bool isCounted = false; ///< every folder has been listed
    qint64 filesDone = 0;   ///< said after they are safely in the archive
    qint64 bytesDone = 0;
    double filesPerSecond = 0;      ///< over the last seconds
    std::optional<int> secondsLeft; ///< absent while nobody can know
    QString currentFolder;
    ImportSummary summary; ///< what came of the files so far
};

/// Turns the bytes of a file into an article. Called on worker threads.
using ArticleParser = std::function<ReadResult(const QByteArray &)>;

/// What an import does differently in a test.
struct ImportOptions {
    ArticleParser parse = readArticle;
    int threads = 0; ///< that read and parse; 0: one a core
};

/// Imports files and folders into a store: walks, reads and parses on all cores, commits in batches
/// in the order of the walk, so that the same folder always gives the same archive. Memory does not
/// grow with the archive. Lives on the interface thread, works on others.
/// Every started() is followed by one finished() or one failed().
class Importer final : public QObject
{
    Q_OBJECT

public:
    /// `pictures` takes in the pictures that folders carry; it must outlive the importer.
    Importer(Store &store, CarriedPictures &pictures, QObject *parent = nullptr);
    Importer(Store &store, CarriedPictures &pictures, ImportOptions options,
             QObject *parent = nullptr);
    ~Importer() override; ///< cancels and waits

    /// Imports `paths`, as the file system has them, after what is running already.
    void start(const QByteArrayList &paths);
    /// Reads again what the run rejected, whether it has changed or not, after what is running
    /// already.
    void retryRejected(qint64 run);
    /// Stops at the next file and forgets what waits; what was committed stays. finished() tells
    /// when it has stopped.
    void cancel();

    /// What no import takes in: the archive itself and its picture store, which may lie in the very
    /// folder that the archive is made of.
    QStringList leftOut() const;

    bool isRunning() const;
    /// Of what is running, or ran last.
    ImportProgress progress() const;

Q_SIGNALS:
    void started();
    /// At most ten times a second, and before failed().
    void progressed(const Microfiche::ImportProgress &progress);
    /// After each commit: what the index must take in.
    void committed(const Microfiche::IndexBatch &batch);
    void finished(const Microfiche::ImportSummary &summary);
    /// The archive could not take a batch (disk full, locked); the import has stopped, and what
    /// waited is forgotten.
    void failed(const QString &message);

private:
    class Run;
    void begin();
    void end();
    void tell();
    void forgetWaiting();

    Store &m_store;
    CarriedPictures &m_pictures;
    ImportOptions m_options;
    std::unique_ptr<Run> m_run;
    QByteArrayList m_waiting;
    qint64 m_waitingRetry = 0; ///< of that run; 0: none
    ImportProgress m_last;
};

} // namespace Microfiche
