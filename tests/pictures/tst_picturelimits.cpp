// SPDX-License-Identifier: GPL-3.0-or-later
#include "modernbytes.h"
#include "picturebytes.h"

#include "pictures/picturedecoder.h"
#include "pictures/pictureformat.h"
#include "pictures/pictureheader.h"
#include "support/sanitizer.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

using namespace Microfiche;
using namespace PictureBytes;

Q_DECLARE_METATYPE(Microfiche::PictureProblem)

namespace
{

constexpr QSize Card(256, 144);
constexpr char DecodeOnly[] = "--decode";
constexpr char DecodeBare[] = "--decode-without-plugins";
constexpr rlim_t MostMemory = 512UL * 1024 * 1024; // address space, libraries and all

QByteArray svg(const QByteArray &inside, const QByteArray &size = "10")
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" +
           size + "\" height=\"" + size + "\">" + inside + "</svg>";
}

/// A whole PNG that unpacks to `side` times `side` black pixels of one bit.
QByteArray blackPng(quint32 side, const QByteArray &extra = {})
{
    return PictureBytes::pngOf(side, side, 1,
                               QByteArray(qsizetype((side + 7) / 8 + 1) * side, '\0'), extra);
}

QByteArray withBrokenData(QByteArray png)
{
    const qsizetype data = png.indexOf("IDAT") + 8;
    png[data] = char(png[data] ^ 0x55);
    return png;
}

