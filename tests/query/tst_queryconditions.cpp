// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querytext.h"

#include "querydump.h"
#include "randomquery.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

/// What brackets, OR, minus and the keys without a field of their own are read as, and written.
class TestQueryConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTexts_data();
    void readsTexts();
    void writesTextsThatPeopleWouldWrite_data();
    void writesTextsThatPeopleWouldWrite();
    void givesFieldsWhatStandsAlone();
    void asksForMentionsWhenBracketsName_data();
    void asksForMentionsWhenBracketsName();
    void readsBackWhatItWrites();
    void keepsItsFormWhenReadAgain();
    void neverFailsOnTextWithoutKeys();
};

namespace
{

/// The query, or one with the message as its only word.
Query parsed(const QString &text)
{
    const auto answer = parseQuery(text);
    if (const auto *error = std::get_if<QueryError>(&answer)) {
        Query wrong;
        wrong.words = {QStringLiteral("<error>"), error->message};
        return wrong;
    }
    return std::get<Query>(answer);
}

} // namespace

void TestQueryConditions::readsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("dumped");
    const auto row = [](const char *text, const char *dumped) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(dumped);
    };
    row("-fox", "not term(text fox)");
    row("-\"night ferry\" x", "x; not term(text night ferry whole)");
    row("-\"night ferry\"* x", "x; not term(text night ferry)");
    row("(\"night\"*)", "term(text night)");
    row("(\"night\" x)", "all(term(text night whole), term(text x))");
    row("\"a\" OR \"a\"*", "any(term(text a whole), term(text a))");
    row("(fox)", "term(text fox)");
    row("(fox den)", "all(term(text fox), term(text den))");
    row("-(fox den)", "not all(term(text fox), term(text den))");
    row("a b OR c d", "a; d; any(term(text b), term(text c))");
    row("a OR b OR c", "any(term(text a), term(text b), term(text c))");
    row("a OR (b OR c)", "any(term(text a), term(text b), term(text c))");
    row("a OR (b c)", "any(term(text a), all(term(text b), term(text c)))");
    row("a OR -b", "any(term(text a), not term(text b))");
    row("(a)OR (b)", "any(term(text a), term(text b))");
    row("(a b OR c)", "all(term(text a), any(term(text b), term(text c)))");
    row("((a b) c)", "all(term(text a), term(text b), term(text c))");
    row("-(-fox)", "term(text fox)");
    row("-(-(a OR b))", "any(term(text a), term(text b))");
    row("a OR OR b", "a; any(term(text OR), term(text b))");
    row("(OR a)", "all(term(text OR), term(text a))");
    row("(a OR)", "all(term(text a), term(text OR))");
    row("( ) a", "a");
    row("a OR ( )", "");
    row("(a ()) x", "x; term(text a)");
    row("\"\" a", "a");
    row("a OR \"\"", "");
    row("-()", "not all()");
    row("-( ) x", "x; not all()");
    row("-\"\"", "not all()");
    row("-\" \"*", "not all()");
    row("-(\"\" ())", "not all()");
    row("-(a OR ())", "not all()");
    row("a OR -()", "term(text a)");
    row("-(-())", "");
    row("()=> x()", "()=>; x()");
    row("\u201cnight ferry\u201d", "term(text night ferry whole)");
    row("-\u201enight ferry\u201c x", "x; not term(text night ferry whole)");
    row("\u00abnight fer\u00bb*", "night fer");
    row("topic:\u201cAI, Hardware\u201d,Druid x", "x");
    row("title:\u00abnight \"ferry\"\u00bb", "term(title night \"ferry\" whole)");
    row("\u201cnight \u201cferry", "ferry; term(text night  whole)");
    row("\u201cnight ferry", "\u201cnight; ferry");
    row("-date:>=2023", "not date(2023-01-01..)");
    row("-date:>2023", "not date(2024-01-01..)");
    row("-date:<2023", "not date(..2022-12-31)");
    row("-date:<=2023-02", "not date(..2023-02-28)");
    row("-date:>2023-07-01", "not date(2023-07-02..)");
    row("-date:<2023-07-01,none", "not date(..2023-06-30, none)");
    row("-date:=2023-07", "not date(2023-07-01..2023-07-31)");
    row("(f(x) y)", "all(term(text f(x)), term(text y))");
    row("(happy :) x", "x; all(term(text happy), term(text :))");
    row("(a -)", "all(term(text a), term(text -))");
    row("title:ferry", "term(title ferry)");
    row("TITLE:\"night ferry\" x", "x; term(title night ferry whole)");
    row("title:\"night ferry\"* x", "x; term(title night ferry)");
    row("(title:\"night\"*)", "term(title night)");
    row("excerpt:ferry*", "term(excerpt ferry*)");
    row("title:Paris,Texas", "term(title Paris,Texas)");
    row("-excerpt:fox", "not term(excerpt fox)");
    row("https://a.example/x_(y),z?q=1#f", "term(address https://a.example/x_(y),z?q=1#f)");
    row("HTTP://a.example/ fox", "fox; term(address HTTP://a.example/)");
    row("-https://a.example/", "not term(address https://a.example/)");
    row("https://a.example/ OR fox", "any(term(address https://a.example/), term(text fox))");
    row("url:https://a.example/a,b", "term(address https://a.example/a,b)");
    row("\"https://a.example/\"*", "https://a.example/");
    row("https:// http://-", "https://; http://-");
    row("cites:https://a.example/x_(y),z", "term(cites https://a.example/x_(y),z)");
    row("(cites:https://a.example/x)", "term(cites https://a.example/x)");
    row("picture:https://a.example/p/a,b.jpg?w=1", "term(picture https://a.example/p/a,b.jpg?w=1)");
    row("-picture:/p/moon.jpg", "not term(picture /p/moon.jpg)");
    row("cited-by:\"http://a.example\"", "term(cited-by http://a.example)");
    row("cited:>=5", "term(cited 5..)");
    row("cited:>5", "term(cited 6..)");
    row("cited:<=5", "term(cited ..5)");
    row("cited:<5", "term(cited ..4)");
    row("cited:=5", "term(cited 5..5)");
    row("cited:0", "term(cited 0..0)");
    row("cited:5..", "term(cited 5..)");
    row("cited:2..9", "term(cited 2..9)");
    row("is:unread is:starred is:removed", "state(unread); state(starred); state(removed)");
    row("has:picture has:RELATED -has:body", "state(picture); state(related); not state(body)");
    row("is:unread,starred", "any(state(unread), state(starred))");
    row("is:seen", "not state(unread)");
    row("-is:seen", "state(unread)");
    row("is:SEEN,starred", "any(not state(unread), state(starred))");
    row("has:note,tag -has:tag", "any(state(note), state(tag)); not state(tag)");
    row("tag:a -tag:b,\"to read\" tag:c", "not tag(b, to read); tag(c)");
    row("-is:mention", "not state(mention)");
    row("-is:unpublished", "not state(unpublished)");
    row("-topic:Foxes,\"Night Life\"", "not topic(Foxes, Night Life)");
    row("topic:a topic:b", "topic(b)");
    row("provider:a provider:b,c", "provider(b, c)");
    row("-date:2023", "not date(2023-01-01..2023-12-31)");
    row("(date:last-7-days,none)", "date(last 7, none)");
    row("date:2022 OR date:today", "any(date(2022-01-01..2022-12-31), date(last 1))");
    row("-quality:none", "not quality(.., none)");
    row("heat:80.. OR type:video", "any(heat(80..), type(video))");
    row("quality:1 (quality:2..3)", "quality(2..3)");
}

