// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countline.h"

#include "article/displaytext.h"
#include "models/conditionwords.h"
#include "models/numbers.h"
#include "models/querychip.h"
#include "query/querytext.h"

#include <QCoreApplication>

#include <utility>

namespace Microfiche
{

namespace
{
struct CountLine {
    Q_DECLARE_TR_FUNCTIONS(CountLine)
};

QString joined(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names) {
        shown << displayLine(name);
    }
    if (shown.size() < 2) {
        return shown.join(QString());
    }
    const QString last = shown.takeLast();
    //: The last two of a list of alternatives: "Druid, Barbarian or Sorceress"
    return CountLine::tr("%1 or %2").arg(shown.join(QStringLiteral(", ")), last);
}

bool beginsMonth(QDate day)
{
    return day.day() == 1;
}

bool endsMonth(QDate day)
{
    return day.day() == day.daysInMonth();
}

// By the month where the range is of whole months.
QString datesBetween(QDate from, QDate to)
{
    const bool byMonth = beginsMonth(from) && endsMonth(to);
    const QString first = byMonth ? monthText(from) : dayText(from);
    const QString last = byMonth ? monthText(to) : dayText(to);
    return first == last ? first : CountLine::tr("%1 to %2").arg(first, last);
}

QString dates(const Query &query)
{
    if (query.undated == Missing::Only) {
        return CountLine::tr("undated");
    }
    const auto &from = query.date.from;
    const auto &to = query.date.to;
    if (query.date.isOpen()) {
        return {};
    }
    const QString range =
        query.date.lastDays ? CountLine::tr("of the last %Ln day(s)", nullptr, *query.date.lastDays)
        : from && to        ? datesBetween(*from, *to)
        : from
            ? CountLine::tr("since %1").arg(beginsMonth(*from) ? monthText(*from) : dayText(*from))
            : CountLine::tr("until %1").arg(endsMonth(*to) ? monthText(*to) : dayText(*to));
    return query.undated == Missing::Included ? CountLine::tr("%1 or undated").arg(range) : range;
}

QString qualities(Query query)
{
    if (query.unrated == Missing::Only) {
        return CountLine::tr("unrated");
    }
    if (query.quality.isOpen()) {
        return {};
    }
    const Missing unrated = std::exchange(query.unrated, Missing::Excluded);
    const QString range = CountLine::tr("quality %1").arg(qualityRangeText(query));
    return unrated == Missing::Included ? CountLine::tr("%1 or unrated").arg(range) : range;
}

QString heats(Query query)
{
    if (query.unmeasured == Missing::Only) {
        return CountLine::tr("with no heat measured");
    }
    if (query.heat.isOpen()) {
        return {};
    }
    const Missing unmeasured = std::exchange(query.unmeasured, Missing::Excluded);
    const QString range = CountLine::tr("heat %1").arg(heatRangeText(query));
    return unmeasured == Missing::Included ? CountLine::tr("%1 or not measured").arg(range) : range;
}

// What is exact words and nothing else has quotes of its own.
QString inQuotes(const QString &label)
{
    const bool hasQuotes = label.startsWith(u'“') && label.indexOf(u'”') == label.size() - 1;
    return hasQuotes ? label : CountLine::tr("“%1”").arg(label);
}
} // namespace

QString countHeadline(const Query &query, const QueryAnswer &answer)
{
    return query.kinds == Kinds::Mentions
               ? CountLine::tr("%Ln mention(s)", nullptr, answer.mentions)
               : CountLine::tr("%Ln article(s)", nullptr, answer.articles);
}

QString countSentence(const Query &query, const QueryAnswer &answer, bool isImporting)
{
    QStringList parts;
    if (query.kinds == Kinds::Both && answer.mentions > 0) {
        parts << CountLine::tr("and %Ln mention(s)", nullptr, answer.mentions);
    }
    if (query.kinds == Kinds::Mentions) {
        parts << CountLine::tr("known only by what others say of them");
    }
    if (query.unpublishedOnly) {
        parts << CountLine::tr("held back by their publishers");
    }
    if (!query.topics.isEmpty()) {
        parts << CountLine::tr("on %1").arg(joined(query.topics));
    }
    if (!query.providers.isEmpty()) {
        parts << CountLine::tr("from %1").arg(joined(query.providers));
    }
    if (!query.words.isEmpty()) {
        parts << CountLine::tr("with %1").arg(displayLine(query.words.join(QStringLiteral(" "))));
    }
    if (!query.types.isEmpty()) {
        parts << CountLine::tr("of type %1").arg(joined(query.types));
    }
    if (!query.tags.isEmpty()) {
        parts << CountLine::tr("tagged %1").arg(joined(query.tags));
    }
    parts << dates(query) << qualities(query) << heats(query);
    for (const Condition &condition : query.conditions) {
        parts << conditionLabel(condition);
    }
    parts.removeAll(QString());
    QString sentence = parts.join(QStringLiteral(", "));
    if (isImporting) {
        sentence += (sentence.isEmpty() ? QString() : QStringLiteral(". ")) +
                    CountLine::tr("More arrive as they are read.");
    }
    return sentence;
}

QString nothingSentence(const Query &query, const QueryAnswer &answer)
{
    struct Way {
        bool isTaken;
        int without;
        QString name;
    };
    QList<Way> ways{
        {!query.words.isEmpty(), answer.withoutWords,
         CountLine::tr("the words %1").arg(displayLine(query.words.join(QStringLiteral(" "))))},
        {query.filtersQuality(), answer.withoutQuality,
         query.unrated == Missing::Only ? CountLine::tr("unrated alone")
                                        : CountLine::tr("quality %1").arg(qualityRangeText(query))},
        {query.filtersDate(), answer.withoutDate, CountLine::tr("the dates")},
        {!query.topics.isEmpty(), answer.withoutTopics,
         CountLine::tr("the topic %1").arg(joined(query.topics))},
        {!query.providers.isEmpty(), answer.withoutProviders,
         CountLine::tr("the provider %1").arg(joined(query.providers))},
        {!query.types.isEmpty(), answer.withoutTypes,
         CountLine::tr("the type %1").arg(joined(query.types))},
        {!query.tags.isEmpty(), answer.withoutTags,
         CountLine::tr("the tag %1").arg(joined(query.tags))},
        {query.filtersHeat(), answer.withoutHeat,
         query.unmeasured == Missing::Only ? CountLine::tr("heat not measured alone")
                                           : CountLine::tr("heat %1").arg(heatRangeText(query))},
    };
    for (qsizetype i = 0; i < query.conditions.size(); ++i) {
        ways.append({true, answer.withoutCondition.value(i, -1),
                     inQuotes(conditionLabel(query.conditions.at(i)))});
    }
    const Way *best = nullptr;
    for (const Way &way : ways) {
        if (way.isTaken && way.without > 0 && (!best || way.without > best->without)) {
            best = &way;
        }
    }
    QStringList sentences;
    const auto hint = answer.ids.isEmpty() ? queryHint(queryText(query)) : std::nullopt;
    if (hint) {
        sentences << displayLine(hint->message);
    }
    if (best) {
        sentences
            << CountLine::tr("Without %1 there are %2.").arg(best->name, countText(best->without));
    }
    return sentences.join(u' ');
}

} // namespace Microfiche
