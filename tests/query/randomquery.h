// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of every shape that text can have, from a seed.
#pragma once

#include "query/query.h"

#include <QRandomGenerator>

namespace Microfiche::Test
{

class RandomQuery
{
public:
    explicit RandomQuery(quint32 seed)
        : m_random(seed)
    {
    }

    Query next()
    {
        Query query;
        query.words = texts(4);
        query.topics = texts(3);
        query.providers = texts(3);
        query.types = texts(2);
        query.tags = texts(2);
        query.date = chance() ? dates() : DateRange();
        query.quality = chance() ? scores() : ScoreRange();
        query.heat = chance() ? scores() : ScoreRange();
        query.undated = Missing(m_random.bounded(3));
        query.unrated = Missing(m_random.bounded(3));
        query.unmeasured = Missing(m_random.bounded(3));
        query.kinds = Kinds(m_random.bounded(3));
        query.unpublishedOnly = chance();
        query.sort = {SortKey(m_random.bounded(5)), chance()};
        for (int left = m_random.bounded(4); left > 0; --left) {
            query.conditions.append(condition(4));
        }
        return query;
    }

    QString text()
    {
        static const QStringList pieces = {
            QStringLiteral("a"),      QStringLiteral("B"),         QStringLiteral("\""),
            QStringLiteral("\"\""),   QStringLiteral(" "),         QStringLiteral(","),
            QStringLiteral(":"),      QStringLiteral(".."),        QStringLiteral("-"),
            QStringLiteral("none"),   QStringLiteral("quality:"),  QStringLiteral("date:"),
            QStringLiteral("topic:"), QStringLiteral("cited-by:"), QStringLiteral("is:"),
            QStringLiteral("sort:"),  QStringLiteral("x y"),       QStringLiteral("\t"),
            QStringLiteral("\n"),     QStringLiteral("\\"),        QStringLiteral("%1"),
            QStringLiteral("+"),      QStringLiteral("\u00e9"),    QStringLiteral("\U0001f98a"),
            QStringLiteral("("),      QStringLiteral(")"),         QStringLiteral("OR"),
            QStringLiteral("2023"),   QStringLiteral("\u00a0"),    QStringLiteral(" OR "),
            QStringLiteral("title:"), QStringLiteral("has:"),      QStringLiteral("TYPE:"),
            QStringLiteral("*"),      QStringLiteral("\"*")};
        QString text;
        for (int left = 1 + m_random.bounded(4); left > 0; --left) {
            text += pieces.at(m_random.bounded(int(pieces.size())));
        }
        return text;
    }

private:
    bool chance() { return m_random.bounded(2) == 0; }

    QStringList texts(int most)
    {
        QStringList all;
        for (int left = m_random.bounded(most + 1); left > 0; --left) {
            all.append(text());
        }
        return all;
    }

    QDate day()
    {
        const int year = chance() ? 2020 + m_random.bounded(3) : 1 + m_random.bounded(9999);
        const int month = chance() ? 1 + m_random.bounded(12) : chance() ? 1 : 12;
        const int last = QDate(year, month, 1).daysInMonth();
        return QDate(year, month, chance() ? 1 + m_random.bounded(last) : chance() ? 1 : last);
    }

    DateRange dates()
    {
        DateRange range;
        if (m_random.bounded(5) == 0) {
            range.lastDays = m_random.bounded(chance() ? 4 : 10'000); // 0 is no time
        }
        if (chance()) {
            range.from = day();
        }
        if (chance()) {
            range.to = day();
        }
        if (range.from && range.to && *range.to < *range.from) {
            std::swap(range.from, range.to);
        }
        return range;
    }

    ScoreRange scores()
    {
        ScoreRange range;
        if (chance()) {
            range.from = m_random.bounded(200);
        }
        if (chance()) {
            range.to = range.from.value_or(0) + m_random.bounded(chance() ? 3 : 2'000'000'000);
        }
        return range;
    }

    /// Also with what its kind does not heed, and such as ask for nothing.
    Condition condition(int depth)
    {
        using Kind = Condition::Kind;
        Condition condition;
        const bool isJoint = depth > 0 && m_random.bounded(3) == 0;
        condition.kind = Kind(isJoint ? m_random.bounded(2) : m_random.bounded(2, 11));
        condition.isNegated = m_random.bounded(3) == 0;
        condition.state = ArticleState(m_random.bounded(10));
        condition.dates = dates();
        condition.scores = scores();
        condition.takesMissing = m_random.bounded(3) == 0;
        condition.names = texts(3);
        condition.term.kind = StoreTerm::Kind(m_random.bounded(8));
        condition.term.count = scores();
        condition.term.isWhole = chance();
        const bool isAddress = condition.term.kind == StoreTerm::Kind::Address ||
                               condition.term.kind == StoreTerm::Kind::Cites ||
                               condition.term.kind == StoreTerm::Kind::CitedBy ||
                               condition.term.kind == StoreTerm::Kind::Picture;
        condition.term.text =
            isAddress ? QStringLiteral("https://fox.example/a,b_(c)?q=\"d\"&e=%1)").arg(depth)
                      : text();
        for (int left = isJoint ? m_random.bounded(5) : 0; left > 0; --left) {
            condition.parts.append(this->condition(depth - 1));
        }
        return condition;
    }

    QRandomGenerator m_random;
};

} // namespace Microfiche::Test
