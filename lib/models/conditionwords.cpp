// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conditionwords.h"

#include "article/displaytext.h"
#include "models/numbers.h"
#include "models/querychip.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace Microfiche
{

namespace
{

struct ConditionWords {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
};

QString stateText(ArticleState state)
{
    switch (state) {
    case ArticleState::Mention: return ConditionWords::tr("mention");
    case ArticleState::Unpublished: return ConditionWords::tr("unpublished");
    case ArticleState::Removed: return ConditionWords::tr("withdrawn");
    case ArticleState::Unread: return ConditionWords::tr("not seen yet");
    case ArticleState::Starred: return ConditionWords::tr("starred");
    case ArticleState::WithPicture: return ConditionWords::tr("with a picture");
    case ArticleState::WithRelated: return ConditionWords::tr("with related articles");
    case ArticleState::WithBody: return ConditionWords::tr("with a text");
    case ArticleState::WithTag: return ConditionWords::tr("with a tag");
    case ArticleState::WithNote: return ConditionWords::tr("with a note");
    }
    return {};
}

QString citedText(const ScoreRange &count)
{
    if (count.from && count.to && *count.from == *count.to) {
        return ConditionWords::tr("cited %Ln time(s)", nullptr, *count.from);
    }
    if (count.from && count.to) {
        return ConditionWords::tr("cited %1 to %2 times")
            .arg(countText(*count.from), countText(*count.to));
    }
    return count.from
               ? ConditionWords::tr("cited %Ln time(s) or more", nullptr, *count.from)
               : ConditionWords::tr("cited %Ln time(s) at most", nullptr, count.to.value_or(0));
}

// The end of an address tells pictures apart, its beginning only servers.
QString pictureName(const QString &address)
{
    const QStringList parts = QUrl(address).path().split(u'/', Qt::SkipEmptyParts);
    return parts.isEmpty() ? address : displayLine(parts.last());
}

QString termText(const StoreTerm &term)
{
    const QString words = displayLine(term.text);
    const QString text = term.isWhole ? ConditionWords::tr("“%1”").arg(words) : words;
    switch (term.kind) {
    case StoreTerm::Kind::Text: return text;
    case StoreTerm::Kind::Title: return ConditionWords::tr("title with %1").arg(text);
    case StoreTerm::Kind::Excerpt: return ConditionWords::tr("excerpt with %1").arg(text);
    case StoreTerm::Kind::Address: return ConditionWords::tr("address %1").arg(text);
    case StoreTerm::Kind::Cites: return ConditionWords::tr("cites %1").arg(text);
    case StoreTerm::Kind::CitedBy: return ConditionWords::tr("cited by %1").arg(text);
    case StoreTerm::Kind::Picture: return ConditionWords::tr("picture %1").arg(pictureName(text));
    case StoreTerm::Kind::Cited: return citedText(term.count);
    }
    return {};
}

Missing missingOf(const Condition &condition, bool isOpen)
{
    return !condition.takesMissing ? Missing::Excluded : isOpen ? Missing::Only : Missing::Included;
}

QString datesText(const Condition &condition)
{
    Query query;
    query.date = condition.dates;
    query.undated = missingOf(condition, condition.dates.isOpen());
    return dateRangeText(query);
}

QString qualitiesText(const Condition &condition)
{
    Query query;
    query.quality = condition.scores;
    query.unrated = missingOf(condition, condition.scores.isOpen());
    return query.unrated == Missing::Only
               ? qualityRangeText(query)
               : ConditionWords::tr("quality %1").arg(qualityRangeText(query));
}

QString heatsText(const Condition &condition)
{
    Query query;
    query.heat = condition.scores;
    query.unmeasured = missingOf(condition, condition.scores.isOpen());
    return query.unmeasured == Missing::Only
               ? heatRangeText(query)
               : ConditionWords::tr("heat %1").arg(heatRangeText(query));
}

QString partsText(const Condition &condition)
{
    const bool isAny = condition.kind == Condition::Kind::Any;
    QString text;
    for (const Condition &part : condition.parts) {
        const bool isGroup = part.kind == Condition::Kind::All || part.kind == Condition::Kind::Any;
        const QString own =
            isGroup && !part.isNegated ? u'(' + conditionLabel(part) + u')' : conditionLabel(part);
        text = text.isEmpty() ? own
               : isAny        ? ConditionWords::tr("%1 or %2").arg(text, own)
                              : ConditionWords::tr("%1 and %2").arg(text, own);
    }
    return condition.parts.isEmpty() ? ConditionWords::tr("anything") : text;
}

QString positiveText(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All:
    case Condition::Kind::Any: return partsText(condition);
    case Condition::Kind::Term: return termText(condition.term);
    case Condition::Kind::State: return stateText(condition.state);
    case Condition::Kind::Date: return datesText(condition);
    case Condition::Kind::Quality: return qualitiesText(condition);
    case Condition::Kind::Heat: return heatsText(condition);
    case Condition::Kind::Topic:
    case Condition::Kind::Provider:
    case Condition::Kind::Type:
    case Condition::Kind::Tag: break;
    }
    QString names;
    for (const QString &name : condition.names) {
        names = names.isEmpty() ? displayLine(name)
                                : ConditionWords::tr("%1 or %2").arg(names, displayLine(name));
    }
    return condition.kind == Condition::Kind::Tag ? ConditionWords::tr("tagged %1").arg(names)
                                                  : names;
}

} // namespace

QString conditionLabel(const Condition &condition)
{
    QString text = positiveText(condition);
    if (!condition.isNegated) {
        return text;
    }
    const bool isGroup = !condition.parts.isEmpty();
    return ConditionWords::tr("not %1").arg(isGroup ? u'(' + text + u')' : text);
}

} // namespace Microfiche
