// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importreport.h"

#include "article/displaytext.h"
#include "cli/console.h"
#include "cli/jsonwriter.h"
#include "cli/texttable.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qsizetype WarningsShown = 20;

struct ImportReport {
    Q_DECLARE_TR_FUNCTIONS(ImportReport)
};

qint64 rejectedNotListed(const ImportSummary &summary)
{
    return std::max<qint64>(0, summary.filesRejected - summary.rejected.size());
}

qint64 warningsNotListed(const ImportSummary &summary)
{
    return std::max<qint64>(0, summary.warningsFound - summary.warnings.size());
}

std::optional<qint64> ifAny(qint64 count)
{
    return count > 0 ? std::optional(count) : std::nullopt;
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

QString problemLine(const FileProblem &problem)
{
    QString place = shownPath(problem.path);
    if (problem.line > 0) {
        place += QStringLiteral(":%1:%2").arg(problem.line).arg(problem.column);
    }
    return place + QLatin1String(": ") + displayLine(problem.reason);
}

void printWarnings(const ImportSummary &summary, Console &console)
{
    const QLocale locale;
    for (const FileProblem &warning :
         summary.warnings.first(std::min(WarningsShown, summary.warnings.size()))) {
        console.print(ImportReport::tr("Warning: %1").arg(problemLine(warning)));
    }
    if (const qint64 more = summary.warnings.size() + warningsNotListed(summary) - WarningsShown;
        more > 0) {
        const qint64 beyond = warningsNotListed(summary);
        console.print(beyond > 0
                          ? ImportReport::tr("… and %1 more warnings; --json names all but %2.")
                                .arg(locale.toString(more), locale.toString(beyond))
                          : ImportReport::tr("… and %1 more warnings; --json names them all.")
                                .arg(locale.toString(more)));
    }
}

void printFacts(const QString &heading, const QList<Fact> &facts, Console &console)
{
    console.print(heading);
    for (const QString &line : factLines(facts)) {
        console.print(QLatin1String("  ") + line);
    }
}

} // namespace

QByteArray importJson(const ImportSummary &summary, const std::optional<ArchiveStats> &stats)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"filesFound", summary.filesFound);
    json.member(u"filesImported", summary.filesImported);
    json.member(u"filesUnchanged", summary.filesUnchanged);
    json.member(u"filesRejected", summary.filesRejected);
    json.member(u"filesSkipped", summary.filesSkipped);
    json.member(u"articlesAdded", summary.articlesAdded);
    json.member(u"articlesUpdated", summary.articlesUpdated);
    if (stats) {
        json.member(u"duplicateFiles", stats->duplicateFiles);
        json.member(u"mentions", stats->mentions);
        json.member(u"relatedLinks", stats->relatedLinks);
        json.member(u"relatedResolved", stats->relatedResolved);
    }
    json.member(u"bytes", summary.bytes);
    json.member(u"seconds", summary.seconds);
    writeProblems(json, u"rejected", summary.rejected);
    writeProblems(json, u"warnings", summary.warnings);
    json.memberIf(u"rejectedNotListed", ifAny(rejectedNotListed(summary)));
    json.memberIf(u"warningsNotListed", ifAny(warningsNotListed(summary)));
    json.endObject();
    return json.text() + '\n';
}

void sayWhatIsCut(const ImportSummary &summary, Console &console)
{
    const QLocale locale;
    if (const qint64 more = rejectedNotListed(summary); more > 0) {
        console.say(ImportReport::tr("%1 more files were rejected than are listed.")
                        .arg(locale.toString(more)));
    }
    if (const qint64 more = warningsNotListed(summary); more > 0) {
        console.say(ImportReport::tr("There are %1 more warnings than are listed.")
                        .arg(locale.toString(more)));
    }
}

void printReport(const ImportSummary &summary, const std::optional<ArchiveStats> &stats,
                 Console &console)
{
    const QLocale locale;
    const auto count = [&locale](qint64 number) { return locale.toString(number); };
    for (const FileProblem &problem : summary.rejected) {
        console.print(problemLine(problem));
    }
    if (const qint64 more = rejectedNotListed(summary); more > 0) {
        console.print(ImportReport::tr("… and %1 more rejected.").arg(count(more)));
    }
    printWarnings(summary, console);
    printFacts(ImportReport::tr("This import"),
               {{ImportReport::tr("Files found"), count(summary.filesFound)},
                {ImportReport::tr("Imported"), count(summary.filesImported)},
                {ImportReport::tr("Unchanged"), count(summary.filesUnchanged)},
                {ImportReport::tr("Rejected"), count(summary.filesRejected)},
                {ImportReport::tr("Skipped (links, special files)"), count(summary.filesSkipped)},
                {ImportReport::tr("Articles added"), count(summary.articlesAdded)},
                {ImportReport::tr("Articles updated"), count(summary.articlesUpdated)},
                {ImportReport::tr("Duplicate files"), count(summary.duplicates)},
                {ImportReport::tr("Read"), locale.formattedDataSize(summary.bytes)},
                {ImportReport::tr("Seconds"), locale.toString(summary.seconds, 'f', 1)}},
               console);
    if (stats) {
        printFacts(ImportReport::tr("The whole archive now"),
                   {{ImportReport::tr("Articles"), count(stats->articles)},
                    {ImportReport::tr("Mentions"), count(stats->mentions)},
                    {ImportReport::tr("Article files"), count(stats->files)},
                    {ImportReport::tr("Duplicate files"), count(stats->duplicateFiles)},
                    {ImportReport::tr("Links"), count(stats->relatedLinks)},
                    {ImportReport::tr("Links to articles here"), count(stats->relatedResolved)}},
                   console);
    }
}

} // namespace Microfiche
