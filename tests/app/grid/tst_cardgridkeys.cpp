// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void stepsByKey_data();
    void stepsByKey();
    void bringsTheCurrentCardIntoView();
    void walksThroughAllByKey();
    void leavesKeysAlone_data();
    void leavesKeysAlone();
    void tellsWhatToDoWithTheCurrentCard();
    void showsTheCurrentCardOnlyToTheKeyboard();
    void takesTheFocusFromAReusedCard();
};

namespace
{

void focus(GridScene &scene, Qt::FocusReason reason = Qt::TabFocusReason)
{
    scene.grid->forceActiveFocus(reason);
}

QStringList logOf(const GridScene &scene)
{
    return scene.grid->property("log").toStringList();
}

} // namespace

void tst_CardGridKeys::stepsByKey_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<int>("to"); // of 1,003 in four columns

    QTest::newRow("right") << 5 << Qt::Key_Right << false << 6;
    QTest::newRow("right, over the edge") << 7 << Qt::Key_Right << false << 8;
    QTest::newRow("right, at the end") << 1'002 << Qt::Key_Right << false << 1'002;
    QTest::newRow("left") << 5 << Qt::Key_Left << false << 4;
    QTest::newRow("left, at the start") << 0 << Qt::Key_Left << false << 0;
    QTest::newRow("right, mirrored") << 5 << Qt::Key_Right << true << 4;
    QTest::newRow("left, mirrored") << 5 << Qt::Key_Left << true << 6;
    QTest::newRow("down") << 5 << Qt::Key_Down << false << 9;
    QTest::newRow("down, into a short row") << 999 << Qt::Key_Down << false << 1'002;
    QTest::newRow("down, at the end") << 1'001 << Qt::Key_Down << false << 1'001;
    QTest::newRow("up") << 5 << Qt::Key_Up << false << 1;
    QTest::newRow("up, at the top") << 3 << Qt::Key_Up << false << 3;
    QTest::newRow("page down") << 5 << Qt::Key_PageDown << false << 21;
    QTest::newRow("page down, at the end") << 995 << Qt::Key_PageDown << false << 1'002;
    QTest::newRow("page up") << 21 << Qt::Key_PageUp << false << 5;
    QTest::newRow("page up, at the top") << 6 << Qt::Key_PageUp << false << 2;
    QTest::newRow("home") << 500 << Qt::Key_Home << false << 0;
    QTest::newRow("end") << 5 << Qt::Key_End << false << 1'002;
    QTest::newRow("the first key") << -1 << Qt::Key_Down << false << 0;
    QTest::newRow("end as the first key") << -1 << Qt::Key_End << false << 1'002;
}

