// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/picturebudget.h"
#include "pictures/picturedecoder.h"
#include "pictures/thumbnailstore.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Microfiche;

namespace
{

/// Shapes and some grain, as photographs have: no two numbers look alike.
QImage scene(QSize size, unsigned number)
{
    std::mt19937 random(number);
    const auto any = [&random](int below) { return int(random() % unsigned(below)); };
    QImage small(QSize(size).scaled(64, 64, Qt::KeepAspectRatio), QImage::Format_RGB32);
    small.fill(QColor::fromHsv(any(360), 120, 60 + any(180)));
    QPainter painter(&small);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 14; ++i) {
        painter.setBrush(QColor::fromHsv(any(360), 60 + any(190), any(256)));
        painter.drawEllipse(QPoint(any(64), any(64)), 4 + any(16), 4 + any(16));
    }
    painter.end();
    QImage image = small.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grain = int(random() % 13) - 6;
            line[x] =
                qRgb(qBound(0, qRed(line[x]) + grain, 255), qBound(0, qGreen(line[x]) + grain, 255),
                     qBound(0, qBlue(line[x]) + grain, 255));
        }
    }
    return image;
}

QByteArray coded(const QImage &image, const char *format = "JPEG", int quality = 88)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

} // namespace

class TestThumbnailStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { limitImageAllocation(); }
    void init();

    void keepsOneThumbnail();
    void makesItAsDecodersDo_data();
    void makesItAsDecodersDo();
    void drawsFromWhatItKept();
    void makesALargerOneWhenAsked();
    void settlesForTwoShapes();
    void weighsLittle_data();
    void weighsLittle();
    void keepsTransparency();
    void usesTheOriginalOfSmallPictures();
    void turnsAsTheCameraSays();
    void makesAnewWhatIsDamaged_data();
    void makesAnewWhatIsDamaged();
    void believesNoOtherPicturesThumbnail();
    void drawsWhereItCannotWrite();
    void goesWithItsPicture();

    void knowsPicturesThatLookAlike_data();
    void knowsPicturesThatLookAlike();
    void tellsPicturesApart();
    void saysNothingOfPlainPictures();
    void saysNothingOfGradients_data();
    void saysNothingOfGradients();
    void judgesOldHashesByTheirBits();

    void namesWhatIsOverBudget_data();
    void namesWhatIsOverBudget();

