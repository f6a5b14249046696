// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair/repair.h"

#include "article/displaytext.h"
#include "cli/argument.h"
#include "cli/jsonwriter.h"
#include "cli/verb.h"
#include "import/importer.h"
#include "store/backups.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace Microfiche
{

namespace
{

using Outcome = RepairReport::Outcome;

struct RepairVerb {
    Q_DECLARE_TR_FUNCTIONS(RepairVerb)
};

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Sound: return QStringLiteral("sound");
    case Outcome::Rebuilt: return QStringLiteral("rebuilt");
    case Outcome::Salvaged: return QStringLiteral("salvaged");
    case Outcome::Restored: return QStringLiteral("restored");
    case Outcome::Failed: break;
    }
    return QStringLiteral("failed");
}

QByteArray repairJson(const RepairReport &report)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"outcome", outcomeName(report.outcome));
    json.memberIf(u"message", report.message);
    json.memberIf(u"kept", report.kept);
    json.member(u"articles", report.articles);
    json.member(u"originals", report.originals);
    json.member(u"marks", report.marks);
    json.member(u"savedSearches", report.savedSearches);
    json.member(u"lostCount", report.lostCount);
    json.member(u"namelessCount", report.namelessCount);
    json.member(u"lossesKnown", report.areLossesKnown);
    for (const auto &[key, names] :
         {std::pair(u"lost", &report.lost), std::pair(u"lostEarlier", &report.lostEarlier)}) {
        json.key(key);
        json.beginArray();
        for (const QString &name : *names) {
            json.value(name);
        }
        json.endArray();
    }
    json.endObject();
    return json.text() + '\n';
}

void printSalvaged(const RepairReport &report, Console &console)
{
    const QLocale locale;
    for (const QString &lost : report.lost) {
        console.print(RepairVerb::tr("Lost: %1").arg(displayLine(lost)));
    }
    for (const QString &lost : report.lostEarlier) {
        console.print(RepairVerb::tr("Lost, an earlier version: %1").arg(displayLine(lost)));
    }
    if (report.namelessCount > 0) {
        console.print(RepairVerb::tr("Files that are lost with their names: %1")
                          .arg(locale.toString(report.namelessCount)));
    }
    if (!report.areLossesKnown) {
        console.print(RepairVerb::tr("More may be lost: what would tell of it is lost too."));
    }
    console.print(RepairVerb::tr("A new archive was made of what could be read: articles %1, "
                                 "original files %2, marks %3, saved searches %4. Lost: %5.")
                      .arg(locale.toString(report.articles), locale.toString(report.originals),
                           locale.toString(report.marks), locale.toString(report.savedSearches),
                           locale.toString(report.lostCount)));
}

void printReport(const RepairReport &report, Console &console)
{
    switch (report.outcome) {
    case Outcome::Sound:
        console.print(RepairVerb::tr("Nothing is wrong. Nothing was changed."));
        break;
    case Outcome::Rebuilt:
        console.print(RepairVerb::tr("What is derived from the articles was made anew. Nothing "
                                     "was lost."));
        break;
    case Outcome::Salvaged: printSalvaged(report, console); break;
    case Outcome::Restored:
        console.print(RepairVerb::tr("The backup took the archive's place: articles %1.")
                          .arg(QLocale().toString(report.articles)));
        break;
    case Outcome::Failed: console.say(displayLine(report.message)); break;
    }
    if (!report.kept.isEmpty()) {
        console.print(
            RepairVerb::tr("The archive as it was is kept as %1.").arg(displayLine(report.kept)));
    }
}

std::optional<Article> parsedArticle(const QByteArray &bytes)
{
    static const ArticleParser Parse = ImportOptions().parse;
    ReadResult result = Parse(bytes);
    auto *read = std::get_if<ReadArticle>(&result);
    return read ? std::optional(std::move(read->article)) : std::nullopt;
}

// Who cannot repair may still have a backup.
void sayBackups(const QString &archive, Console &console)
{
    for (const Backup &backup : backupsOf(archive)) {
        console.say(RepairVerb::tr("There is a backup of %1: %2")
                        .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(backup.madeAt),
                                                QLocale::ShortFormat),
                             displayLine(backup.path)));
    }
}

int codeOf(const RepairReport &report)
{
    if (report.outcome == Outcome::Failed) {
        return NoArchive;
    }
    return report.lostCount > 0 ? NotAll : AllWell;
}

} // namespace

int repairVerb(const QStringList &arguments, Console &console)
{
    const QString restoring = QStringLiteral("restore");
    VerbParser parser(
        QStringLiteral("repair"), {},
        RepairVerb::tr("Makes a sound archive of what can be read of a damaged one, which is "
                       "kept, and names what is lost. Or puts a backup in its place."),
        {{restoring, RepairVerb::tr("Put a copy of this backup in the archive's place"),
          RepairVerb::tr("BACKUP")},
         {QStringLiteral("json"), RepairVerb::tr("As JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (!parser.positional().isEmpty()) {
        return parser.wrongUsage(RepairVerb::tr("repair takes no words."), console);
    }
    const QString archive = parser.archive();
    QElapsedTimer clock;
    clock.start();
    const RepairProgress progress = [&console, &clock](qint64 done, qint64 all) {
        const QLocale locale;
        console.tellProgress(RepairVerb::tr("Original files read: %1 of %2")
                                 .arg(locale.toString(done), locale.toString(all)),
                             clock.elapsed());
        return true;
    };
    const RepairReport report =
        parser.isSet(restoring)
            ? restoreBackup(archive,
                            QFile::decodeName(absolutePathArgument(parser.value(restoring))))
            : repairArchive(archive, parsedArticle, progress);
    console.showProgress({});
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(repairJson(report));
    } else {
        printReport(report, console);
    }
    if (report.outcome == Outcome::Failed) {
        sayBackups(archive, console);
    }
    return codeOf(report);
}

} // namespace Microfiche