void TestQueryConditions::readsTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, dumped);
    QCOMPARE(dump(parsed(text)), dumped);
    QVERIFY2(parsed(queryText(parsed(text))) == parsed(text), qPrintable(queryText(parsed(text))));
}

void TestQueryConditions::writesTextsThatPeopleWouldWrite_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"-fox",
                             "-\"night ferry\"",
                             "a OR b OR -c",
                             "x (a OR b) c",
                             "-(a OR b)",
                             "(a b)",
                             "-(a b)",
                             "a OR (b c) OR -(d OR e)",
                             "(a b OR c)",
                             "(fox)",
                             "title:ferry -title:\"night ferry\"",
                             "excerpt:\"a,b\"",
                             "title:a,b",
                             "title:\"a b\"*",
                             "(\"a\" b)",
                             "-(\"a\" \"b c\"*)",
                             "cites:https://a.example/x",
                             "cited-by:https://a.example/x",
                             "cited:>=5",
                             "cited:<=5",
                             "cited:0",
                             "cited:2..9",
                             "date:last-30-days",
                             "date:today",
                             "date:last-7-days,none",
                             "-date:2023-07",
                             "(date:2022)",
                             "date:2023 (date:2023-07)",
                             "date:2021 OR date:2023",
                             "heat:80..,none",
                             "heat:none",
                             "type:video,\"long read\"",
                             "topic:Foxes topic:Owls",
                             "tag:\"to read\",later tag:quotes",
                             "(tag:quotes)",
                             "-is:unread has:note",
                             "(topic:Owls)",
                             "is:unread -has:picture",
                             "(is:unpublished)",
                             "(is:mention)",
                             "is:mention OR is:starred",
                             "-is:mention",
                             "is:any -is:mention",
                             R"("-a" -"-a")",
                             R"("OR" a OR "OR")",
                             "sort:provider",
                             "sort:-provider"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestQueryConditions::writesTextsThatPeopleWouldWrite()
{
    QFETCH(QString, text);
    const QString written = queryText(parsed(text));
    QCOMPARE(written, text == QLatin1String("x (a OR b) c") ? QStringLiteral("x c a OR b") : text);
}