long peakKiB()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void addRowsOverTheLimits()
{
    const auto tooLarge = PictureProblem::TooLarge;
    const auto damaged = PictureProblem::Damaged;
    const QByteArray goodPng = png({300, 200});
    const QByteArray goodJpeg = jpeg({300, 200});
    QTest::newRow("I01 PNG of 50,000 x 50,000") << pngOf(50'000, 50'000, 1, "x") << tooLarge;
    QTest::newRow("I02 PNG of 2^31-1") << pngOf(0x7fffffff, 0x7fffffff, 8, "x") << tooLarge;
    QTest::newRow("I02 PNG of 2^32-1") << pngOf(0xffffffff, 0xffffffff, 8, "x") << damaged;
    QTest::newRow("I03 PNG of 0 x 0") << pngOf(0, 0, 8, "x") << damaged;
    QTest::newRow("PNG of 1 x 0") << pngOf(1, 0, 8, "x") << damaged;
    QTest::newRow("PNG one row over 40 megapixels") << pngOf(8000, 5001, 1, "x") << tooLarge;
    QTest::newRow("PNG over the memory limit") << pngOf(5000, 5000, 16, "x") << tooLarge;
    QTest::newRow("I06 GIF screen of 65,535") << gif({65'535, 65'535}, {1, 1}) << tooLarge;
    QTest::newRow("GIF frame beyond its screen") << gif({1, 1}, {65'535, 700}) << tooLarge;
    QTest::newRow("JPEG of 65,500 x 65,500")
        << withDeclaredSize(goodJpeg, 65'500, 65'500) << tooLarge;
    QTest::newRow("JPEG of 0 x 9") << withDeclaredSize(goodJpeg, 0, 9) << damaged;
    QTest::newRow("JPEG of 2,000 scans") << withScans(goodJpeg, 2000) << tooLarge;
    QTest::newRow("JPEG of many large scans")
        << withScans(withDeclaredSize(goodJpeg, 8000, 5000), 17) << tooLarge;
    QTest::newRow("over 10 MiB") << goodPng + QByteArray(MaxPictureBytes, '\0') << tooLarge;
}

void addRowsOfOtherFormats()
{
    const auto refused = PictureProblem::Refused;
    QTest::newRow("I07 SVG") << svg(R"(<rect width="9" height="9"/>)") << refused;
    QTest::newRow("I09 SVG of 10^8 pixels") << svg({}, "100000000") << refused;
    QTest::newRow("I12 HTML") << QByteArray("<!DOCTYPE html><title>404</title>") << refused;
    QTest::newRow("I15 BMP") << encoded("BMP", {9, 9}, Qt::red) << refused;
    QTest::newRow("I15 PPM giant") << QByteArray("P6 60000 60000 255\n") << refused;
    QTest::newRow("I15 XPM") << encoded("XPM", {9, 9}, Qt::red) << refused;
    QTest::newRow("I15 XBM") << encoded("XBM", {9, 9}, Qt::red) << refused;
    QTest::newRow("empty") << QByteArray() << refused;
}

void addDamagedRows()
{
    const auto damaged = PictureProblem::Damaged;
    const QByteArray goodPng = png({300, 200});
    const QByteArray goodJpeg = jpeg({300, 200});
    const QByteArray goodGif = gif({30, 20}, {30, 20});
    QTest::newRow("I10 PNG cut in its data")
        << goodPng.left(goodPng.indexOf("IDAT") + 9) << damaged;
    QTest::newRow("PNG without its end") << goodPng.left(goodPng.size() - 12) << damaged;
    QTest::newRow("PNG signature alone") << goodPng.left(8) << damaged;
    QTest::newRow("PNG that begins with its data") << goodPng.left(8) + goodPng.mid(33) << damaged;
    QTest::newRow("I11 PNG with a wrong checksum") << withBrokenData(goodPng) << damaged;
    QTest::newRow("PNG without enough data") << pngOf(300, 200, 8, "x") << damaged;
    QTest::newRow("JPEG cut") << goodJpeg.left(goodJpeg.size() - 20) << damaged;
    QTest::newRow("JPEG signature alone") << goodJpeg.left(3) << damaged;
    QTest::newRow("JPEG of markers") << goodJpeg.left(2) + QByteArray(100'000, '\xff') << damaged;
    QTest::newRow("JPEG without a scan") << goodJpeg.left(20) + "\xff\xd9" << damaged;
    QTest::newRow("GIF cut in its data") << goodGif.left(goodGif.size() - 4) << damaged;
    QTest::newRow("GIF header alone") << goodGif.left(13) << damaged;
    QTest::newRow("GIF signature alone") << goodGif.left(6) << damaged;
    QTest::newRow("GIF without a frame") << goodGif.left(25) + ';' << damaged;
    QTest::newRow("GIF frame of 0 x 0") << gif({9, 9}, {0, 0}) << damaged;
}

/// `webp` with `bytes` of another length in its head.
QByteArray measured(QByteArray webp)
{
    qToLittleEndian(quint32(webp.size() - 8), webp.data() + 4);
    return webp;
}

QByteArray emptied(QByteArray bytes, qsizetype from)
{
    return bytes.left(from) + QByteArray(bytes.size() - from, '\0');
}

void addModernRows()
{
    const auto tooLarge = PictureProblem::TooLarge;
    const auto damaged = PictureProblem::Damaged;
    const QByteArray lossy = lossyWebp();
    const QByteArray lossless = losslessWebp();
    QTest::newRow("WebP of 16,383 x 16,383") << withLossySize(lossy, 16'383, 16'383) << tooLarge;
    QTest::newRow("WebP one row over 40 megapixels")
        << withLossySize(lossy, 8000, 5001) << tooLarge;
    QTest::newRow("lossless WebP of 16,384 x 16,384")
        << withLosslessSize(lossless, 16'384, 16'384) << tooLarge;
    QTest::newRow("lossless WebP over the memory limit")
        << withLosslessSize(lossless, 5000, 4000) << tooLarge;
    QTest::newRow("WebP of 0 x 9") << withLossySize(lossy, 0, 9) << damaged;
    QTest::newRow("WebP cut") << lossy.chopped(20) << damaged;
    QTest::newRow("WebP cut and measured so") << measured(lossy.chopped(20)) << damaged;
    QTest::newRow("WebP signature alone") << lossy.left(12) << damaged;
    QTest::newRow("WebP without a picture")
        << measured(lossy.left(12) + QByteArray("EXIF\0\0\0\0", 8)) << damaged;
    QTest::newRow("WebP of frames in frames")
        << measured(lossy.left(12) + QByteArray("ANMF\x20\0\0\0", 8) + QByteArray(16, '\0') +
                    QByteArray("ANMF\x08\0\0\0", 8) + QByteArray(8, '\0'))
        << damaged;
    QTest::newRow("AVIF of 65,536 x 65,536") << withAvifSize(avif(), 65'536, 65'536) << tooLarge;
    QTest::newRow("AVIF of 2^32-1") << withAvifSize(avif(), 0xffffffff, 0xffffffff) << damaged;
    QTest::newRow("AVIF one row over 40 megapixels")
        << withAvifSize(avif(), 8000, 5001) << tooLarge;
    QTest::newRow("AVIF of 0 x 9") << withAvifSize(avif(), 0, 9) << damaged;
    QTest::newRow("AVIF larger than it says") << withAvifSize(avif(), 8, 8) << damaged;
    QTest::newRow("AVIF without a size") << avif().replace("ispe", "free") << damaged;
    QTest::newRow("AVIF cut") << avif().chopped(20) << damaged;
    QTest::newRow("AVIF signature alone") << avif().left(12) << damaged;
    QTest::newRow("AVIF without data") << emptied(avif(), avif().indexOf("mdat") + 4) << damaged;
    if (canDecode(PictureFormat::WebP)) {
        QTest::newRow("WebP without data")
            << emptied(lossless, lossless.indexOf("VP8L") + 13) << damaged;
        QTest::newRow("WebP larger than its data")
            << withLosslessSize(lossless, 4000, 4000) << damaged;
    }
}

} // namespace

/// What became of bytes in a process of their own with little memory: its exit code.
int decodedApart(const QByteArray &bytes, const char *how = DecodeOnly)
{
    QProcess process;
    process.setChildProcessModifier([] {
        if constexpr (!IsSanitized) {
            const rlimit most{MostMemory, MostMemory};
            setrlimit(RLIMIT_AS, &most);
        }
    });
    process.start(QCoreApplication::applicationFilePath(), {QLatin1String(how)});
    process.write(bytes);
    process.closeWriteChannel();
    const bool isOver = process.waitForFinished(120'000);
    return isOver && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// The other side of decodedApart().
int decodeInput()
{
    limitImageAllocation();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return -1;
    }
    return int(decodePicture(input.readAll(), Card).problem);
}

/// The I rows of the bad-input corpus: what is no picture, or too much of one, ends as a reason.
class TestPictureLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhyThereIsNoPicture_data();
    void saysWhyThereIsNoPicture();
    void takesWhatLiesWithinTheLimits_data();
    void takesWhatLiesWithinTheLimits();
    void leavesMetadataAndLaterFramesBehind();
    void neverReadsAnotherFile();
    void showsTheFirstFrame();
    void needsNoDecoderThatIsNotThere();
    void staysWithinItsMemory();
};

void TestPictureLimits::initTestCase()
{
    limitImageAllocation();
    QCOMPARE_LE(QImageReader::allocationLimit(), 128);
    QCOMPARE_GT(QImageReader::allocationLimit(), 0);
}

void TestPictureLimits::saysWhyThereIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PictureProblem>("expected");
    addRowsOverTheLimits();
    addRowsOfOtherFormats();
    addDamagedRows();
    addModernRows();
}

void TestPictureLimits::saysWhyThereIsNoPicture()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const PictureProblem, expected);
    const LoadedPicture picture = decodePicture(bytes, Card);
    QCOMPARE(int(picture.problem), int(expected));
    QVERIFY(picture.image.isNull());
    QCOMPARE(decodedApart(bytes), int(expected));
}

