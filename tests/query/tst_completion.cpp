// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"
#include "query/querytext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsWhatIsMeantInItsPlace_data();
    void putsWhatIsMeantInItsPlace();
    void offersWhatFits_data();
    void offersWhatFits();
    void tellsHintsAndWhatToCount_data();
    void tellsHintsAndWhatToCount();
    void leavesOutWhatStandsAtTheCursor_data();
    void leavesOutWhatStandsAtTheCursor();
    void offersNoMoreThanAsked();
    void staysInsideAnyText();
};

namespace
{

FacetCount name(const char *text, int count, const char *domain = "")
{
    return {0, QString::fromUtf8(text), QString::fromUtf8(domain), count, count, 0};
}

QueryAnswer known()
{
    QueryAnswer answer;
    answer.topics = {name("Foxes", 9), name("Red Foxes", 20), name("Night Life", 3),
                     name("Owls, barn", 2), name("Oxbow (river)", 1)};
    answer.providers = {name("The Fox", 5, "fox.example"), name("", 7, "den.example"),
                        name("Quayside", 1, "quay.example")};
    answer.providers[2].aliases = {QStringLiteral("Harbour Herald")};
    answer.types = {name("video", 4), name("article", 40)};
    answer.tags = {name("to read", 2), name("Quotes", 0)};
    return answer;
}

/// The text and where its cursor, a bar, stands.
struct Typed {
    explicit Typed(const char *marked)
        : text(QString::fromUtf8(marked))
        , cursor(text.indexOf(u'|'))
    {
        text.remove(cursor, 1);
    }

    QString text;
    qsizetype cursor;
};

QString completed(const QString &text, const Completion &completion)
{
    QString whole = text;
    return whole.replace(completion.position, completion.length, completion.replacement);
}

} // namespace

void TestCompletion::putsWhatIsMeantInItsPlace_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *typed, const char *label, const char *result) {
        QTest::newRow(typed) << QString::fromUtf8(label) << QString::fromUtf8(result);
    };
    row("qua|", "quality:", "quality:");
    row("fox QU|", "quality:", "fox quality:");
    row("fox |", "topic:", "fox topic:");
    row("qua|lity:50", "quality:", "quality:50");
    row("-to|", "topic:", "-topic:");
    row("(to|", "topic:", "(topic:");
    row("(fox OR to|)", "topic:", "(fox OR topic:)");
    row("fox|", "Red Foxes", "topic:\"Red Foxes\" ");
    row("fo|x den", "Foxes", "topic:Foxes den");
    row("\"red fo|", "Red Foxes", "topic:\"Red Foxes\" ");
    row("den|", "den.example", "provider:den.example ");
    row("vid|", "video", "type:video ");
    row("topic:|", "Foxes", "topic:Foxes ");
    row("topic:li|", "Night Life", "topic:\"Night Life\" ");
    row("topic:ow|", "Owls, barn", "topic:\"Owls, barn\" ");
    row("topic:\"nig|", "Night Life", "topic:\"Night Life\" ");
    row("topic:\"nig|\" x", "Night Life", "topic:\"Night Life\" x");
    row("topic:Foxes,nig|", "Night Life", "topic:Foxes,\"Night Life\" ");
    row("topic:nig|,Foxes", "Night Life", "topic:\"Night Life\",Foxes");
    row("topic:Foxes,|,x", "Night Life", "topic:Foxes,\"Night Life\",x");
    row("-topic:nig|", "Night Life", "-topic:\"Night Life\" ");
    row("(topic:nig|)", "Night Life", "(topic:\"Night Life\")");
    row("(topic:nig|", "Night Life", "(topic:\"Night Life\" ");
    row("provider:the|", "The Fox", "provider:fox.example ");
    row("provider:fox.e|", "The Fox", "provider:fox.example ");
    row("provider:harb|", "Quayside", "provider:quay.example ");
    row("type:|", "article", "type:article ");
    row("tag:rea|", "to read", "tag:\"to read\" ");
    row("tag:quo|", "Quotes", "tag:Quotes ");
    row("has:no|", "note", "has:note ");
    row("is:se|", "seen", "is:seen ");
    row("is:un|", "unread", "is:unread ");
    row("is:unread,st|", "starred", "is:unread,starred ");
    row("has:|", "picture", "has:picture ");
    row("sort:-|", "-date", "sort:-date ");
    row("date:la|", "last-30-days", "date:last-30-days ");
    row("date:2023,|", "none", "date:2023,none ");
}

void TestCompletion::putsWhatIsMeantInItsPlace()
{
    QFETCH(QString, label);
    QFETCH(QString, result);
    const Typed typed(QTest::currentDataTag());
    const auto found = completions(typed.text, typed.cursor, known(), 100);
    const auto meant = std::find_if(found.begin(), found.end(),
                                    [&](const Completion &one) { return one.label == label; });
    QVERIFY(meant != found.end());
    QCOMPARE(completed(typed.text, *meant), result);
}

