// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/pictureloader.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;

class TestPictureLoader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void coversTheSizeItIsDrawnAt_data();
    void coversTheSizeItIsDrawnAt();
    void turnsAsTheCameraSays_data();
    void turnsAsTheCameraSays();
    void keepsColorAndTransparency();
    void saysWhatIsNotThereAndWhatIsDamaged();
    void answersFromMemory();
    void readsNothingThatIsAtHand();
    void readsWhatIsTooMuchToHold();
    void forgetsTheLeastRecentlyUsed();
    void finishesWhatWasCancelled();
    void answersEverythingBeforeItEnds();
    void readsThePicturesOfARealArchive_data();
    void readsThePicturesOfARealArchive();

private:
    PictureStore store() const { return PictureStore(m_dir->filePath(QStringLiteral("pictures"))); }
    void forgetOnDisk() const { QDir(store().folder()).removeRecursively(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestPictureLoader::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestPictureLoader::cleanup()
{
    m_dir.reset();
}

void TestPictureLoader::coversTheSizeItIsDrawnAt_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("stored");
    QTest::addColumn<QSize>("drawn");
    QTest::addColumn<QSize>("expected");
    const struct {
        const char *name;
        QSize stored, drawn, expected;
    } rows[] = {
        {"same shape", {1280, 720}, {320, 180}, {320, 180}},
        {"wider than drawn", {1000, 400}, {100, 100}, {250, 100}},
        {"taller than drawn", {400, 1000}, {100, 100}, {100, 250}},
        {"never up", {100, 80}, {200, 160}, {100, 80}},
        {"one side too small", {1000, 80}, {200, 160}, {1000, 80}},
        {"no size asked", {300, 200}, {}, {300, 200}},
        {"nothing asked", {300, 200}, {0, 0}, {300, 200}},
        {"odd sizes", {1201, 677}, {256, 144}, {256, 144}},
        {"down to a point", {300, 200}, {1, 1}, {1, 1}},
    };
    for (const auto &row : rows) {
        for (const char *format : {"JPEG", "PNG"}) {
            QTest::addRow("%s, %s", format, row.name)
                << QByteArray(format) << row.stored << row.drawn << row.expected;
        }
    }
}

void TestPictureLoader::coversTheSizeItIsDrawnAt()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QSize, stored);
    QFETCH(const QSize, drawn);
    QFETCH(const QSize, expected);
    const QByteArray hash =
        store().keep(PictureBytes::encoded(format.constData(), stored, QColor(10, 90, 200)));
    PictureLoader loader(store());
    const LoadedPicture picture = loader.load(hash, drawn).result();
    QCOMPARE(int(picture.problem), int(PictureProblem::None));
    QCOMPARE(picture.image.size(), expected);
    const QColor middle = picture.image.pixelColor(expected.width() / 2, expected.height() / 2);
    QVERIFY2(qAbs(middle.red() - 10) < 6 && qAbs(middle.green() - 90) < 6 &&
                 qAbs(middle.blue() - 200) < 6,
             qPrintable(middle.name()));
}

void TestPictureLoader::turnsAsTheCameraSays_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("as it is") << 1 << QSize(200, 100);
    QTest::newRow("upside down") << 3 << QSize(200, 100);
    QTest::newRow("quarter turn") << 6 << QSize(200, 400);
    QTest::newRow("quarter turn back") << 8 << QSize(200, 400);
    QTest::newRow("a number there is not") << 99 << QSize(200, 100);
}

void TestPictureLoader::turnsAsTheCameraSays()
{
    QFETCH(const int, orientation);
    QFETCH(const QSize, expected);
    const QByteArray jpeg =
        PictureBytes::withOrientation(PictureBytes::jpeg({800, 400}), orientation);
    const QByteArray hash = store().keep(jpeg);
    PictureLoader loader(store());
    QCOMPARE(loader.load(hash, QSize(200, 100)).result().image.size(), expected);
    QCOMPARE(loader.load(hash, QSize()).result().image.size(),
             expected.height() > expected.width() ? QSize(400, 800) : QSize(800, 400));
}

void TestPictureLoader::keepsColorAndTransparency()
{
    const QByteArray hash = store().keep(PictureBytes::png({40, 40}, QColor(255, 0, 0, 128)));
    PictureLoader loader(store());
    const QImage image = loader.load(hash, QSize(20, 20)).result().image;
    QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(image.pixelColor(10, 10).alpha(), 128);
    const QByteArray opaque = store().keep(PictureBytes::jpeg({40, 40}));
    QCOMPARE(loader.load(opaque, QSize(20, 20)).result().image.format(), QImage::Format_RGB32);
}