void TestPictureLimits::takesWhatLiesWithinTheLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("expected");
    QByteArray textChunks;
    const QByteArray text = pngChunk("tEXt", QByteArray("Comment\0x", 9));
    for (int i = 0; i < 200'000; ++i) {
        textChunks += text;
    }
    const QByteArray profile =
        QByteArray("x\0\0", 3) + qCompress(QByteArray(64LL * 1024 * 1024, '\0')).mid(4);

    QTest::newRow("I04 PNG of 5,700 x 5,700") << blackPng(5700) << QSize(256, 256);
    QTest::newRow("I05 GIF of 5,000 x 5,000 and 3 frames")
        << gif({5000, 5000}, {5000, 5000}, 3) << QSize(256, 256);
    QTest::newRow("I13 PNG with an unpacking profile")
        << blackPng(256, pngChunk("iCCP", profile)) << QSize(256, 256);
    QTest::newRow("I13 PNG with an unpacking text")
        << blackPng(256, pngChunk("zTXt", QByteArray("x\0", 2) + profile.mid(2)))
        << QSize(256, 256);
    QTest::newRow("I14 PNG with 200,000 texts") << blackPng(256, textChunks) << QSize(256, 256);
    QTest::newRow("JPEG with bytes after its end")
        << jpeg({256, 144}) + QByteArray(1000, 'x') << QSize(256, 144);
    QTest::newRow("GIF with an empty screen") << gif({0, 0}, {30, 20}) << QSize(30, 20);
    QTest::newRow("one pixel") << png({1, 1}) << QSize(1, 1);
}

