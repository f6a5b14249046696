// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void sharesTheWidthAmongColumns_data();
    void sharesTheWidthAmongColumns();
    void letsTheHeightFollowTheWidth();
    void laysCardsInReadingOrder();
    void mirrorsColumns();
    void reachesEveryCardOfAMillion_data();
    void reachesEveryCardOfAMillion();
    void showsWhatThePositionSays();
    void listsAMillionInOneColumn();
    void tellsWhichCardsAreSeen();
    void findsTheCardAtAPoint();
    void offersItsModesToQml();
    void drawsNothingWithoutRoom();
};

void tst_CardGrid::sharesTheWidthAmongColumns_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("cellWidth");

    QTest::newRow("four") << 400 << QByteArray() << 4 << 85.0;
    QTest::newRow("just four") << 380 << QByteArray() << 4 << 80.0;
    QTest::newRow("one pixel short") << 379 << QByteArray() << 3 << 113.0;
    QTest::newRow("narrower than one") << 50 << QByteArray() << 1 << 50.0;
    QTest::newRow("margins") << 400 << QByteArray("leadingMargin = 10; trailingMargin = 11") << 3
                             << 113.0;
    QTest::newRow("forced") << 400 << QByteArray("forcedColumns = 1") << 1 << 400.0;
    QTest::newRow("aimed at nothing")
        << 30 << QByteArray("aimedCellWidth = -5; columnGap = NaN") << 30 << 1.0;
    QTest::newRow("margins wider than all")
        << 40 << QByteArray("leadingMargin = 30; trailingMargin = 30") << 1 << 0.0;
}

void tst_CardGrid::sharesTheWidthAmongColumns()
{
    QFETCH(int, width);
    QFETCH(QByteArray, settings);
    FakeModel model(100);
    GridScene scene(&model, settings);
    scene.grid->setWidth(width);
    scene.frame();
    QTEST(scene.grid->columns(), "columns");
    QTEST(scene.grid->cellWidth(), "cellWidth");
}

void tst_CardGrid::letsTheHeightFollowTheWidth()
{
    FakeModel model(100);
    GridScene scene(&model);
    QQmlComponent component(&scene.engine);
    component.setData("import Microfiche.Grid; CardGrid { cellHeight: cellWidth * 2; "
                      "aimedCellWidth: 100; width: 300; height: 500 }",
                      QUrl());
    const std::unique_ptr<QObject> object(component.create());
    QCOMPARE(object->property("cellHeight").toDouble(), 200.0);
    object->setProperty("width", 150);
    QCOMPARE(object->property("cellHeight").toDouble(), 300.0);
}

void tst_CardGrid::laysCardsInReadingOrder()
{
    FakeModel model(10);
    GridScene scene(&model, "topMargin = 7; leadingMargin = 3; bottomMargin = 5");
    const auto cards = scene.cards();
    QCOMPARE(cards.size(), size_t(10));
    for (const auto &[index, item] : cards) {
        const int row = index / 4;
        const int column = index % 4;
        QCOMPARE(item->x(), 3 + column * (scene.grid->cellWidth() + 20));
        QCOMPARE(item->y(), 7.0 + row * 110);
        QCOMPARE(item->size(), QSizeF(scene.grid->cellWidth(), 100));
        QCOMPARE(GridScene::cardOf(item).articleId, index);
    }
    QCOMPARE(scene.grid->pageSize(), 1.0);
    scene.grid->scrollBy(100);
    QCOMPARE(scene.grid->topOffset(), -7.0); // all of it is seen: nowhere to go
}

void tst_CardGrid::mirrorsColumns()
{
    FakeModel model(100);
    GridScene scene(&model, "leadingMargin = 20; mirrored = true");
    const auto cards = scene.cards();
    QCOMPARE(scene.grid->cellWidth(), 80.0);
    QCOMPARE(cards.at(0)->x(), 300.0);
    QCOMPARE(cards.at(1)->x(), 200.0);
    QCOMPARE(cards.at(3)->x(), 0.0);
    QCOMPARE(scene.grid->indexAt(310, 5), 0);
    QCOMPARE(scene.grid->indexAt(5, 5), 3);
    scene.grid->setProperty("mirrored", false);
    scene.frame();
    QCOMPARE(scene.cards().at(0)->x(), 20.0);
}

void tst_CardGrid::reachesEveryCardOfAMillion_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<CardGrid::PositionMode>("mode");
    QTest::addColumn<double>("y");
    for (const int index : {4, 12'345, 499'999, 610'081, 999'000}) {
        QTest::addRow("%d at the beginning", index) << index << CardGrid::Beginning << 5.0;
        QTest::addRow("%d in the middle", index) << index << CardGrid::Center << 200.0;
        QTest::addRow("%d just in", index) << index << CardGrid::Contain << 395.0;
    }
    QTest::newRow("the first") << 0 << CardGrid::Center << 0.0;
    QTest::newRow("the last") << 999'999 << CardGrid::Beginning << 400.0;
}

