// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include <QDateTime>
#include <QTest>

using namespace Microfiche;

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForEverythingByDefault();
    void asksForLessWithAnyClause_data();
    void asksForLessWithAnyClause();
    void namesTheTermsOfTheStoreOnce();
    void countsDaysBackFromToday_data();
    void countsDaysBackFromToday();
    void resolvesDaysHoweverDeep();
    void countsDaysOfUtc_data();
    void countsDaysOfUtc();
    void hasOneValueForTheSameQuestion_data();
    void hasOneValueForTheSameQuestion();
};

void TestQuery::asksForEverythingByDefault()
{
    Query query;
    QVERIFY(query.isEmpty());
    query.sort = {SortKey::Title, true};
    QVERIFY(query.isEmpty());
    query.undated = Missing::Included;
    query.unrated = Missing::Included;
    QVERIFY(query.isEmpty());
}

void TestQuery::asksForLessWithAnyClause_data()
{
    QTest::addColumn<Query>("query");
    Query words, dates, undated, scores, unrated, topics, providers, mentions, unpublished;
    Query lastDays, heats, unmeasured, types, conditions;
    lastDays.date.lastDays = 30;
    heats.heat.from = 0;
    unmeasured.unmeasured = Missing::Only;
    types.types = {QStringLiteral("video")};
    conditions.conditions = {Condition()};
    QTest::newRow("last days") << lastDays;
    QTest::newRow("heat") << heats;
    QTest::newRow("unmeasured") << unmeasured;
    QTest::newRow("types") << types;
    QTest::newRow("conditions") << conditions;
    words.words = {QStringLiteral("fox")};
    dates.date.to = QDate(2023, 1, 1);
    undated.undated = Missing::Only;
    scores.quality.from = 0;
    unrated.unrated = Missing::Only;
    topics.topics = {QStringLiteral("Foxes")};
    providers.providers = {QStringLiteral("fox.example")};
    mentions.kinds = Kinds::Mentions;
    unpublished.unpublishedOnly = true;
    QTest::newRow("words") << words;
    QTest::newRow("date") << dates;
    QTest::newRow("undated") << undated;
    QTest::newRow("quality") << scores;
    QTest::newRow("unrated") << unrated;
    QTest::newRow("topics") << topics;
    QTest::newRow("providers") << providers;
    QTest::newRow("kinds") << mentions;
    QTest::newRow("unpublished") << unpublished;
}

void TestQuery::asksForLessWithAnyClause()
{
    QFETCH(Query, query);
    QVERIFY(!query.isEmpty());
}

namespace
{

Condition ofTerm(const StoreTerm &term)
{
    Condition condition;
    condition.kind = Condition::Kind::Term;
    condition.term = term;
    return condition;
}

Condition joint(Condition::Kind kind, const QList<Condition> &parts)
{
    Condition condition;
    condition.kind = kind;
    condition.parts = parts;
    return condition;
}

} // namespace

void TestQuery::namesTheTermsOfTheStoreOnce()
{
    using Kind = StoreTerm::Kind;
    const StoreTerm fox{Kind::Text, QStringLiteral("fox")};
    const StoreTerm foxTitle{Kind::Title, QStringLiteral("fox")};
    const StoreTerm cited{Kind::Cited, {}, {5, {}}};
    Query query;
    QVERIFY(query.storeTerms().isEmpty());
    query.words = {QStringLiteral("fox"), QStringLiteral("den"), QStringLiteral("fox"),
                   QStringLiteral(" "),   QStringLiteral("-"),   QStringLiteral("…?")};
    Condition notFox = ofTerm(fox);
    notFox.isNegated = true;
    StoreTerm untidy = cited; // with what its kind does not heed
    untidy.text = QStringLiteral("x");
    query.conditions = {
        notFox, ofTerm({Kind::Excerpt, QStringLiteral("  ")}),
        ofTerm({Kind::Title, QStringLiteral("+") + QString(MaxTermCharacters, u'+') + u'a'}),
        ofTerm({Kind::Cited, {}}),
        joint(Condition::Kind::Any,
              {ofTerm(foxTitle), joint(Condition::Kind::All, {ofTerm(untidy), ofTerm(fox)})})};
    const QList<StoreTerm> expected{fox, {Kind::Text, QStringLiteral("den")}, foxTitle, cited};
    QCOMPARE(query.storeTerms(), expected);
    QVERIFY(qHash(fox) == qHash(StoreTerm(fox)));
    QVERIFY(qHash(fox) != qHash(foxTitle) && qHash(cited) != qHash(StoreTerm{Kind::Cited, {}}));
}

