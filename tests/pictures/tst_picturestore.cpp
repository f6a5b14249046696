// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/pictureformat.h"
#include "pictures/picturestore.h"
#include "support/readonlyplace.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/fsuid.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Microfiche;

namespace
{

using Soundness = PictureStore::Soundness;

/// Nobody can look into a folder from this thread while this lives. Modes do not bind root, who
/// therefore is somebody else meanwhile.
class ClosedPlace final
{
public:
    explicit ClosedPlace(const QString &folder)
        : m_folder(QFile::encodeName(folder))
    {
        ::chmod(m_folder.constData(), 0);
        if (::geteuid() == 0) {
            ::setfsuid(65534);
        }
    }
    ~ClosedPlace()
    {
        ::setfsuid(::geteuid());
        ::chmod(m_folder.constData(), 0700);
    }
    Q_DISABLE_COPY_MOVE(ClosedPlace)

private:
    QByteArray m_folder;
};

} // namespace

class TestPictureStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void givesBackWhatItKept();
    void namesPicturesByTheirHash();
    void keepsTheSameBytesOnce();
    void keepsTheSameBytesOnceFromManyThreads();
    void keepsOnlyPictures_data();
    void keepsOnlyPictures();
    void refusesPicturesOverTheLimit();
    void isForItsOwnerAlone();
    void keepsNothingWhereItCannotWrite();
    void saysWhyItCannotWrite_data();
    void saysWhyItCannotWrite();
    void saysWhatHasNoRights_data();
    void saysWhatHasNoRights();
    void removesNothingThatIsNeededAgain();
    void keepsOrRemovesOneAtATime();
    void leavesNoPartWhenTheDiskIsFull();
    void knowsDamagedFilesByTheirHash_data();
    void knowsDamagedFilesByTheirHash();
    void doesNotWaitForAPipe();
    void tellsWhatIsAbsentFromWhatCannotBeRead();
    void givesNothingForHashesItCannotHave();

private:
    QString folder() const { return m_dir->filePath(QStringLiteral("pictures")); }
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestPictureStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestPictureStore::cleanup()
{
    m_dir.reset();
}

QStringList TestPictureStore::files() const
{
    QStringList paths;
    QDirIterator walk(m_dir->path(),
                      QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        if (!walk.fileInfo().isDir()) {
            paths += walk.filePath();
        }
    }
    return paths;
}

void TestPictureStore::givesBackWhatItKept()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({3, 2});
    const QByteArray hash = store.keep(bytes);
    QVERIFY(store.contains(hash));
    QCOMPARE(store.bytes(hash), bytes);
    QCOMPARE(PictureStore(folder()).bytes(hash), bytes);
}

void TestPictureStore::namesPicturesByTheirHash()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({3, 2});
    const QByteArray hash = store.keep(bytes);
    QCOMPARE(hash, QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256));
    const QString hex = QString::fromLatin1(hash.toHex());
    QCOMPARE(files(),
             QStringList{folder() + u'/' + hex.left(2) + u'/' + hex.mid(2, 2) + u'/' + hex});
}

void TestPictureStore::keepsTheSameBytesOnce()
{
    const PictureStore store(folder());
    const QByteArray hash = store.keep(PictureBytes::png({3, 2}));
    QCOMPARE(store.keep(PictureBytes::png({3, 2})), hash);
    QVERIFY(store.keep(PictureBytes::png({3, 3})) != hash);
    QCOMPARE(files().size(), 2);
}

void TestPictureStore::keepsTheSameBytesOnceFromManyThreads()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({64, 64});
    std::atomic_int kept = 0;
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                kept += store.bytes(store.keep(bytes)) == bytes ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(kept.load(), 160);
    QCOMPARE(files().size(), 1);
}

void TestPictureStore::keepsOnlyPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("kept");
    const QByteArray riff = QByteArray("RIFF\x10\0\0\0", 8);
    const QByteArray media = QByteArray("\0\0\0\x1c", 4) + "ftyp";
    QTest::newRow("PNG") << PictureBytes::png({1, 1}) << true;
    QTest::newRow("JPEG") << PictureBytes::jpeg({1, 1}) << true;
    QTest::newRow("GIF") << PictureBytes::gif({1, 1}, {1, 1}) << true;
    QTest::newRow("WebP") << riff + "WEBPVP8 " << true;
    QTest::newRow("AVIF") << media + "avif" << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("half a signature") << QByteArray("\x89PNG") << false;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><title>404</title>") << false;
    QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << false;
    QTest::newRow("SVG after a space") << QByteArray(" <?xml version=\"1.0\"?><svg/>") << false;
    QTest::newRow("BMP") << PictureBytes::encoded("BMP", {1, 1}, Qt::red) << false;
    QTest::newRow("PPM") << PictureBytes::encoded("PPM", {1, 1}, Qt::red) << false;
    QTest::newRow("XPM") << PictureBytes::encoded("XPM", {1, 1}, Qt::red) << false;
    QTest::newRow("ICO") << QByteArray("\0\0\1\0\1\0", 6) << false;
    QTest::newRow("sound in RIFF") << riff + "WAVEfmt " << false;
    QTest::newRow("film in ftyp") << media + "mp42" << false;
    QTest::newRow("PNG after a byte") << ' ' + PictureBytes::png({1, 1}) << false;
}

