// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void putsAHeadingOverEachGroup();
    void keepsTheTopmostHeadingInSight();
    void reachesEveryCardOfAMillion_data();
    void reachesEveryCardOfAMillion();
    void keepsCoordinatesSmall();
    void showsNoCardUnderTheHeading();
    void stepsOverGroupsByKey_data();
    void stepsOverGroupsByKey();
    void pagesMissNothing();
    void keepsItsArticleWhenGroupsComeAndGo();
    void keepsAHeadingHalfWayIn();
    void followsItsGroups();
    void readsHeadingsBeforeTheirCards();
    void outlivesItsGroups();
};

namespace
{

// Sizes as news has them: many small days, few large ones.
std::vector<int> sizesOf(int count, int groups)
{
    QRandomGenerator random(7);
    std::vector<int> sizes(static_cast<size_t>(groups), 1);
    for (int left = count - groups; left > 0;) {
        const int more = std::min(left, random.bounded(1, 700));
        sizes[static_cast<size_t>(random.bounded(groups))] += more;
        left -= more;
    }
    return sizes;
}

QString labelOf(const QQuickItem *heading)
{
    return heading->property("label").toString();
}

} // namespace

void tst_CardGridGroups::putsAHeadingOverEachGroup()
{
    FakeModel model(20);
    FakeGroups groups({3, 6, 11});
    GridScene scene(&model, "topMargin = 7; groupGap = 5");
    scene.grid->setGroups(&groups);
    scene.frame();
    const auto headings = scene.headings();
    QCOMPARE(headings.size(), size_t(3));
    QCOMPARE(headings.at(0)->y(), 7.0);
    QCOMPARE(headings.at(1)->y(), 7.0 + 37 + 110);
    QCOMPARE(headings.at(2)->y(), 7.0 + 37 + 110 + 37 + 220);
    QCOMPARE(headings.at(2)->size(), QSizeF(400, 32));
    QCOMPARE(labelOf(headings.at(1)), QStringLiteral("Group 1"));
    QCOMPARE(headings.at(1)->property("count").toInt(), 6);
    const auto cards = scene.cards();
    QCOMPARE(cards.at(2)->y(), 7.0 + 37);
    QCOMPARE(cards.at(3)->position(), QPointF(0, 7 + 37 + 110 + 37)); // begins a row
    QCOMPARE(cards.at(8)->position(), QPointF(105, 7 + 37 + 110 + 37 + 110));
    QCOMPARE(scene.grid->groupAt(8), 1);
    QCOMPARE(scene.grid->groupAt(9), 2);
    QCOMPARE(scene.grid->groupAt(20), -1);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridGroups::keepsTheTopmostHeadingInSight()
{
    FakeModel model(1'000);
    FakeGroups groups({100, 100, 800});
    GridScene scene(&model);
    scene.grid->setGroups(&groups);
    const auto topHeading = [&scene](double scrolled) {
        scene.grid->setPosition(0);
        scene.grid->scrollBy(scrolled);
        scene.frame();
        const auto headings = scene.headings();
        const auto first = headings.begin();
        return QStringLiteral("%1 at %2").arg(first->first).arg(first->second->y());
    };
    const double end = 32 + 25 * 110; // of the first group
    QCOMPARE(topHeading(0), QStringLiteral("0 at 0"));
    QCOMPARE(topHeading(1'000), QStringLiteral("0 at 0"));
    QCOMPARE(topHeading(end - 32), QStringLiteral("0 at 0"));
    QCOMPARE(topHeading(end - 20), QStringLiteral("0 at -12")); // pushed by the next
    QCOMPARE(topHeading(end - 1), QStringLiteral("0 at -31"));
    QCOMPARE(topHeading(end), QStringLiteral("1 at 0"));
    QCOMPARE(topHeading(end + 500), QStringLiteral("1 at 0"));
    QVERIFY(scene.headings().at(1)->z() > scene.cards().begin()->second->z());
}

void tst_CardGridGroups::reachesEveryCardOfAMillion_data()
{
    QTest::addColumn<int>("columns");
    QTest::newRow("cards") << 0;
    QTest::newRow("a list") << 1;
}

void tst_CardGridGroups::reachesEveryCardOfAMillion()
{
    QFETCH(int, columns);
    FakeModel model(1'000'000);
    FakeGroups groups(sizesOf(1'000'000, 3'000));
    GridScene scene(&model);
    scene.grid->setProperty("forcedColumns", columns);
    scene.grid->setGroups(&groups);
    for (const int index : {0, 1, 4'711, 499'999, 500'000, 610'081, 999'998, 999'999}) {
        for (const auto mode : {CardGrid::Beginning, CardGrid::Center, CardGrid::Contain}) {
            scene.grid->positionAt(index, mode);
            scene.frame();
            QVERIFY(scene.cards().contains(index));
            const double y = scene.cards().at(index)->y();
            QVERIFY2(y >= 32 && y <= 400, qPrintable(QString::number(y)));
            QCOMPARE(scene.fault(model), QString());
        }
    }
    for (int step = 0; step <= 300; ++step) { // as the scroll bar is dragged
        scene.grid->setPosition(step / 300.0);
        scene.frame();
        QCOMPARE(scene.fault(model), QString());
        const auto headings = scene.headings();
        const auto first = headings.begin();
        QCOMPARE(first->first, scene.grid->groupAt(scene.grid->indexAt(5, 60) >= 0
                                                       ? scene.grid->indexAt(5, 60)
                                                       : scene.grid->firstVisibleIndex()));
    }
    QCOMPARE(scene.grid->lastVisibleIndex(), 999'999);
}

void tst_CardGridGroups::keepsCoordinatesSmall()
{
    FakeModel model(1'000'000);
    FakeGroups groups(sizesOf(1'000'000, 3'000));
    GridScene scene(&model, "forcedColumns = 1; rowGap = 0; cellHeight = 48");
    scene.grid->setGroups(&groups);
    scene.grid->positionAt(990'000, CardGrid::Beginning);
    scene.frame();
    const double start = scene.yOf(990'004);
    for (int pixel = 1; pixel <= 150; ++pixel) { // far down, a step of a pixel is a pixel
        scene.grid->scrollBy(1);
        scene.frame();
        QCOMPARE(scene.yOf(990'004), start - pixel);
        QCOMPARE(scene.fault(model), QString());
        for (const auto &[group, heading] : scene.headings()) {
            QVERIFY(heading->y() > -32 && heading->y() < 500);
            QCOMPARE(heading->y(), std::floor(heading->y()));
        }
    }
}

void tst_CardGridGroups::showsNoCardUnderTheHeading()
{
    FakeModel model(1'000);
    FakeGroups groups({100, 900});
    GridScene scene(&model);
    scene.grid->setGroups(&groups);
    scene.grid->scrollBy(500);
    scene.frame();
    QCOMPARE(scene.grid->indexAt(10, 5), -1); // the heading
    QVERIFY(scene.grid->indexAt(10, 60) >= 0);
}

void tst_CardGridGroups::stepsOverGroupsByKey_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<int>("to"); // of 6, 1, 9 and 100 in four columns

    using Keys = QList<int>;
    QTest::newRow("down in a group") << 1 << Keys{Qt::Key_Down} << 5;
    QTest::newRow("down, into a short row") << 3 << Keys{Qt::Key_Down} << 5;
    QTest::newRow("down, into the next group") << 4 << Keys{Qt::Key_Down} << 6;
    QTest::newRow("down, keeping the column")
        << 3 << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down} << 10;
    QTest::newRow("up again") << 10 << Keys{Qt::Key_Up, Qt::Key_Up, Qt::Key_Up} << 3;
    QTest::newRow("sideways forgets the column")
        << 3 << Keys{Qt::Key_Down, Qt::Key_Left, Qt::Key_Up} << 0;
    QTest::newRow("right, into the next group") << 5 << Keys{Qt::Key_Right} << 6;
    QTest::newRow("left, into the last group") << 6 << Keys{Qt::Key_Left} << 5;
    QTest::newRow("page up") << 21 << Keys{Qt::Key_PageUp} << 12;
    QTest::newRow("end") << 0 << Keys{Qt::Key_End} << 115;
    QTest::newRow("home") << 100 << Keys{Qt::Key_Home} << 0;
}

void tst_CardGridGroups::stepsOverGroupsByKey()
{
    QFETCH(int, from);
    QFETCH(QList<int>, keys);
    QFETCH(int, to);
    FakeModel model(116);
    FakeGroups groups({6, 1, 9, 100});
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->setGroups(&groups);
    scene.grid->forceActiveFocus(Qt::OtherFocusReason);
    scene.grid->setCurrentIndex(from);
    for (const int key : keys) {
        QTest::keyClick(&scene.window, static_cast<Qt::Key>(key));
    }
    QCOMPARE(scene.grid->currentIndex(), to);
    scene.frame();
    QVERIFY(scene.grid->itemAt(to));
    QVERIFY(scene.grid->itemAt(to)->y() >= 32);
    QVERIFY(scene.grid->itemAt(to)->y() <= 400);
}

void tst_CardGridGroups::pagesMissNothing()
{
    FakeModel model(2'000);
    FakeGroups groups(sizesOf(2'000, 400));
    GridScene scene(&model, "reducedMotion = true; forcedColumns = 1; rowGap = 0; cellHeight = 48");
    scene.grid->setGroups(&groups);
    scene.grid->forceActiveFocus(Qt::TabFocusReason);
    std::vector<bool> seen(2'000, false);
    for (const auto key : {Qt::Key_PageDown, Qt::Key_PageUp}) {
        std::fill(seen.begin(), seen.end(), false);
        for (int page = 0; page < 1'000; ++page) {
            scene.frame();
            for (const auto &[index, item] : scene.cards()) {
                if (item->y() >= 32 && item->y() <= 500 - 48) {
                    seen[static_cast<size_t>(index)] = true;
                }
            }
            QTest::keyClick(&scene.window, key);
        }
        QCOMPARE(std::count(seen.begin(), seen.end(), true), 2'000);
        QCOMPARE(scene.grid->currentIndex(), key == Qt::Key_PageDown ? 1'999 : 0);
    }
}

void tst_CardGridGroups::keepsItsArticleWhenGroupsComeAndGo()
{
    FakeModel model(1'000'000);
    FakeGroups months(sizesOf(1'000'000, 100));
    FakeGroups days(sizesOf(1'000'000, 3'000));
    GridScene scene(&model);
    scene.grid->positionAt(600'004, CardGrid::Beginning);
    scene.grid->scrollBy(5);
    QCOMPARE(scene.grid->topOffset(), 0.0);
    for (int round = 0; round < 3; ++round) { // and it does not creep
        for (QAbstractItemModel *groups :
             {static_cast<QAbstractItemModel *>(&months), static_cast<QAbstractItemModel *>(&days),
              static_cast<QAbstractItemModel *>(nullptr)}) {
            scene.grid->setGroups(groups);
            for (const int columns : {1, 3, 0}) {
                scene.grid->setProperty("forcedColumns", columns);
                scene.grid->setProperty("cellHeight", columns == 1 ? 48 : 100);
                scene.frame();
                QCOMPARE(scene.yOf(600'004), groups ? 32.0 : 0.0);
                QCOMPARE(scene.fault(model), QString());
            }
        }
    }
    // Seen from within a group's heading and across it.
    scene.grid->setGroups(&days);
    const int first = days.firsts.at(1'500);
    for (const double offset : {0.0, 20.0, 31.0, -60.0, -70.0}) {
        scene.grid->positionAt(first, CardGrid::Beginning);
        scene.grid->scrollBy(offset);
        scene.frame();
        const double y = scene.yOf(first);
        for (int round = 0; round < 3; ++round) {
            days.resetTo(std::vector<int>(days.sizes));
            scene.grid->setProperty("cellHeight", 101);
            scene.grid->setProperty("cellHeight", 100);
            scene.frame();
            QCOMPARE(scene.yOf(first), y);
        }
    }
}

void tst_CardGridGroups::keepsAHeadingHalfWayIn()
{
    FakeModel model(1'000);
    FakeGroups groups({300, 700});
    GridScene scene(&model, "forcedColumns = 1; rowGap = 0; cellHeight = 48");
    scene.grid->setGroups(&groups);
    scene.grid->positionAt(300, CardGrid::Beginning);
    scene.grid->scrollBy(-20);
    scene.frame();
    QCOMPARE(scene.yOf(300), 52.0);
    scene.grid->setProperty("cellHeight", 300); // what lies over it does not grow with the cards
    scene.frame();
    QCOMPARE(scene.yOf(300), 52.0);
}

void tst_CardGridGroups::followsItsGroups()
{
    FakeModel model(100);
    FakeGroups groups({50, 50});
    GridScene scene(&model);
    scene.grid->setGroups(&groups);
    scene.frame();
    QCOMPARE(labelOf(scene.headings().at(0)), QStringLiteral("Group 0"));
    groups.prefix = QStringLiteral("Month ");
    groups.resetTo({4, 96});
    scene.frame();
    QCOMPARE(labelOf(scene.headings().at(0)), QStringLiteral("Month 0"));
    QCOMPARE(scene.headings().at(1)->y(), 32.0 + 110);
    model.resetTo({1, 2, 3}); // the groups say so later
    scene.frame();
    QCOMPARE(scene.headings().size(), size_t(1));
    QCOMPARE(scene.fault(model), QString());
    groups.resetTo({});
    scene.frame();
    QVERIFY(scene.headings().empty());
    QCOMPARE(scene.cards().at(0)->y(), 0.0);
    model.resetTo({});
    groups.resetTo({3});
    scene.frame();
    QVERIFY(scene.headings().empty());
}

void tst_CardGridGroups::readsHeadingsBeforeTheirCards()
{
    FakeModel model(1'000);
    FakeGroups groups({400, 2, 3, 595});
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->setGroups(&groups);
    scene.grid->forceActiveFocus(Qt::TabFocusReason);
    scene.grid->positionAt(396, CardGrid::Beginning);
    scene.frame();
    scene.grid->setCurrentIndex(401);
    scene.frame();
    QStringList order;
    const auto children = scene.canvas()->childItems();
    for (const QQuickItem *item : children) {
        const int index = item->property("index").toInt();
        if (item->isVisible() && item->property("label").isValid()) {
            order << labelOf(item);
        } else if (item->isVisible() && index >= 399 && index <= 402) {
            order << QString::number(index);
        }
    }
    QCOMPARE(order.join(QLatin1String(", ")),
             QStringLiteral("Group 0, 399, Group 1, 400, 401, Group 2, 402, Group 3"));
}

void tst_CardGridGroups::outlivesItsGroups()
{
    FakeModel model(100);
    auto groups = std::make_unique<FakeGroups>(std::vector<int>{50, 50});
    GridScene scene(&model);
    QSignalSpy changed(scene.grid.get(), &CardGrid::groupsChanged);
    scene.grid->setGroups(groups.get());
    scene.frame();
    groups.reset();
    scene.frame();
    QCOMPARE(scene.grid->groups(), nullptr);
    QCOMPARE(changed.size(), 2);
    QVERIFY(scene.headings().empty());
    QCOMPARE(scene.fault(model), QString());
}

QTEST_MAIN(tst_CardGridGroups)
#include "tst_cardgridgroups.moc"
