// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "english.h"
#include "models/datehistogram.h"
#include "models/qualityhistogram.h"
#include "models/queryeditor.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// What the charts over dates and over scores share: a brush that is a clause of the query. Each
/// test runs over both: months from June 2021 to May 2023, and scores from 60 to 119 by five.
class TestRangeHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<QueryEditor>();
        m_dates = std::make_unique<DateHistogram>(*m_editor);
        m_scores = std::make_unique<QualityHistogram>(*m_editor);
        m_rows = {rowOf(1, {2021, 6, 3}, 60), rowOf(2, {2021, 7, 1}, 84),
                  rowOf(3, {2023, 5, 10}, 119), rowOf(4, {}, -1)};
        connect(m_editor.get(), &QueryEditor::changed, this, &TestRangeHistogram::answer);
        answer();
        m_dates->setMostBars(60);
    }

    void takesABrushFromAnywhere_data()
    {
        QTest::addColumn<bool>("isDates");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("query");
        QTest::newRow("dates, backwards") << true << 3 << 1 << u"date:2021-07..2021-09"_s;
        QTest::newRow("dates, from before") << true << -9 << 0 << u"date:..2021-06"_s;
        QTest::newRow("dates, to behind") << true << 23 << 200 << u"date:2023-05.."_s;
        QTest::newRow("dates, all") << true << 0 << 23 << QString();
        QTest::newRow("scores, backwards") << false << 6 << 2 << u"quality:70..94"_s;
        QTest::newRow("scores, from before") << false << -5 << 3 << u"quality:..79"_s;
        QTest::newRow("scores, to behind") << false << 3 << 99 << u"quality:75.."_s;
        QTest::newRow("scores, all") << false << 0 << 11 << QString();
    }

    void takesABrushFromAnywhere()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, query);
        chart().brush(first, last);
        QCOMPARE(m_editor->text(), query);
    }

    void zoomsInWhereThePointerIs()
    {
        m_dates->zoom(0, 0.2); // towards June 2021
        QVERIFY(m_dates->isZoomed());
        QCOMPARE(m_dates->bars().constFirst().from, QDate(2021, 5, 31).toJulianDay()); // a Monday
        QVERIFY(m_dates->bars().constLast().to < QDate(2022, 1, 1).toJulianDay());
        QVERIFY(m_editor->isEmpty());
        // A bar at the edge of what is shown is no open end.
        m_dates->brush(0, static_cast<int>(m_dates->bars().size()) - 1);
        QVERIFY(!m_editor->query().date.from);
        QVERIFY(m_editor->query().date.to.has_value());
        m_dates->showAll();
        QVERIFY(!m_dates->isZoomed());
        QCOMPARE(m_dates->bars().constLast().to, QDate(2023, 5, 31).toJulianDay());
    }

    void aBrushOutOfViewStandsAtTheEdge()
    {
        m_editor->setText(u"date:2023-01.."_s);
        m_dates->zoom(0, 0.2);
        const auto end = static_cast<qreal>(m_dates->bars().size());
        QCOMPARE(m_dates->lower(), end);
        QCOMPARE(m_dates->upper(), end);
        QCOMPARE(m_editor->text(), u"date:2023.."_s);
    }

    void zoomsOutToAllAndNoFurther()
    {
        m_scores->zoom(3, 0.5);
        QVERIFY(m_scores->isZoomed());
        m_scores->zoom(3, 100);
        QVERIFY(!m_scores->isZoomed());
        for (int time = 0; time < 100; ++time) {
            m_scores->zoom(3, 0.5);
        }
        QVERIFY(!m_scores->bars().isEmpty());
    }

    void movesOneEndAndLeavesTheOther_data()
    {
        QTest::addColumn<bool>("isDates");
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("isUpper");
        QTest::addColumn<int>("bar");
        QTest::addColumn<QString>("after");
        const QString days = u"date:2021-08-05..2021-10-20"_s;
        QTest::newRow("dates, lower")
            << true << days << false << 1 << u"date:2021-07-01..2021-10-20"_s;
        QTest::newRow("dates, upper")
            << true << days << true << 5 << u"date:2021-08-05..2021-11-30"_s;
        QTest::newRow("dates, lower to the edge")
            << true << days << false << 0 << u"date:..2021-10-20"_s;
        QTest::newRow("dates, upper to the edge")
            << true << days << true << 23 << u"date:2021-08-05.."_s;
        QTest::newRow("dates, lower past the other")
            << true << days << false << 9 << u"date:2021-10-01..2021-10-20"_s;
        QTest::newRow("dates, upper past the other")
            << true << days << true << -1 << u"date:2021-08-05..2021-08-31"_s;
        QTest::newRow("dates, undated too")
            << true << days + u",none"_s << true << 5 << u"date:2021-08-05..2021-11-30,none"_s;
        QTest::newRow("dates, over undated alone")
            << true << u"date:none"_s << false << 5 << u"date:2021-11.."_s;
        QTest::newRow("dates, from behind all")
            << true << u"date:2030.."_s << true << 5 << u"date:2030.."_s;
        QTest::newRow("dates, to before all")
            << true << u"date:..2001"_s << false << 5 << u"date:..2001"_s;
        const QString scores = u"quality:72..91"_s;
        QTest::newRow("scores, lower") << false << scores << false << 1 << u"quality:65..91"_s;
        QTest::newRow("scores, upper") << false << scores << true << 8 << u"quality:72..104"_s;
        QTest::newRow("scores, lower past the other")
            << false << scores << false << 11 << u"quality:90..91"_s;
        QTest::newRow("scores, upper past the other")
            << false << scores << true << 0 << u"quality:72..74"_s;
    }

    void movesOneEndAndLeavesTheOther()
    {
        QFETCH(QString, before);
        QFETCH(bool, isUpper);
        QFETCH(int, bar);
        QFETCH(QString, after);
        m_editor->setQuery(std::get<Query>(parseQuery(before)));
        if (isUpper) {
            chart().brushTo(bar);
        } else {
            chart().brushFrom(bar);
        }
        QCOMPARE(m_editor->text(), after);
    }

    void takesTypedValues_data()
    {
        QTest::addColumn<bool>("isDates");
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("isUpper");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("error");
        QTest::newRow("dates, a day")
            << true << QString() << false << u"2021-06-15"_s << u"date:2021-06-15.."_s << QString();
        QTest::newRow("dates, the start of a month")
            << true << QString() << false << u"2021-06"_s << u"date:2021-06.."_s << QString();
        QTest::newRow("dates, the end of a month")
            << true << QString() << true << u"Feb 2024"_s << u"date:..2024-02"_s << QString();
        QTest::newRow("dates, the end of a year")
            << true << u"date:2021.."_s << true << u"2022"_s << u"date:2021..2022"_s << QString();
        QTest::newRow("dates, nothing")
            << true << u"date:2021..2022"_s << false << u"  "_s << u"date:..2022"_s << QString();
        QTest::newRow("dates, any")
            << true << u"date:2021..2022"_s << true << u"any"_s << u"date:2021.."_s << QString();
        QTest::newRow("dates, a word")
            << true << u"date:2021"_s << false << u"soon"_s << u"date:2021"_s
            << u"soon is not a day. Write 2021-06-01, 2021-06 or 2021."_s;
        QTest::newRow("dates, no such day")
            << true << QString() << true << u"2021-02-30"_s << QString()
            << u"2021-02-30 is not a day. Write 2023-05-10, 2023-05 or "
               "2023."_s;
        QTest::newRow("dates, after the end")
            << true << u"date:..2021"_s << false << u"2022"_s << u"date:..2021"_s
            << u"1 Jan 2022 is after 31 Dec 2021."_s;
        QTest::newRow("dates, before the start")
            << true << u"date:2021.."_s << true << u"2020"_s << u"date:2021.."_s
            << u"31 Dec 2020 is before 1 Jan 2021."_s;
        QTest::newRow("dates, over undated alone")
            << true << u"date:none"_s << false << u"2021"_s << u"date:2021.."_s << QString();
        QTest::newRow("dates, undated too stays")
            << true << u"date:2021..,none"_s << true << u"2022"_s << u"date:2021..2022,none"_s
            << QString();
        QTest::newRow("scores, from")
            << false << QString() << false << u"80"_s << u"quality:80.."_s << QString();
        QTest::newRow("scores, to")
            << false << u"quality:80.."_s << true << u" 90 "_s << u"quality:80..90"_s << QString();
        QTest::newRow("scores, one score")
            << false << u"quality:80.."_s << true << u"80"_s << u"quality:80"_s << QString();
        QTest::newRow("scores, thousands")
            << false << QString() << false << u"1,200"_s << u"quality:1200.."_s << QString();
        QTest::newRow("scores, nothing")
            << false << u"quality:80..90"_s << false << QString() << u"quality:..90"_s << QString();
        QTest::newRow("scores, any")
            << false << u"quality:80..90"_s << true << u"any"_s << u"quality:80.."_s << QString();
        QTest::newRow("scores, a word")
            << false << u"quality:80..90"_s << false << u"8o"_s << u"quality:80..90"_s
            << u"8o is not a score. Write a number such as 80."_s;
        QTest::newRow("scores, below zero") << false << QString() << false << u"-1"_s << QString()
                                            << u"-1 is not a score. Write a number such as 80."_s;
        QTest::newRow("scores, a fraction") << false << QString() << false << u"80.5"_s << QString()
                                            << u"80.5 is not a score. Write a number such as 80."_s;
        QTest::newRow("scores, past the end")
            << false << u"quality:..1000"_s << false << u"2000"_s << u"quality:..1000"_s
            << u"2,000 is more than 1,000."_s;
        QTest::newRow("scores, before the start") << false << u"quality:80.."_s << true << u"70"_s
                                                  << u"quality:80.."_s << u"80 is more than 70."_s;
        QTest::newRow("scores, over unrated alone")
            << false << u"quality:none"_s << false << u"80"_s << u"quality:80.."_s << QString();
        QTest::newRow("scores, unrated too stays")
            << false << u"quality:80..,none"_s << false << u"90"_s << u"quality:90..,none"_s
            << QString();
    }

    void takesTypedValues()
    {
        QFETCH(QString, before);
        QFETCH(bool, isUpper);
        QFETCH(QString, typed);
        QFETCH(QString, after);
        QFETCH(QString, error);
        m_editor->setQuery(std::get<Query>(parseQuery(before)));
        QCOMPARE(isUpper ? chart().typeTo(typed) : chart().typeFrom(typed), error);
        QCOMPARE(m_editor->text(), after);
    }

    void aChartOfNothingIsNotBrushed_data() { addBoth(); }

    void aChartOfNothingIsNotBrushed()
    {
        chart().brush(1, 2);
        const QString before = m_editor->text();
        m_rows.clear();
        answer();
        QCOMPARE(chart().lower(), 0.0);
        QCOMPARE(chart().upper(), 0.0);
        chart().brush(0, 0);
        chart().brushFrom(0);
        chart().brushTo(0);
        QCOMPARE(m_editor->text(), before);
    }

    void aViewEndsWithWhatItShowed_data() { addBoth(); }

    void aViewEndsWithWhatItShowed()
    {
        chart().zoom(5, 0.3);
        QVERIFY(chart().isZoomed());
        chart().setAnswer(QueryAnswer());
        QVERIFY(!chart().isZoomed());
        QVERIFY(chart().bars().isEmpty());
        chart().zoom(1, 0.9);
        chart().brush(0, 0);
        chart().brushFrom(0);
        chart().brushTo(0);
        QVERIFY(m_editor->isEmpty());
        answer();
        QVERIFY(!chart().isZoomed());
    }

    void choosesThoseWithoutAValueInTurn_data() { addBoth(); }

    void choosesThoseWithoutAValueInTurn()
    {
        QFETCH(QString, alone);
        QFETCH(QString, brushed);
        QVERIFY(!chart().missingChosen());
        chart().chooseMissing();
        QCOMPARE(m_editor->text(), alone);
        QVERIFY(chart().missingChosen());
        QVERIFY(chart().isBrushed());
        chart().chooseMissing();
        QVERIFY(m_editor->isEmpty());
        chart().brush(1, 1);
        QCOMPARE(m_editor->text(), brushed);
        chart().chooseMissing();
        QCOMPARE(m_editor->text(), brushed + u",none"_s);
        QVERIFY(chart().missingChosen());
        chart().chooseMissing();
        QCOMPARE(m_editor->text(), brushed);
        chart().clear();
        QVERIFY(m_editor->isEmpty());
    }

    void brushingEndsThoseWithoutAValueAlone_data() { addBoth(); }

    void brushingEndsThoseWithoutAValueAlone()
    {
        QFETCH(QString, brushed);
        chart().chooseMissing();
        chart().brush(1, 1);
        QCOMPARE(m_editor->text(), brushed);
        chart().chooseMissing();
        chart().brush(2, 2);
        chart().brush(1, 1);
        QCOMPARE(m_editor->text(), brushed + u",none"_s);
    }

private:
    static void addBoth()
    {
        QTest::addColumn<bool>("isDates");
        QTest::addColumn<QString>("alone");
        QTest::addColumn<QString>("brushed");
        QTest::newRow("dates") << true << u"date:none"_s << u"date:2021-07"_s;
        QTest::newRow("scores") << false << u"quality:none"_s << u"quality:65..69"_s;
    }

    RangeHistogram &chart()
    {
        QFETCH(bool, isDates);
        return isDates ? static_cast<RangeHistogram &>(*m_dates) : *m_scores;
    }

    void answer()
    {
        const QueryAnswer answer = answerTo(m_editor->text(), m_rows);
        m_dates->setAnswer(answer);
        m_scores->setAnswer(answer);
    }

    const English m_english;
    QList<IndexRow> m_rows;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<DateHistogram> m_dates;
    std::unique_ptr<QualityHistogram> m_scores;
};

QTEST_GUILESS_MAIN(TestRangeHistogram)
#include "tst_rangehistogram.moc"