void tst_CardGridKeys::stepsByKey()
{
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(bool, mirrored);
    QFETCH(int, to);
    FakeModel model(1'003);
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->setProperty("mirrored", mirrored);
    focus(scene, Qt::OtherFocusReason);
    scene.grid->setCurrentIndex(from);
    QTest::keyClick(&scene.window, key);
    QCOMPARE(scene.grid->currentIndex(), to);
    scene.frame();
    QVERIFY(scene.grid->itemAt(to));
    QVERIFY(scene.grid->itemAt(to)->y() >= 0);
    QVERIFY(scene.grid->itemAt(to)->y() <= 400);
    QVERIFY(scene.grid->itemAt(to)->property("current").toBool());
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridKeys::bringsTheCurrentCardIntoView()
{
    FakeModel model(1'000'000);
    GridScene scene(&model, "topMargin = 24");
    focus(scene);
    for (int step = 0; step < 6; ++step) {
        QTest::keyClick(&scene.window, Qt::Key_Down); // quicker than it moves
    }
    QTRY_VERIFY(!scene.grid->isMoving());
    scene.frame();
    QCOMPARE(scene.grid->currentIndex(), 24);
    QCOMPARE(scene.yOf(24), 395.0);
    QTest::keyClick(&scene.window, Qt::Key_End); // too far to ease
    QVERIFY(!scene.grid->isMoving());
    scene.frame();
    QCOMPARE(scene.yOf(999'999), 400.0);
    QTest::keyClick(&scene.window, Qt::Key_Home, Qt::ControlModifier);
    scene.frame();
    QCOMPARE(scene.yOf(0), 24.0);
    scene.grid->setCurrentIndex(12);
    scene.turnWheel({}, {0, -120});
    QTest::keyClick(&scene.window, Qt::Key_Right); // in view here and there: the notch is not lost
    QTRY_VERIFY(!scene.grid->isMoving());
    scene.frame();
    QCOMPARE(scene.yOf(13), 24.0 + 330 - 120);
    scene.grid->scrollBy(50'000); // left behind: the next key goes back to it
    QTest::keyClick(&scene.window, Qt::Key_Home);
    scene.frame();
    QCOMPARE(scene.yOf(0), 24.0);
}

void tst_CardGridKeys::walksThroughAllByKey()
{
    FakeModel model(203);
    GridScene scene(&model, "reducedMotion = true");
    focus(scene);
    for (int index = 0; index < 203; ++index) {
        QCOMPARE(scene.grid->currentIndex(), index);
        scene.frame();
        QVERIFY(scene.grid->itemAt(index)->y() >= 0);
        QVERIFY(scene.grid->itemAt(index)->y() <= 400);
        QTest::keyClick(&scene.window, Qt::Key_Right);
    }
    for (int index = 202; index >= 0; --index) {
        QCOMPARE(scene.grid->currentIndex(), index);
        QTest::keyClick(&scene.window, Qt::Key_Left);
    }
}

void tst_CardGridKeys::leavesKeysAlone_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    using Modifiers = Qt::KeyboardModifiers;
    const QByteArray none;
    QTest::newRow("back") << 9 << none << Qt::Key_Left << Modifiers(Qt::AltModifier);
    QTest::newRow("letters") << 9 << none << Qt::Key_A << Modifiers();
    QTest::newRow("nothing there") << 0 << none << Qt::Key_Down << Modifiers();
    QTest::newRow("at the top") << 9 << none << Qt::Key_Up << Modifiers();
    QTest::newRow("sideways in a list")
        << 9 << QByteArray("forcedColumns = 1") << Qt::Key_Right << Modifiers();
    QTest::newRow("Alt+Return") << 9 << none << Qt::Key_Return << Modifiers(Qt::AltModifier);
}

void tst_CardGridKeys::leavesKeysAlone()
{
    QFETCH(int, count);
    QFETCH(QByteArray, settings);
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    FakeModel model(count);
    GridScene scene(&model, settings);
    focus(scene);
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(&scene.window, &event);
    QVERIFY(!event.isAccepted());
    QCOMPARE(scene.grid->currentIndex(), count > 0 ? 0 : -1);
    QCOMPARE(logOf(scene), QStringList());
}

void tst_CardGridKeys::tellsWhatToDoWithTheCurrentCard()
{
    FakeModel model(100);
    GridScene scene(&model);
    focus(scene, Qt::OtherFocusReason);
    QTest::keyClick(&scene.window, Qt::Key_Return); // on nothing
    scene.grid->setCurrentIndex(7);
    QTest::keyClick(&scene.window, Qt::Key_Return);
    QTest::keyClick(&scene.window, Qt::Key_Enter, Qt::KeypadModifier);
    QTest::keyClick(&scene.window, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(&scene.window, Qt::Key_Space);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(&scene.window, &held);
    const QStringList told = {QStringLiteral("activated 7"), QStringLiteral("activated 7"),
                              QStringLiteral("original 7"), QStringLiteral("toggled 7")};
    QCOMPARE(logOf(scene), told);
}

void tst_CardGridKeys::showsTheCurrentCardOnlyToTheKeyboard()
{
    FakeModel model(100);
    GridScene scene(&model);
    const auto isShown = [&scene](int index) {
        return scene.cards().at(index)->property("current").toBool();
    };
    scene.grid->setCurrentIndex(5);
    QVERIFY(!isShown(5));
    QSignalSpy spy(scene.grid.get(), &CardGrid::keyboardFocusChanged);
    focus(scene);
    QVERIFY(scene.grid->hasKeyboardFocus());
    QVERIFY(isShown(5));
    QTest::mouseClick(&scene.window, Qt::LeftButton, {}, {5, 5});
    QVERIFY(!scene.grid->hasKeyboardFocus());
    QVERIFY(!isShown(5));
    QTest::keyClick(&scene.window, Qt::Key_Right);
    QVERIFY(!isShown(5));
    QVERIFY(isShown(6));
    QCOMPARE(spy.size(), 3);
    QQuickItem other(scene.window.contentItem());
    other.forceActiveFocus();
    QVERIFY(!scene.grid->hasKeyboardFocus());
    QVERIFY(!isShown(6));
    QCOMPARE(spy.size(), 4);
    focus(scene, Qt::PopupFocusReason); // a menu closed: as it was
    QVERIFY(isShown(6));
}

void tst_CardGridKeys::takesTheFocusFromAReusedCard()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    focus(scene);
    auto *button = scene.cards().at(5)->findChild<QQuickItem *>(QStringLiteral("button"));
    button->forceActiveFocus();
    QVERIFY(button->hasActiveFocus());
    QTest::keyClick(&scene.window, Qt::Key_Right); // what the button leaves is the grid's
    QCOMPARE(scene.grid->currentIndex(), 1);
    scene.grid->positionAt(500, CardGrid::Beginning);
    scene.frame();
    QVERIFY(!button->hasActiveFocus());
    QVERIFY(scene.grid->hasActiveFocus());
    QCOMPARE(scene.window.activeFocusItem(), scene.grid.get());
}

QTEST_MAIN(tst_CardGridKeys)
#include "tst_cardgridkeys.moc"
