// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridgeometry.h"

#include <QTest>

#include <cmath>

using Microfiche::GridGeometry;
using Microfiche::GridPlace;
using Microfiche::IndexRange;

namespace
{

// Four columns of 85 x 100, 20 and 10 between them, 500 seen at a time.
GridGeometry fourColumns(int count)
{
    GridGeometry geometry;
    geometry.count = count;
    geometry.view = QSizeF(400, 500);
    geometry.cell = QSizeF(0, 100);
    geometry.columnGap = 20;
    geometry.rowGap = 10;
    geometry.margins = QMarginsF(0, 24, 0, 16);
    geometry.fitColumns(80, 0);
    return geometry;
}

// The same in groups of these sizes, with headings of 32 and 8 below them.
GridGeometry grouped(const QList<int> &sizes, int columns = 4)
{
    QList<int> firsts;
    int count = 0;
    for (const int size : sizes) {
        firsts << count;
        count += size;
    }
    GridGeometry geometry = fourColumns(count);
    geometry.fitColumns(80, columns);
    geometry.headingHeight = 32;
    geometry.headingGap = 8;
    geometry.setGroups(firsts);
    return geometry;
}

// Where the cells and headings lie from the top of all, laid one by one.
struct ByHand {
    QList<double> cellTops;
    QList<int> cellColumns;
    QList<double> headingTops;

    ByHand(const QList<int> &sizes, int columns)
    {
        double y = 24;
        for (const int size : sizes) {
            headingTops << y;
            y += 40;
            for (int cell = 0; cell < size; ++cell) {
                const int row = cell / columns;
                cellTops << y + row * 110;
                cellColumns << cell % columns;
            }
            const int rows = (size + columns - 1) / columns;
            y += rows * 110;
        }
    }
};

} // namespace

class tst_GridGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void stopsAtBothEnds();
    static void isExactAtAnyPlace();
    static void doesNotDrift();
    static void keepsRowsApartByTheSame_data();
    static void keepsRowsApartByTheSame();
    static void seesOnlyRowsThatShow_data();
    static void seesOnlyRowsThatShow();
    static void movesAsLittleAsItMust_data();
    static void movesAsLittleAsItMust();
    static void standsStillWhenEmpty();
    static void laysGroupsAsIfByHand_data();
    static void laysGroupsAsIfByHand();
    static void isExactAmongManyGroups();
    static void doesNotDriftAcrossHeadings();
    static void takesNoGroupsThatMakeNoSense_data();
    static void takesNoGroupsThatMakeNoSense();
};

