// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/jsonwriter.h"
#include "cli/openarchive.h"
#include "cli/texttable.h"
#include "cli/verb.h"

#include <QLocale>

namespace Microfiche
{

namespace
{

struct StatsVerb {
    Q_DECLARE_TR_FUNCTIONS(StatsVerb)
};

QByteArray statsJson(const ArchiveStats &stats)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.member(u"articles", stats.articles);
    json.member(u"mentions", stats.mentions);
    json.member(u"files", stats.files);
    json.member(u"duplicateFiles", stats.duplicateFiles);
    json.member(u"relatedLinks", stats.relatedLinks);
    json.member(u"relatedResolved", stats.relatedResolved);
    json.member(u"providers", stats.providers);
    json.member(u"topics", stats.topics);
    json.member(u"withPicture", stats.withPicture);
    json.member(u"unrated", stats.unrated);
    json.member(u"undated", stats.undated);
    json.member(u"unpublished", stats.unpublished);
    json.member(u"heatMeasured", stats.heatMeasured);
    json.key(u"types");
    json.beginObject();
    for (auto it = stats.types.cbegin(); it != stats.types.cend(); ++it) {
        json.member(it.key(), it.value());
    }
    json.endObject();
    json.key(u"perYear");
    json.beginObject();
    for (auto it = stats.perYear.cbegin(); it != stats.perYear.cend(); ++it) {
        json.member(QString::number(it.key()), it.value());
    }
    json.endObject();
    json.key(u"quality");
    json.beginObject();
    json.memberIf(u"min", stats.qualityMin);
    json.memberIf(u"max", stats.qualityMax);
    json.endObject();
    json.member(u"originalBytes", stats.originalBytes);
    json.member(u"archiveBytes", stats.archiveBytes);
    json.endObject();
    return json.text() + '\n';
}

void printStats(const ArchiveStats &stats, Console &console)
{
    const QLocale locale;
    const auto count = [&locale](qint64 number) { return locale.toString(number); };
    QList<Fact> facts{{StatsVerb::tr("Articles"), count(stats.articles)},
                      {StatsVerb::tr("Mentions"), count(stats.mentions)},
                      {StatsVerb::tr("Article files"), count(stats.files)},
                      {StatsVerb::tr("Duplicate files"), count(stats.duplicateFiles)},
                      {StatsVerb::tr("Links"), count(stats.relatedLinks)},
                      {StatsVerb::tr("Links to articles here"), count(stats.relatedResolved)},
                      {StatsVerb::tr("Providers"), count(stats.providers)},
                      {StatsVerb::tr("Topics"), count(stats.topics)},
                      {StatsVerb::tr("With a picture"), count(stats.withPicture)},
                      {StatsVerb::tr("Unrated"), count(stats.unrated)},
                      {StatsVerb::tr("Undated"), count(stats.undated)},
                      {StatsVerb::tr("Unpublished"), count(stats.unpublished)},
                      {StatsVerb::tr("Heat measured"), count(stats.heatMeasured)}};
    for (auto it = stats.types.cbegin(); it != stats.types.cend(); ++it) {
        facts.append({StatsVerb::tr("Type %1").arg(displayLine(it.key())), count(it.value())});
    }
    for (auto it = stats.perYear.cbegin(); it != stats.perYear.cend(); ++it) {
        facts.append({StatsVerb::tr("In %1").arg(it.key()), count(it.value())});
    }
    if (stats.qualityMin && stats.qualityMax) {
        facts.append({StatsVerb::tr("Quality"),
                      StatsVerb::tr("%1 to %2").arg(*stats.qualityMin).arg(*stats.qualityMax)});
    }
    facts.append({StatsVerb::tr("Original files"), locale.formattedDataSize(stats.originalBytes)});
    facts.append({StatsVerb::tr("Archive file"), locale.formattedDataSize(stats.archiveBytes)});
    for (const QString &line : factLines(facts)) {
        console.print(line);
    }
}

} // namespace

int statsVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(QStringLiteral("stats"), {}, StatsVerb::tr("Counts what the archive holds."),
                      {{QStringLiteral("json"), StatsVerb::tr("As JSON"), {}}});
    if (const auto code = parser.parse(arguments, console)) {
        return *code;
    }
    if (!parser.positional().isEmpty()) {
        return parser.wrongUsage(StatsVerb::tr("stats takes no words."), console);
    }
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const ArchiveStats stats = waitFor(store->stats());
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(statsJson(stats));
    } else {
        printStats(stats, console);
    }
    return AllWell;
}

} // namespace Microfiche
