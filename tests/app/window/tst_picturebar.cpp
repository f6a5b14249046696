// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the foot of the cards, in the real window and with a server of pictures: what it says
// of loading them all, and that one can aim at it.
#include "picturewindowcase.h"

using namespace Microfiche;
using namespace Microfiche::Test;

class PictureBarTest final : public PictureWindowCase
{
    Q_OBJECT

private:
    PictureTask &task() { return session().pictureTask(); }
    void holdAll()
    {
        for (int i = 0; i < Articles; ++i) {
            const auto picture = ServerAnswer::picture(PictureBytes::png({32 + i, 36}));
            m_server->answer("/" + QByteArray::number(i) + ".png", picture.held());
        }
    }
    void press(const QString &label)
    {
        QTRY_VERIFY(link(label));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(label)));
    }
    /// Where it begins in the window.
    QPointF placeOf(const QString &label)
    {
        QQuickItem *const found = link(label);
        return found ? found->mapToScene({0, 0}) : QPointF();
    }
    void startHeld()
    {
        holdAll();
        press(u"Load all for offline"_s);
        QTRY_VERIFY(m_server->heldBack() > 0 && link(u"Pause"_s) && link(u"Undo"_s));
    }
    bool says(const QString &text)
    {
        const auto items = this->items();
        return std::any_of(items.begin(), items.end(), [&text](QQuickItem *one) {
            return one->isVisible() && one->property("text").toString() == text;
        });
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void stepsKeepTheirPlaces_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1300;
        QTest::newRow("narrow") << 800;
    }

    void stepsKeepTheirPlaces()
    {
        QFETCH(int, width);
        QTRY_VERIFY(link(u"Load all for offline"_s));
        window().resize(width, 700);
        QTRY_VERIFY(placeOf(u"Load all for offline"_s).y() < 700);
        startHeld();
        const QPointF pause = placeOf(u"Pause"_s);
        const QPointF cancel = placeOf(u"Cancel"_s);
        const QPointF undo = placeOf(u"Undo"_s);
        const auto isInPlace = [&] {
            return placeOf(u"Cancel"_s) == cancel &&
                   (!link(u"Undo"_s) || placeOf(u"Undo"_s) == undo);
        };
        for (const int loaded : {1, 10, 30}) { // more digits, a rate, the time left
            QTRY_VERIFY((m_server->release(), task().loaded() >= loaded));
            QVERIFY(isInPlace());
            QCOMPARE(placeOf(u"Pause"_s), pause);
            holdAll();
        }
        press(u"Pause"_s);
        QTRY_COMPARE(placeOf(u"Go on"_s), pause);
        QVERIFY(isInPlace());
        settings().keepChoice(); // there is nothing to undo any more
        QTRY_VERIFY(!link(u"Undo"_s));
        QVERIFY(isInPlace());
        settings().setOffline(true);
        press(u"Go on"_s);
        QTRY_COMPARE(placeOf(u"Go online"_s), pause);
        QVERIFY(isInPlace());
        press(u"Cancel"_s);
        QTRY_COMPARE(placeOf(u"Go on"_s), pause);
        QCOMPARE(placeOf(u"Dismiss"_s), cancel);
    }

    void cancellingIsUndone()
    {
        startHeld();
        QTRY_VERIFY((m_server->release(), task().loaded() >= 2));
        const QPoint at = middleOf(link(u"Cancel"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(link(u"Dismiss"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, at); // a double click was meant for one
        QVERIFY(link(u"Go on"_s));
        QCOMPARE(task().state(), PictureTask::Cancelled);
        QVERIFY(says(u"Cancelled at %1"_s.arg(task().doneText())));
        for (int i = 0; i < Articles; ++i) {
            m_server->answer("/" + QByteArray::number(i) + ".png",
                             ServerAnswer::picture(PictureBytes::png({32 + i, 36})));
        }
        press(u"Go on"_s);
        QTRY_VERIFY((m_server->release(), task().state() == PictureTask::Finished));
        QTRY_COMPARE(settings().there(), Articles + 1);
        QTRY_VERIFY(says(u"%1 pictures loaded"_s.arg(int(task().loaded()))));
    }

    void staysWhileSomebodyIsOnTheWayToIt()
    {
        QTRY_VERIFY(link(u"Never"_s));
        QTest::mouseMove(&window(), {5, 5});
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Never"_s)));
        QTRY_VERIFY(link(u"Undo"_s));
        QObject *const passing = window().findChild<QObject *>(u"passing"_s);
        QVERIFY(passing && passing->property("interval").toInt() >= 20'000);
        for (const QString &label : {u"Undo"_s, u"Dismiss"_s}) {
            QTest::mouseMove(&window(), middleOf(link(label)));
            QTRY_VERIFY(!passing->property("running").toBool());
            QTest::mouseMove(&window(), {5, 5});
            QTRY_VERIFY(passing->property("running").toBool());
        }
        link(u"Undo"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(!passing->property("running").toBool());
    }

    void localAddressesAreNamedAndNotTriedAgain()
    {
        m_workspace.reset();
        open(false);
        press(u"Load all for offline"_s);
        QTRY_COMPARE(task().state(), PictureTask::Finished);
        QTRY_VERIFY(says(u"61 pictures could not be loaded: refused (local address)"_s));
        QVERIFY(!link(u"Try again"_s));
        press(u"Servers of your own"_s);
        QTRY_VERIFY(item("localServers"));
        QVERIFY(!link(u"Try the missing ones again"_s));
        QCOMPARE(m_server->connections(), 0);
    }

    void saysWhomItDoesNotAsk()
    {
        QTRY_VERIFY(link(u"Never"_s));
        settings().allow(u"odd.example"_s, true);
        holdAll();
        task().start();
        const QString whom = u"From the publisher you chose; 1 other is not asked"_s;
        QTRY_VERIFY(says(whom));
        QTRY_VERIFY(says(u"0 of 31 pictures"_s) || task().loaded() > 0); // odd ones and the logo
        QTRY_VERIFY((m_server->release(), task().state() == PictureTask::Finished));
        QTRY_VERIFY(says(u"31 pictures loaded. "_s + whom));
    }
};

QTEST_MAIN(PictureBarTest)
#include "tst_picturebar.moc"
