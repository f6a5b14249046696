// SPDX-License-Identifier: GPL-3.0-or-later
// Files in which articles lie as a list in JSON.
#include "importfixture.h"

#include "import/packed/jsonelements_p.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray object(int number, const QByteArray &more = {})
{
    const QByteArray text = QByteArray::number(number);
    return "{\"title\": \"Article " + text + "\", \"webUrl\": \"https://news.example/" + text +
           '"' + more + '}';
}

QByteArrayList cut(const QByteArray &text, qsizetype pieceSize, QString *problem = nullptr)
{
    JsonElements elements(1000);
    QByteArrayList found;
    const auto takeAll = [&] {
        while (auto element = elements.take()) {
            found.append(element->bytes);
        }
    };
    for (qsizetype at = 0; at < text.size(); at += pieceSize) {
        elements.add(QByteArrayView(text).sliced(at, std::min(pieceSize, text.size() - at)));
        takeAll();
    }
    elements.end();
    takeAll();
    if (problem) {
        *problem = elements.problem();
    }
    return found;
}

qsizetype carriedPictures(ImportFixture &source)
{
    auto future = source.store().carriedPictures();
    future.waitForFinished();
    return future.result().size();
}

} // namespace

class TestJsonLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreCutOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("objects");
        QTest::newRow("nothing") << QByteArray(" \n") << QByteArrayList();
        QTest::newRow("one") << QByteArray("{\"a\":1}") << QByteArrayList{"{\"a\":1}"};
        QTest::newRow("list") << QByteArray("[{\"a\":1}, {\"b\":[{}]}]")
                              << QByteArrayList{"{\"a\":1}", "{\"b\":[{}]}"};
        QTest::newRow("empty list") << QByteArray("[]") << QByteArrayList();
        QTest::newRow("lines") << QByteArray("{\"a\":1}\r\n\n{\"b\":2}\n")
                               << QByteArrayList{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("answer")
            << QByteArray("{\"total\": [1], \"news\" : [{\"a\":1},{\"b\":2}], \"x\":{}}")
            << QByteArrayList{"{\"a\":1}", "{\"b\":2}"};
        QTest::newRow("no list of news")
            << QByteArray("{\"news\": {\"a\": []}}") << QByteArrayList{"{\"news\": {\"a\": []}}"};
        QTest::newRow("news further in")
            << QByteArray("{\"a\": {\"news\": [1]}}") << QByteArrayList{"{\"a\": {\"news\": [1]}}"};
        QTest::newRow("news as a value") << QByteArray("{\"a\": \"news\", \"b\": [1]}")
                                         << QByteArrayList{"{\"a\": \"news\", \"b\": [1]}"};
        QTest::newRow("news of an article")
            << QByteArray("[{\"news\": [1]}]") << QByteArrayList{"{\"news\": [1]}"};
        QTest::newRow("brackets in texts")
            << QByteArray("[{\"a\":\"}]\\\"{\\\\\"},{\"b\":\"[{\"}]")
            << QByteArrayList{"{\"a\":\"}]\\\"{\\\\\"}", "{\"b\":\"[{\"}"};
        QTest::newRow("too large")
            << "[{\"a\":\"" + QByteArray(1000, 'x') + "\"},{}]" << QByteArrayList{"", "{}"};
    }
    void objectsAreCutOut()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArrayList, objects);
        for (const qsizetype size : {qsizetype(1), qsizetype(3), qsizetype(4096)}) {
            QString problem;
            QCOMPARE(cut(text, size, &problem), objects);
            QCOMPARE(problem, QString());
        }
    }

    void whatIsNoListIsTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("objects");
        QTest::newRow("text") << QByteArray("hello") << 0;
        QTest::newRow("number in a list") << QByteArray("[{}, 1]") << 1;
        QTest::newRow("cut list") << QByteArray("[{},{}") << 2;
        QTest::newRow("cut object") << QByteArray("[{},{\"a\":") << 1;
        QTest::newRow("cut answer") << QByteArray("{\"news\":[{}]") << 1;
        QTest::newRow("front matter") << QByteArray("---\ntitle: x\n---\n") << 0;
    }
    void whatIsNoListIsTold()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, objects);
        QString problem;
        QCOMPARE(cut(text, 2, &problem).size(), objects);
        QVERIFY(!problem.isEmpty());
    }

    void articlesOfAListAreImported_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        const QByteArray three = object(1) + ',' + object(2) + ",\n" + object(3);
        QTest::newRow("list") << QByteArray("n.json") << '[' + three + ']';
        QTest::newRow("answer") << QByteArray("N.JSON")
                                << "{\"count\": 3, \"news\":[" + three + "]}";
        QTest::newRow("mark") << QByteArray("n.json") << "\xef\xbb\xbf[" + three + ']';
        QTest::newRow("lines") << QByteArray("n.jsonl")
                               << object(1) + '\n' + object(2) + '\n' + object(3);
        QTest::newRow("ndjson") << QByteArray("n.ndjson")
                                << object(1) + '\n' + object(2) + '\n' + object(3) + '\n';
    }
    void articlesOfAListAreImported()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, text);
        ImportFixture source;
        source.write(name, text);
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 3);
        QCOMPARE(outcome.summary.filesRejected, 0);
        const ImportOutcome again = source.import();
        QCOMPARE(again.summary.filesUnchanged, 3);
        source.write(name, text); // younger, and the same
        QCOMPARE(source.import().summary.filesUnchanged, 3);
    }

    void whatIsNoArticleIsToldByItsNumber()
    {
        ImportFixture source;
        source.write("n.json", "[" + object(1) + ", {\"title\": \"\"}, {\"a\":1,}, " + object(2) +
                                   ", 7, " + object(3) + "]");
        const ImportOutcome outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 2); // the list cannot be read behind the 7
        QCOMPARE(outcome.summary.filesRejected, 3);
        QVERIFY(!outcome.reasonFor("n.json/0000002.json").isEmpty());
        QVERIFY(outcome.reasonFor("n.json/0000003.json").contains(u"JSON"_s));
        QVERIFY(outcome.reasonFor("n.json").contains(u"no object"_s));
    }

    void picturesBesideAListAreFound()
    {
        ImportFixture source;
        source.write("assets/a.png", pngBytes());
        source.write("n.json", '[' +
                                   object(1, ", \"images\": [{\"url\": "
                                             "\"https://h.example/assets/a.png\"}]") +
                                   ']');
        QCOMPARE(source.import().summary.articlesAdded, 1);
        QCOMPARE(carriedPictures(source), 1);
    }

    void theVeryBytesAreKept()
    {
        ImportFixture source;
        source.write("n.json", '[' + object(1, ", \"heat\": 1e1 ") + ']');
        source.import();
        auto bytes = source.store().original(1);
        bytes.waitForFinished();
        QCOMPARE(bytes.result(), object(1, ", \"heat\": 1e1 "));
    }
};

QTEST_GUILESS_MAIN(TestJsonLists)
#include "tst_jsonlists.moc"
