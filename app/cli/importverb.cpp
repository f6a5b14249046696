// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/keptpictures.h"
#include "cli/argument.h"
#include "cli/importreport.h"
#include "cli/interrupts.h"
#include "cli/openarchive.h"
#include "cli/verb.h"
#include "import/importer.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>

#include <algorithm>

#include <unistd.h>

namespace Microfiche
{

namespace
{

struct ImportVerb {
    Q_DECLARE_TR_FUNCTIONS(ImportVerb)
};

struct Imported {
    ImportSummary summary;
    QString failure = {};
    int signal = 0; ///< that ended it; 0: none did
};

QString progressLine(const ImportProgress &progress)
{
    const QLocale locale;
    QString line =
        progress.isCounted
            ? ImportVerb::tr("%1 of %2 files")
                  .arg(locale.toString(progress.filesDone), locale.toString(progress.filesFound))
            : ImportVerb::tr("%1 of %2 files so far")
                  .arg(locale.toString(progress.filesDone), locale.toString(progress.filesFound));
    if (progress.filesPerSecond > 0) {
        line +=
            ImportVerb::tr(", %1 a second").arg(locale.toString(qRound64(progress.filesPerSecond)));
    }
    if (progress.secondsLeft) {
        line += ImportVerb::tr(", %1 s left").arg(*progress.secondsLeft);
    }
    return line;
}

Imported runImport(Store &store, const QString &archive, const QByteArrayList &paths,
                   Interrupts &interrupts, Console &console)
{
    KeptPictures pictures(PictureStore(pictureFolder(archive)));
    Importer importer(store, pictures);
    Imported imported;
    QEventLoop loop;
    QObject::connect(&importer, &Importer::progressed, &loop,
                     [&console, &imported](const ImportProgress &progress) {
                         imported.summary = progress.summary;
                         console.showProgress(progressLine(progress));
                     });
    QObject::connect(&importer, &Importer::finished, &loop, [&](const ImportSummary &summary) {
        imported.summary = summary;
        loop.quit();
    });
    QObject::connect(&importer, &Importer::failed, &loop, [&](const QString &message) {
        imported.failure = message;
        loop.quit();
    });
    interrupts.handle([&importer] { importer.cancel(); });
    importer.start(paths);
    loop.exec();
    interrupts.handle({});
    imported.signal = interrupts.signal();
    console.showProgress({});
    return imported;
}

/// What was imported is sorted before the program ends, so that nobody waits for it later.
void sortTitles(Store &store, Interrupts &interrupts)
{
    QEventLoop loop;
    QFutureWatcher<QList<ArticleId>> order;
    QObject::connect(&order, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    interrupts.handle([&order] { order.cancel(); });
    order.setFuture(store.titleOrder());
    loop.exec();
    interrupts.handle({});
}

bool isThere(const QByteArray &path)
{
    return ::access(path.constData(), F_OK) == 0;
}

/// What an import of nothing but mistyped paths comes to. It must leave no archive behind.
ImportSummary nothingThere(const QByteArrayList &paths)
{
    ImportSummary summary;
    summary.isFinished = true;
    summary.filesFound = summary.filesRejected = paths.size();
    for (const QByteArray &path : paths) {
        summary.rejected.append({path, 0, 0, ImportVerb::tr("There is no such file or folder.")});
    }
    return summary;
}

/// Counts what the archive holds; what was imported is told even if that cannot be.
std::optional<ArchiveStats> countedStats(Store &store, Console &console)
{
    try {
        return waitFor(store.stats());
    } catch (const StoreError &error) {
        console.say(error.message());
        return std::nullopt;
    }
}

int report(const Imported &imported, const std::optional<ArchiveStats> &stats, bool asJson,
           Console &console)
{
    const ImportSummary &summary = imported.summary;
    if (asJson) {
        console.write(importJson(summary, stats));
        sayWhatIsCut(summary, console);
    } else {
        printReport(summary, stats, console);
    }
    if (!imported.failure.isEmpty()) {
        console.say(imported.failure);
        return NoArchive;
    }
    if (!stats) {
        return NoArchive;
    }
    if (!summary.isFinished) {
        console.say(ImportVerb::tr("The import was cancelled. What it had taken in stays."));
        return imported.signal > 0 ? EndedBySignal + imported.signal : NotAll;
    }
    const bool isAll = summary.filesRejected == 0 && summary.filesFound > 0;
    return isAll ? AllWell : NotAll;
}

} // namespace

int importVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(
        QStringLiteral("import"), QStringLiteral("PATH…"),
        ImportVerb::tr("Imports files and folders. What is in the archive already "
                       "and has not changed is not read again.\nCtrl+C ends it with 130 "
                       "and keeps what is in."),
        {{QStringLiteral("json"), ImportVerb::tr("The report as JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (parser.positional().isEmpty()) {
        return parser.wrongUsage(ImportVerb::tr("import needs a file or a folder."), console);
    }
    QByteArrayList paths;
    for (const QString &path : parser.positional()) {
        paths << pathArgument(path);
    }
    const bool asJson = parser.isSet(QStringLiteral("json"));
    const QString archive = QFileInfo(parser.archive()).absoluteFilePath();
    if (!QFileInfo::exists(archive) && std::none_of(paths.cbegin(), paths.cend(), isThere)) {
        return report({nothingThere(paths)}, ArchiveStats(), asJson, console);
    }
    Interrupts interrupts;
    const auto store = openArchive(archive, IfMissing::Create, console);
    if (!store) {
        return NoArchive;
    }
    const Imported imported = runImport(*store, archive, paths, interrupts, console);
    const int code = report(imported, countedStats(*store, console), asJson, console);
    if (imported.signal == 0 && imported.summary.filesImported > 0) {
        sortTitles(*store, interrupts);
    }
    return code;
}

} // namespace Microfiche
