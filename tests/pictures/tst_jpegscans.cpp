// SPDX-License-Identifier: GPL-3.0-or-later
// Progressive pictures that are drawn small: no more of them is decoded than is seen, and what is
// seen is the same.
#include "picturebytes.h"

#include "pictures/jpegheader_p.h"
#include "pictures/picturedecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QTest>

using namespace Microfiche;

namespace
{

QImage scene(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 60; ++i) {
        painter.setBrush(QColor::fromHsv(i * 47 % 360, 90 + i * 13 % 160, 40 + i * 29 % 210));
        painter.drawEllipse(QPoint(i * 137 % size.width(), i * 89 % size.height()), 5 + i, 4 + i);
    }
    return image;
}

QByteArray coded(const QImage &image, bool isProgressive, int quality = 90)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "JPEG");
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(isProgressive);
    writer.write(image);
    return bytes;
}

QImage eighthOf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "jpeg");
    const QSize size = reader.size();
    reader.setScaledSize({size.width() / 8, size.height() / 8});
    return reader.read();
}

QImage decoded(const QByteArray &bytes, QSize size)
{
    return decodePicture(bytes, size).image;
}

} // namespace

class TestJpegScans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { limitImageAllocation(); }

    void anEighthIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isLess");
        // Blocks that do not fit, runs of plain blocks of every length, bytes to be escaped.
        for (const QSize size : {QSize(8, 8), QSize(17, 9), QSize(64, 48), QSize(641, 479),
                                 QSize(1280, 720), QSize(1999, 1501), QSize(4000, 2600)}) {
            QTest::addRow("%dx%d", size.width(), size.height()) << coded(scene(size), true) << true;
        }
        QTest::newRow("grey")
            << coded(scene({1000, 700}).convertToFormat(QImage::Format_Grayscale8), true) << true;
        QTest::newRow("coarse") << coded(scene({1000, 700}), true, 10) << true;
        QTest::newRow("turned") << PictureBytes::withOrientation(coded(scene({1000, 700}), true), 6)
                                << true;
        QTest::newRow("one scan") << coded(scene({1000, 700}), false) << false;
    }

    void anEighthIsTheSame()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isLess);
        const QByteArray coarse = withoutFineScans(bytes);
        if (!isLess) {
            QCOMPARE(coarse, bytes);
            return;
        }
        QVERIFY(coarse != bytes);
        QVERIFY(readJpegHeader(coarse));
        QVERIFY(readJpegHeader(coarse)->scans < readJpegHeader(bytes)->scans);
        const QImage expected = eighthOf(bytes);
        QVERIFY(!expected.isNull());
        QCOMPARE(eighthOf(coarse), expected);
    }

    void bytesThatAreNoPictureStayAsTheyAre()
    {
        const QByteArray whole = coded(scene({320, 240}), true);
        for (qsizetype length = 0; length < whole.size(); length += 97) {
            const QByteArray cut = whole.first(length);
            QCOMPARE(withoutFineScans(cut), cut);
        }
    }

    void isDecodedWholeWhereMoreIsSeen_data()
    {
        QTest::addColumn<QSize>("drawn");
        QTest::addColumn<int>("orientation");
        QTest::newRow("an eighth") << QSize(240, 160) << 1;
        QTest::newRow("an eighth, turned") << QSize(160, 240) << 6;
        QTest::newRow("less") << QSize(100, 60) << 1;
        QTest::newRow("a little more") << QSize(250, 160) << 1;
        QTest::newRow("a little more, turned") << QSize(160, 250) << 6;
        QTest::newRow("all") << QSize() << 1;
    }

    // Whatever the decoder leaves out: as if it had left out nothing, which it never does of a
    // picture that lies in one scan.
    void isDecodedWholeWhereMoreIsSeen()
    {
        QFETCH(const QSize, drawn);
        QFETCH(const int, orientation);
        const QImage image = scene({1920, 1280});
        const auto turned = [&](bool isProgressive) {
            return PictureBytes::withOrientation(coded(image, isProgressive), orientation);
        };
        const QImage progressive = decoded(turned(true), drawn);
        QVERIFY(!progressive.isNull());
        QCOMPARE(progressive, decoded(turned(false), drawn));
    }
};

QTEST_GUILESS_MAIN(TestJpegScans)
#include "tst_jpegscans.moc"