void TestQuery::countsDaysBackFromToday_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("from");
    QTest::newRow("today") << 1 << QDate(2024, 3, 1);
    QTest::newRow("over a leap day") << 2 << QDate(2024, 2, 29);
    QTest::newRow("a month") << 30 << QDate(2024, 2, 1);
    QTest::newRow("a year") << 365 << QDate(2023, 3, 3);
}

void TestQuery::countsDaysBackFromToday()
{
    QFETCH(int, days);
    QFETCH(QDate, from);
    const QDate today(2024, 3, 1);
    DateRange range;
    range.lastDays = days;
    QVERIFY(!range.isOpen());
    QCOMPARE(range.onDay(today), (DateRange{from, today}));
    const DateRange plain{QDate(2020, 1, 1), {}};
    QCOMPARE(plain.onDay(today), plain);
}

void TestQuery::resolvesDaysHoweverDeep()
{
    const QDate today(2024, 3, 1);
    DateRange week;
    week.lastDays = 7;
    Condition inWeek;
    inWeek.kind = Condition::Kind::Date;
    inWeek.dates = week;
    Query query;
    query.date = week;
    query.conditions = {joint(Condition::Kind::Any, {joint(Condition::Kind::All, {inWeek})})};
    const Query resolved = query.onDay(today);
    QCOMPARE(resolved.date, week.onDay(today));
    QCOMPARE(resolved.conditions.first().parts.first().parts.first().dates, week.onDay(today));
    QVERIFY(resolved.onDay(today.addDays(9)) == resolved);
}

void TestQuery::countsDaysOfUtc_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QDate>("day");
    QTest::newRow("first second of 1970") << "1970-01-01T00:00:00Z" << QDate(1970, 1, 1);
    QTest::newRow("last second before 1970") << "1969-12-31T23:59:59Z" << QDate(1969, 12, 31);
    QTest::newRow("midnight before 1970") << "1969-12-31T00:00:00Z" << QDate(1969, 12, 31);
    QTest::newRow("second before that") << "1969-12-30T23:59:59Z" << QDate(1969, 12, 30);
    QTest::newRow("another day on the local clock") << "2023-07-01T23:30:00Z" << QDate(2023, 7, 1);
    QTest::newRow("leap day") << "2024-02-29T12:00:00Z" << QDate(2024, 2, 29);
    QTest::newRow("long ago") << "0001-01-01T00:00:00Z" << QDate(1, 1, 1);
    QTest::newRow("far ahead") << "9999-12-31T23:59:59Z" << QDate(9999, 12, 31);
}

void TestQuery::countsDaysOfUtc()
{
    QFETCH(QString, time);
    QFETCH(QDate, day);
    const UtcSeconds seconds = QDateTime::fromString(time, Qt::ISODate).toSecsSinceEpoch();
    QCOMPARE(QDate::fromJulianDay(julianDay(seconds)), day);
}

void TestQuery::hasOneValueForTheSameQuestion_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<Query>("normal");
    const DateRange year{QDate(2023, 1, 1), QDate(2023, 12, 31)};

    Query included, nothing;
    included.undated = included.unrated = Missing::Included;
    QTest::newRow("with undated of all") << included << nothing;

    Query both, undated;
    both.date = year;
    both.undated = undated.undated = Missing::Only;
    QTest::newRow("only undated of a year") << both << undated;

    Query dated;
    dated.date = year;
    dated.undated = Missing::Included;
    QTest::newRow("a year and undated") << dated << dated;

    Query blank, plain;
    blank.words = {QString(), QStringLiteral("fox"), QStringLiteral(" \t")};
    blank.topics = {QString(), QStringLiteral("Foxes"), QStringLiteral("foxes")};
    blank.providers = {QStringLiteral("fox.example"), QStringLiteral("FOX.example"),
                       QStringLiteral(" ")};
    plain.words = {QStringLiteral("fox")};
    plain.topics = {QStringLiteral("Foxes")};
    plain.providers = {QStringLiteral("fox.example")};
    QTest::newRow("blank and doubled names") << blank << plain;
}

void TestQuery::hasOneValueForTheSameQuestion()
{
    QFETCH(Query, query);
    QFETCH(Query, normal);
    QVERIFY(query.normalized() == normal);
    QVERIFY(normal.normalized() == normal);
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
