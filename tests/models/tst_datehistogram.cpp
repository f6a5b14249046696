// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "english.h"
#include "histogramtext.h"
#include "models/datehistogram.h"
#include "models/queryeditor.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QStringList ticksOf(const Histogram &histogram)
{
    QStringList ticks;
    for (const AxisTick &tick : histogram.ticks()) {
        ticks << tick.label;
    }
    return ticks;
}

QList<IndexRow> rowsOf(const QList<QDate> &days)
{
    QList<IndexRow> rows;
    for (const QDate day : days) {
        rows << rowOf(rows.size() + 1, day);
    }
    return rows;
}

} // namespace

class TestDateHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<QueryEditor>();
        m_histogram = std::make_unique<DateHistogram>(*m_editor);
        // A Thursday, the same month, the next one, two years on; and two that are undated.
        m_rows = rowsOf({{2021, 6, 3}, {2021, 6, 30}, {2021, 7, 1}, {2023, 5, 10}, {}, {}});
        connect(m_editor.get(), &QueryEditor::changed, this, &TestDateHistogram::answer);
        answer();
    }

    void putsDaysIntoMonths()
    {
        QCOMPARE(m_histogram->unitText(), u"by week"_s); // 102 weeks fit into 120 bars
        m_histogram->setMostBars(60);
        QCOMPARE(m_histogram->unitText(), u"by month"_s);
        QCOMPARE(m_histogram->bars().size(), 24);
        QCOMPARE(dumpOf(*m_histogram), (QStringList{u"June 2021: 2 of 2"_s, u"July 2021: 1 of 1"_s,
                                                    u"May 2023: 1 of 1"_s, u"Undated: 2 of 2"_s}));
        QCOMPARE(m_histogram->missingLabel(), u"undated"_s);
    }

    void barsAreAsWideAsTheRoomAllows_data()
    {
        QTest::addColumn<QList<QDate>>("days");
        QTest::addColumn<int>("room");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("bars");
        QTest::addColumn<QStringList>("dump");
        const QList<QDate> month{{2021, 5, 31}, {2021, 6, 1}, {2021, 6, 6}, {2021, 6, 7}};
        QTest::newRow("days") << month << 8 << u"by day"_s << 8
                              << QStringList{u"31 May 2021: 1 of 1"_s, u"1 Jun 2021: 1 of 1"_s,
                                             u"6 Jun 2021: 1 of 1"_s, u"7 Jun 2021: 1 of 1"_s};
        // The 31st of May 2021 was a Monday.
        QTest::newRow("weeks") << month << 7 << u"by week"_s << 2
                               << QStringList{u"week of 31 May 2021: 3 of 3"_s,
                                              u"week of 7 Jun 2021: 1 of 1"_s};
        QTest::newRow("years, for months would be too many")
            << QList<QDate>{{2016, 10, 6}, {2020, 2, 29}, {2024, 4, 11}} << 90 << u"by year"_s << 9
            << QStringList{u"2016: 1 of 1"_s, u"2020: 1 of 1"_s, u"2024: 1 of 1"_s};
        QTest::newRow("months, just")
            << QList<QDate>{{2016, 10, 6}, {2024, 4, 11}} << 91 << u"by month"_s << 91
            << QStringList{u"October 2016: 1 of 1"_s, u"April 2024: 1 of 1"_s};
        QTest::newRow("years without end")
            << QList<QDate>{{1900, 1, 1}, {2024, 1, 1}} << 200 << u"by year"_s << 125
            << QStringList{u"1900: 1 of 1"_s, u"2024: 1 of 1"_s};
        QTest::newRow("one day") << QList<QDate>{{2021, 6, 3}} << 1 << u"by day"_s << 1
                                 << QStringList{u"3 Jun 2021: 1 of 1"_s};
        QTest::newRow("a week over the turn of the year")
            << QList<QDate>{{2020, 12, 31}, {2021, 1, 3}, {2021, 1, 4}} << 3 << u"by week"_s << 2
            << QStringList{u"week of 28 Dec 2020: 2 of 2"_s, u"week of 4 Jan 2021: 1 of 1"_s};
    }

    void barsAreAsWideAsTheRoomAllows()
    {
        QFETCH(QList<QDate>, days);
        QFETCH(int, room);
        QFETCH(QString, unit);
        QFETCH(int, bars);
        QFETCH(QStringList, dump);
        m_rows = rowsOf(days);
        answer();
        m_histogram->setMostBars(room);
        QCOMPARE(m_histogram->unitText(), unit);
        QCOMPARE(m_histogram->bars().size(), bars);
        QCOMPARE(dumpOf(*m_histogram), dump);
    }

    void barsStandSideBySide_data() { addRooms(); }

    void barsStandSideBySide()
    {
        QFETCH(int, room);
        m_histogram->setMostBars(room);
        const QList<HistogramBar> &bars = m_histogram->bars();
        int total = 0;
        for (qsizetype i = 0; i < bars.size(); ++i) {
            QVERIFY(i == 0 || bars.at(i).from == bars.at(i - 1).to + 1);
            QVERIFY(bars.at(i).from <= bars.at(i).to);
            total += bars.at(i).total;
        }
        QCOMPARE(total, 4);
        QVERIFY(bars.first().from <= QDate(2021, 6, 3).toJulianDay());
        QVERIFY(bars.last().to >= QDate(2023, 5, 10).toJulianDay());
    }

    void brushIsTheQuery_data() { addRooms(); }

    void brushIsTheQuery()
    {
        QFETCH(int, room);
        m_histogram->setMostBars(room);
        const QList<HistogramBar> bars = m_histogram->bars();
        const int end = static_cast<int>(bars.size()) - 1;
        const int step = std::max(1, end / 7);
        for (int first = 0; first <= end; first += step) {
            for (int last = first; last <= end; last += step) {
                m_histogram->brush(first, last);
                const DateRange &range = m_editor->query().date;
                QCOMPARE(range.from.has_value(), first > 0);
                QCOMPARE(range.to.has_value(), last < end);
                QVERIFY(!range.from || range.from->toJulianDay() == bars.at(first).from);
                QVERIFY(!range.to || range.to->toJulianDay() == bars.at(last).to);
                QCOMPARE(m_histogram->lower(), qreal(first));
                QCOMPARE(m_histogram->upper(), qreal(last + 1));
                QCOMPARE(m_histogram->isBrushed(), first > 0 || last < end);
                QCOMPARE(m_histogram->bars().size(), bars.size()); // the whole archive stays
            }
        }
    }

    void countsWithoutItsOwnClause()
    {
        m_histogram->setMostBars(60);
        m_editor->setTyped(u"date:2022.."_s);
        QCOMPARE(dumpOf(*m_histogram).first(), u"June 2021: 2 of 2"_s);
        m_editor->setTyped(u"date:2022.. quality:50.."_s);
        QCOMPARE(dumpOf(*m_histogram).first(), u"June 2021: 0 of 2"_s);
    }

    void showsAQueryThatFitsNoBar()
    {
        m_histogram->setMostBars(60);
        m_editor->setTyped(u"date:2021-06-16..2021-07-31"_s);
        QCOMPARE(m_histogram->lower(), 0.5);
        QCOMPARE(m_histogram->upper(), 2.0);
        m_editor->setTyped(u"date:1999..2000"_s);
        QCOMPARE(m_histogram->lower(), 0.0);
        QCOMPARE(m_histogram->upper(), 0.0);
        m_editor->setTyped(u"date:2030.."_s);
        QCOMPARE(m_histogram->lower(), 24.0);
        QCOMPARE(m_histogram->upper(), 24.0);
    }

    void ticksSayWhatTheRoomAllows_data()
    {
        QTest::addColumn<QList<QDate>>("days");
        QTest::addColumn<int>("room");
        QTest::addColumn<QStringList>("ticks");
        QTest::newRow("years") << QList<QDate>{{2021, 6, 3}, {2023, 5, 10}} << 60
                               << QStringList{u"2022"_s, u"2023"_s};
        QTest::newRow("months") << QList<QDate>{{2023, 1, 20}, {2023, 4, 2}} << 120
                                << QStringList{u"Feb 2023"_s, u"Mar 2023"_s, u"Apr 2023"_s};
        QTest::newRow("days") << QList<QDate>{{2023, 1, 30}, {2023, 2, 1}} << 60
                              << QStringList{u"30 Jan"_s, u"31 Jan"_s, u"1 Feb"_s};
        QTest::newRow("one year") << QList<QDate>{{2016, 3, 1}, {2024, 3, 1}} << 9
                                  << QStringList{u"2016"_s, u"2017"_s, u"2018"_s,
                                                 u"2019"_s, u"2020"_s, u"2021"_s,
                                                 u"2022"_s, u"2023"_s, u"2024"_s};
    }

    void ticksSayWhatTheRoomAllows()
    {
        QFETCH(QList<QDate>, days);
        QFETCH(int, room);
        QFETCH(QStringList, ticks);
        m_rows = rowsOf(days);
        answer();
        m_histogram->setMostBars(room);
        QCOMPARE(ticksOf(*m_histogram), ticks);
        qreal before = -1;
        for (const AxisTick &tick : m_histogram->ticks()) {
            QVERIFY(tick.position > before);
            QVERIFY(tick.position <= m_histogram->bars().size());
            before = tick.position;
        }
    }

    void saysTheRangeInWords()
    {
        m_histogram->setMostBars(60);
        QCOMPARE(m_histogram->fromText(), u"any"_s);
        QCOMPARE(m_histogram->rangeText(), QString());
        QCOMPARE(m_histogram->lowerSpoken(), u"From the oldest. 6 articles"_s);
        QCOMPARE(m_histogram->upperSpoken(), u"To the newest. 6 articles"_s);
        m_editor->setTyped(u"date:2021-06-02..2021-06-30"_s);
        QCOMPARE(m_histogram->fromText(), u"2 Jun 2021"_s);
        QCOMPARE(m_histogram->toText(), u"30 Jun 2021"_s);
        QCOMPARE(m_histogram->rangeText(), u"2 Jun 2021 – 30 Jun 2021"_s);
        QCOMPARE(m_histogram->lowerSpoken(), u"From June 2021. 2 articles"_s);
        m_editor->setTyped(u"date:2023..,none"_s);
        QCOMPARE(m_histogram->rangeText(), u"From 1 Jan 2023, or undated"_s);
        QCOMPARE(m_histogram->lowerSpoken(), u"From January 2023. 3 articles"_s);
        m_editor->setTyped(u"date:2023-05-10"_s);
        QCOMPARE(m_histogram->rangeText(), u"10 May 2023"_s);
        QCOMPARE(m_histogram->upperSpoken(), u"To May 2023. 1 article"_s);
    }

    void choosesTheLastMonths_data()
    {
        QTest::addColumn<QDate>("newest");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("query");
        QTest::newRow("one") << QDate(2023, 5, 10) << 1 << u"date:2023-04-11..2023-05-10"_s;
        QTest::newRow("twelve") << QDate(2023, 5, 10) << 12 << u"date:2022-05-11..2023-05-10"_s;
        QTest::newRow("from the end of a month") << QDate(2023, 3, 31) << 1 << u"date:2023-03"_s;
    }

    void choosesTheLastMonths()
    {
        QFETCH(QDate, newest);
        QFETCH(int, months);
        QFETCH(QString, query);
        m_rows = rowsOf({{2015, 1, 1}, newest});
        answer();
        m_histogram->chooseLastMonths(months);
        QCOMPARE(m_editor->text(), query);
    }

    void knowsItsYears()
    {
        QCOMPARE(m_histogram->years(), (QList{2023, 2021}));
        m_histogram->chooseYear(2021);
        QCOMPARE(m_editor->text(), u"date:2021"_s);
        m_histogram->clear();
        m_rows.clear();
        answer();
        QCOMPARE(m_histogram->years(), QList<int>());
        m_histogram->chooseLastMonths(12); // of nothing
        QVERIFY(m_editor->isEmpty());
    }

    void staysSmallHoweverFarTheYears()
    {
        const auto answer = answerTo({}, {rowOf(1, {1, 1, 3}, 60), rowOf(2, {2023, 7, 1}, 84),
                                          rowOf(3, {9999, 12, 31}, 84)});
        m_histogram->setMostBars(300);
        m_histogram->setAnswer(answer);
        QCOMPARE(m_histogram->unitText(), u"by century"_s);
        QVERIFY(m_histogram->bars().size() <= 300);
        QVERIFY(m_histogram->ticks().size() <= 101);
        QCOMPARE(m_histogram->bars().constFirst().label, u"1 to 99"_s);
        QCOMPARE(m_histogram->bars().at(20).count, 1);
        m_histogram->setMostBars(2000);
        QCOMPARE(m_histogram->unitText(), u"by decade"_s);
    }

    // A range that goes along with the calendar still does.
    void undatedOnesJoinAMovingRange()
    {
        m_editor->setToday({2023, 5, 20});
        m_editor->setText(u"date:last-30-days"_s);
        m_histogram->chooseMissing();
        QCOMPARE(m_editor->text(), u"date:last-30-days,none"_s);
        QVERIFY(m_histogram->missingChosen());
        m_histogram->chooseMissing();
        QCOMPARE(m_editor->text(), u"date:last-30-days"_s);
        m_histogram->brushTo(0); // an end that is set by hand stays where it is
        QVERIFY(!m_editor->query().date.lastDays);
    }

private:
    static void addRooms()
    {
        QTest::addColumn<int>("room");
        QTest::newRow("days") << 1000;
        QTest::newRow("weeks") << 120;
        QTest::newRow("months") << 60;
        QTest::newRow("years") << 3;
    }

    void answer() { m_histogram->setAnswer(answerTo(m_editor->text(), m_rows)); }

    const English m_english;
    QList<IndexRow> m_rows;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<DateHistogram> m_histogram;
};

QTEST_GUILESS_MAIN(TestDateHistogram)
#include "tst_datehistogram.moc"