void TestPictureLoader::saysWhatIsNotThereAndWhatIsDamaged()
{
    PictureLoader loader(store());
    const auto problemOf = [&loader](const QByteArray &hash) {
        return int(loader.load(hash, QSize(9, 9)).result().problem);
    };
    QCOMPARE(problemOf(QByteArray(32, 'x')), int(PictureProblem::NotThere));
    QCOMPARE(problemOf(QByteArray()), int(PictureProblem::NotThere));

    const QByteArray hash = store().keep(PictureBytes::png({9, 9}));
    QDirIterator walk(store().folder(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(QFile::resize(walk.next(), 0));
    QCOMPARE(problemOf(hash), int(PictureProblem::Damaged));

    // Whole, but it makes no picture.
    QCOMPARE(problemOf(store().keep(PictureBytes::png({9, 9}).left(20))),
             int(PictureProblem::Damaged));
    // A reason is not remembered: the picture may come.
    QCOMPARE(store().keep(PictureBytes::png({9, 9})), hash);
    QCOMPARE(problemOf(hash), int(PictureProblem::None));
}

void TestPictureLoader::answersFromMemory()
{
    const QByteArray hash = store().keep(PictureBytes::png({90, 90}));
    PictureLoader loader(store());
    QCOMPARE(loader.load(hash, QSize(30, 30)).result().image.size(), QSize(30, 30));
    forgetOnDisk();
    const QFuture<LoadedPicture> again = loader.load(hash, QSize(30, 30));
    QVERIFY(again.isFinished());
    QCOMPARE(again.result().image.size(), QSize(30, 30));
    QCOMPARE(int(loader.load(hash, QSize(60, 60)).result().problem), int(PictureProblem::NotThere));
}

void TestPictureLoader::readsNothingThatIsAtHand()
{
    const QByteArray bytes = PictureBytes::png({90, 90});
    const QByteArray hash = store().keep(bytes);
    forgetOnDisk();
    PictureLoader loader(store());
    for (const QSize size : {QSize(30, 30), QSize(60, 60), QSize()}) {
        QVERIFY(!loader.load(hash, size, bytes).result().image.isNull());
    }
}

void TestPictureLoader::readsWhatIsTooMuchToHold()
{
    QList<std::pair<QByteArray, QByteArray>>
        large; // 4 MiB each, for what is behind the end is idle
    for (int i = 0; i < 12; ++i) {
        QByteArray bytes =
            PictureBytes::jpeg({900 + i, 900}) + QByteArray(4 * 1024 * 1024, char(i));
        const QByteArray hash = store().keep(bytes);
        large.append({hash, bytes});
    }
    PictureLoader loader(store());
    QList<QFuture<LoadedPicture>> futures;
    for (const auto &[hash, bytes] : std::as_const(large)) {
        futures += loader.load(hash, {90, 90}, bytes);
    }
    futures[3].cancel();
    for (qsizetype i = 0; i < futures.size(); ++i) {
        futures[i].waitForFinished();
        QVERIFY(futures[i].isCanceled() || !futures[i].result().image.isNull());
    }
    // None of them is held any more, or this one would be looked for on the disk.
    forgetOnDisk();
    QVERIFY(
        !loader.load(large.first().first, {50, 50}, large.first().second).result().image.isNull());
}

void TestPictureLoader::forgetsTheLeastRecentlyUsed()
{
    const QByteArray red = store().keep(PictureBytes::png({10, 10}, Qt::red));
    const QByteArray green = store().keep(PictureBytes::png({10, 10}, Qt::green));
    const QByteArray blue = store().keep(PictureBytes::png({10, 10}, Qt::blue));
    PictureLoader loader(store(), 2LL * 10 * 10 * 4);
    const auto isThere = [&loader](const QByteArray &hash) {
        return !loader.load(hash, QSize(10, 10)).result().image.isNull();
    };
    QVERIFY(isThere(red));
    QVERIFY(isThere(green));
    QVERIFY(isThere(red));
    QVERIFY(isThere(blue)); // room for two: green goes
    forgetOnDisk();
    QVERIFY(isThere(red));
    QVERIFY(isThere(blue));
    QVERIFY(!isThere(green));
}

void TestPictureLoader::finishesWhatWasCancelled()
{
    const QByteArray hash = store().keep(PictureBytes::png({90, 90}));
    PictureLoader loader(store());
    for (int i = 1; i <= 50; ++i) {
        QFuture<LoadedPicture> future = loader.load(hash, QSize(i, i));
        future.cancel();
        future.waitForFinished();
        QVERIFY(future.isCanceled());
    }
    QCOMPARE(loader.load(hash, QSize(30, 30)).result().image.size(), QSize(30, 30));
}

void TestPictureLoader::answersEverythingBeforeItEnds()
{
    const QByteArray hash = store().keep(PictureBytes::jpeg({2000, 2000}));
    QList<QFuture<LoadedPicture>> futures;
    {
        PictureLoader loader(store());
        for (int i = 1; i <= 200; ++i) {
            futures += loader.load(hash, QSize(i, i));
        }
    }
    for (const QFuture<LoadedPicture> &future : futures) {
        QVERIFY(future.isFinished());
        const LoadedPicture picture = future.result();
        QCOMPARE(picture.image.isNull(), picture.problem == PictureProblem::Cancelled);
    }
}

void TestPictureLoader::readsThePicturesOfARealArchive_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator walk(QStringLiteral(CORPUS_DIR "/diablo4/assets"), {QStringLiteral("*.jpg")},
                      QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        QTest::newRow(qPrintable(path.mid(path.indexOf(u"/assets/")))) << path;
    }
    if (!QDir(QStringLiteral(CORPUS_DIR)).exists()) {
        QTest::newRow("no archive here") << QString();
    }
}

void TestPictureLoader::readsThePicturesOfARealArchive()
{
    QFETCH(const QString, path);
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray hash = store().keep(file.readAll());
    QVERIFY(!hash.isEmpty());
    PictureLoader loader(store());
    const LoadedPicture picture = loader.load(hash, QSize(40, 40)).result();
    QCOMPARE(int(picture.problem), int(PictureProblem::None));
    QVERIFY(picture.image.width() >= 40 && picture.image.height() >= 40);
}

QTEST_GUILESS_MAIN(TestPictureLoader)
#include "tst_pictureloader.moc"
