// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/picturefiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;

/// The very bytes, given out.
class TestPictureFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lendsNothingWhereThereIsNoRoomForIt()
    {
        const QTemporaryDir folder;
        const PictureStore store(folder.filePath(QStringLiteral("pictures")));
        const QByteArray bytes = PictureBytes::png({8, 8});
        const QByteArray content = store.keep(bytes);
        PictureFiles files(store);
        const auto lend = [&] {
            QFuture<GivenPicture> lent = files.lend(content, QStringLiteral("harbour"));
            lent.waitForFinished();
            return lent.result();
        };
        const QByteArray before = qgetenv("TMPDIR");
        QFile inTheWay(
            folder.filePath(QStringLiteral("file"))); // Qt makes folders that are missing
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        qputenv("TMPDIR", QFile::encodeName(inTheWay.fileName()) + "/below");
        const GivenPicture refused = lend();
        QCOMPARE(refused.outcome, GivenPicture::Outcome::NotWritable);
        QVERIFY(!refused.reason.isEmpty());
        QVERIFY(refused.bytes.isEmpty());

        qputenv("TMPDIR", QFile::encodeName(folder.path()));
        const GivenPicture given = lend();
        qputenv("TMPDIR", before);
        QCOMPARE(given.outcome, GivenPicture::Outcome::Done);
        QVERIFY(given.path.startsWith(folder.path()));
        QFile file(given.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
};

QTEST_GUILESS_MAIN(TestPictureFiles)
#include "tst_picturefiles.moc"
