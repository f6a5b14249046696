// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "importing.h"
#include "support/archivegenerator.h"
#include "support/sqldatabase.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>

namespace Microfiche::Soak
{

namespace
{

constexpr int PatienceMs = 120'000;
constexpr int ForeignArticles = 200;
const QString Log = QStringLiteral("-wal");

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files.append(all.next());
    }
    files.sort();
    return files;
}

ContentHash hashOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? contentHash(file.readAll()) : ContentHash();
}

bool isAsInSource(const Witnessed &file)
{
    return hashOfFile(QFile::decodeName(file.path)) == file.hash;
}

/// An archive that was closed, and what a process of its own finds in it.
std::optional<Sample> sampleOf(const QString &archive)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--witness"), archive});
    if (!process.waitForFinished(PatienceMs)) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    const auto files = witnessedIn(process.readAllStandardOutput());
    const bool isWell =
        files && !files->isEmpty() && std::all_of(files->cbegin(), files->cend(), isAsInSource);
    return isWell ? std::optional(Sample{archive, *files}) : std::nullopt;
}

bool import(const QString &archive, const QStringList &paths)
{
    Store store;
    return open(store, archive) && importWhole(store, paths) &&
           !answerOf(store.titleOrder()).isEmpty();
}

/// While it is open, its log is there to be copied.
template <typename Work>
bool importAnd(const QString &archive, const QStringList &paths, Work work)
{
    Store store;
    return open(store, archive) && importWhole(store, paths) &&
           !answerOf(store.titleOrder()).isEmpty() && work(store);
}

bool markSome(Store &store)
{
    const QList<ArticleId> some = answerOf(store.newest(50));
    return answerOf(store.mark(some, Mark::Seen, true)).has_value();
}

/// A log may be there and empty.
bool copyFilled(const QString &from, const QString &to)
{
    return QFileInfo(from).size() > 0 && QFile::copy(from, to);
}

/// A journal that SQLite would undo a transaction by, of another archive.
bool makeJournal(const QString &archive, const QString &to)
{
    Test::SqlDatabase database(archive);
    database.run(QStringLiteral("PRAGMA journal_mode = DELETE"));
    database.run(QStringLiteral("PRAGMA cache_size = 4")); // so that it is written to early
    database.run(QStringLiteral("BEGIN IMMEDIATE"));
    database.run(QStringLiteral("UPDATE article_text SET excerpt = hex(randomblob(200))"));
    const bool isCopied = copyFilled(archive + QStringLiteral("-journal"), to);
    database.run(QStringLiteral("ROLLBACK"));
    return isCopied;
}

bool makeForeign(const QTemporaryDir &home, Samples &samples)
{
    const QString folder = home.filePath(QStringLiteral("foreign"));
    if (Test::ArchiveGenerator(ForeignArticles, 7).write(folder).files == 0) {
        return false;
    }
    const QString archive = home.filePath(QStringLiteral("foreign.microfiche"));
    samples.foreignLog = home.filePath(QStringLiteral("foreign.log"));
    samples.foreignJournal = home.filePath(QStringLiteral("foreign.journal"));
    return importAnd(archive, {folder},
                     [&](Store &store) {
                         return markSome(store) && copyFilled(archive + Log, samples.foreignLog);
                     }) &&
           makeJournal(archive, samples.foreignJournal);
}

/// Half is imported and closed, so that the file has it; the rest is in the log when both are
/// copied. An import would bring it in at its end, but for somebody who still reads the half.
bool makeLogged(const QString &folder, const QTemporaryDir &home, Samples &samples)
{
    const QString half = home.filePath(QStringLiteral("half.microfiche"));
    const QString logged = home.filePath(QStringLiteral("logged.microfiche"));
    const QString opened = home.filePath(QStringLiteral("opened.microfiche"));
    const QString later = home.filePath(QStringLiteral("later.microfiche"));
    const QStringList files = filesIn(folder);
    if (!import(later, files.first(files.size() / 2)) || !QFile::copy(later, half)) {
        return false;
    }
    {
        Test::SqlDatabase reader(later);
        reader.run(QStringLiteral("BEGIN"));
        reader.run(QStringLiteral("SELECT count(*) FROM version"));
        const bool isMade = importAnd(later, {folder}, [&](Store &store) {
            return QFile::copy(later, logged) && copyFilled(later + Log, logged + Log) &&
                   markSome(store);
        });
        if (!isMade) {
            return false;
        }
    }
    // To look into it is to bring its log in.
    const bool isCopied = QFile::copy(logged, opened) && QFile::copy(logged + Log, opened + Log);
    const auto halfOf = sampleOf(half);
    const auto openedOf = sampleOf(opened);
    const auto laterOf = sampleOf(later);
    if (!isCopied || !halfOf || !openedOf || !laterOf || hashOfFile(half) != hashOfFile(logged) ||
        openedOf->files.size() <= halfOf->files.size()) {
        return false;
    }
    samples.half = *halfOf;
    samples.later = *laterOf;
    samples.logged = {logged, openedOf->files};
    return true;
}

} // namespace

std::optional<Samples> makeSamples(const QString &folder, const QTemporaryDir &home)
{
    Samples samples;
    const QString whole = home.filePath(QStringLiteral("whole.microfiche"));
    if (!importAnd(whole, {folder}, markSome)) {
        return std::nullopt;
    }
    const auto wholeOf = sampleOf(whole);
    if (!wholeOf || !makeLogged(folder, home, samples) || !makeForeign(home, samples)) {
        return std::nullopt;
    }
    samples.whole = *wholeOf;
    return samples;
}

} // namespace Microfiche::Soak
