// SPDX-License-Identifier: GPL-3.0-or-later
#include "modernbytes.h"

#include "pictures/picturedecoder.h"
#include "pictures/picturefiles.h"
#include "pictures/pictureheader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace PictureBytes;

namespace
{

bool isNear(const QColor &color, const QColor &wanted)
{
    constexpr int Loss = 48;
    return std::abs(color.red() - wanted.red()) <= Loss &&
           std::abs(color.green() - wanted.green()) <= Loss &&
           std::abs(color.blue() - wanted.blue()) <= Loss && color.alpha() == wanted.alpha();
}

const QColor Red(220, 40, 40);
const QColor Green(40, 160, 60);
const QColor Blue(40, 70, 200);

} // namespace

/// WebP and AVIF are shown like the rest.
class TestModernFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { limitImageAllocation(); }
    void isShown_data();
    void isShown();
    void isMadeSmall_data();
    void isMadeSmall();
    void hasTheRightFacts_data();
    void hasTheRightFacts();
    void leavesMetadataAndLaterFramesBehind();
};

void TestModernFormats::isShown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QColor>("left");  // each a sixth of the width from its edge
    QTest::addColumn<QColor>("right"); // above the middle
    const QSize size(32, 24);
    if (canDecode(PictureFormat::WebP)) {
        QTest::newRow("WebP, lossy") << lossyWebp() << size << Red << Blue;
        QTest::newRow("WebP, lossless") << losslessWebp() << size << Red << Blue;
        QTest::newRow("WebP, transparent") << clearWebp() << size << QColor(0, 0, 0, 0) << Blue;
        QTest::newRow("WebP, the first frame") << animatedWebp() << size << Red << Blue;
        QTest::newRow("WebP and more") << lossyWebp() + "more" << size << Red << Blue;
    }
    QTest::newRow("AVIF") << avif() << size << Red << Blue;
    QTest::newRow("AVIF, transparent") << clearAvif() << size << QColor(0, 0, 0, 0) << Blue;
    // What was below is at the right.
    QTest::newRow("AVIF, turned") << turnedAvif() << QSize(24, 32) << Blue << QColor(Qt::white);
    QTest::newRow("AVIF, mirrored") << mirroredAvif() << size << Blue << Red;
}

void TestModernFormats::isShown()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, size);
    QFETCH(const QColor, left);
    QFETCH(const QColor, right);
    const LoadedPicture picture = decodePicture(bytes, {});
    QCOMPARE(int(picture.problem), int(PictureProblem::None));
    QCOMPARE(picture.image.size(), size);
    QCOMPARE(picture.fullSize, size);
    const int edge = size.width() / 12;
    const QColor atLeft = picture.image.pixelColor(edge, size.height() / 6);
    const QColor atRight = picture.image.pixelColor(size.width() - 1 - edge, size.height() / 6);
    QVERIFY2(isNear(atLeft, left), qPrintable(atLeft.name(QColor::HexArgb)));
    QVERIFY2(isNear(atRight, right), qPrintable(atRight.name(QColor::HexArgb)));
}

void TestModernFormats::isMadeSmall_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    if (canDecode(PictureFormat::WebP)) {
        QTest::newRow("WebP") << lossyWebp() << QSize(16, 12);
    }
    QTest::newRow("AVIF") << avif() << QSize(16, 12);
    QTest::newRow("AVIF, turned") << turnedAvif() << QSize(12, 16);
}

void TestModernFormats::isMadeSmall()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, size);
    const LoadedPicture picture = decodePicture(bytes, size);
    QCOMPARE(picture.image.size(), size);
    QCOMPARE(picture.fullSize, size * 2);
}

void TestModernFormats::hasTheRightFacts_data()
{
    isShown_data();
}

void TestModernFormats::hasTheRightFacts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, size);
    const QTemporaryDir folder;
    const PictureStore store(folder.path());
    PictureFiles files(store);
    QFuture<PictureFacts> facts = files.facts(store.keep(bytes));
    facts.waitForFinished();
    QCOMPARE(facts.result().problem, PictureProblem::None);
    QCOMPARE(facts.result().size, size);
    QCOMPARE(facts.result().bytes, bytes.size());
}

void TestModernFormats::leavesMetadataAndLaterFramesBehind()
{
    const auto still = readPictureHeader(PictureFormat::WebP, animatedWebp());
    QVERIFY(still);
    QCOMPARE(still->size, QSize(32, 24));
    QVERIFY(!still->bytes.contains("ANMF"));
    QCOMPARE(still->bytes.count("VP8L"), 1);
    QByteArray more = lossyWebp() + QByteArray("EXIF\4\0\0\0abcd", 12);
    more[4] = char(more.size() - 8);
    QCOMPARE(readPictureHeader(PictureFormat::WebP, more)->bytes, lossyWebp());
}

QTEST_GUILESS_MAIN(TestModernFormats)
#include "tst_modernformats.moc"
