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
