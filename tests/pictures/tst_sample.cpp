// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/pictureloader.h"
#include "pictures/picturestore.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;

namespace
{

const QString Folder = QStringLiteral(SAMPLE_DIR);

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The sample archive brings every picture that its articles name, and none besides.
class TestSample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesThePicturesItNames();
    void picturesAreShownAndSmall();
};

void TestSample::carriesThePicturesItNames()
{
    static const QRegularExpression address(
        QStringLiteral("\"https://[^\"]+?/(assets/images/[^\"]+)\""));
    QSet<QString> named;
    int files = 0;
    QDirIterator articles(Folder, {QStringLiteral("*.md")}, QDir::Files,
                          QDirIterator::Subdirectories);
    while (articles.hasNext()) {
        ++files;
        auto matches = address.globalMatch(QString::fromUtf8(read(articles.next())));
        while (matches.hasNext()) {
            named += matches.next().captured(1);
        }
    }
    QCOMPARE_GE(files, 24);
    QSet<QString> carried;
    QDirIterator pictures(Folder + QStringLiteral("/assets"), QDir::Files,
                          QDirIterator::Subdirectories);
    while (pictures.hasNext()) {
        carried += QDir(Folder).relativeFilePath(pictures.next());
    }
    QCOMPARE(named - carried, QSet<QString>());
    QCOMPARE(carried - named, QSet<QString>());
}

void TestSample::picturesAreShownAndSmall()
{
    const QTemporaryDir dir;
    const PictureStore store(dir.path());
    PictureLoader loader(store);
    qint64 total = 0;
    QDirIterator pictures(Folder + QStringLiteral("/assets"), QDir::Files,
                          QDirIterator::Subdirectories);
    while (pictures.hasNext()) {
        const QByteArray bytes = read(pictures.next());
        total += bytes.size();
        QVERIFY2(bytes.size() <= 90LL * 1024, qPrintable(pictures.filePath()));
        const LoadedPicture picture = loader.load(store.keep(bytes), QSize(256, 144)).result();
        QVERIFY2(!picture.image.isNull(), qPrintable(pictures.filePath()));
    }
    QVERIFY(total > 0 && total < 1'500'000);
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
