// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/archivebuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliShow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnArticle()
    {
        const Desk desk;
        desk.import();
        const Said text = desk.run(words("show https://one.example/a"));
        QCOMPARE(text.code, 0);
        for (const char *part :
             {"Moles, \"seen\"", "They \"dig\".", "one.example", "2023-07-01T10:00:00Z",
              "Garden Life, Soil", "unpublished", "Mention: Elsewhere", "1.md"}) {
            QVERIFY2(text.out.contains(part), part);
        }
        const Said json = desk.run(words("show https://two.example/b#part --format json"));
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object.value(QLatin1String("title")).toString(), QStringLiteral("Worms"));
        QCOMPARE(object.value(QLatin1String("citedBy")).toInt(), 1);
        QCOMPARE(object.value(QLatin1String("files")).toArray().size(), 2);
        const QString id = QString::number(object.value(QLatin1String("id")).toInt());
        QCOMPARE(desk.run({QStringLiteral("show"), id, QStringLiteral("--format"),
                           QStringLiteral("source")})
                     .out,
                 bytesOf(desk.source() + QStringLiteral("/2.md")));
    }

    void tellsWhatAPersonAdded()
    {
        const Desk desk;
        desk.import();
        {
            Store store;
            QCOMPARE(answerOf(store.open(desk.archive())).opening, Store::Opening::Opened);
            const auto key = ArticleKey::fromAddress(QStringLiteral("https://one.example/a"));
            const ArticleId id = answerOf(store.find(*key)).value_or(0);
            PutTag tag;
            tag.tag.name = QStringLiteral("To read");
            QVERIFY(answerOf(store.edit({tag, PlaceTag{0, IdSet{id}, true},
                                         PutNote{id, QStringLiteral("Ask for figures")}})));
            QVERIFY(answerOf(store.mark({id}, Mark::Starred, true)));
        }
        const Said text = desk.run(words("show https://one.example/a"));
        for (const char *part : {"To read", "Ask for figures", "starred"}) {
            QVERIFY2(text.out.contains(part), part);
        }
        const Said json = desk.run(words("show https://one.example/a --format json"));
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object.value(QLatin1String("tags")).toArray(),
                 QJsonArray{QStringLiteral("To read")});
        QCOMPARE(object.value(QLatin1String("note")).toString(), QStringLiteral("Ask for figures"));
        QCOMPARE(object.value(QLatin1String("starred")).toBool(), true);
    }

    void saysWhatIsMissing()
    {
        const Desk desk;
        desk.import();
        const QByteArray out = desk.run(words("show https://one.example/c")).out;
        QVERIFY(!out.contains('\x1b'));
        for (const char *part :
             {"Provider   no provider\n", "Published  undated\n", "Quality    unrated\n",
              "Heat       unmeasured\n", "Topics     no topics\n", "Picture    no picture\n"}) {
            QVERIFY2(out.contains(part), part);
        }
        QVERIFY(desk.run(words("show https://else.example/x")).out.contains("no provider"));
    }

    void saysWhatItCannotShow()
    {
        const Desk desk;
        desk.import();
        QCOMPARE(desk.run(words("show 999")).code, 1);
        QCOMPARE(desk.run(words("show https://nowhere.example/")).code, 1);
        QCOMPARE(desk.run(words("show nonsense")).code, 1);
        const Said mention = desk.run(words("show https://else.example/x --format source"));
        QCOMPARE(mention.code, 1);
        QVERIFY(mention.out.isEmpty());
        QVERIFY(desk.run(words("show https://else.example/x")).out.contains("none: known only"));
    }
};

QTEST_GUILESS_MAIN(TestCliShow)
#include "tst_clishow.moc"
