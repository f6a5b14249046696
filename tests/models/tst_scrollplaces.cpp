// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/scrollplaces.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

qint64 day(int year, int month, int dayOfMonth)
{
    return QDate(year, month, dayOfMonth).toJulianDay();
}

QueryAnswer answerOf(const QList<Run> &runs)
{
    QueryAnswer answer;
    answer.runs = runs;
    const auto add = [](int sum, const Run &run) { return sum + run.count; };
    answer.ids.resize(std::accumulate(runs.cbegin(), runs.cend(), 0, add));
    answer.providers = {{7, u"Harbour Post"_s, u"harbourpost.example"_s, 9, 9, 0}};
    return answer;
}

Query inOrder(SortKey key, bool reversed = false)
{
    Query query;
    query.sort = {key, reversed};
    return query;
}

// Newest first: 3 on 14 June, 1 on 2 June, 1234 on 31 May 2021, 2 on 1 June 2020, 4 undated.
const QList<Run> Days{{day(2021, 6, 14), 3},
                      {day(2021, 6, 2), 1},
                      {day(2021, 5, 31), 1234},
                      {day(2020, 6, 1), 2},
                      {NoRunKey, 4}};
// The same oldest first.
const QList<Run> Upwards{{day(2020, 6, 1), 2},
                         {day(2021, 5, 31), 1234},
                         {day(2021, 6, 2), 1},
                         {day(2021, 6, 14), 3},
                         {NoRunKey, 4}};

} // namespace

class TestScrollPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst()
    {
        const ScrollPlaces places;
        QVERIFY(!places.isKnown());
        QCOMPARE(places.labelAt(0), QString());
        QCOMPARE(places.rowOfDay(u"2021"_s), -1);
    }

    void saysWhatLiesAtARow_data()
    {
        QTest::addColumn<Query>("query");
        QTest::addColumn<QueryAnswer>("answer");
        QTest::addColumn<QStringList>("labels"); // "row label"

        QTest::newRow("dates") << inOrder(SortKey::Date) << answerOf(Days)
                               << QStringList{u"0 June 2021"_s,
                                              u"3 June 2021"_s,
                                              u"4 May 2021"_s,
                                              u"1237 May 2021"_s,
                                              u"1238 June 2020"_s,
                                              u"1240 Undated"_s,
                                              u"-1 "_s};
        QTest::newRow("providers")
            << inOrder(SortKey::Provider) << answerOf({{7, 2}, {NoRunKey, 1}})
            << QStringList{u"0 Harbour Post"_s, u"1 Harbour Post"_s, u"2 No provider"_s};
        QTest::newRow("titles") << inOrder(SortKey::Title) << answerOf({}) << QStringList{u"0 "_s};

        QueryAnswer rated = answerOf({});
        rated.qualities = {{40, 9, 2}, {87, 9, 3}, {120, 9, 1}, {130, 9, 0}};
        rated.unrated = {0, 5, 4};
        rated.ids.resize(10);
        QTest::newRow("qualities")
            << inOrder(SortKey::Quality) << rated
            << QStringList{u"0 Quality 120"_s, u"1 Quality 87"_s, u"3 Quality 87"_s,
                           u"4 Quality 40"_s,  u"6 Unrated"_s,    u"9 Unrated"_s};
        QTest::newRow("qualities, lowest first")
            << inOrder(SortKey::Quality, true) << rated
            << QStringList{u"0 Quality 40"_s, u"2 Quality 87"_s, u"5 Quality 120"_s,
                           u"6 Unrated"_s};

        QueryAnswer heated = answerOf({});
        heated.heats = {{0, 9, 2}, {324, 9, 1}};
        heated.unmeasured = {0, 5, 1};
        heated.ids.resize(4);
        QTest::newRow("heats") << inOrder(SortKey::Heat) << heated
                               << QStringList{u"0 Heat 324"_s, u"2 Heat 0"_s, u"3 Not measured"_s};

        Query good = inOrder(SortKey::Quality);
        good.quality = {80, {}};
        rated.ids.resize(4);
        QTest::newRow("qualities from 80")
            << good << rated << QStringList{u"0 Quality 120"_s, u"3 Quality 87"_s};
        good.unrated = Missing::Included;
        rated.ids.resize(8);
        QTest::newRow("qualities from 80 or unrated")
            << good << rated << QStringList{u"3 Quality 87"_s, u"4 Unrated"_s};
        good.unrated = Missing::Only;
        rated.ids.resize(4);
        QTest::newRow("unrated alone") << good << rated << QStringList{u"0 Unrated"_s};
    }

    void saysWhatLiesAtARow()
    {
        QFETCH(Query, query);
        QFETCH(QueryAnswer, answer);
        QFETCH(QStringList, labels);
        ScrollPlaces places;
        places.setAnswer(query, answer);
        for (const QString &label : labels) {
            const int row = label.section(u' ', 0, 0).toInt();
            QCOMPARE(u"%1 %2"_s.arg(row).arg(places.labelAt(row)), label);
        }
    }

    void saysWhatAnArticleTells_data()
    {
        QTest::addColumn<SortKey>("order");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("label");
        QTest::newRow("date") << SortKey::Date << u"x"_s << u"24 Mar 2023"_s;
        QTest::newRow("provider") << SortKey::Provider << u"x"_s << u"Harbour Post"_s;
        QTest::newRow("quality") << SortKey::Quality << u"x"_s << u"Quality 87"_s;
        QTest::newRow("heat") << SortKey::Heat << u"x"_s << u"Not measured"_s;
        QTest::newRow("title") << SortKey::Title << u"ferry"_s << u"F"_s;
        QTest::newRow("quoted") << SortKey::Title << u"\u201cécoute\u201d"_s << u"É"_s;
        QTest::newRow("number") << SortKey::Title << u"7 boats"_s << u"7"_s;
        QTest::newRow("beyond the first plane") << SortKey::Title << u"𝒜b"_s << u"𝒜"_s;
        QTest::newRow("no letters") << SortKey::Title << u"..."_s << QString();
        QTest::newRow("no title") << SortKey::Title << QString() << QString();
    }

    void saysWhatAnArticleTells()
    {
        QFETCH(SortKey, order);
        QFETCH(QString, title);
        ScrollPlaces places;
        places.setAnswer(inOrder(order), answerOf({}));
        Card card;
        card.dateText = u"24 Mar 2023"_s;
        card.provider = u"Harbour Post"_s;
        card.quality = 87;
        card.qualityText = u"87"_s;
        card.title = title;
        QCOMPARE(places.labelOf(card), QString()); // it has not come yet
        card.isLoaded = true;
        QTEST(places.labelOf(card), "label");
    }

    void saysNothingRatherThanSomethingWrong()
    {
        QueryAnswer answer = answerOf(Days);
        answer.ids.removeLast();
        ScrollPlaces places;
        places.setAnswer(inOrder(SortKey::Date), answer);
        QVERIFY(!places.isKnown());
        QCOMPARE(places.labelAt(0), QString());
    }

    void findsADay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("downwards");
        QTest::addColumn<int>("upwards");

        QTest::newRow("a day") << u"2021-06-02"_s << 3 << 1236;
        QTest::newRow("as people write it") << u"14 Jun 2021"_s << 0 << 1237;
        QTest::newRow("one without articles") << u"2021-06-10"_s << 3 << 1236; // 2 June
        QTest::newRow("a month") << u"2021-06"_s << 0 << 1236;
        QTest::newRow("a month without articles") << u"2021-03"_s << 1238 << 0;
        QTest::newRow("a year") << u"2021"_s << 0 << 2;
        QTest::newRow("after them all") << u"2024-01-01"_s << 0 << 1237;
        QTest::newRow("before them all") << u"2019-01-01"_s << -1 << -1;
        QTest::newRow("no day") << u"soon"_s << -1 << -1;
        QTest::newRow("nothing") << QString() << -1 << -1;
    }

    void findsADay()
    {
        QFETCH(QString, typed);
        ScrollPlaces places;
        places.setAnswer(inOrder(SortKey::Date), answerOf(Days));
        QTEST(places.rowOfDay(typed), "downwards");
        QCOMPARE(places.whyNoDay(typed).isEmpty(), places.rowOfDay(typed) >= 0);
        places.setAnswer(inOrder(SortKey::Date, true), answerOf(Upwards));
        QTEST(places.rowOfDay(typed), "upwards");
    }

    void saysWhyThereIsNoDay()
    {
        ScrollPlaces places;
        QSignalSpy changed(&places, &ScrollPlaces::changed);
        places.setAnswer(inOrder(SortKey::Date), answerOf(Days));
        QCOMPARE(changed.size(), 1);
        QVERIFY(places.isByDate());
        QCOMPARE(places.whyNoDay(u"2019"_s), u"The oldest is of 1 Jun 2020."_s);
        QCOMPARE(places.whyNoDay(u"soon"_s),
                 u"soon is not a day. Write 2021-06-01, 2021-06 or 2021."_s);
        places.setAnswer(inOrder(SortKey::Date), answerOf({{NoRunKey, 3}}));
        QCOMPARE(places.whyNoDay(u"2019"_s), u"No article here has a date."_s);
        places.setAnswer(inOrder(SortKey::Date), answerOf({}));
        QCOMPARE(places.whyNoDay(u"2019"_s), u"There is no article here."_s);
        places.setAnswer(inOrder(SortKey::Provider), answerOf({{7, 3}}));
        QVERIFY(!places.isByDate());
        QCOMPARE(places.rowOfDay(u"2021"_s), -1);
        QCOMPARE(places.whyNoDay(u"2019"_s),
                 u"The order is not one of dates. Choose newest first or oldest first."_s);
    }

private:
    English m_english;
};

QTEST_GUILESS_MAIN(TestScrollPlaces)
#include "tst_scrollplaces.moc"
