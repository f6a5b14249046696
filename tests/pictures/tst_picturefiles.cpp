// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/picturefiles.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Microfiche;

/// The very bytes, given out.
class TestPictureFiles final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_before;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static void setPlace(const QString &folder) { qputenv("TMPDIR", QFile::encodeName(folder)); }
    static QByteArray bytes() { return PictureBytes::png({8, 8}); }
    GivenPicture lend() const
    {
        const PictureStore store(path("pictures"));
        const QByteArray content = store.keep(bytes());
        PictureFiles files(store);
        QFuture<GivenPicture> lent = files.lend(content, QStringLiteral("harbour"));
        lent.waitForFinished();
        GivenPicture given = lent.result();
        if (given.outcome == GivenPicture::Outcome::Done) {
            QFile file(given.path); // for as long as it is lent
            given.reason = file.open(QIODevice::ReadOnly) && file.readAll() == given.bytes
                               ? QString()
                               : QStringLiteral("other bytes");
        }
        return given;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_before = qgetenv("TMPDIR");
        QVERIFY(!lend().bytes.isEmpty()); // the picture is kept by now
    }
    void cleanup() { m_before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", m_before); }

    void lendsTheVeryBytes()
    {
        setPlace(m_folder->path());
        const GivenPicture given = lend();
        QCOMPARE(given.outcome, GivenPicture::Outcome::Done);
        QCOMPARE(given.bytes, bytes());
        QCOMPARE(given.reason, QString());
        QVERIFY(given.path.startsWith(m_folder->path()));
    }

    void whatItReplacesIsInTheTrash()
    {
        const QByteArray home = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path())); // whose trash it is
        const auto restored = qScopeGuard([&home] {
            home.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", home);
        });
        QFile mine(path("mine.png"));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        const PictureStore store(path("pictures"));
        const QByteArray content = store.keep(bytes());
        PictureFiles files(store);
        QFuture<GivenPicture> saved = files.save(content, path("mine.png"));
        saved.waitForFinished();
        QCOMPARE(saved.result().outcome, GivenPicture::Outcome::Done);
        QVERIFY(saved.result().hasReplaced);
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), bytes());
        QFile trashed(path("Trash/files/mine.png"));
        QVERIFY(trashed.open(QIODevice::ReadOnly));
        QCOMPARE(trashed.readAll(), QByteArray("mine"));
    }

    void lendsNothingWhereThereIsNoFolderForIt_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("not there") << QStringLiteral("/nowhere/at/all");
        QTest::newRow("nothing can be made in it") << QStringLiteral("/proc"); // by root neither
    }

    void lendsNothingWhereThereIsNoFolderForIt()
    {
        QFETCH(const QString, place);
        setPlace(place);
        const GivenPicture given = lend();
        QCOMPARE(given.outcome, GivenPicture::Outcome::NotWritable);
        QVERIFY(!given.reason.isEmpty());
        QVERIFY(given.bytes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPictureFiles)
#include "tst_picturefiles.moc"
