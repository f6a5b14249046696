// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsEveryFileAsItWas()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out/deep"));
        const QStringList command{QStringLiteral("export"), QStringLiteral("--to"), target};
        QCOMPARE(desk.run(command).code, 0);
        const QStringList names{QStringLiteral("1.md"), QStringLiteral("2-2.md"),
                                QStringLiteral("2.md"), QStringLiteral("3.md")};
        QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name), names);
        QCOMPARE(bytesOf(target + QStringLiteral("/1.md")),
                 bytesOf(desk.source() + QStringLiteral("/1.md")));
        QByteArrayList both{bytesOf(target + QStringLiteral("/2.md")),
                            bytesOf(target + QStringLiteral("/2-2.md"))};
        QVERIFY(both.contains(bytesOf(desk.source() + QStringLiteral("/2.md"))));
        QVERIFY(both.contains(bytesOf(desk.source() + QStringLiteral("/again/2.md"))));
        // Once more: what is there already is not written twice.
        QCOMPARE(desk.run(command).code, 0);
        QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name), names);
    }

    void writesOverNothing()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(target));
        QFile own(target + QStringLiteral("/1.md"));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("mine") == 4);
        own.close();
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), target + QStringLiteral("/3.md")));
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target}).code, 0);
        QCOMPARE(bytesOf(own.fileName()), QByteArray("mine"));
        QCOMPARE(bytesOf(target + QStringLiteral("/1-2.md")),
                 bytesOf(desk.source() + QStringLiteral("/1.md")));
        QVERIFY(QFileInfo(target + QStringLiteral("/3.md")).isSymLink());
        QVERIFY(QFile::exists(target + QStringLiteral("/3-2.md")));
    }

    void exportsAPackageThatIsTheSameArchive()
    {
        const Desk desk;
        desk.import();
        const QString package = desk.path(QStringLiteral("out.TAR.ZST"));
        const Said said = desk.run({QStringLiteral("export"), QStringLiteral("--to"), package});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains("Files exported: 4."));
        const Desk other;
        QCOMPARE(other.run({QStringLiteral("import"), package}).code, 0);
        const QStringList list = words("list --format urls");
        QCOMPARE(other.run(list).out, desk.run(list).out);
    }

    void exportsForOtherPrograms_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("sheet") << QStringLiteral("list.csv") << QStringList()
                               << QByteArray("\xef\xbb\xbftitle,");
        QTest::newRow("json") << QStringLiteral("list.json") << QStringList()
                              << QByteArray("{\"news\":[");
        QTest::newRow("citations")
            << QStringLiteral("list.bib") << QStringList() << QByteArray("@misc{");
        QTest::newRow("citations, by name")
            << QStringLiteral("list.json") << words("--format csl") << QByteArray("[\n{");
        QTest::newRow("page") << QStringLiteral("list.html") << QStringList()
                              << QByteArray("<!doctype html>");
    }

    void exportsForOtherPrograms()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, begins);
        const Desk desk;
        desk.import();
        const QString target = desk.path(name);
        const QStringList command =
            QStringList{QStringLiteral("export"), QStringLiteral("--to"), target} + options;
        QCOMPARE(desk.run(command).code, 0);
        const QByteArray written = bytesOf(target);
        QVERIFY2(written.startsWith(begins), written.constData());
        // It is not written over.
        const Said again = desk.run(command + words("quality:50.."));
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains("already"));
        QCOMPARE(bytesOf(target), written);
    }

    void exportsMarkdownThatCanBeImported()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("md"));
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--format"),
                           QStringLiteral("markdown"), QStringLiteral("--to"), target})
                     .code,
                 0);
        const Desk other;
        QCOMPARE(other.run({QStringLiteral("import"), target}).code, 0);
        const QStringList list = words("list --format urls");
        QCOMPARE(other.run(list).out, desk.run(list).out);
    }

    void knowsNoOtherFormats()
    {
        const Desk desk;
        desk.import();
        const Said said =
            desk.run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("docx"),
                      QStringLiteral("--to"), desk.path(QStringLiteral("x"))});
        QCOMPARE(said.code, 2);
        QVERIFY2(said.err.contains("bibtex"), said.err.constData());
        QVERIFY(!QFile::exists(desk.path(QStringLiteral("x"))));
    }

    void exportsWhatAQueryAsksFor()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out"));
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target,
                           QStringLiteral("quality:50..")})
                     .code,
                 0);
        QCOMPARE(QDir(target).entryList(QDir::Files), QStringList{QStringLiteral("1.md")});
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target,
                           QStringLiteral("unheardof")})
                     .code,
                 1);
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"),
                           desk.source() + QStringLiteral("/1.md")})
                     .code,
                 1);
    }
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cliexport.moc"
