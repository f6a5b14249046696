// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/interrupts.h"
#include "cli/jsonwriter.h"
#include "cli/keptpictures.h"
#include "cli/openarchive.h"
#include "cli/texttable.h"
#include "cli/verb.h"
#include "import/importer.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace Microfiche
{

namespace
{

constexpr qsizetype WarningsShown = 20;

struct ImportVerb {
    Q_DECLARE_TR_FUNCTIONS(ImportVerb)
};

struct Imported {
    ImportSummary summary;
    QString failure;
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

Imported runImport(Store &store, const QString &archive, const QStringList &paths,
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
    console.showProgress({});
    return imported;
}

void writeProblems(JsonWriter &json, QStringView name, const QList<FileProblem> &problems)
{
    json.key(name);
    json.beginArray();
    for (const FileProblem &problem : problems) {
        json.beginObject();
        json.member(u"path", QFile::decodeName(problem.path));
        json.member(u"line", problem.line);
        json.member(u"column", problem.column);
        json.member(u"reason", problem.reason);
        json.endObject();
    }
    json.endArray();
}

QByteArray importJson(const ImportSummary &summary, const ArchiveStats &stats)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"filesFound", summary.filesFound);
    json.member(u"filesImported", summary.filesImported);
    json.member(u"filesUnchanged", summary.filesUnchanged);
    json.member(u"filesRejected", summary.filesRejected);
    json.member(u"articlesAdded", summary.articlesAdded);
    json.member(u"articlesUpdated", summary.articlesUpdated);
    json.member(u"duplicateFiles", stats.duplicateFiles);
    json.member(u"mentions", stats.mentions);
    json.member(u"relatedLinks", stats.relatedLinks);
    json.member(u"relatedResolved", stats.relatedResolved);
    json.member(u"bytes", summary.bytes);
    json.member(u"seconds", summary.seconds);
    writeProblems(json, u"rejected", summary.rejected);
    writeProblems(json, u"warnings", summary.warnings);
    json.endObject();
    return json.text() + '\n';
}

QString problemLine(const FileProblem &problem)
{
    QString place = displayLine(QFile::decodeName(problem.path));
    if (problem.line > 0) {
        place += QStringLiteral(":%1:%2").arg(problem.line).arg(problem.column);
    }
    return place + QLatin1String(": ") + displayLine(problem.reason);
}

void printReport(const ImportSummary &summary, const ArchiveStats &stats, Console &console)
{
    const QLocale locale;
    const auto count = [&locale](qint64 number) { return locale.toString(number); };
    for (const FileProblem &problem : summary.rejected) {
        console.print(problemLine(problem));
    }
    const qint64 more = summary.filesRejected - summary.rejected.size();
    if (more > 0) {
        console.print(ImportVerb::tr("… and %1 more rejected.").arg(count(more)));
    }
    for (const FileProblem &warning :
         summary.warnings.first(std::min(WarningsShown, summary.warnings.size()))) {
        console.print(ImportVerb::tr("Warning: %1").arg(problemLine(warning)));
    }
    if (summary.warnings.size() > WarningsShown) {
        console.print(ImportVerb::tr("… and %1 more warnings; --json names them all.")
                          .arg(count(summary.warnings.size() - WarningsShown)));
    }
    const QStringList lines =
        factLines({{ImportVerb::tr("Files found"), count(summary.filesFound)},
                   {ImportVerb::tr("Imported"), count(summary.filesImported)},
                   {ImportVerb::tr("Unchanged"), count(summary.filesUnchanged)},
                   {ImportVerb::tr("Rejected"), count(summary.filesRejected)},
                   {ImportVerb::tr("Articles added"), count(summary.articlesAdded)},
                   {ImportVerb::tr("Articles updated"), count(summary.articlesUpdated)},
                   {ImportVerb::tr("Duplicate files"), count(stats.duplicateFiles)},
                   {ImportVerb::tr("Mentions"), count(stats.mentions)},
                   {ImportVerb::tr("Links"), count(stats.relatedLinks)},
                   {ImportVerb::tr("Links to articles here"), count(stats.relatedResolved)},
                   {ImportVerb::tr("Read"), locale.formattedDataSize(summary.bytes)},
                   {ImportVerb::tr("Seconds"), locale.toString(summary.seconds, 'f', 1)}});
    for (const QString &line : lines) {
        console.print(line);
    }
}

} // namespace

int importVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(QStringLiteral("import"), QStringLiteral("PATH…"),
                      ImportVerb::tr("Imports files and folders. What is in the archive already "
                                     "and has not changed is not read again."),
                      {{QStringLiteral("json"), ImportVerb::tr("The report as JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (parser.positional().isEmpty()) {
        return parser.wrongUsage(ImportVerb::tr("import needs a file or a folder."), console);
    }
    Interrupts interrupts;
    const QString archive = QFileInfo(parser.archive()).absoluteFilePath();
    const auto store = openArchive(archive, IfMissing::Create, console);
    if (!store) {
        return NoArchive;
    }
    const Imported imported = runImport(*store, archive, parser.positional(), interrupts, console);
    const ImportSummary &summary = imported.summary;
    const ArchiveStats stats = waitFor(store->stats());
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(importJson(summary, stats));
    } else {
        printReport(summary, stats, console);
    }
    if (!imported.failure.isEmpty()) {
        console.say(imported.failure);
        return NoArchive;
    }
    if (!summary.isFinished) {
        console.say(ImportVerb::tr("The import was cancelled. What it had taken in stays."));
    }
    const bool isAll = summary.isFinished && summary.filesRejected == 0 && summary.filesFound > 0;
    return isAll ? AllWell : NotAll;
}

} // namespace Microfiche