void TestCompletion::offersWhatFits_data()
{
    QTest::addColumn<QString>("labels");
    const auto row = [](const char *typed, const char *labels) {
        QTest::newRow(typed) << QString::fromUtf8(labels);
    };
    row("|",
        "title: excerpt: topic: provider: type: tag: date: quality: heat: is: has: url: cites: "
        "cited-by: cited: picture: sort:");
    row("c|", "cites: cited-by: cited:");
    row("ti|", "title:");
    row("q|", "quality: Quayside Quotes");
    row("fox|", "Red Foxes, Foxes, The Fox");
    row("oxe|", "");
    row("titles|", "");
    row("topic:fo|", "Red Foxes, Foxes");
    row("topic:ri|", "Oxbow (river)");
    row("topic:Foxes,fo|", "Red Foxes");
    row("topic:zebra|", "");
    row("provider:|", "den.example, The Fox, Quayside");
    row("type:|", "article, video");
    row("tag:|", "to read, Quotes");
    row("tag:q|", "Quotes");
    row("is:|", "unread, seen, starred, mention, any, unpublished, removed");
    row("has:b|", "body");
    row("sort:q|", "quality");
    row("quality:|", "none");
    row("title:fo|", "");
    row("cites:http|", "");
    row("cited:|", "");
}

void TestCompletion::offersWhatFits()
{
    QFETCH(QString, labels);
    const Typed typed(QTest::currentDataTag());
    QStringList found;
    for (const Completion &completion : completions(typed.text, typed.cursor, known(), 100)) {
        found.append(completion.label);
    }
    const bool areKeys = labels.contains(u':') && !labels.contains(u',');
    QCOMPARE(found.join(areKeys ? QStringLiteral(" ") : QStringLiteral(", ")), labels);
}

void TestCompletion::tellsHintsAndWhatToCount_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("counted");
    const auto row = [](const char *typed, const char *label, const char *hint,
                        const char *counted) {
        QTest::newRow(typed) << QString::fromUtf8(label) << QString::fromUtf8(hint)
                             << QString::fromUtf8(counted);
    };
    row("qual|", "quality:", "a score or a range, such as 80..", "-quality:none");
    row("fox dat|", "date:", "a day, a month, a year or a range", "fox -date:none");
    row("-qual|", "quality:", "a score or a range, such as 80..", "");
    row("top|", "topic:", "any of these topics", "");
    row("topic:red|", "Red Foxes", "", "topic:\"Red Foxes\" ");
    row("provider:the|", "The Fox", "fox.example", "provider:fox.example ");
    row("-fo|x den", "Foxes", "", "-topic:Foxes den");
    row("is:un|", "unread", "not opened yet", "is:unread ");
    row("has:rel|", "related", "has related articles", "has:related ");
    row("date:to|", "today", "", "date:today ");
    row("sort:t|", "title", "A to Z", "");
}

void TestCompletion::tellsHintsAndWhatToCount()
{
    QFETCH(QString, label);
    const Typed typed(QTest::currentDataTag());
    const auto found = completions(typed.text, typed.cursor, known(), 100);
    const auto meant = std::find_if(found.begin(), found.end(),
                                    [&](const Completion &one) { return one.label == label; });
    QVERIFY(meant != found.end());
    QTEST(meant->hint, "hint");
    QString text = typed.text;
    text.replace(meant->position, meant->length, meant->counted);
    QTEST(meant->counted.isEmpty() ? QString() : text, "counted");
    QVERIFY(std::holds_alternative<Query>(parseQuery(text)) || meant->counted.isEmpty());
}

void TestCompletion::leavesOutWhatStandsAtTheCursor_data()
{
    QTest::addColumn<QString>("rest");
    const auto row = [](const char *typed, const char *rest) {
        QTest::newRow(typed) << QString::fromUtf8(rest);
    };
    row("vid|", "");
    row("fox vid|", "fox ");
    row("vi|d fox", " fox");
    row("fox -dru|", "fox ");
    row("topic:dru|", "topic:");
    row("fox |", "fox ");
    row("|", "");
}

void TestCompletion::leavesOutWhatStandsAtTheCursor()
{
    const Typed typed(QTest::currentDataTag());
    QTEST(textWithout(typed.text, typed.cursor), "rest");
}

void TestCompletion::offersNoMoreThanAsked()
{
    QCOMPARE(completions({}, 0, known()).size(), 8);
    QCOMPARE(completions({}, 0, known(), 3).size(), 3);
    QVERIFY(completions({}, 0, known(), 0).isEmpty());
    QVERIFY(completions({}, 0, known(), -1).isEmpty());
}

void TestCompletion::staysInsideAnyText()
{
    QRandomGenerator random(5);
    const QStringList pieces =
        QStringLiteral("topic:|fo|\"|\"\"| |,|(|)|-|is:|x y|provider:|OR|\n").split(u'|');
    const QueryAnswer all = known();
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        for (int left = random.bounded(7); left > 0; --left) {
            text += pieces.at(random.bounded(int(pieces.size())));
        }
        const qsizetype cursor = random.bounded(int(text.size()) + 3) - 1; // outside at times
        for (const Completion &one : completions(text, cursor, all)) {
            QVERIFY2(one.position >= 0 && one.length >= 0, qPrintable(text));
            QVERIFY2(one.position + one.length <= text.size(), qPrintable(text));
            QVERIFY2(one.position <= std::max<qsizetype>(cursor, 0), qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