void tst_GridGeometry::stopsAtBothEnds()
{
    const GridGeometry geometry = fourColumns(1'000'000);
    QCOMPARE(geometry.contentHeight(), 24 + 250'000 * 110.0 - 10 + 16);
    QCOMPARE(geometry.moved(geometry.top(), -1), geometry.top());
    QCOMPARE(geometry.moved(geometry.top(), 1e300), geometry.bottom());
    QCOMPARE(geometry.moved({-7, 0}, 0), geometry.top());
    QCOMPARE(geometry.moved({2'000'000, 0}, 0), geometry.bottom());
    QCOMPARE(geometry.moved({10, 0}, std::nan("")), geometry.top());
    QCOMPARE(geometry.cellRect(999'999, geometry.bottom()).bottom(), 500.0 - 16);
    QCOMPARE(geometry.cellRect(0, geometry.top()).top(), 24.0);
}

void tst_GridGeometry::isExactAtAnyPlace()
{
    const GridGeometry geometry = fourColumns(1'000'000);
    for (int row = 1; row < 249'990; row += 101) {
        const GridPlace place = geometry.moved({row, 0}, 37.25);
        QCOMPARE(place, (GridPlace{row, 37.25}));
        QCOMPARE(geometry.moved(place, 250), (GridPlace{row + 2, 67.25}));
        QCOMPARE(geometry.distance(geometry.top(), place), row * 110 + 37.25 + 24);
        QCOMPARE(geometry.cellRect(row * 4 + 5, place).topLeft(), QPointF(105, 110 - 37));
    }
}

void tst_GridGeometry::doesNotDrift()
{
    const GridGeometry geometry = fourColumns(1'000'000);
    const GridPlace start = geometry.beginningAt(800'000);
    GridPlace place = start;
    for (int step = 0; step < 100'000; ++step) {
        place = geometry.moved(place, 13.375);
    }
    for (int step = 0; step < 100'000; ++step) {
        place = geometry.moved(place, -13.375);
    }
    QCOMPARE(place, start);
}

void tst_GridGeometry::keepsRowsApartByTheSame_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("cellHeight");
    QTest::newRow("1, crooked height") << 1.0 << 100.4;
    QTest::newRow("1.25") << 1.25 << 100.0;
    QTest::newRow("1.5") << 1.5 << 100.1;
    QTest::newRow("2") << 2.0 << 100.26;
}

void tst_GridGeometry::keepsRowsApartByTheSame()
{
    QFETCH(double, ratio);
    QFETCH(double, cellHeight);
    GridGeometry geometry = fourColumns(1'000'000);
    geometry.pixelRatio = ratio;
    geometry.cell.setHeight(cellHeight);
    geometry.fitColumns(80, 0);
    const double widthInPixels = geometry.cell.width() * ratio;
    QVERIFY(std::abs(widthInPixels - std::round(widthInPixels)) < 1e-9);
    for (int step = 0; step <= 810; ++step) {
        const double offset = step * 0.37;
        const GridPlace place = geometry.moved({200'000, 0}, offset);
        double previous = geometry.cellRect(place.row * 4, place).top();
        for (int row = place.row + 1; row < place.row + 6; ++row) {
            const double top = geometry.cellRect(row * 4, place).top();
            QVERIFY(std::abs(top * ratio - std::round(top * ratio)) < 1e-6);
            QVERIFY(std::abs(top - previous - geometry.rowPitch()) < 1e-9);
            previous = top;
        }
    }
}

void tst_GridGeometry::seesOnlyRowsThatShow_data()
{
    QTest::addColumn<double>("offset"); // in row 10
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("whole") << 0.0 << 40 << 59;
    QTest::newRow("the next touches the edge") << 50.0 << 40 << 59;
    QTest::newRow("the next shows a pixel") << 51.0 << 40 << 63;
    QTest::newRow("a pixel of the first") << 99.0 << 40 << 63;
    QTest::newRow("only its gap") << 100.0 << 44 << 63;
}

void tst_GridGeometry::seesOnlyRowsThatShow()
{
    QFETCH(double, offset);
    const GridGeometry geometry = fourColumns(1'000);
    const IndexRange range = geometry.visibleIndexes({10, offset});
    QTEST(range.first, "first");
    QTEST(range.last, "last");
}

void tst_GridGeometry::movesAsLittleAsItMust_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<double>("y"); // where its top is seen then; row 100 begins at 5
    QTest::newRow("in view") << 405 << 115.0;
    QTest::newRow("wholly, but close to the edge") << 412 << 335.0;
    QTest::newRow("half below") << 416 << 395.0;
    QTest::newRow("far below") << 480 << 395.0;
    QTest::newRow("above") << 396 << 5.0;
    QTest::newRow("first of all") << 2 << 24.0;
    QTest::newRow("last of all") << 999 << 384.0;
}

void tst_GridGeometry::movesAsLittleAsItMust()
{
    QFETCH(int, index);
    const GridGeometry geometry = fourColumns(1'000);
    const GridPlace place = geometry.containing(index, geometry.beginningAt(400));
    QTEST(geometry.cellRect(index, place).top(), "y");
}

void tst_GridGeometry::standsStillWhenEmpty()
{
    const GridGeometry geometry = fourColumns(0);
    QCOMPARE(geometry.moved(geometry.top(), 100), geometry.top());
    QCOMPARE(geometry.bottom(), geometry.top());
    QCOMPARE(geometry.visibleIndexes(geometry.top()), IndexRange{});
    QCOMPARE(geometry.indexAt({10, 30}, geometry.top()), -1);
}

void tst_GridGeometry::laysGroupsAsIfByHand_data()
{
    QTest::addColumn<QList<int>>("sizes");
    QTest::addColumn<int>("columns");
    for (const int columns : {1, 3, 4}) {
        QTest::addRow("one, %d columns", columns) << QList<int>{40} << columns;
        QTest::addRow("single cells, %d columns", columns) << QList<int>(30, 1) << columns;
        QTest::addRow("mixed, %d columns", columns)
            << QList<int>{1, 4, 5, 2, 9, 1, 1, 17, 3} << columns;
    }
}

void tst_GridGeometry::laysGroupsAsIfByHand()
{
    QFETCH(QList<int>, sizes);
    QFETCH(int, columns);
    const GridGeometry geometry = grouped(sizes, columns);
    const ByHand byHand(sizes, columns);
    const double range = geometry.contentHeight() - 500;
    QCOMPARE(geometry.contentHeight(), byHand.cellTops.last() + 100 + 16);
    for (int pixels = 0; pixels <= range; pixels += 7) {
        const double scrolled = pixels;
        const GridPlace place = geometry.moved(geometry.top(), scrolled);
        QCOMPARE(geometry.pixelsAbove(place), scrolled);
        IndexRange seen = {0, -1};
        for (int index = 0; index < geometry.count; ++index) {
            const QRectF rect = geometry.cellRect(index, place);
            const double y = byHand.cellTops.at(index) - scrolled;
            QCOMPARE(rect.top(), y);
            QCOMPARE(rect.left(), byHand.cellColumns.at(index) * (geometry.cell.width() + 20));
            if (y > -100 && y < 500) {
                seen.first = seen.last < seen.first ? index : seen.first;
                seen.last = index;
            }
        }
        QCOMPARE(geometry.visibleIndexes(place), seen);
        const IndexRange groups = geometry.visibleGroups(place);
        for (int group = 0; group < sizes.size(); ++group) {
            const double y = byHand.headingTops.at(group) - scrolled;
            const double next = byHand.headingTops.value(group + 1, 1e9) - scrolled;
            QCOMPARE(groups.contains(group), y < 500 && next > 0);
            if (groups.contains(group)) {
                const double stuck = std::max(y, std::min(0.0, next - 32));
                QCOMPARE(geometry.headingRect(group, place), QRectF(0, stuck, 400, 32));
            }
        }
    }
}

void tst_GridGeometry::isExactAmongManyGroups()
{
    const GridGeometry geometry = grouped(QList<int>(3'000, 333)); // 84 rows each
    QCOMPARE(geometry.count, 999'000);
    QCOMPARE(geometry.contentHeight(), 24 + 3'000 * (40 + 84 * 110.0) - 10 + 16);
    for (int group = 1; group < 2'999; group += 37) {
        const int first = group * 333;
        QCOMPARE(geometry.rowOf(first), group * 84);
        QCOMPARE(geometry.rowOf(first - 1), group * 84 - 1);
        QCOMPARE(geometry.indexesOf(group * 84 - 1), (IndexRange{first - 1, first - 1}));
        const GridPlace place = geometry.beginningAt(first);
        QCOMPARE(place, (GridPlace{group * 84, -40}));
        QCOMPARE(geometry.moved(place, -0.25), (GridPlace{group * 84 - 1, 109.75}));
        QCOMPARE(geometry.distance(geometry.top(), place), 24 + group * (40 + 84 * 110.0));
        QCOMPARE(geometry.moved(geometry.top(), geometry.pixelsAbove(place)), place);
        QCOMPARE(geometry.cellRect(first + 5, place).topLeft(), QPointF(105, 150));
    }
    QCOMPARE(geometry.cellRect(998'999, geometry.bottom()).bottom(), 500.0 - 16);
}

void tst_GridGeometry::doesNotDriftAcrossHeadings()
{
    const GridGeometry geometry = grouped(QList<int>(50'000, 3));
    const GridPlace start = geometry.beginningAt(90'000);
    GridPlace place = start;
    for (int step = 0; step < 50'000; ++step) {
        place = geometry.moved(place, 13.375);
    }
    for (int step = 0; step < 50'000; ++step) {
        place = geometry.moved(place, -13.375);
    }
    QCOMPARE(place, start);
}

void tst_GridGeometry::takesNoGroupsThatMakeNoSense_data()
{
    QTest::addColumn<QList<int>>("firsts");
    QTest::addColumn<int>("groups"); // of 100 cells
    QTest::newRow("none") << QList<int>{} << 0;
    QTest::newRow("in order") << QList<int>{0, 1, 99} << 3;
    QTest::newRow("beyond the end") << QList<int>{0, 50, 100, 200} << 2;
    QTest::newRow("not from the start") << QList<int>{5, 50} << 0;
    QTest::newRow("twice the same") << QList<int>{0, 50, 50} << 0;
    QTest::newRow("backwards") << QList<int>{0, 50, 40} << 0;
    QTest::newRow("negative") << QList<int>{-5, 0} << 0;
}

void tst_GridGeometry::takesNoGroupsThatMakeNoSense()
{
    QFETCH(QList<int>, firsts);
    GridGeometry geometry = fourColumns(100);
    geometry.headingHeight = 32;
    geometry.setGroups(firsts);
    QTEST(geometry.groups.size(), "groups");
    QVERIFY(geometry.rows() >= 25);
    QCOMPARE(geometry.rowOf(99), geometry.rows() - 1);
}

QTEST_APPLESS_MAIN(tst_GridGeometry)
#include "tst_gridgeometry.moc"