void TestPictureStore::keepsOnlyPictures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, kept);
    const PictureStore store(folder());
    QCOMPARE(!store.keep(bytes).isEmpty(), kept);
    QCOMPARE(files().size(), kept ? 1 : 0);
}

void TestPictureStore::refusesPicturesOverTheLimit()
{
    const PictureStore store(folder());
    const QByteArray png = PictureBytes::png({1, 1});
    const QByteArray largest = png + QByteArray(MaxPictureBytes - png.size(), '\0');
    QCOMPARE(store.bytes(store.keep(largest)), largest);
    QCOMPARE(store.keep(largest + '\0'), QByteArray());
    QCOMPARE(files().size(), 1);
}

void TestPictureStore::isForItsOwnerAlone()
{
    const mode_t before = umask(0);
    const PictureStore store(m_dir->filePath(QStringLiteral("data/archive/pictures")));
    const QByteArray hash = store.keep(PictureBytes::png({1, 1}));
    umask(before);
    QVERIFY(!hash.isEmpty());
    QDirIterator walk(m_dir->path(), QDir::AllEntries | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    int seen = 0;
    while (walk.hasNext()) {
        struct stat info = {};
        QCOMPARE(stat(QFile::encodeName(walk.next()).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), S_ISDIR(info.st_mode) ? 0700 : 0600);
        ++seen;
    }
    QCOMPARE(seen, 6);
}

void TestPictureStore::keepsNothingWhereItCannotWrite()
{
    // A file in the folder's place stops everyone, root too.
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({1, 1});
    QCOMPARE(store.keep(bytes), QByteArray());
    QCOMPARE(store.bytes(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256)),
             std::nullopt);
}

void TestPictureStore::saysWhyItCannotWrite_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<DiskProblem>("problem");
    QTest::newRow("nothing is wrong") << 0 << DiskProblem::None;
    QTest::newRow("full") << ENOSPC << DiskProblem::Full;
    QTest::newRow("one's share is used up") << EDQUOT << DiskProblem::Full;
    QTest::newRow("read-only") << EROFS << DiskProblem::ReadOnly;
    QTest::newRow("no rights") << EACCES << DiskProblem::NotAllowed;
    QTest::newRow("never") << EPERM << DiskProblem::NotAllowed;
    QTest::newRow("broken") << EIO << DiskProblem::Other;
}

void TestPictureStore::saysWhyItCannotWrite()
{
    QFETCH(const int, error);
    QFETCH(const DiskProblem, problem);
    QCOMPARE(diskProblemOf(error), problem);
}

void TestPictureStore::saysWhatHasNoRights_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("to make the folder") << false;
    QTest::newRow("to write in it") << true;
}

void TestPictureStore::saysWhatHasNoRights()
{
    QFETCH(const bool, isThere);
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({1, 1});
    const QByteArray hash = store.keep(bytes);
    const QString path = store.filePath(hash);
    QVERIFY(QFile::remove(path));
    const QString place = isThere ? QFileInfo(path).path() : m_dir->path();
    if (!isThere) {
        QVERIFY(QDir(folder()).removeRecursively());
    }
    const Microfiche::Test::ReadOnlyPlace closed(place);
    const PictureStore::Kept kept = store.tryToKeep(bytes);
    QCOMPARE(kept.hash, QByteArray());
    QCOMPARE(kept.problem, DiskProblem::NotAllowed);
}

void TestPictureStore::removesNothingThatIsNeededAgain()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({1, 1});
    const QByteArray hash = store.keep(bytes);
    const PictureStore::Moment seen = store.keptAt(hash).value();
    QCOMPARE(store.keep(bytes), hash); // somebody else's now
    QVERIFY(!store.removeIfKeptBefore(hash, seen + 1));
    QVERIFY(store.contains(hash));
    QVERIFY(store.removeIfKeptBefore(hash, store.keptAt(hash).value() + 1));
    QVERIFY(!store.contains(hash));

    // A clock that is set back makes nothing old.
    store.keep(bytes);
    QFile file(store.filePath(hash));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addYears(1),
                             QFileDevice::FileModificationTime));
    file.close();
    const PictureStore::Moment ahead = store.keptAt(hash).value();
    store.keep(bytes);
    QVERIFY(store.keptAt(hash).value() > ahead);
    QVERIFY(!store.removeIfKeptBefore(hash, ahead + 1));
}