void tst_CardGrid::reachesEveryCardOfAMillion()
{
    QFETCH(int, index);
    QFETCH(CardGrid::PositionMode, mode);
    QFETCH(double, y);
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(index, mode);
    scene.frame();
    QVERIFY(scene.cards().contains(index));
    const QQuickItem *item = scene.cards().at(index);
    QCOMPARE(GridScene::cardOf(item).articleId, qint64(index));
    QCOMPARE(item->y(), index == 4 && mode != CardGrid::Beginning ? 110.0 : y);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGrid::showsWhatThePositionSays()
{
    FakeModel model(1'000'000);
    GridScene scene(&model, "topMargin = 24; bottomMargin = 16");
    CardGrid &grid = *scene.grid;
    const double end = 1 - grid.pageSize();
    for (int step = 0; step <= 200; ++step) {
        const double position = end * step / 200;
        grid.setPosition(position);
        scene.frame();
        QVERIFY(std::abs(grid.position() - position) < 1e-12);
        QCOMPARE(scene.fault(model), QString());
    }
    QCOMPARE(grid.lastVisibleIndex(), 999'999);
    QCOMPARE(scene.cards().at(999'999)->y(), 500.0 - 16 - 100);
    grid.setPosition(2);
    QCOMPARE(grid.lastVisibleIndex(), 999'999);
    grid.setPosition(-1);
    QCOMPARE(grid.topOffset(), -24.0);
    // Far down, a step of one pixel is one pixel.
    grid.positionAt(900'000, CardGrid::Beginning);
    scene.frame();
    for (int pixel = 1; pixel < 300; ++pixel) {
        grid.scrollBy(1);
        scene.frame();
        QCOMPARE(scene.yOf(900'004), 115.0 - pixel);
    }
}

void tst_CardGrid::listsAMillionInOneColumn()
{
    FakeModel model(1'000'000);
    GridScene scene(&model, "forcedColumns = 1; rowGap = 0; cellHeight = 48");
    scene.grid->positionAt(777'777, CardGrid::Beginning);
    scene.frame();
    QCOMPARE(scene.grid->topRow(), 777'777);
    QCOMPARE(scene.cards().at(777'777)->y(), 0.0);
    QCOMPARE(scene.cards().at(777'777)->width(), 400.0);
    QCOMPARE(scene.fault(model), QString());
    scene.grid->setPosition(1);
    scene.frame();
    QCOMPARE(scene.cards().at(999'999)->y(), 452.0);
}

void tst_CardGrid::tellsWhichCardsAreSeen()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    QSignalSpy spy(scene.grid.get(), &CardGrid::visibleRangeChanged);
    scene.grid->positionAt(400, CardGrid::Beginning);
    scene.frame();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.takeFirst(), QVariantList({400, 419}));
    QCOMPARE(scene.grid->firstVisibleIndex(), 400);
    QCOMPARE(scene.grid->lastVisibleIndex(), 419);
    scene.grid->scrollBy(1); // the same cards
    scene.frame();
    QCOMPARE(spy.size(), 0);
    model.resetTo({1, 2, 3});
    scene.frame();
    QCOMPARE(spy.takeLast(), QVariantList({0, 2}));
    model.resetTo({4, 5, 6}); // others, at the same places: to be fetched as well
    scene.frame();
    QCOMPARE(spy.takeLast(), QVariantList({0, 2}));
    model.resetTo({});
    scene.frame();
    QCOMPARE(spy.takeLast(), QVariantList({0, -1}));
    QVERIFY(scene.cards().empty());
}

void tst_CardGrid::findsTheCardAtAPoint()
{
    FakeModel model(1'000);
    GridScene scene(&model, "topMargin = 7");
    QCOMPARE(scene.grid->indexAt(0, 7), 0);
    QCOMPARE(scene.grid->indexAt(0, 6), -1);
    QCOMPARE(scene.grid->indexAt(84, 7), 0);
    QCOMPARE(scene.grid->indexAt(90, 7), -1); // between columns
    QCOMPARE(scene.grid->indexAt(110, 117), 5);
    QCOMPARE(scene.grid->indexAt(110, 112), -1); // between rows
    QCOMPARE(scene.grid->indexAt(110, 900), -1);
    QCOMPARE(scene.grid->itemAt(5), scene.cards().at(5));
    QCOMPARE(scene.grid->itemAt(500), nullptr);
    scene.grid->positionAt(500, CardGrid::Beginning);
    QCOMPARE(scene.grid->indexAt(110, 10), 501);
}

void tst_CardGrid::offersItsModesToQml()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    QMetaObject::invokeMethod(scene.grid.get(), "beginAt", Q_ARG(QVariant, 400));
    QCOMPARE(scene.grid->firstVisibleIndex(), 400);
}

void tst_CardGrid::drawsNothingWithoutRoom()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->positionAt(400, CardGrid::Beginning);
    scene.grid->setHeight(0);
    scene.frame();
    QVERIFY(scene.cards().empty());
    QCOMPARE(scene.grid->lastVisibleIndex(), -1);
    scene.grid->setProperty("cellHeight", 0);
    scene.grid->setHeight(500);
    scene.frame();
    QVERIFY(scene.cards().empty());
    scene.grid->setProperty("cellHeight", 100);
    scene.frame();
    QCOMPARE(scene.grid->firstVisibleIndex(), 400); // and still where it was
    QCOMPARE(scene.fault(model), QString());
}

QTEST_MAIN(tst_CardGrid)
#include "tst_cardgrid.moc"