void TestPictureLimits::takesWhatLiesWithinTheLimits()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, expected);
    const LoadedPicture picture = decodePicture(bytes, Card);
    QCOMPARE(int(picture.problem), int(PictureProblem::None));
    QCOMPARE(picture.image.size(), expected);
    QCOMPARE(decodedApart(bytes), int(PictureProblem::None));
}

void TestPictureLimits::leavesMetadataAndLaterFramesBehind()
{
    const QByteArray extra = pngChunk("iCCP", "x") + pngChunk("zTXt", "x") + pngChunk("acTL", "x");
    QCOMPARE(readPictureHeader(PictureFormat::Png, blackPng(8, extra))->bytes, blackPng(8));
    QCOMPARE(readPictureHeader(PictureFormat::Gif, gif({9, 9}, {9, 9}, 3))->bytes,
             gif({9, 9}, {9, 9}, 1));
}

void TestPictureLimits::neverReadsAnotherFile()
{
    const QTemporaryDir dir;
    const QString canary = dir.filePath(QStringLiteral("canary.png"));
    QFile file(canary);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(PictureBytes::png({10, 10}, Qt::magenta));
    file.close();
    const QByteArray image =
        R"(<image width="10" height="10" xlink:href=")" + QFile::encodeName(canary) + "\"/>";
    const LoadedPicture picture = decodePicture(svg(image), Card); // I08
    QCOMPARE(int(picture.problem), int(PictureProblem::Refused));
    QVERIFY(picture.image.isNull());
}

void TestPictureLimits::showsTheFirstFrame()
{
    const LoadedPicture picture =
        decodePicture(PictureBytes::gif({30, 20}, {30, 20}, 3), QSize(30, 20));
    QCOMPARE(picture.image.size(), QSize(30, 20));
    QCOMPARE(picture.image.pixelColor(15, 10), QColor(Qt::red));
}

void TestPictureLimits::needsNoDecoderThatIsNotThere()
{
    const int noDecoder = int(PictureProblem::NoDecoder);
    QCOMPARE(decodedApart(lossyWebp(), DecodeBare), noDecoder);
    QCOMPARE(decodedApart(jpeg({9, 9}), DecodeBare), noDecoder);
    QCOMPARE(decodedApart(png({9, 9}), DecodeBare), int(PictureProblem::None)); // Qt's own
}

void TestPictureLimits::staysWithinItsMemory()
{
    if constexpr (IsSanitized) {
        QSKIP("The sanitizer's own memory is counted too.");
    }
    const QByteArray large = blackPng(5700);
    const long before = peakKiB();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(decodePicture(large, Card).image.size(), QSize(256, 256));
    }
    QCOMPARE_LT(peakKiB() - before, 200L * 1024);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString how = QCoreApplication::arguments().value(1);
    if (how == QLatin1String(DecodeBare)) {
        QCoreApplication::setLibraryPaths({});
    }
    if (how == QLatin1String(DecodeOnly) || how == QLatin1String(DecodeBare)) {
        return decodeInput();
    }
    TestPictureLimits test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_picturelimits.moc"
