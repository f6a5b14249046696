// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnImportAsJson()
    {
        const Desk desk;
        const Said said =
            desk.run({QStringLiteral("import"), QStringLiteral("--json"), desk.source()});
        QCOMPARE(said.code, 1); // the note
        QCOMPARE(memberOrder(said.out, 2),
                 words("filesFound filesImported filesUnchanged filesRejected articlesAdded "
                       "articlesUpdated duplicateFiles mentions relatedLinks relatedResolved bytes "
                       "seconds rejected warnings"));
        QCOMPARE(memberOrder(said.out, 6), words("path line column reason"));
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        const auto number = [&json](const char *name) {
            return json.value(QLatin1String(name)).toInt(-1);
        };
        QCOMPARE(number("filesFound"), 5);
        QCOMPARE(number("filesImported"), 4);
        QCOMPARE(number("filesRejected"), 1);
        QCOMPARE(number("articlesAdded"), 3);
        QCOMPARE(number("duplicateFiles"), 1);
        QCOMPARE(number("mentions"), 1);
        QCOMPARE(number("relatedLinks"), 2);
        QCOMPARE(number("relatedResolved"), 1);
        const QJsonObject rejected =
            json.value(QLatin1String("rejected")).toArray().first().toObject();
        QVERIFY(
            rejected.value(QLatin1String("path")).toString().endsWith(QStringLiteral("note.txt")));
    }

    void tellsAnImportInWords()
    {
        const Desk desk;
        const Said said = desk.import();
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains("note.txt:1:1: No front matter."));
        QVERIFY(QFile::remove(desk.source() + QStringLiteral("/note.txt")));
        QCOMPARE(desk.import().code, 0);
        QCOMPARE(desk.run({QStringLiteral("import"), desk.path(QStringLiteral("gone"))}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