void TestPictureStore::keepsOrRemovesOneAtATime()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({1, 1}) + QByteArray(200'000, 'x');
    const QByteArray hash = store.keep(bytes);
    for (int round = 0; round < 200; ++round) {
        QFile file(store.filePath(hash));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1),
                                 QFileDevice::FileModificationTime));
        file.close();
        const PictureStore::Moment decided = store.keptAt(hash).value() + 1;
        std::thread remover([&] { store.removeIfKeptBefore(hash, decided); });
        const QByteArray kept = store.keep(bytes);
        remover.join();
        QCOMPARE(kept, hash);
        QVERIFY(store.contains(hash)); // whichever came first
    }
}

void TestPictureStore::leavesNoPartWhenTheDiskIsFull()
{
    const PictureStore store(folder());
    const QByteArray bytes = PictureBytes::png({1, 1}) + QByteArray(100'000, 'x');
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit full = before;
    full.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const PictureStore::Kept kept = store.tryToKeep(bytes);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(kept.hash, QByteArray());
    QCOMPARE(kept.problem, DiskProblem::Full);
    QCOMPARE(files(), QStringList());
    QCOMPARE(store.bytes(store.keep(bytes)), bytes);
}

void TestPictureStore::knowsDamagedFilesByTheirHash_data()
{
    QTest::addColumn<QByteArray>("instead");
    const QByteArray png = PictureBytes::png({8, 8});
    QByteArray flipped = png;
    flipped[20] = char(flipped[20] ^ 1);
    QTest::newRow("zero length") << QByteArray();
    QTest::newRow("cut") << png.left(png.size() / 2);
    QTest::newRow("longer") << png + '\0';
    QTest::newRow("one bit flipped") << flipped;
    QTest::newRow("swapped for another") << PictureBytes::png({9, 9});
    QTest::newRow("over the limit") << QByteArray(MaxPictureBytes + 1, 'x');
}

void TestPictureStore::knowsDamagedFilesByTheirHash()
{
    QFETCH(const QByteArray, instead);
    const PictureStore store(folder());
    const QByteArray png = PictureBytes::png({8, 8});
    const QByteArray hash = store.keep(png);
    QFile file(files().constFirst());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(instead);
    file.close();
    QCOMPARE(store.bytes(hash), std::nullopt);
    QVERIFY(store.contains(hash));
    QCOMPARE(store.check(hash).soundness, Soundness::Damaged);
    // Keeping it again mends it.
    QCOMPARE(store.keep(png), hash);
    QCOMPARE(store.bytes(hash), png);
    QCOMPARE(files().size(), 1);
}

void TestPictureStore::doesNotWaitForAPipe()
{
    const PictureStore store(folder());
    const QByteArray hash = store.keep(PictureBytes::png({8, 8}));
    const QString path = files().constFirst();
    QVERIFY(QFile::remove(path));
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QCOMPARE(store.bytes(hash), std::nullopt);
    QCOMPARE(store.check(hash).soundness, Soundness::Damaged);
}

void TestPictureStore::tellsWhatIsAbsentFromWhatCannotBeRead()
{
    const PictureStore store(folder());
    const QByteArray png = PictureBytes::png({8, 8});
    const QByteArray hash = store.keep(png);
    const QString path = store.filePath(hash);
    QCOMPARE(store.check(hash).soundness, Soundness::Sound);
    QCOMPARE(store.check(hash).bytes, png.size());
    {
        const ClosedPlace place(folder());
        QCOMPARE(store.check(hash).soundness, Soundness::Unreadable);
        QVERIFY(!store.isLost(hash));
    }
    QVERIFY(!store.isLost(hash));
    QVERIFY(QFile::remove(path));
    QCOMPARE(store.check(hash).soundness, Soundness::Absent);
    QVERIFY(store.isLost(hash));
    QVERIFY(QFile::link(path, path)); // leads nowhere but to itself
    QCOMPARE(store.check(hash).soundness, Soundness::Unreadable);
    QVERIFY(QDir(QFileInfo(path).path()).removeRecursively());
    QCOMPARE(store.check(hash).soundness, Soundness::Absent);
    QVERIFY(QDir(folder()).removeRecursively()); // as of a disk that is away
    QCOMPARE(store.check(hash).soundness, Soundness::Unreadable);
    QVERIFY(!store.isLost(hash));
}

void TestPictureStore::givesNothingForHashesItCannotHave()
{
    const PictureStore store(folder());
    for (const QByteArray &hash :
         {QByteArray(), QByteArray("../../etc"), QByteArray(32, 'x'), QByteArray(33, 'x')}) {
        QCOMPARE(store.bytes(hash), std::nullopt);
        QVERIFY(!store.contains(hash));
    }
}

QTEST_GUILESS_MAIN(TestPictureStore)
#include "tst_picturestore.moc"
