// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/readonlyplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsJson()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("stats --json"));
        QCOMPARE(said.code, 0);
        QCOMPARE(
            memberOrder(said.out, 2),
            words("articles mentions files duplicateFiles relatedLinks relatedResolved providers "
                  "topics withPicture unrated undated unpublished heatMeasured types perYear "
                  "quality originalBytes archiveBytes"));
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(QLatin1String("articles")).toInt(), 3);
        QCOMPARE(json.value(QLatin1String("undated")).toInt(), 1);
        QCOMPARE(
            json.value(QLatin1String("perYear")).toObject().value(QLatin1String("2023")).toInt(),
            2);
        QCOMPARE(json.value(QLatin1String("quality")).toObject(),
                 (QJsonObject{{QStringLiteral("min"), 20}, {QStringLiteral("max"), 80}}));
        QVERIFY(desk.run(words("stats")).out.contains("Duplicate files"));
    }

    void countsTheFilesThatHoldAnArticle()
    {
        const Desk desk;
        desk.write("a.png", QByteArray("\x89PNG\r\n\x1a\n picture", 16));
        desk.import();
        desk.run({QStringLiteral("import"), desk.path(QStringLiteral("gone.md"))});
        const auto files = [&desk] {
            const Said said = desk.run(words("stats --json"));
            return QJsonDocument::fromJson(said.out).object().value(QLatin1String("files")).toInt();
        };
        QCOMPARE(files(), 4);
        desk.write("2.md", "Broken now.\n");
        desk.import();
        QCOMPARE(files(), 3);
    }

    void readsAnArchiveThatCannotBeWrittenTo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("stats") << words("stats") << QByteArray("Duplicate files");
        QTest::newRow("list") << words("list moles") << QByteArray("Moles");
        QTest::newRow("facets") << words("facets") << QByteArray("Garden Life");
        QTest::newRow("show") << words("show https://one.example/a") << QByteArray("Moles");
        QTest::newRow("source") << words("show https://one.example/a --format source")
                                << QByteArray("title: Moles");
        QTest::newRow("check") << words("check") << QByteArray("its full text was not checked");
        QTest::newRow("export") << words("export --to") << QByteArray("Files exported: 4.");
    }

    void readsAnArchiveThatCannotBeWrittenTo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const Desk desk;
        desk.import();
        const QTemporaryDir target;
        if (arguments.constFirst() == QLatin1String("export")) {
            arguments.append(target.path());
        }
        Said answer;
        {
            QFile::setPermissions(target.path(), QFile::Permissions(0x7777));
            const ReadOnlyPlace place(desk.path({}));
            answer = desk.run(arguments);
        }
        QVERIFY2(answer.code == 0, answer.err);
        QVERIFY2(answer.out.contains(said), answer.out);
        QVERIFY(!QFile::exists(desk.archive() + QStringLiteral("-wal")));
        QVERIFY(!QFile::exists(desk.archive() + QStringLiteral("-shm")));
    }

    void checksAnArchive()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("check --json"));
        QCOMPARE(said.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(QLatin1String("originalsChecked")).toInt(), 4);
        QVERIFY(json.value(QLatin1String("problems")).toArray().isEmpty());
        QVERIFY(desk.run(words("check")).out.contains("Nothing is wrong."));
    }
};

QTEST_GUILESS_MAIN(TestCliStats)
#include "tst_clistats.moc"