private:
    PictureStore pictures() const { return PictureStore(m_dir->filePath(QStringLiteral("p"))); }
    ThumbnailStore thumbnails() const { return ThumbnailStore(pictures()); }
    QByteArray thumbnailBytes(const QByteArray &content) const
    {
        QFile file(pictures().thumbnailPath(content));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    qsizetype filesBeside(const QByteArray &content) const
    {
        const QDir folder = QFileInfo(pictures().filePath(content)).dir();
        return folder.entryList(QDir::Files | QDir::Hidden).size();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestThumbnailStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestThumbnailStore::keepsOneThumbnail()
{
    const QByteArray content = pictures().keep(coded(scene({1280, 720}, 1)));
    QVERIFY(!thumbnails().traits(content));
    const LoadedPicture picture = thumbnails().load(content, {160, 90});
    QCOMPARE(picture.image.size(), QSize(160, 90));
    QCOMPARE(picture.fullSize, QSize(1280, 720));
    const QByteArray kept = thumbnailBytes(content);
    QVERIFY(!kept.isEmpty());
    QCOMPARE(thumbnails().traits(content)->size, QSize(1280, 720));
    for (const QSize size : {QSize(160, 90), QSize(100, 50), QSize(154, 86)}) {
        QVERIFY(!thumbnails().load(content, size).image.isNull());
        QCOMPARE(thumbnailBytes(content), kept);
    }
    const QFile::Permissions others = QFile::permissions(pictures().thumbnailPath(content)) &
                                      (QFile::ReadGroup | QFile::ReadOther);
    QCOMPARE(int(others), 0);
    QCOMPARE(filesBeside(content), 2);
}

void TestThumbnailStore::makesItAsDecodersDo_data()
{
    QTest::addColumn<QSize>("drawn");
    QTest::addColumn<QSize>("kept");
    QTest::newRow("small") << QSize(96, 54) << QSize(160, 90);
    QTest::newRow("an eighth") << QSize(160, 90) << QSize(160, 90);
    QTest::newRow("between") << QSize(192, 108) << QSize(224, 126);
    QTest::newRow("a little more") << QSize(256, 144) << QSize(320, 180);
    QTest::newRow("a quarter") << QSize(320, 180) << QSize(320, 180);
    QTest::newRow("between, larger") << QSize(416, 234) << QSize(448, 252);
    QTest::newRow("a half") << QSize(480, 270) << QSize(640, 360);
}

void TestThumbnailStore::makesItAsDecodersDo()
{
    QFETCH(const QSize, drawn);
    QFETCH(const QSize, kept);
    const QByteArray content = pictures().keep(coded(scene({1280, 720}, 13), "JPEG", 98));
    QVERIFY(!thumbnails().load(content, drawn).image.isNull());
    QVERIFY(QFile::remove(pictures().filePath(content)));
    QCOMPARE(thumbnails().load(content, kept).image.size(), kept);
    QVERIFY(thumbnails().load(content, kept + QSize(2, 2)).image.isNull());
}

void TestThumbnailStore::drawsFromWhatItKept()
{
    const QByteArray content = pictures().keep(coded(scene({1280, 720}, 1)));
    const QImage first = thumbnails().load(content, {160, 90}).image;
    QVERIFY(QFile::remove(pictures().filePath(content)));
    const LoadedPicture again = thumbnails().load(content, {160, 90});
    QCOMPARE(again.image.size(), first.size());
    QCOMPARE(again.fullSize, QSize(1280, 720));
    QVERIFY(areAlike(likenessOf(first), likenessOf(again.image)));
    // Of the picture itself there is nothing more.
    QCOMPARE(int(thumbnails().load(content, {}).problem), int(PictureProblem::NotThere));
    QCOMPARE(int(thumbnails().load(content, {900, 500}).problem), int(PictureProblem::NotThere));
}

void TestThumbnailStore::makesALargerOneWhenAsked()
{
    const QByteArray content = pictures().keep(coded(scene({2560, 1440}, 2)));
    QVERIFY(!thumbnails().load(content, {160, 90}).image.isNull());
    const QByteArray small = thumbnailBytes(content);
    QCOMPARE(thumbnails().load(content, {320, 180}).image.size(), QSize(320, 180));
    const QByteArray large = thumbnailBytes(content);
    QVERIFY(large.size() > small.size());
    QCOMPARE(thumbnails().load(content, {160, 90}).image.size(), QSize(160, 90));
    QCOMPARE(thumbnailBytes(content), large);
}

void TestThumbnailStore::settlesForTwoShapes()
{
    const QByteArray content = pictures().keep(coded(scene({2000, 1500}, 3)));
    const QList<QSize> shapes{{300, 100}, {100, 290}, {220, 220}};
    for (const QSize size : shapes) {
        QVERIFY(!thumbnails().load(content, size).image.isNull());
    }
    const QByteArray kept = thumbnailBytes(content);
    for (const QSize size : shapes) {
        const QSize drawn = thumbnails().load(content, size).image.size();
        QVERIFY(drawn.width() >= size.width() && drawn.height() >= size.height());
        QVERIFY(drawn.width() == size.width() || drawn.height() == size.height());
        QCOMPARE(thumbnailBytes(content), kept);
    }
}

void TestThumbnailStore::weighsLittle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("drawn");
    for (const QSize size :
         {QSize(1280, 720), QSize(1920, 1080), QSize(900, 1600), QSize(4000, 3000)}) {
        for (const QSize drawn : {QSize(240, 135), QSize(480, 270), QSize(960, 540)}) {
            for (const int quality : {40, 90}) {
                QTest::addRow("%dx%d at %d, drawn %d wide", size.width(), size.height(), quality,
                              drawn.width())
                    << coded(scene(size, 4), "JPEG", quality) << drawn;
            }
        }
    }
    QTest::newRow("a dot") << PictureBytes::png({1, 1}) << QSize(9, 9);
    QTest::newRow("plain, tiny for its size") << PictureBytes::png({4000, 3000}) << QSize(480, 270);
}

void TestThumbnailStore::weighsLittle()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QSize, drawn);
    const QByteArray content = pictures().keep(bytes);
    for (int i = 0; i < 2; ++i) {
        const LoadedPicture picture = thumbnails().load(content, drawn);
        const QSize size = picture.image.size();
        QCOMPARE(int(picture.problem), int(PictureProblem::None));
        QVERIFY(size == picture.fullSize ||
                (size.width() >= drawn.width() && size.height() >= drawn.height()));
        QVERIFY2(thumbnailBytes(content).size() * 100 <= bytes.size() * ThumbnailStore::MostPercent,
                 qPrintable(QStringLiteral("%1 of %2 bytes")
                                .arg(thumbnailBytes(content).size())
                                .arg(bytes.size())));
    }
}

