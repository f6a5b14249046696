// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
