// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/bytesinhand_p.h"

#include <QList>
#include <QTest>

using namespace Microfiche;

class TestBytesInHand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsUntilThereAreFewAgain()
    {
        QList<bool> held;
        BytesInHand inHand([&held](bool isHeld) { held += isHeld; });
        BytesInHand::Share half = inHand.take(BytesInHand::Most / 2);
        BytesInHand::Share other = inHand.take(BytesInHand::Most / 2);
        QCOMPARE(held, QList<bool>()); // as many as there may be
        BytesInHand::Share more = inHand.take(1);
        QCOMPARE(held, QList{true});
        const BytesInHand::Share again = other; // two who wait for the same
        more.reset();
        other.reset();
        QCOMPARE(held, QList{true}); // not at once, or it would begin and stop in turn
        half.reset();
        QCOMPARE(held, (QList{true, false}));
    }

    void isOutlivedByWhatItCounted()
    {
        QList<bool> held;
        BytesInHand::Share share;
        {
            BytesInHand inHand([&held](bool isHeld) { held += isHeld; });
            share = inHand.take(BytesInHand::Most + 1);
            inHand.end();
        }
        share.reset();
        QCOMPARE(held, QList{true});
    }
};

QTEST_GUILESS_MAIN(TestBytesInHand)
#include "tst_bytesinhand.moc"
