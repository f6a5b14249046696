// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/groupmodel.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
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

Query inOrder(SortKey key, bool reversed = false)
{
    Query query;
    query.sort = {key, reversed};
    return query;
}

QueryAnswer answerOf(const QList<Run> &runs)
{
    QueryAnswer answer;
    answer.runs = runs;
    const auto add = [](int sum, const Run &run) { return sum + run.count; };
    answer.ids.resize(std::accumulate(runs.cbegin(), runs.cend(), 0, add));
    answer.providers = {{7, u"Harbour Post"_s, u"harbourpost.example"_s, 9, 9, 0},
                        {8, {}, u"tides.example"_s, 1, 1, 0}};
    return answer;
}

const QList<Run> Days{{day(2021, 6, 14), 3},
                      {day(2021, 6, 2), 1},
                      {day(2021, 5, 31), 1234},
                      {day(2020, 6, 1), 2},
                      {NoRunKey, 4}};

} // namespace

class TestGroupModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_groups = std::make_unique<GroupModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_groups.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_groups.reset();
    }

    void isNotGroupedAtFirst()
    {
        m_groups->setAnswer(inOrder(SortKey::Date), answerOf(Days));
        QCOMPARE(m_groups->grouping(), GroupModel::NotGrouped);
        QCOMPARE(m_groups->rowCount(), 0);
    }

    void groupsByDay()
    {
        m_groups->setGrouping(GroupModel::ByDay);
        m_groups->setAnswer(inOrder(SortKey::Date), answerOf(Days));
        QCOMPARE(lines(), (QStringList{u"0 | 14 June 2021 | 3"_s, u"3 | 2 June 2021 | 1"_s,
                                       u"4 | 31 May 2021 | 1234"_s, u"1238 | 1 June 2020 | 2"_s,
                                       u"1240 | Undated | 4"_s}));
    }

    void groupsByMonth()
    {
        m_groups->setAnswer(inOrder(SortKey::Date), answerOf(Days));
        m_groups->setGrouping(GroupModel::ByMonth);
        QCOMPARE(lines(), (QStringList{u"0 | June 2021 | 4"_s, u"4 | May 2021 | 1234"_s,
                                       u"1238 | June 2020 | 2"_s, u"1240 | Undated | 4"_s}));
    }

    void groupsOldestFirst()
    {
        m_groups->setGrouping(GroupModel::ByMonth);
        m_groups->setAnswer(
            inOrder(SortKey::Date, true),
            answerOf({{day(1969, 12, 31), 1}, {day(1970, 1, 1), 1}, {NoRunKey, 1}}));
        QCOMPARE(lines(), (QStringList{u"0 | December 1969 | 1"_s, u"1 | January 1970 | 1"_s,
                                       u"2 | Undated | 1"_s}));
    }

    void groupsByProvider()
    {
        m_groups->setGrouping(GroupModel::ByProvider);
        m_groups->setAnswer(inOrder(SortKey::Provider), answerOf({{7, 9}, {8, 1}, {NoRunKey, 2}}));
        QCOMPARE(lines(), (QStringList{u"0 | Harbour Post | 9"_s, u"9 | tides.example | 1"_s,
                                       u"10 | No provider | 2"_s}));
    }

    void groupsOnlyWhatTheOrderAllows_data()
    {
        QTest::addColumn<SortKey>("order");
        QTest::addColumn<GroupModel::Grouping>("grouping");
        QTest::newRow("dates by provider") << SortKey::Date << GroupModel::ByProvider;
        QTest::newRow("providers by day") << SortKey::Provider << GroupModel::ByDay;
        QTest::newRow("providers by month") << SortKey::Provider << GroupModel::ByMonth;
        QTest::newRow("qualities by month") << SortKey::Quality << GroupModel::ByMonth;
        QTest::newRow("titles by provider") << SortKey::Title << GroupModel::ByProvider;
    }

    void groupsOnlyWhatTheOrderAllows()
    {
        QFETCH(SortKey, order);
        QFETCH(GroupModel::Grouping, grouping);
        m_groups->setGrouping(grouping);
        m_groups->setAnswer(inOrder(order), answerOf(Days));
        QCOMPARE(m_groups->rowCount(), 0);
        QCOMPARE(m_groups->grouping(), grouping); // it is still what is wished
    }

    void saysNothingRatherThanSomethingWrong()
    {
        QueryAnswer answer = answerOf(Days);
        answer.ids.removeLast();
        m_groups->setGrouping(GroupModel::ByDay);
        m_groups->setAnswer(inOrder(SortKey::Date), answer);
        QCOMPARE(m_groups->rowCount(), 0);
    }

    void tellsWhenItChanges()
    {
        m_groups->setGrouping(GroupModel::ByMonth);
        QSignalSpy reset(m_groups.get(), &GroupModel::modelReset);
        QSignalSpy count(m_groups.get(), &GroupModel::countChanged);
        QSignalSpy grouping(m_groups.get(), &GroupModel::groupingChanged);
        m_groups->setAnswer(inOrder(SortKey::Date), answerOf(Days));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(count.size(), 1);
        m_groups->setGrouping(GroupModel::NotGrouped);
        m_groups->setGrouping(GroupModel::NotGrouped);
        QCOMPARE(grouping.size(), 1);
        QCOMPARE(count.size(), 2);
        m_groups->setAnswer(inOrder(SortKey::Date), answerOf(Days)); // nothing came of it
        QCOMPARE(reset.size(), 2);
    }

private:
    QStringList lines() const { return dump(*m_groups, {"first", "label", "count"}); }

    English m_english;
    std::unique_ptr<GroupModel> m_groups;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestGroupModel)
#include "tst_groupmodel.moc"