void TestThumbnailStore::keepsTransparency()
{
    QImage image = scene({1600, 1200}, 5).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < 600; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::fill(line, line + image.width(), qRgba(0, 0, 0, 0));
    }
    const QByteArray content = pictures().keep(coded(image, "PNG", -1));
    for (int i = 0; i < 2; ++i) {
        const QImage drawn = thumbnails().load(content, {120, 90}).image;
        QCOMPARE(drawn.pixelColor(60, 20).alpha(), 0);
        QCOMPARE(drawn.pixelColor(60, 80).alpha(), 255);
        QVERIFY(thumbnailBytes(content).contains("PNG"));
    }
}

void TestThumbnailStore::usesTheOriginalOfSmallPictures()
{
    const QByteArray content = pictures().keep(coded(scene({200, 150}, 6), "PNG", -1));
    QCOMPARE(thumbnails().load(content, {190, 140}).image.size(), QSize(190, 142));
    // Its traits are known all the same.
    QCOMPARE(thumbnails().traits(content)->size, QSize(200, 150));
    QVERIFY(thumbnails().traits(content)->likeness != 0);
    QVERIFY(thumbnailBytes(content).size() < 100);
}

void TestThumbnailStore::turnsAsTheCameraSays()
{
    const QByteArray jpeg = PictureBytes::withOrientation(coded(scene({1600, 800}, 7)), 6);
    const QByteArray content = pictures().keep(jpeg);
    for (int i = 0; i < 2; ++i) {
        const LoadedPicture picture = thumbnails().load(content, {100, 100});
        QCOMPARE(picture.image.size(), QSize(100, 200));
        QCOMPARE(picture.fullSize, QSize(800, 1600));
    }
    QCOMPARE(thumbnails().traits(content)->size, QSize(800, 1600));
}

void TestThumbnailStore::makesAnewWhatIsDamaged_data()
{
    QTest::addColumn<int>("at"); // from the start, or from the end if negative
    QTest::addColumn<int>("cut");
    QTest::newRow("empty") << 0 << 1'000'000;
    QTest::newRow("cut short") << 0 << 10;
    QTest::newRow("cut to its head") << 0 << -88;
    QTest::newRow("first byte") << 0 << 0;
    QTest::newRow("its sum") << 20 << 0;
    QTest::newRow("its picture's hash") << 50 << 0;
    QTest::newRow("likeness") << 75 << 0;
    QTest::newRow("size") << 84 << 0;
    QTest::newRow("pixels") << 400 << 0;
    QTest::newRow("last byte") << -1 << 0;
}

void TestThumbnailStore::makesAnewWhatIsDamaged()
{
    QFETCH(const int, at);
    QFETCH(const int, cut);
    const QByteArray content = pictures().keep(coded(scene({1280, 720}, 8)));
    const QImage sound = thumbnails().load(content, {160, 90}).image;
    const QByteArray kept = thumbnailBytes(content);
    QByteArray bad = kept;
    if (cut != 0) {
        bad = cut < 0 ? bad.first(-cut) : bad.chopped(qMin(qsizetype(cut), bad.size()));
    } else {
        char &byte = bad[at < 0 ? bad.size() + at : at];
        byte = char(byte ^ 1);
    }
    QFile file(pictures().thumbnailPath(content));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bad);
    file.close();
    QVERIFY(!thumbnails().traits(content));
    QCOMPARE(thumbnails().load(content, {160, 90}).image, sound);
    QCOMPARE(thumbnailBytes(content), kept);
}