void TestQueryConditions::givesFieldsWhatStandsAlone()
{
    const Query query = parsed(QStringLiteral(
        "heat:5.. type:video,comic date:last-30-days -topic:a topic:b is:unpublished is:any"));
    QCOMPARE(query.heat, (ScoreRange{5, {}}));
    QCOMPARE(query.types, (QStringList{QStringLiteral("video"), QStringLiteral("comic")}));
    QCOMPARE(query.date.lastDays, std::optional(30));
    QVERIFY(!query.date.from && !query.date.to);
    QCOMPARE(query.topics, QStringList{QStringLiteral("b")});
    QVERIFY(query.unpublishedOnly);
    QCOMPARE(query.kinds, Kinds::Both);
    QCOMPARE(dump(query), QStringLiteral("not topic(a)"));
}

void TestQueryConditions::asksForMentionsWhenBracketsName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kinds");
    const auto row = [](const char *text, Kinds kinds) {
        QTest::newRow(text) << QString::fromUtf8(text) << int(kinds);
    };
    row("is:mention", Kinds::Mentions);
    row("-is:mention", Kinds::Articles);
    row("is:mention OR is:starred", Kinds::Both);
    row("(is:mention fox)", Kinds::Both);
    row("-(is:mention fox)", Kinds::Articles);
    row("-(fox OR -is:mention)", Kinds::Both);
    row("is:mention (is:mention OR fox)", Kinds::Mentions);
    row("is:mention,starred", Kinds::Both);
}

void TestQueryConditions::asksForMentionsWhenBracketsName()
{
    QFETCH(QString, text);
    QFETCH(int, kinds);
    QCOMPARE(int(parsed(text).kinds), kinds);
}

void TestQueryConditions::readsBackWhatItWrites()
{
    RandomQuery random(20230701);
    for (int round = 0; round < 8'000; ++round) {
        const Query query = random.next();
        const QString text = queryText(query);
        QVERIFY2(parsed(text) == query.normalized(), qPrintable(text));
        QCOMPARE(queryText(parsed(text)), text);
    }
}

void TestQueryConditions::keepsItsFormWhenReadAgain()
{
    // Whatever is typed and makes sense is read as it is written back.
    RandomQuery random(4);
    int sensible = 0;
    for (int round = 0; round < 8'000; ++round) {
        QString text;
        for (int pieces = 0; pieces < 6; ++pieces) {
            text += random.text();
        }
        const auto answer = parseQuery(text);
        if (const auto *query = std::get_if<Query>(&answer)) {
            ++sensible;
            QVERIFY2(query->normalized() == *query, qPrintable(text));
            QVERIFY2(parsed(queryText(*query)) == *query, qPrintable(text));
        } else {
            const auto &error = std::get<QueryError>(answer);
            QVERIFY2(error.position >= 0 && error.length > 0 &&
                         error.position + error.length <= text.size(),
                     qPrintable(text));
        }
    }
    QVERIFY(sensible > 400);
}

void TestQueryConditions::neverFailsOnTextWithoutKeys()
{
    QRandomGenerator random(7);
    const QString joints = QStringLiteral("()- \"OR");
    for (int round = 0; round < 8'000; ++round) {
        QString text;
        for (int left = random.bounded(24); left > 0; --left) {
            const int choice = random.bounded(8);
            text += choice < 4   ? joints.at(random.bounded(int(joints.size())))
                    : choice < 5 ? QChar(ushort(random.bounded(0x10000)))
                                 : QChar(ushort(random.bounded(0x20, 0x7F)));
        }
        text.remove(u':'); // without one there is no clause
        const Query query = parsed(text);
        QVERIFY2(query.words.isEmpty() || query.words.first() != QLatin1String("<error>"),
                 qPrintable(text));
        QVERIFY2(parsed(queryText(query)) == query, qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestQueryConditions)
#include "tst_queryconditions.moc"
