// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QPointingDevice>
#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridPointer : public QObject
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
    void keepsAClickedCardWhereItIs();
    void letsCardsTakeClicks();
    void followsAFinger_data();
    void followsAFinger();
    void stopsAtTheEnd();
    void stopsUnderAFinger_data();
    void stopsUnderAFinger();
};

namespace
{

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

void tst_CardGridPointer::scrollsByTheWheel_data()
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

void tst_CardGridPointer::scrollsByTheWheel()
{
    QFETCH(QPoint, pixels);
    QFETCH(QPoint, angle);
    QFETCH(double, scrolled);
    FakeModel model(1'000'000);
    GridScene scene(&model, "reducedMotion = true");
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    QVERIFY(scene.turnWheel(pixels, angle));
    QVERIFY(!scene.grid->isMoving());
    const double gone = (scene.grid->topRow() - 1'000) * 110 + scene.grid->topOffset() + 5;
    QCOMPARE(gone, scrolled);
    scene.frame();
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridPointer::easesTheWheelToItsPlace()
{
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    QSignalSpy moving(scene.grid.get(), &CardGrid::movingChanged);
    scene.turnWheel({}, {0, -120});
    QVERIFY(scene.grid->isMoving());
    QVERIFY(scene.grid->topRow() < 1'001);
    scene.turnWheel({}, {0, -120}); // two notches are two, however quick
    scene.turnWheel({}, {0, -240});
    QTRY_VERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->topRow(), 1'004);
    QVERIFY(std::abs(scene.grid->topOffset() - 35) < 1e-6);
    QCOMPARE(moving.size(), 2);
    scene.frame();
    QCOMPARE(scene.yOf(4'016), -35.0);
    scene.turnWheel({}, {0, -1'200}); // an import does not stop it
    model.insert(0, 400);
    QTRY_VERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->topRow(), 1'004 + 100 + 11);
}

void tst_CardGridPointer::leavesAWheelAlone_data()
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

void tst_CardGridPointer::leavesAWheelAlone()
{
    QFETCH(double, position);
    QFETCH(QPoint, angle);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->setPosition(position);
    const double before = scene.grid->position();
    QVERIFY(!scene.turnWheel({}, angle, modifiers));
    QVERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->position(), before);
}

void tst_CardGridPointer::keepsAClickedCardWhereItIs()
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

void tst_CardGridPointer::letsCardsTakeClicks()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->positionAt(400, CardGrid::Beginning);
    scene.frame();
    QTest::mouseClick(&scene.window, Qt::LeftButton, {}, {110, 120});
    QCOMPARE(scene.grid->indexAt(110, 120), 405);
    QCOMPARE(scene.grid->itemAt(405)->property("clicks").toInt(), 1);
}

void tst_CardGridPointer::followsAFinger_data()
{
    QTest::addColumn<QByteArray>("touched"); // what takes clicks in a card
    QTest::newRow("handler") << QByteArray("TapHandler { onTapped: parent.clicks++ }");
    QTest::newRow("area") << QByteArray(
        "MouseArea { anchors.fill: parent; onClicked: parent.clicks++ }");
}

void tst_CardGridPointer::followsAFinger()
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

void tst_CardGridPointer::stopsAtTheEnd()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->setPosition(1);
    scene.grid->scrollBy(-200);
    QSignalSpy scrolled(scene.grid.get(), &CardGrid::scrolled);
    scene.grid->glide(20'000);
    QTRY_VERIFY(!scene.grid->isMoving());
    QCOMPARE(scene.grid->lastVisibleIndex(), 999);
    QVERIFY(scrolled.size() < 30); // it does not go on pressing against it for seconds
}

void tst_CardGridPointer::stopsUnderAFinger_data()
{
    followsAFinger_data();
}

void tst_CardGridPointer::stopsUnderAFinger()
{
    QFETCH(QByteArray, touched);
    FakeModel model(1'000'000);
    GridScene scene(&model);
    QQmlComponent delegate(&scene.engine);
    delegate.setData(cardWith(touched), QUrl());
    scene.grid->setDelegate(&delegate);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.frame();
    scene.turnWheel({}, {0, -600});
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

QTEST_MAIN(tst_CardGridPointer)
#include "tst_cardgridpointer.moc"
