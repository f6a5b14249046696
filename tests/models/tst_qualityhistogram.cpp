// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "english.h"
#include "histogramtext.h"
#include "models/qualityhistogram.h"
#include "models/queryeditor.h"

#include <QTest>

#include <limits>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

const QDate SomeDay(2023, 5, 10);

QStringList ticksOf(const Histogram &histogram)
{
    QStringList ticks;
    for (const AxisTick &tick : histogram.ticks()) {
        ticks << u"%1@%2"_s.arg(tick.label).arg(tick.position);
    }
    return ticks;
}

QList<IndexRow> rowsOf(const QList<int> &scores)
{
    QList<IndexRow> rows;
    for (const int score : scores) {
        rows << rowOf(rows.size() + 1, SomeDay, score);
    }
    return rows;
}

} // namespace

class TestQualityHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<QueryEditor>();
        m_histogram = std::make_unique<QualityHistogram>(*m_editor);
        m_rows = rowsOf({60, 62, 71, 80, 84, 119, -1, -1});
        connect(m_editor.get(), &QueryEditor::changed, this, &TestQualityHistogram::answer);
        answer();
    }

    void putsScoresIntoBars()
    {
        QCOMPARE(m_histogram->bars().size(), 12); // 60 to 119 by five
        QCOMPARE(dumpOf(*m_histogram),
                 (QStringList{u"60 to 64: 2 of 2"_s, u"70 to 74: 1 of 1"_s, u"80 to 84: 2 of 2"_s,
                              u"115 to 119: 1 of 1"_s, u"Unrated: 2 of 2"_s}));
        QCOMPARE(m_histogram->unitText(), QString());
        QCOMPARE(m_histogram->missingLabel(), u"unrated"_s);
    }

    void countsWithoutItsOwnClause()
    {
        m_editor->setTyped(u"quality:80.. date:2022"_s);
        QCOMPARE(dumpOf(*m_histogram),
                 (QStringList{u"60 to 64: 0 of 2"_s, u"70 to 74: 0 of 1"_s, u"80 to 84: 0 of 2"_s,
                              u"115 to 119: 0 of 1"_s, u"Unrated: 0 of 2"_s}));
        m_editor->setTyped(u"quality:80.."_s);
        QCOMPARE(dumpOf(*m_histogram).first(), u"60 to 64: 2 of 2"_s);
    }

    void barsAreAsWideAsTheRoomAllows_data()
    {
        QTest::addColumn<QList<int>>("scores");
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("bars");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QStringList>("ticks");
        const QList<int> usual{0, 37, 189};
        QTest::newRow("by 5") << usual << 40 << 38 << u"0 to 4"_s
                              << QStringList{u"0@0"_s, u"50@10"_s, u"100@20"_s, u"150@30"_s};
        QTest::newRow("by 10") << usual << 37 << 19 << u"0 to 9"_s
                               << QStringList{u"0@0"_s, u"50@5"_s, u"100@10"_s, u"150@15"_s};
        QTest::newRow("by 20") << usual << 18 << 10 << u"0 to 19"_s
                               << QStringList{u"0@0"_s, u"50@2.5"_s, u"100@5"_s, u"150@7.5"_s};
        QTest::newRow("by 50") << usual << 5 << 4 << u"0 to 49"_s
                               << QStringList{u"0@0"_s, u"50@1"_s, u"100@2"_s, u"150@3"_s};
        QTest::newRow("one") << usual << 1 << 1 << u"0 to 199"_s << QStringList{u"0@0"_s};
        QTest::newRow("begins where the scores do")
            << QList{62, 84} << 40 << 5 << u"60 to 64"_s
            << QStringList{u"60@0"_s, u"65@1"_s, u"70@2"_s, u"75@3"_s, u"80@4"_s};
        QTest::newRow("one score")
            << QList{57} << 40 << 1 << u"55 to 59"_s << QStringList{u"55@0"_s};
    }

    void barsAreAsWideAsTheRoomAllows()
    {
        QFETCH(QList<int>, scores);
        QFETCH(int, room);
        QFETCH(int, bars);
        QFETCH(QString, first);
        QFETCH(QStringList, ticks);
        m_rows = rowsOf(scores);
        answer();
        m_histogram->setMostBars(room);
        QCOMPARE(m_histogram->bars().size(), bars);
        QCOMPARE(m_histogram->bars().first().label, first);
        QCOMPARE(ticksOf(*m_histogram), ticks);
        int total = 0;
        for (const HistogramBar &bar : m_histogram->bars()) {
            total += bar.total;
        }
        QCOMPARE(total, scores.size());
    }

    void scoresHaveNoCeiling()
    {
        constexpr int Highest = std::numeric_limits<int>::max();
        m_rows = rowsOf({0, 80, Highest - 1, Highest});
        answer();
        QVERIFY(m_histogram->bars().size() <= 40);
        QCOMPARE(m_histogram->bars().first().total, 2);
        QCOMPARE(m_histogram->bars().last().total, 2);
        QVERIFY(m_histogram->ticks().size() <= 8);
        m_editor->setQualities({0, Highest}, Missing::Excluded);
        QCOMPARE(m_histogram->lower(), 0.0);
        QVERIFY(m_histogram->upper() > static_cast<qreal>(m_histogram->bars().size() - 1));
    }

    void brushIsTheQuery()
    {
        const int end = static_cast<int>(m_histogram->bars().size()) - 1;
        for (int first = 0; first <= end; ++first) {
            for (int last = first; last <= end; ++last) {
                m_histogram->brush(first, last);
                const ScoreRange &range = m_editor->query().quality;
                QCOMPARE(range.from, first > 0 ? std::optional(60 + 5 * first) : std::nullopt);
                QCOMPARE(range.to, last < end ? std::optional(64 + 5 * last) : std::nullopt);
                QCOMPARE(m_histogram->lower(), qreal(first));
                QCOMPARE(m_histogram->upper(), qreal(last + 1));
                QCOMPARE(m_histogram->isBrushed(), first > 0 || last < end);
            }
        }
    }

    void showsAQueryThatFitsNoBar()
    {
        m_editor->setTyped(u"quality:61..82"_s);
        QCOMPARE(m_histogram->lower(), 0.2);
        QCOMPARE(m_histogram->upper(), 4.6);
        m_editor->setTyped(u"quality:500.."_s);
        QCOMPARE(m_histogram->lower(), 12.0);
        QCOMPARE(m_histogram->upper(), 12.0);
        m_editor->setTyped(u"quality:..10"_s);
        QCOMPARE(m_histogram->lower(), 0.0);
        QCOMPARE(m_histogram->upper(), 0.0);
    }

    void saysTheRangeInWords()
    {
        QCOMPARE(m_histogram->fromText(), u"any"_s);
        QCOMPARE(m_histogram->toText(), u"any"_s);
        QCOMPARE(m_histogram->rangeText(), QString());
        QCOMPARE(m_histogram->lowerSpoken(), u"From the lowest score. 8 articles"_s);
        QCOMPARE(m_histogram->upperSpoken(), u"To the highest score. 8 articles"_s);
        m_editor->setTyped(u"quality:80..1500,none"_s);
        QCOMPARE(m_histogram->fromText(), u"80"_s);
        QCOMPARE(m_histogram->toText(), u"1,500"_s);
        QCOMPARE(m_histogram->rangeText(), u"80 to 1,500, or unrated"_s);
        QCOMPARE(m_histogram->lowerSpoken(), u"From quality 80. 5 articles"_s);
        m_editor->setTyped(u"quality:..60"_s);
        QCOMPARE(m_histogram->upperSpoken(), u"To quality 60. 1 article"_s);
    }

    void aPresetKeepsTheUnratedThatAreIn()
    {
        m_histogram->chooseFrom(80);
        QCOMPARE(m_editor->text(), u"quality:80.."_s);
        m_histogram->chooseMissing();
        m_histogram->chooseFrom(90);
        QCOMPARE(m_editor->text(), u"quality:90..,none"_s);
        m_histogram->clear();
        m_histogram->chooseMissing();
        m_histogram->chooseFrom(80);
        QCOMPARE(m_editor->text(), u"quality:80.."_s); // no longer the unrated alone
    }

private:
    void answer() { m_histogram->setAnswer(answerTo(m_editor->text(), m_rows)); }

    const English m_english;
    QList<IndexRow> m_rows;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<QualityHistogram> m_histogram;
};

QTEST_GUILESS_MAIN(TestQualityHistogram)
#include "tst_qualityhistogram.moc"
