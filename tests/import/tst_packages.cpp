// SPDX-License-Identifier: GPL-3.0-or-later
// Files in which others lie: zip and tar.
#include "importfixture.h"
#include "packagefile.h"

#include "import/filepreview.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

using Kind = PackageFile::Kind;
using Entry = PackageFile::Entry;

QByteArray article(int number, const QByteArray &extra = {})
{
    const QByteArray text = QByteArray::number(number);
    return articleBytes("Article " + text, "https://news.example/" + text, extra);
}

QByteArray withPicture(int number)
{
    return article(number, "images:\n  - url: https://h.example/assets/" +
                               QByteArray::number(number) + ".png\n");
}

QString reasonOfOnly(const ImportOutcome &outcome)
{
    return outcome.summary.rejected.size() == 1 ? outcome.summary.rejected.constFirst().reason
                                                : QString();
}

qsizetype carriedPictures(ImportFixture &source)
{
    auto future = source.store().carriedPictures();
    future.waitForFinished();
    return future.result().size();
}

} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesInAPackageIsImported_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("kind");
        QTest::newRow("zip") << QByteArray("n.zip") << int(Kind::Zip);
        QTest::newRow("tar") << QByteArray("n.tar") << int(Kind::Tar);
        QTest::newRow("tar.gz") << QByteArray("N.TAR.GZ") << int(Kind::TarGz);
        QTest::newRow("tgz") << QByteArray("n.tgz") << int(Kind::TarGz);
        QTest::newRow("tar.xz") << QByteArray("n.tar.xz") << int(Kind::TarXz);
        QTest::newRow("tar.zst") << QByteArray("n.tar.zst") << int(Kind::TarZst);
    }
    void whatLiesInAPackageIsImported()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, kind);
        PackageFile package;
        package.add("n/", Entry::Folder);
        package.add("./n//2024/one.md", withPicture(1)); // its picture comes behind it
        package.add("n/assets/1.png", pngBytes(1));
        package.add("n/assets/2.png", pngBytes(2));
        package.add("n/2024/two.md", withPicture(2));
        package.add("n/2024/note.txt", "A note.");
        package.add("n/.git/config.md", article(9));
        package.add("__MACOSX/n/._two.md", "junk");
        ImportFixture source;
        source.write("loose.md", article(3));
        source.write(name, package.packed(Kind(kind)));
        const ImportOutcome outcome = source.import();
        QVERIFY(outcome.isFinished);
        QCOMPARE(outcome.summary.articlesAdded, 3);
        QCOMPARE(outcome.summary.filesRejected, 1);
        QCOMPARE(outcome.summary.rejected.constFirst().path,
                 source.path(name + "/n/2024/note.txt"));
        QCOMPARE(outcome.summary.filesSkipped, 2);
        QCOMPARE(carriedPictures(source), 2);
    }

    void theSameAgainIsUnchanged()
    {
        PackageFile package;
        for (int number = 1; number <= 600; ++number) { // more than a range has
            package.add("n/" + QByteArray::number(number) + ".md", article(number));
        }
        ImportFixture source;
        source.write("n.tar.zst", package.packed(Kind::TarZst));
        QCOMPARE(source.import().summary.articlesAdded, 600);
        const ImportOutcome again = source.import();
        QCOMPARE(again.summary.filesUnchanged, 600);
        QCOMPARE(again.summary.filesFound, 600);
        QVERIFY(again.rows.isEmpty());
        package.add("n/601.md", article(601));
        source.write("n.tar.zst", package.packed(Kind::TarZst));
        const ImportOutcome more = source.import();
        QCOMPARE(more.summary.articlesAdded, 1);
        QCOMPARE(more.summary.filesUnchanged, 600);
    }

    void namesThatLeadOutAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"../x.md", "a/../../x.md", "/tmp/x.md", "C:\\x.md", "c:x.md",
                                 "a\\..\\x.md", "\\x.md", "//server/x.md"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void namesThatLeadOutAreRefused()
    {
        QFETCH(const QByteArray, name);
        PackageFile package;
        package.add("ok.md", article(1));
        package.add(name, article(2));
        for (const Kind kind : {Kind::Tar, Kind::Zip}) {
            ImportFixture source;
            source.write(kind == Kind::Zip ? "n.zip" : "n.tar", package.packed(kind));
            const ImportOutcome outcome = source.import();
            QCOMPARE(outcome.summary.articlesAdded, 1);
            QCOMPARE(reasonOfOnly(outcome), u"Its name leads out of the package."_s);
            if (kind == Kind::Tar) { // of a zip, libarchive turns the strokes
                QVERIFY(outcome.summary.rejected.constFirst().path.endsWith('/' + name));
            }
        }
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QString>("reason");
        const QString link = u"A link. Links in a package are not followed."_s;
        const QString noFile = u"Not a regular file."_s;
        QTest::newRow("link") << int(Entry::Link) << link;
        QTest::newRow("hard link") << int(Entry::HardLink) << link;
        QTest::newRow("pipe") << int(Entry::Pipe) << noFile;
        QTest::newRow("device") << int(Entry::Device) << noFile;
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(const int, entry);
        QFETCH(const QString, reason);
        PackageFile package;
        package.add("x.md", Entry(entry), "/etc/passwd");
        package.add("ok.md", article(1));
        ImportFixture source;
        source.write("n.tar", package.packed(Kind::Tar));
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QCOMPARE(reasonOfOnly(outcome), reason);
    }

    void aNameTwiceIsRefused()
    {
        PackageFile package;
        package.add("x.md", article(1));
        package.add("./x.md", article(2));
        ImportFixture source;
        source.write("n.tar", package.packed(Kind::Tar));
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QCOMPARE(reasonOfOnly(outcome), u"The package has another file of this name."_s);
    }

    void aPackageInAPackageIsNotOpened()
    {
        PackageFile inner;
        inner.add("x.md", article(1));
        PackageFile outer;
        outer.add("inner.zip", inner.packed(Kind::Zip));
        ImportFixture source;
        source.write("n.zip", outer.packed(Kind::Zip));
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 0);
        QCOMPARE(reasonOfOnly(outcome), u"A package in a package is not opened."_s);
    }

    void aLockedPackageIsRefused()
    {
        PackageFile package;
        package.add("x.md", article(1));
        ImportFixture source;
        source.write("n.zip", package.packed(Kind::Zip, "secret"));
        QCOMPARE(reasonOfOnly(source.import()), u"The package locks this file with a password."_s);
    }

    void whatIsNoPackageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << article(1);
        QTest::newRow("zeros") << QByteArray(100, '\0');
    }
    void whatIsNoPackageIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        ImportFixture source;
        source.write("n.tar.gz", bytes);
        source.write("loose.md", article(2));
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QVERIFY(!reasonOfOnly(outcome).isEmpty());
        QCOMPARE(outcome.summary.rejected.constFirst().path, source.path("n.tar.gz"));
    }

    /// What came before the damage is in, and the package can be tried again when it is whole.
    void aDamagedPackageGivesWhatCanBeRead()
    {
        PackageFile package;
        for (int number = 1; number <= 40; ++number) {
            package.add(QByteArray::number(number) + ".md", article(number));
        }
        const QByteArray whole = package.packed(Kind::Tar);
        ImportFixture source;
        source.write("n.tar", whole.first(whole.size() / 2));
        const ImportOutcome outcome = source.import();
        QVERIFY(outcome.isFinished);
        QVERIFY(outcome.summary.articlesAdded > 10);
        QVERIFY(outcome.summary.articlesAdded < 30);
        QVERIFY(outcome.summary.filesRejected >= 1);
        source.write("n.tar", whole);
        const ImportOutcome retried = source.retry(outcome);
        QCOMPARE(retried.summary.articlesAdded, 40 - outcome.summary.articlesAdded);
        QCOMPARE(retried.summary.filesRejected, 0);
    }

    void whatWasRejectedInAPackageIsTriedAgain()
    {
        PackageFile package;
        package.add("a.md", article(1));
        package.add("b.md", "A note.");
        package.add("c.md", "Another.");
        ImportFixture source;
        source.write("n.zip", package.packed(Kind::Zip));
        const ImportOutcome first = source.import();
        QCOMPARE(first.summary.filesRejected, 2);
        PackageFile better;
        better.add("a.md", article(1));
        better.add("b.md", article(2));
        better.add("c.md", "Another.");
        source.write("n.zip", better.packed(Kind::Zip));
        const ImportOutcome second = source.retry(first);
        QCOMPARE(second.summary.articlesAdded, 1);
        QCOMPARE(second.summary.filesRejected, 1);
    }

    void whatWasRejectedCanBeLookedAt()
    {
        PackageFile package;
        package.add("a/note.md", "A note of somebody.");
        ImportFixture source;
        source.write("n.tar.gz", package.packed(Kind::TarGz));
        source.write("n.json", "[{\"title\": \"\"}]");
        const auto head = [&source](const QByteArray &name) {
            auto bytes = fileHead(source.path(name), 6);
            bytes.waitForFinished();
            return bytes.result();
        };
        QCOMPARE(head("n.tar.gz/a/note.md"), "A note");
        QCOMPARE(head("n.tar.gz/a/none.md"), "");
        QCOMPARE(head("n.json/0000001.json"), "{\"titl");
    }

    void aBombIsLeft()
    {
        PackageFile package;
        package.add("ok.md", article(1));
        for (int number = 0; number < 12; ++number) {
            package.add(QByteArray::number(number) + ".bin", QByteArray(10'000'000, '\0'));
        }
        package.add("behind.md", article(2));
        ImportFixture source;
        source.write("n.tar.xz", package.packed(Kind::TarXz));
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QVERIFY(outcome.summary.rejected.constLast().reason.contains(u"100 times its size"_s));
    }

    void aFileThatIsTooLargeIsNotReadWhole()
    {
        PackageFile package;
        package.add("large.md", article(1) + QByteArray(17 * 1024 * 1024, 'x'));
        package.add("ok.md", article(2));
        for (const Kind kind : {Kind::Tar, Kind::Zip}) {
            ImportFixture source;
            source.write(kind == Kind::Zip ? "n.zip" : "n.tar", package.packed(kind));
            const ImportOutcome outcome = source.import();
            QCOMPARE(outcome.summary.articlesAdded, 1);
            QVERIFY(reasonOfOnly(outcome).contains(u"at most 16 MiB"_s));
        }
    }

    void namesThatAreNoUtf8AreImported()
    {
        PackageFile package;
        package.add("caf\xe9.md", article(1));
        package.add("caf\xc3\xa9.md", article(2));
        ImportFixture source;
        source.write("n.tar", package.packed(Kind::Tar));
        QCOMPARE(source.import().summary.articlesAdded, 2);
    }

    void aLinkToAPackageIsNotFollowed()
    {
        PackageFile package;
        package.add("x.md", article(1));
        ImportFixture source;
        source.write("real/n.zip", package.packed(Kind::Zip));
        QDir().mkpath(source.folder() + u"/dropped"_s);
        QCOMPARE(::symlink(source.path("real/n.zip").constData(),
                           source.path("dropped/n.zip").constData()),
                 0);
        const ImportOutcome outcome = source.import({source.folder() + u"/dropped"_s});
        QCOMPARE(outcome.summary.articlesAdded, 0);
        QCOMPARE(outcome.summary.filesSkipped, 1);
    }
};

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
