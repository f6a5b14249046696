// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/qualityhistogram.h"
#include "models/queryeditor.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// What both charts share: the scale of the bars and its lines.
class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<QueryEditor>();
        m_histogram = std::make_unique<QualityHistogram>(*m_editor);
    }

    void anEmptyChartHasNoScale()
    {
        QCOMPARE(m_histogram->largest(), 0);
        QCOMPARE(m_histogram->height(5), 0.0);
        QVERIFY(m_histogram->bars().isEmpty());
        QVERIFY(m_histogram->gridLines().isEmpty());
        QVERIFY(!m_histogram->hasMissing());
        show({});
        QCOMPARE(m_histogram->largest(), 0);
        QCOMPARE(m_histogram->lower(), 0.0);
        QCOMPARE(m_histogram->upper(), 0.0);
    }

    void scale_data()
    {
        QTest::addColumn<QList<int>>("totals");
        QTest::addColumn<int>("missing");
        QTest::addColumn<bool>("isSquareRoot");
        QTest::addColumn<int>("largest");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("even") << QList{100, 50, 80} << 0 << false << 100 << QStringList{u"50"_s};
        QTest::newRow("one stands out, not too far")
            << QList{800, 100, 100} << 0 << false << 800 << QStringList{u"500"_s};
        QTest::newRow("one flattens the others")
            << QList{801, 100, 100} << 0 << true << 801 << QStringList{u"500"_s, u"100"_s};
        QTest::newRow("empty bars do not count")
            << QList{800, 0, 0, 0, 0, 100, 100} << 0 << false << 800 << QStringList{u"500"_s};
        QTest::newRow("the missing are a bar")
            << QList{10, 10, 10} << 1592 << true << 1592 << QStringList{u"1,000"_s, u"200"_s};
        QTest::newRow("no line above the bars")
            << QList{21, 20} << 0 << false << 21 << QStringList{u"10"_s};
        QTest::newRow("small") << QList{4, 3} << 0 << false << 4 << QStringList{u"2"_s};
        QTest::newRow("too small for lines") << QList{3, 1} << 0 << false << 3 << QStringList();
        QTest::newRow("square root, too small for two lines")
            << QList{12, 1, 1} << 0 << true << 12 << QStringList{u"10"_s};
        QTest::newRow("one bar") << QList{7} << 0 << false << 7 << QStringList{u"5"_s};
        QTest::newRow("missing alone") << QList<int>() << 9 << false << 9 << QStringList{u"5"_s};
    }

    void scale()
    {
        QFETCH(QList<int>, totals);
        QFETCH(int, missing);
        QFETCH(bool, isSquareRoot);
        QFETCH(int, largest);
        QFETCH(QStringList, lines);
        show(totals, missing);
        QCOMPARE(m_histogram->isSquareRoot(), isSquareRoot);
        QCOMPARE(m_histogram->largest(), largest);
        QCOMPARE(m_histogram->hasMissing(), missing > 0);
        QStringList labels;
        for (const AxisTick &line : m_histogram->gridLines()) {
            labels << line.label;
            const int count = QLocale().toInt(line.label);
            QCOMPARE(line.position, m_histogram->height(count));
            QVERIFY(line.position > 0 && line.position < 1);
        }
        QCOMPARE(labels, lines);
    }

    void heightsAreLinear()
    {
        show({100, 50});
        QCOMPARE(m_histogram->height(0), 0.0);
        QCOMPARE(m_histogram->height(25), 0.25);
        QCOMPARE(m_histogram->height(100), 1.0);
        QCOMPARE(m_histogram->height(200), 1.0); // an answer may be newer than the scale
        QCOMPARE(m_histogram->height(-1), 0.0);
    }

    void heightsAreSquareRoots()
    {
        show({900, 100, 100});
        QVERIFY(m_histogram->isSquareRoot());
        QCOMPARE(m_histogram->height(100), std::sqrt(1.0 / 9));
        QCOMPARE(m_histogram->height(900), 1.0);
    }

    void tellsOfNewBars()
    {
        QSignalSpy bars(m_histogram.get(), &Histogram::barsChanged);
        QSignalSpy brush(m_histogram.get(), &Histogram::brushChanged);
        show({1});
        QCOMPARE(bars.size(), 1);
        QCOMPARE(brush.size(), 1);
    }

private:
    /// Bars of five scores each with these totals.
    void show(const QList<int> &totals, int missing = 0)
    {
        QueryAnswer answer;
        for (qsizetype i = 0; i < totals.size(); ++i) {
            if (totals.at(i) > 0) {
                answer.qualities << ValueCount{i * 5, totals.at(i), totals.at(i)};
            }
        }
        answer.unrated = {0, missing, missing};
        m_histogram->setAnswer(answer);
    }

    const English m_english;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<QualityHistogram> m_histogram;
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
