// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmark makes of what it has measured. Nothing is measured here.
#include "figure.h"
#include "window/blanktimes.h"

#include <QTest>

using namespace Microfiche::Bench;

namespace
{

Figure figureOf(const QString &name, double value, std::optional<double> baseline, double goal)
{
    return {name, QStringLiteral("nothing"), value, QStringLiteral("ms"), baseline, goal};
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheRatioOrElseTheValue_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("baseline"); // below 0: none
        QTest::addColumn<bool>("holds");
        QTest::newRow("a value within") << 3.0 << -1.0 << true;
        QTest::newRow("a value beyond") << 3.1 << -1.0 << false;
        QTest::newRow("a ratio within") << 30.0 << 10.0 << true;
        QTest::newRow("a ratio beyond") << 31.0 << 10.0 << false;
        QTest::newRow("beyond, to nothing") << 31.0 << 0.0 << false;
        QTest::newRow("within, to nothing") << 3.0 << 0.0 << true;
    }

    void judgesTheRatioOrElseTheValue()
    {
        QFETCH(double, value);
        QFETCH(double, baseline);
        QFETCH(bool, holds);
        const auto known = baseline < 0 ? std::nullopt : std::optional(baseline);
        const Figure figure = figureOf(QStringLiteral("start"), value, known, 3);
        QCOMPARE(figure.holds(), holds);
        QCOMPARE(figure.ratio().has_value(), baseline > 0);
        QCOMPARE(figureTable({figure}).contains(QStringLiteral("MISSED")), !holds);
    }

    void everyFigureGrows()
    {
        const auto figures = [](double answer, double bytes, double blank) {
            return Figures{figureOf(QStringLiteral("answer, p95"), answer, {}, 16),
                           figureOf(QStringLiteral("answer, p95, to a plain loop"), answer, 5, 3),
                           figureOf(QStringLiteral("index, bytes an article"), bytes, {}, 64),
                           figureOf(QStringLiteral("start, to an empty window"), 80, 30, 2.5),
                           figureOf(QStringLiteral("longest blank"), blank, {}, 100)};
        };
        const Figures growth =
            growthFigures(figures(13, 40, 101), figures(1, 50, 0), QStringLiteral("10 to 1"));
        QStringList lines;
        for (const Figure &figure : growth) {
            lines << QStringLiteral("%1: %2, at most %3: %4")
                         .arg(figure.name)
                         .arg(figure.ratio().value_or(figure.value))
                         .arg(figure.goal)
                         .arg(figure.holds() ? QStringLiteral("holds") : QStringLiteral("missed"));
        }
        QCOMPARE(lines,
                 (QStringList{
                     QStringLiteral("growth of answer: 13, at most 12: missed"),
                     QStringLiteral("growth of index, bytes an article: 0.8, at most 12: holds"),
                     QStringLiteral("growth of start: 1, at most 12: holds"),
                     QStringLiteral("growth of longest blank: 101, at most 100: missed")}));
    }

    void tellsOfEveryRowThatWasBlank()
    {
        int told = 0;
        BlankTimes blank([&told](double) { ++told; });
        blank.look({1, 2});
        blank.look({2, 3}); // 1 is shown
        QCOMPARE(told, 1);
        QVERIFY(blank.areLeft());
        blank.end(); // 2 and 3 never were
        QCOMPARE(told, 3);
        QVERIFY(!blank.areLeft());
        blank.end();
        QCOMPARE(told, 3);
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
