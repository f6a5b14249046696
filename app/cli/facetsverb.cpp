// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "cli/jsonwriter.h"
#include "cli/openarchive.h"
#include "cli/queryremarks.h"
#include "cli/selection.h"
#include "cli/texttable.h"
#include "cli/verb.h"

#include <QDate>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

struct FacetsVerb {
    Q_DECLARE_TR_FUNCTIONS(FacetsVerb)
};

constexpr int CountColumn = 9;

/// What any article of the answer has, by falling count, then name.
QList<FacetCount> byCount(QList<FacetCount> facets)
{
    facets.removeIf([](const FacetCount &facet) { return facet.count == 0; });
    std::sort(facets.begin(), facets.end(), [](const FacetCount &a, const FacetCount &b) {
        return a.count != b.count ? a.count > b.count
                                  : std::tie(a.name, a.domain) < std::tie(b.name, b.domain);
    });
    return facets;
}

void writeNames(JsonWriter &json, QStringView key, const QList<FacetCount> &facets,
                bool hasDomains = false)
{
    json.key(key);
    json.beginArray();
    for (const FacetCount &facet : byCount(facets)) {
        json.beginObject();
        if (hasDomains) {
            json.member(u"domain", facet.domain);
        }
        json.member(u"name", facet.name);
        json.member(u"count", facet.count);
        json.endObject();
    }
    json.endArray();
}

template <typename Write>
void writeValues(JsonWriter &json, QStringView key, const QList<ValueCount> &values, Write write)
{
    json.key(key);
    json.beginArray();
    for (const ValueCount &value : values) {
        if (value.count > 0) {
            json.beginObject();
            write(u"from", value.value);
            write(u"to", value.value);
            json.member(u"count", value.count);
            json.endObject();
        }
    }
    json.endArray();
}

QByteArray asJson(const QueryAnswer &answer)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    const auto day = [&json](QStringView key, qint64 value) {
        json.member(key, QDate::fromJulianDay(value).toString(Qt::ISODate));
    };
    const auto score = [&json](QStringView key, qint64 value) { json.member(key, value); };
    json.beginObject();
    json.member(u"total", answer.ids.size());
    json.member(u"undated", answer.undated.count);
    json.member(u"unrated", answer.unrated.count);
    writeValues(json, u"dates", answer.days, day);
    writeValues(json, u"quality", answer.qualities, score);
    writeValues(json, u"heat", answer.heats, score);
    writeNames(json, u"topics", answer.topics);
    writeNames(json, u"providers", answer.providers, true);
    writeNames(json, u"types", answer.types);
    writeNames(json, u"tags", answer.tags);
    json.endObject();
    return json.text() + '\n';
}

/// What stands beside its count, one a line.
void printCounts(Console &console, const QString &title, const QList<Fact> &lines)
{
    const TextTable table({{FacetsVerb::tr("Articles"), CountColumn, Qt::AlignRight}, {title}},
                          console.width());
    console.print(QString());
    console.print(table.header());
    for (const auto &[name, count] : lines) {
        console.print(table.row({count, name}));
    }
}

void printNames(Console &console, const QString &title, const QList<FacetCount> &facets)
{
    QList<Fact> lines;
    for (const FacetCount &facet : byCount(facets)) {
        lines.append({displayLine(facet.name.isEmpty() ? facet.domain : facet.name),
                      QString::number(facet.count)});
    }
    printCounts(console, title, lines);
}

/// By year: days would fill pages. `--json` has them all.
void printYears(Console &console, const QList<ValueCount> &days)
{
    QMap<int, int> years;
    for (const ValueCount &day : days) {
        years[QDate::fromJulianDay(day.value).year()] += day.count;
    }
    QList<Fact> lines;
    for (auto year = years.cbegin(); year != years.cend(); ++year) {
        if (year.value() > 0) {
            lines.append({QString::number(year.key()), QString::number(year.value())});
        }
    }
    printCounts(console, FacetsVerb::tr("Year"), lines);
}

/// 1, 2, 5, 10, 20 and so on: the least that cuts `span` values into a dozen ranges or fewer.
qint64 rangeWidth(qint64 span)
{
    constexpr qint64 Dozen = 12;
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 width : {power, 2 * power, 5 * power}) {
            if (span <= width * Dozen) {
                return width;
            }
        }
    }
}

/// In ranges that can be asked for as they stand: `quality:80..89`.
void printScores(Console &console, const QString &title, QList<ValueCount> scores)
{
    scores.removeIf([](const ValueCount &score) { return score.count == 0; });
    const qint64 width =
        scores.isEmpty() ? 1 : rangeWidth(scores.constLast().value - scores.constFirst().value + 1);
    QMap<qint64, int> ranges;
    for (const ValueCount &score : std::as_const(scores)) {
        ranges[score.value / width] += score.count;
    }
    QList<Fact> lines;
    for (auto range = ranges.cbegin(); range != ranges.cend(); ++range) {
        const qint64 from = range.key() * width;
        const QString name = QString::number(from);
        lines.append(
            {width == 1 ? name : name + QStringLiteral("..") + QString::number(from + width - 1),
             QString::number(range.value())});
    }
    printCounts(console, title, lines);
}

void printText(Console &console, const QueryAnswer &answer)
{
    const auto number = [](qint64 count) { return QString::number(count); };
    const QList<Fact> facts{{FacetsVerb::tr("Total"), number(answer.ids.size())},
                            {FacetsVerb::tr("Undated"), number(answer.undated.count)},
                            {FacetsVerb::tr("Unrated"), number(answer.unrated.count)},
                            {FacetsVerb::tr("Unmeasured"), number(answer.unmeasured.count)}};
    for (const QString &line : factLines(facts)) {
        console.print(line);
    }
    printYears(console, answer.days);
    printScores(console, FacetsVerb::tr("Quality"), answer.qualities);
    printScores(console, FacetsVerb::tr("Heat"), answer.heats);
    printNames(console, FacetsVerb::tr("Topic"), answer.topics);
    printNames(console, FacetsVerb::tr("Provider"), answer.providers);
    printNames(console, FacetsVerb::tr("Type"), answer.types);
    if (!answer.tags.isEmpty()) {
        printNames(console, FacetsVerb::tr("Tag"), answer.tags);
    }
}

} // namespace

int facetsVerb(const QStringList &arguments, Console &console)
{
    VerbParser parser(QStringLiteral("facets"), QStringLiteral("[QUERY]"),
                      FacetsVerb::tr("Counts the articles that match by day, quality, heat, topic, "
                                     "provider, type and tag,\n"
                                     "each with the whole query but its own clause."),
                      {{QStringLiteral("json"), FacetsVerb::tr("Writes all of it as JSON"), {}}});
    if (const auto code = parser.parse(arguments, console, VerbParser::Operands::Query)) {
        return *code;
    }
    const auto store = openArchive(parser.archive(), IfMissing::Refuse, console);
    if (!store) {
        return NoArchive;
    }
    const QueryArgument query = queryOf(parser.positional());
    const auto read = select(*store, query.text, console.width());
    if (const auto *wrong = std::get_if<QString>(&read)) {
        return parser.wrongUsage(*wrong, console);
    }
    const auto &answer = std::get<QueryAnswer>(read);
    if (parser.isSet(QStringLiteral("json"))) {
        console.write(asJson(answer));
    } else {
        printText(console, answer);
    }
    sayRemarks(*store, query, answer, console);
    return answer.ids.isEmpty() ? NotAll : AllWell;
}

} // namespace Microfiche
