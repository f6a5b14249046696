// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QPointingDevice>
#include <QSignalSpy>
#include <QWheelEvent>

using Microfiche::CardGrid;

class tst_CardGridInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase()
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        qputenv("QML_NO_TOUCH_COMPRESSION", "1"); // or moves would wait for frames
    }

    void scrollsByTheWheel_data();
    void scrollsByTheWheel();
    void easesTheWheelToItsPlace();
    void leavesAWheelAlone_data();
    void leavesAWheelAlone();
    void stepsByKey_data();
    void stepsByKey();
    void bringsTheCurrentCardIntoView();
    void walksThroughAllByKey();
    void leavesKeysAlone_data();
    void leavesKeysAlone();
    void tellsWhatToDoWithTheCurrentCard();
    void showsTheCurrentCardOnlyToTheKeyboard();
    void keepsAClickedCardWhereItIs();
    void letsCardsTakeClicks();
    void takesTheFocusFromAReusedCard();
    void followsAFinger_data();
    void followsAFinger();
    void stopsUnderAFinger_data();
    void stopsUnderAFinger();
};

namespace
{

// A wheel event as the window would get it; whether anyone took it.
bool turn(GridScene &scene, QPoint pixels, QPoint angle, Qt::KeyboardModifiers modifiers = {})
{
    const QPointF at(200, 250);
    QWheelEvent event(at, at, pixels, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    event.setAccepted(false);
    QCoreApplication::sendEvent(&scene.window, &event);
    return event.isAccepted();
}

void focus(GridScene &scene, Qt::FocusReason reason = Qt::TabFocusReason)
{
    scene.grid->forceActiveFocus(reason);
}

QStringList logOf(const GridScene &scene)
{
    return scene.grid->property("log").toStringList();
}

QByteArray cardWith(const QByteArray &touched)
{
    return "import QtQuick; Item { required property int index; required property var card; "
           "property int clicks: 0; " +
           touched + "}";
}

int clicksIn(const GridScene &scene)
{
    int clicks = 0;
    for (const auto &[index, item] : scene.cards()) {
        clicks += item->property("clicks").toInt();
    }
    return clicks;
}

QPointingDevice *touchScreen()
{
    static const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    return screen.get();
}

void drag(GridScene &scene, const QList<int> &ys)
{
    QTest::touchEvent(&scene.window, touchScreen()).press(0, {200, ys.first()}, &scene.window);
    for (const int y : ys.sliced(1)) {
        QTest::touchEvent(&scene.window, touchScreen()).move(0, {200, y}, &scene.window);
    }
}

void tap(GridScene &scene)
{
    QTest::touchEvent(&scene.window, touchScreen()).press(0, {140, 150}, &scene.window);
    QTest::touchEvent(&scene.window, touchScreen()).release(0, {140, 150}, &scene.window);
}

} // namespace

void tst_CardGridInput::scrollsByTheWheel_data()
{
    QTest::addColumn<QPoint>("pixels");
    QTest::addColumn<QPoint>("angle");
    QTest::addColumn<double>("scrolled"); // from row 1,000
    QTest::newRow("a notch down") << QPoint() << QPoint(0, -120) << 120.0;
    QTest::newRow("two up") << QPoint() << QPoint(0, 240) << -240.0;
    QTest::newRow("a fine wheel") << QPoint() << QPoint(0, -15) << 15.0;
    QTest::newRow("touchpad") << QPoint(0, -7) << QPoint(0, -120) << 7.0;
    QTest::newRow("touchpad, askew") << QPoint(50, 33) << QPoint(400, 120) << -33.0;
}

void tst_CardGridInput::scrollsByTheWheel()
{
    QFETCH(QPoint, pixels);
    QFETCH(QPoint, angle);
    QFETCH(double, scrolled);
    FakeModel model(1'000'000);
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    QVERIFY(turn(scene, pixels, angle));
    QVERIFY(!scene.grid->isMoving());
    const double gone = (scene.grid->topRow() - 1'000) * 110 + scene.grid->topOffset() + 5;
    QCOMPARE(gone, scrolled);
    scene.frame();
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridInput::easesTheWheelToItsPlace()
{
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    QSignalSpy moving(scene.grid.get(), &CardGrid::movingChanged);
    turn(scene, {}, {0, -120});
    QVERIFY(scene.grid->isMoving());
    QVERIFY(scene.grid->topRow() < 1'001);
    turn(scene, {}, {0, -120}); // two notches are two, however quick
    turn(scene, {}, {0, -240});
    QTRY_VERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->topRow(), 1'004);
    QVERIFY(std::abs(scene.grid->topOffset() - 35) < 1e-6);
    QCOMPARE(moving.size(), 2);
    scene.frame();
    QCOMPARE(scene.yOf(4'016), -35.0);
    turn(scene, {}, {0, -1'200}); // an import does not stop it
    model.insert(0, 400);
    QTRY_VERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->topRow(), 1'004 + 100 + 11);
}

void tst_CardGridInput::leavesAWheelAlone_data()
{
    QTest::addColumn<double>("position");
    QTest::addColumn<QPoint>("angle");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    using Modifiers = Qt::KeyboardModifiers;
    QTest::newRow("at the top") << 0.0 << QPoint(0, 120) << Modifiers();
    QTest::newRow("at the end") << 1.0 << QPoint(0, -120) << Modifiers();
    QTest::newRow("sideways") << 0.5 << QPoint(120, 0) << Modifiers();
    QTest::newRow("with Ctrl") << 0.5 << QPoint(0, 120) << Modifiers(Qt::ControlModifier);
}

void tst_CardGridInput::leavesAWheelAlone()
{
    QFETCH(double, position);
    QFETCH(QPoint, angle);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->setPosition(position);
    const double before = scene.grid->position();
    QVERIFY(!turn(scene, {}, angle, modifiers));
    QVERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->position(), before);
}

void tst_CardGridInput::stepsByKey_data()
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

void tst_CardGridInput::stepsByKey()
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

void tst_CardGridInput::bringsTheCurrentCardIntoView()
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
    scene.grid->scrollBy(50'000); // left behind: the next key goes back to it
    QTest::keyClick(&scene.window, Qt::Key_Home);
    scene.frame();
    QCOMPARE(scene.yOf(0), 24.0);
}

void tst_CardGridInput::walksThroughAllByKey()
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

void tst_CardGridInput::leavesKeysAlone_data()
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

void tst_CardGridInput::leavesKeysAlone()
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

void tst_CardGridInput::tellsWhatToDoWithTheCurrentCard()
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

void tst_CardGridInput::showsTheCurrentCardOnlyToTheKeyboard()
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

void tst_CardGridInput::keepsAClickedCardWhereItIs()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->scrollBy(50);
    scene.grid->setCurrentIndex(0); // half in view
    QCOMPARE(scene.grid->topOffset(), 50.0);
    scene.grid->setCurrentIndex(400); // not in view at all
    QVERIFY(scene.grid->lastVisibleIndex() >= 400);
    scene.grid->setCurrentIndex(5'000);
    QCOMPARE(scene.grid->currentIndex(), 999);
    scene.grid->setCurrentIndex(-7);
    QCOMPARE(scene.grid->currentIndex(), -1);
}

void tst_CardGridInput::letsCardsTakeClicks()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->positionAt(400, CardGrid::Beginning);
    scene.frame();
    QTest::mouseClick(&scene.window, Qt::LeftButton, {}, {110, 120});
    QCOMPARE(scene.grid->indexAt(110, 120), 405);
    QCOMPARE(scene.grid->itemAt(405)->property("clicks").toInt(), 1);
}

void tst_CardGridInput::takesTheFocusFromAReusedCard()
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

void tst_CardGridInput::followsAFinger_data()
{
    QTest::addColumn<QByteArray>("touched"); // what takes clicks in a card
    QTest::newRow("handler") << QByteArray("TapHandler { onTapped: parent.clicks++ }");
    QTest::newRow("area") << QByteArray(
        "MouseArea { anchors.fill: parent; onClicked: parent.clicks++ }");
}

void tst_CardGridInput::followsAFinger()
{
    QFETCH(QByteArray, touched);
    FakeModel model(1'000'000);
    GridScene scene(&model);
    QQmlComponent delegate(&scene.engine);
    delegate.setData(cardWith(touched), QUrl());
    scene.grid->setDelegate(&delegate);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.frame();
    drag(scene, {400, 390, 380, 370, 360, 350, 340});
    QVERIFY(scene.grid->isMoving());
    scene.frame();
    const double dragged = scene.yOf(4'008);
    // All but the way that a finger goes before it counts as dragging.
    QVERIFY(dragged < 225 - 20 && dragged > 225 - 60);
    QTest::touchEvent(&scene.window, touchScreen()).move(0, {200, 250}, &scene.window);
    scene.frame();
    QCOMPARE(scene.yOf(4'008), dragged - 90);
    QTest::touchEvent(&scene.window, touchScreen()).release(0, {200, 250}, &scene.window);
    scene.grid->takePointer();
    scene.frame();
    QCOMPARE(scene.fault(model), QString());
    QCOMPARE(clicksIn(scene), 0); // a drag is no tap
    tap(scene);
    QCOMPARE(clicksIn(scene), 1);
}

void tst_CardGridInput::stopsUnderAFinger_data()
{
    followsAFinger_data();
}

void tst_CardGridInput::stopsUnderAFinger()
{
    QFETCH(QByteArray, touched);
    FakeModel model(1'000'000);
    GridScene scene(&model);
    QQmlComponent delegate(&scene.engine);
    delegate.setData(cardWith(touched), QUrl());
    scene.grid->setDelegate(&delegate);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.frame();
    turn(scene, {}, {0, -600});
    QVERIFY(scene.grid->isMoving());
    tap(scene);
    QVERIFY(!scene.grid->isMoving());
    // The tap that stops a glide is for no card.
    scene.grid->glide(3'000);
    QVERIFY(scene.grid->isGliding());
    const int before = clicksIn(scene);
    tap(scene);
    QVERIFY(!scene.grid->isMoving());
    QCOMPARE(clicksIn(scene), before);
    // But a drag can start from it.
    scene.grid->glide(3'000);
    drag(scene, {400, 350, 300, 250, 200});
    QVERIFY(scene.grid->isMoving());
    QVERIFY(!scene.grid->isGliding());
    QTest::touchEvent(&scene.window, touchScreen()).release(0, {200, 200}, &scene.window);
}

QTEST_MAIN(tst_CardGridInput)
#include "tst_cardgridinput.moc"
