// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QAccessible>
#include <QItemSelectionModel>

using Microfiche::CardGrid;

class tst_CardGridDelegates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void reusesDelegates();
    void makesOnlySoManyDelegatesAFrame();
    void marksWhatIsSelected();
    void isAListForScreenReaders();
    void keepsTheOrderInWhichCardsAreRead();
    void saysOnceWhatIsWrongWithADelegate();
    void showsADelegateThatWantsNothing();
    void replacesDelegates();
};

void tst_CardGridDelegates::reusesDelegates()
{
    FakeModel model(1'000'000);
    GridScene scene(&model);
    // At most six rows are seen in part, and one more stands ready on either side.
    const int most = 8 * 4;
    for (int row = 0; row < 10'000; row += 3) {
        scene.grid->scrollBy(3 * 110 + row % 7);
        scene.frame();
        QVERIFY(scene.created() <= most);
        QVERIFY(scene.cards().size() <= size_t(most));
    }
    QVERIFY(scene.grid->topRow() > 10'000);
    QCOMPARE(scene.fault(model), QString());
    scene.grid->setPosition(0);
    scene.grid->setPosition(0.7);
    scene.frame();
    QVERIFY(scene.created() <= most);
    // None was destroyed either.
    QCOMPARE(scene.canvas()->childItems().size(), scene.created());
}

void tst_CardGridDelegates::makesOnlySoManyDelegatesAFrame()
{
    FakeModel model(100'000);
    GridScene scene(&model);
    scene.grid->setProperty("cellHeight", 10);
    scene.grid->setProperty("rowGap", 0);
    const int before = scene.created();
    scene.frame();
    QVERIFY(scene.created() - before <= 24);
    QTRY_COMPARE(scene.cards().size(), size_t(51 * 4));
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridDelegates::marksWhatIsSelected()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    QItemSelectionModel selection(&model);
    scene.grid->setSelectionModel(&selection);
    selection.select(model.index(3), QItemSelectionModel::ClearAndSelect);
    QCOMPARE(scene.cards().at(3)->property("selected"), true);
    QCOMPARE(scene.cards().at(2)->property("selected"), false);
    model.insert(0, 1); // the selection follows its article
    scene.frame();
    QCOMPARE(scene.cards().at(3)->property("selected"), false);
    QCOMPARE(scene.cards().at(4)->property("selected"), true);
    scene.grid->positionAt(500, CardGrid::Beginning); // a reused delegate does not
    scene.frame();
    for (const auto &[index, item] : scene.cards()) {
        QCOMPARE(item->property("selected"), false);
    }
    scene.grid->positionAt(0, CardGrid::Beginning);
    scene.frame();
    QCOMPARE(scene.cards().at(4)->property("selected"), true);
    scene.grid->setSelectionModel(nullptr);
    QCOMPARE(scene.cards().at(4)->property("selected"), false);
}

void tst_CardGridDelegates::isAListForScreenReaders()
{
    FakeModel model(10);
    GridScene scene(&model);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(scene.grid.get());
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::List);
}

void tst_CardGridDelegates::keepsTheOrderInWhichCardsAreRead()
{
    FakeModel model(1'000);
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->forceActiveFocus(Qt::TabFocusReason);
    scene.grid->scrollBy(770); // the first rows go to the end of those that are made
    scene.frame();
    QTest::keyClick(&scene.window, Qt::Key_Home);
    QTest::keyClick(&scene.window, Qt::Key_PageDown);
    QTest::keyClick(&scene.window, Qt::Key_PageDown);
    scene.frame();
    int last = -1;
    const auto children = scene.canvas()->childItems();
    for (const QQuickItem *item : children) {
        if (item->isVisible()) {
            QVERIFY(item->property("index").toInt() > last);
            last = item->property("index").toInt();
        }
    }
    QVERIFY(last > 32);
}

void tst_CardGridDelegates::saysOnceWhatIsWrongWithADelegate()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    QQmlComponent missing(&scene.engine);
    missing.setData("import QtQuick; Item { required property string other }", QUrl());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("other")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is to be an item")));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    scene.grid->setDelegate(&missing);
    scene.frame();
    scene.grid->scrollBy(300);
    scene.frame();
    QQmlComponent object(&scene.engine);
    object.setData("import QtQml; QtObject {}", QUrl());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is to be an item")));
    scene.grid->setDelegate(&object);
    scene.frame();
    scene.grid->setDelegate(nullptr);
    scene.frame();
    QVERIFY(scene.cards().empty());
}

void tst_CardGridDelegates::showsADelegateThatWantsNothing()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QQmlComponent plain(&scene.engine);
    plain.setData("import QtQuick; Item {}", QUrl());
    scene.grid->setDelegate(&plain);
    scene.frame();
    QVERIFY(scene.grid->itemAt(19));
    QCOMPARE(scene.grid->itemAt(19)->y(), 440.0);
}

void tst_CardGridDelegates::replacesDelegates()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->positionAt(400, CardGrid::Beginning);
    QQmlComponent other(&scene.engine);
    other.setData("import QtQuick; Item { objectName: 'other'; required property int index; "
                  "property var card }",
                  QUrl());
    scene.grid->setDelegate(&other);
    scene.frame();
    for (const auto &[index, item] : scene.cards()) {
        QCOMPARE(item->objectName(), QStringLiteral("other"));
        QCOMPARE(GridScene::cardOf(item).articleId, qint64(index));
    }
    QCOMPARE(scene.grid->firstVisibleIndex(), 400);
    QCOMPARE(scene.fault(model), QString());
}

QTEST_MAIN(tst_CardGridDelegates)
#include "tst_cardgriddelegates.moc"
