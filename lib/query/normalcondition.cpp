// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/conditions_p.h"

#include <QSet>

#include <algorithm>

namespace Microfiche
{

namespace
{

using Kind = Condition::Kind;

bool isOfText(StoreTerm::Kind kind)
{
    return kind == StoreTerm::Kind::Text || kind == StoreTerm::Kind::Title ||
           kind == StoreTerm::Kind::Excerpt;
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

std::optional<StoreTerm> normalTerm(const StoreTerm &term)
{
    const bool isCount = term.kind == StoreTerm::Kind::Cited;
    if (isCount ? term.count.isOpen() : isBlank(term.text)) {
        return {};
    }
    StoreTerm normal{term.kind, {}, {}};
    isCount ? void(normal.count = term.count) : void(normal.text = term.text);
    normal.isWhole = term.isWhole && isOfText(term.kind);
    return normal;
}

std::optional<Condition> normalLeaf(const Condition &condition)
{
    Condition leaf;
    leaf.kind = condition.kind;
    leaf.isNegated = condition.isNegated;
    switch (condition.kind) {
    case Kind::All:
    case Kind::Any: return {};
    case Kind::Term:
        if (const auto term = normalTerm(condition.term)) {
            leaf.term = *term;
            return leaf;
        }
        return {};
    case Kind::State: leaf.state = condition.state; return leaf;
    case Kind::Date: leaf.dates = normalDates(condition.dates); break;
    case Kind::Quality:
    case Kind::Heat: leaf.scores = condition.scores; break;
    case Kind::Topic:
    case Kind::Provider:
    case Kind::Type:
    case Kind::Tag: leaf.names = distinctNames(condition.names); break;
    }
    const bool isOfNames = condition.kind == Kind::Topic || condition.kind == Kind::Provider ||
                           condition.kind == Kind::Type || condition.kind == Kind::Tag;
    leaf.takesMissing = !isOfNames && condition.takesMissing;
    const bool asks =
        !leaf.dates.isOpen() || !leaf.scores.isOpen() || !leaf.names.isEmpty() || leaf.takesMissing;
    return asks ? std::optional(leaf) : std::nullopt;
}

/// What holds of no article: a minus before what says nothing.
Condition nothingFits()
{
    Condition nothing;
    nothing.isNegated = true;
    return nothing;
}

bool isNothingFits(const Condition &normal)
{
    return normal == nothingFits();
}

std::optional<Condition> normalJoint(const Condition &condition)
{
    const bool isAny = condition.kind == Kind::Any;
    bool saysNothing = condition.parts.isEmpty();
    bool fitsNothing = false;
    Condition joint;
    joint.kind = condition.kind;
    joint.isNegated = condition.isNegated;
    for (const Condition &part : condition.parts) {
        const auto normal = normalCondition(part);
        saysNothing = saysNothing || !normal;
        if (!normal) {
            continue;
        }
        if (isNothingFits(*normal)) {
            fitsNothing = true;
        } else if (normal->kind == joint.kind && !normal->isNegated) {
            joint.parts += normal->parts;
        } else {
            joint.parts.append(*normal);
        }
    }
    const bool isDecided = joint.parts.isEmpty() || (isAny ? saysNothing : fitsNothing);
    if (isDecided) {
        const bool holdsOfAll = isAny ? saysNothing : !fitsNothing;
        return holdsOfAll == joint.isNegated ? std::optional(nothingFits()) : std::nullopt;
    }
    if (joint.parts.size() == 1) {
        Condition single = joint.parts.constFirst();
        single.isNegated = single.isNegated != joint.isNegated;
        return single;
    }
    return joint;
}

bool asksForMentions(const Condition &condition, bool isNegated)
{
    const bool isLeftOut = isNegated != condition.isNegated;
    if (condition.kind == Kind::State) {
        return condition.state == ArticleState::Mention && !isLeftOut;
    }
    return std::any_of(
        condition.parts.begin(), condition.parts.end(),
        [isLeftOut](const Condition &part) { return asksForMentions(part, isLeftOut); });
}

} // namespace

std::optional<Condition> normalCondition(const Condition &condition)
{
    const bool isJoint = condition.kind == Kind::All || condition.kind == Kind::Any;
    if (isJoint) {
        return normalJoint(condition);
    }
    const auto leaf = normalLeaf(condition);
    return leaf || !condition.isNegated ? leaf : nothingFits();
}

DateRange normalDates(const DateRange &range)
{
    DateRange normal = range;
    if (range.lastDays && *range.lastDays > 0) {
        normal.from = normal.to = std::nullopt;
    } else {
        normal.lastDays = std::nullopt;
    }
    return normal;
}

QStringList distinctNames(const QStringList &names)
{
    QStringList distinct;
    QSet<QString> seen;
    for (const QString &name : names) {
        const QString folded = name.toCaseFolded();
        if (isBlank(name) || seen.contains(folded)) {
            continue;
        }
        seen.insert(folded);
        distinct.append(name);
    }
    return distinct;
}

bool asksForMentions(const QList<Condition> &conditions)
{
    return std::any_of(conditions.begin(), conditions.end(), [](const Condition &condition) {
        return asksForMentions(condition, false);
    });
}

} // namespace Microfiche
