// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backups.h"

#include "article/displaytext.h"
#include "cli/jsonwriter.h"
#include "cli/verb.h"

#include <QDateTime>
#include <QLocale>

namespace Microfiche
{

namespace
{

using Outcome = BackupResult::Outcome;

struct BackupVerb {
    Q_DECLARE_TR_FUNCTIONS(BackupVerb)
};

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Made: return QStringLiteral("made");
    case Outcome::NotNeeded: return QStringLiteral("notNeeded");
    case Outcome::NoSpace: return QStringLiteral("noSpace");
    case Outcome::Damaged: return QStringLiteral("damaged");
    case Outcome::Failed: break;
    }
    return QStringLiteral("failed");
}

QByteArray backupJson(const BackupResult &result)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"outcome", outcomeName(result.outcome));
    json.memberIf(u"path", result.path);
    json.memberIf(u"message", result.message);
    json.endObject();
    return json.text() + '\n';
}

void printBackups(const QString &archive, Console &console)
{
    const QLocale locale;
    for (const Backup &backup : backupsOf(archive)) {
        console.print(
            locale.toString(QDateTime::fromSecsSinceEpoch(backup.madeAt), QLocale::ShortFormat) +
            QLatin1String("  ") + locale.formattedDataSize(backup.bytes) + QLatin1String("  ") +
            displayLine(backup.path));
    }
}

int codeOf(const BackupResult &result)
{
    switch (result.outcome) {
    case Outcome::Made:
    case Outcome::NotNeeded: return AllWell;
    case Outcome::NoSpace: return NotAll;
    default: return NoArchive;
    }
}

} // namespace

int backupVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(
        QStringLiteral("backup"), {},
        BackupVerb::tr("Copies the archive as it is into the folder beside it, verifies the copy, "
                       "and keeps the three newest."),
        {{QStringLiteral("list"), BackupVerb::tr("Only list the backups that there are"), {}},
         {QStringLiteral("if-changed"),
          BackupVerb::tr("Only if none was made for a day, and something is new"),
          {}},
         {QStringLiteral("json"), BackupVerb::tr("As JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (!parser.positional().isEmpty()) {
        return parser.wrongUsage(BackupVerb::tr("backup takes no words."), console);
    }
    if (parser.isSet(QStringLiteral("list"))) {
        printBackups(parser.archive(), console);
        return AllWell;
    }
    const BackupResult result =
        backUp(parser.archive(), parser.isSet(QStringLiteral("if-changed")) ? BackupRule::IfChanged
                                                                            : BackupRule::Now);
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(backupJson(result));
    } else if (result.outcome == Outcome::Made) {
        console.print(BackupVerb::tr("The backup is %1").arg(displayLine(result.path)));
    } else {
        console.say(displayLine(result.message));
    }
    return codeOf(result);
}

} // namespace Microfiche