void TestThumbnailStore::believesNoOtherPicturesThumbnail()
{
    const QByteArray one = pictures().keep(coded(scene({1280, 720}, 9)));
    const QByteArray other = pictures().keep(coded(scene({1280, 720}, 10)));
    const QImage right = thumbnails().load(one, {160, 90}).image;
    QVERIFY(!thumbnails().load(other, {160, 90}).image.isNull());
    QVERIFY(QFile::remove(pictures().thumbnailPath(one)));
    QVERIFY(QFile::copy(pictures().thumbnailPath(other), pictures().thumbnailPath(one)));
    QCOMPARE(thumbnails().load(one, {160, 90}).image, right);
}

void TestThumbnailStore::drawsWhereItCannotWrite()
{
    const QByteArray content = pictures().keep(coded(scene({1280, 720}, 11)));
    // A folder in its place: nothing can be written there, by nobody.
    QVERIFY(QDir().mkdir(pictures().thumbnailPath(content)));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(thumbnails().load(content, {160, 90}).image.size(), QSize(160, 90));
    }
    QCOMPARE(filesBeside(content), 1); // and of the attempt nothing is left
}

void TestThumbnailStore::goesWithItsPicture()
{
    const QByteArray bytes = coded(scene({1280, 720}, 12));
    const QByteArray content = pictures().keep(bytes);
    const QByteArray other = pictures().keep(PictureBytes::png({3, 2}));
    QVERIFY(!thumbnails().load(content, {160, 90}).image.isNull());
    const qint64 thumbnail = thumbnailBytes(content).size();
    QList<PictureEntry> all = pictures().list();
    QCOMPARE(all.size(), 2);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const PictureEntry &one) { return one.hash == content; });
    QVERIFY(found != all.end());
    QCOMPARE(found->bytes, bytes.size());
    QCOMPARE(found->thumbnailBytes, thumbnail);

    QVERIFY(pictures().remove(content));
    QVERIFY(!pictures().contains(content));
    QVERIFY(!thumbnails().traits(content));
    all = pictures().list();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().hash, other);
    QVERIFY(!pictures().remove(content));
    QVERIFY(!pictures().remove("../../etc/passwd"));
}

void TestThumbnailStore::knowsPicturesThatLookAlike_data()
{
    QTest::addColumn<QImage>("image");
    const QImage image = scene({1280, 720}, 20);
    QTest::newRow("smaller") << image.scaled(640, 360, Qt::IgnoreAspectRatio,
                                             Qt::SmoothTransformation);
    QTest::newRow("small") << image.scaled(160, 90, Qt::IgnoreAspectRatio,
                                           Qt::SmoothTransformation);
    QTest::newRow("compressed") << QImage::fromData(coded(image, "JPEG", 20));
    QTest::newRow("stretched") << image.scaled(1200, 800, Qt::IgnoreAspectRatio,
                                               Qt::SmoothTransformation);
    QImage brighter = image;
    QPainter painter(&brighter);
    painter.fillRect(brighter.rect(), QColor(255, 255, 255, 30));
    painter.end();
    QTest::newRow("brighter") << brighter;
    QTest::newRow("cut at the edges") << image.copy(10, 6, 1260, 708);
}

void TestThumbnailStore::knowsPicturesThatLookAlike()
{
    QFETCH(const QImage, image);
    const Likeness one = likenessOf(scene({1280, 720}, 20));
    QVERIFY2(areAlike(one, likenessOf(image)),
             qPrintable(QString::number(distance(one, likenessOf(image)))));
}

void TestThumbnailStore::tellsPicturesApart()
{
    QList<Likeness> all;
    for (unsigned number = 100; number < 200; ++number) {
        all += likenessOf(scene({320, 180}, number));
    }
    int alike = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            alike += areAlike(all.at(i), all.at(j)) ? 1 : 0;
        }
    }
    QCOMPARE(alike, 0);
}

void TestThumbnailStore::saysNothingOfPlainPictures()
{
    QImage plain(300, 200, QImage::Format_RGB32);
    plain.fill(Qt::darkCyan);
    QCOMPARE(likenessOf(plain), Likeness(0));
    QCOMPARE(likenessOf(QImage::fromData(coded(plain, "JPEG", 30))), Likeness(0));
    QCOMPARE(likenessOf(QImage()), Likeness(0));
    QVERIFY(!areAlike(0, 0));
}

