// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/jsonwriter.h"
#include "cli/openarchive.h"
#include "cli/verb.h"

#include <QLocale>

namespace Microfiche
{

namespace
{

struct CheckVerb {
    Q_DECLARE_TR_FUNCTIONS(CheckVerb)
};

QByteArray checkJson(const CheckReport &report)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"healthy", report.problems.isEmpty());
    json.member(u"originalsChecked", report.originalsChecked);
    json.member(u"fullTextChecked", report.areWordsChecked);
    json.key(u"problems");
    json.beginArray();
    for (const QString &problem : report.problems) {
        json.value(QStringView(problem));
    }
    json.endArray();
    json.endObject();
    return json.text() + '\n';
}

void printReport(const CheckReport &report, Console &console)
{
    for (const QString &problem : report.problems) {
        console.print(displayLine(problem));
    }
    if (!report.areWordsChecked) {
        console.print(CheckVerb::tr("The archive cannot be written to here, so its full text was "
                                    "not checked."));
    }
    const QLocale locale;
    console.print(
        CheckVerb::tr("Original files checked: %1. ")
            .arg(locale.toString(report.originalsChecked)) +
        (report.problems.isEmpty()
             ? CheckVerb::tr("Nothing is wrong.")
             : CheckVerb::tr("Problems: %1.").arg(locale.toString(report.problems.size()))));
    if (!report.problems.isEmpty()) {
        console.say(CheckVerb::tr("microfiche repair makes a sound archive of what can be read."));
    }
}

} // namespace

int checkVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(QStringLiteral("check"), {},
                      CheckVerb::tr("Checks the database, every link, and every original file "
                                    "against its hash."),
                      {{QStringLiteral("json"), CheckVerb::tr("As JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (!parser.positional().isEmpty()) {
        return parser.wrongUsage(CheckVerb::tr("check takes no words."), console);
    }
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const CheckReport report = waitFor(store->check());
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(checkJson(report));
    } else {
        printReport(report, console);
    }
    return report.problems.isEmpty() ? AllWell : NotAll;
}

} // namespace Microfiche