void TestThumbnailStore::saysNothingOfGradients_data()
{
    QTest::addColumn<QImage>("image");
    const auto row = [](const char *name, const QGradient &gradient) {
        QImage image(640, 360, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.fillRect(image.rect(), gradient);
        painter.end();
        QTest::newRow(name) << image;
    };
    const auto linear = [&row](const char *name, QPointF to, const QList<QColor> &colors) {
        QLinearGradient gradient({0, 0}, to);
        for (qsizetype i = 0; i < colors.size(); ++i) {
            gradient.setColorAt(double(i) / double(colors.size() - 1), colors.at(i));
        }
        row(name, gradient);
    };
    linear("across", {640, 0}, {Qt::white, Qt::black});
    linear("down", {0, 360}, {Qt::white, Qt::black});
    linear("aslant", {640, 360}, {Qt::white, Qt::darkBlue});
    linear("slight", {640, 100}, {QColor(140, 140, 140), QColor(100, 100, 100)});
    linear("of three", {640, 360}, {Qt::white, Qt::darkBlue, Qt::yellow});
    linear("and back", {640, 0}, {Qt::white, Qt::black, Qt::white});
    linear("of two halves", {640, 0}, {Qt::white, Qt::white, Qt::black, Qt::black});
    for (const QPointF middle : {QPointF(320, 180), QPointF(100, 100)}) {
        QRadialGradient gradient(middle, 300);
        gradient.setColorAt(0, Qt::white);
        gradient.setColorAt(1, Qt::darkRed);
        row(middle.x() > 300 ? "round" : "round, aside", gradient);
    }
}

void TestThumbnailStore::saysNothingOfGradients()
{
    QFETCH(const QImage, image);
    QCOMPARE(likenessOf(image), Likeness(0));
    QCOMPARE(likenessOf(QImage::fromData(coded(image, "JPEG", 60))), Likeness(0));
}

void TestThumbnailStore::judgesOldHashesByTheirBits()
{
    QVERIFY(!areAlike(0xffffffffffffffff, 0xffffffffffffffff)); // falls across
    QVERIFY(!areAlike(0x0f0f0f0f0f0f0f0f, 0x0f0f0f0f0f0f0f0f)); // round
    QVERIFY(!areAlike(0xf8f8f8f0f0f0e0e0, 0xf8f8f8f0f0f0e0e0)); // of three colours
    QVERIFY(areAlike(0x84a52c694899d9ce, 0x84a52c694899d9cf));  // a photograph
}

void TestThumbnailStore::namesWhatIsOverBudget_data()
{
    QTest::addColumn<QList<PictureUse>>("uses");
    QTest::addColumn<qint64>("budget");
    QTest::addColumn<QByteArrayList>("gone");
    const QList<PictureUse> three{{"a", 100, 3, false}, {"b", 100, 1, false}, {"c", 100, 2, false}};
    QTest::newRow("nothing") << QList<PictureUse>() << qint64(0) << QByteArrayList();
    QTest::newRow("just fits") << three << qint64(300) << QByteArrayList();
    QTest::newRow("one too many") << three << qint64(299) << QByteArrayList{"b"};
    QTest::newRow("two too many") << three << qint64(100) << QByteArrayList{"b", "c"};
    QTest::newRow("no room at all") << three << qint64(0) << QByteArrayList{"b", "c", "a"};
    QTest::newRow("what is to stay is not counted")
        << three + QList<PictureUse>{{"d", 9'999, 0, true}} << qint64(300) << QByteArrayList();
    QTest::newRow("stays for one of its addresses")
        << three + QList<PictureUse>{{"b", 100, 0, true}} << qint64(199) << QByteArrayList{"c"};
    QTest::newRow("shown at another address")
        << three + QList<PictureUse>{{"b", 100, 9, false}} << qint64(299) << QByteArrayList{"c"};
    QTest::newRow("one is larger than all")
        << QList<PictureUse>{{"a", 1'000, 2, false}, {"b", 10, 1, false}} << qint64(500)
        << QByteArrayList{"b", "a"};
}

void TestThumbnailStore::namesWhatIsOverBudget()
{
    QFETCH(const QList<PictureUse>, uses);
    QFETCH(const qint64, budget);
    QFETCH(const QByteArrayList, gone);
    QCOMPARE(overBudget(uses, budget), gone);
}

QTEST_GUILESS_MAIN(TestThumbnailStore)
#include "tst_thumbnailstore.moc"
