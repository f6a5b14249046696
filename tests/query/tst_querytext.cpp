// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querytext.h"

#include <QTest>

using namespace Microfiche;

class TestQueryText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhetherAnOrderIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("names");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("words") << QStringLiteral("red fox") << false;
        QTest::newRow("the usual one") << QStringLiteral("fox SORT:date") << true;
        QTest::newRow("another one") << QStringLiteral("sort:-title fox") << true;
        QTest::newRow("in quotes") << QStringLiteral("\"sort:date\"") << false;
    }

    void knowsWhetherAnOrderIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(bool, names);
        QCOMPARE(namesOrder(text), names);
    }

    void readsTexts_data();
    void readsTexts();
    void writesTextsThatPeopleWouldWrite_data();
    void writesTextsThatPeopleWouldWrite();
    void takesRawTextAsWords_data();
    void takesRawTextAsWords();
    void takesLongListsOfNames();
    void readsAndWritesSortOrders();
};

namespace
{

struct Builder {
    Query query;

    Builder &words(const QStringList &words) { return query.words = words, *this; }
    Builder &whole(const char *words)
    {
        Condition condition;
        condition.kind = Condition::Kind::Term;
        condition.term.text = QString::fromUtf8(words);
        condition.term.isWhole = true;
        query.conditions.append(condition);
        return *this;
    }
    Builder &date(std::optional<QDate> from, std::optional<QDate> to,
                  Missing undated = Missing::Excluded)
    {
        query.date = {from, to};
        query.undated = undated;
        return *this;
    }
    Builder &quality(std::optional<int> from, std::optional<int> to,
                     Missing unrated = Missing::Excluded)
    {
        query.quality = {from, to};
        query.unrated = unrated;
        return *this;
    }
    Builder &topics(const QStringList &names) { return query.topics = names, *this; }
    Builder &providers(const QStringList &names) { return query.providers = names, *this; }
    Builder &kinds(Kinds kinds) { return query.kinds = kinds, *this; }
    Builder &unpublished() { return query.unpublishedOnly = true, *this; }
    Builder &sort(SortKey key, bool reversed = false)
    {
        return query.sort = {key, reversed}, *this;
    }
};

Query parsed(const QString &text)
{
    const auto answer = parseQuery(text);
    if (const auto *error = std::get_if<QueryError>(&answer)) {
        qWarning() << "unexpected error in" << text << ":" << error->message;
        Query wrong;
        wrong.words = {QStringLiteral("<error>"), error->message};
        return wrong;
    }
    return std::get<Query>(answer);
}

const std::optional<QDate> OpenDay;
const std::optional<int> OpenScore;

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList all;
    for (const char *text : texts) {
        all.append(QString::fromUtf8(text));
    }
    return all;
}

} // namespace

void TestQueryText::readsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Query>("query");
    const auto row = [](const char *text, const Builder &builder) {
        QTest::newRow(text) << QString::fromUtf8(text) << builder.query;
    };
    using B = Builder;
    row("", B());
    row("  \t\n ", B());
    row("red fox", B().words(list({"red", "fox"})));
    row("\"red fox\" den", B().words(list({"den"})).whole("red fox"));
    row("\"red\" red", B().words(list({"red"})).whole("red"));
    row("\"quality:50\"", B().whole("quality:50"));
    row(R"("say ""red"" twice")", B().whole(R"(say "red" twice)"));
    row(R"("" fox "  ")", B().words(list({"fox"})));
    row("\"red\"fox", B().words(list({"fox"})).whole("red"));
    row("\"red fox\"* den", B().words(list({"red fox", "den"})));
    row("\"quality:50\"*", B().words(list({"quality:50"})));
    row("\"red\"*fox", B().words(list({"*fox"})).whole("red"));
    row("\"red\" *", B().words(list({"*"})).whole("red"));
    row("\"red\"**", B().words(list({"**"})).whole("red"));
    row("\"red fo", B().words(list({"\"red", "fo"})));
    row("quality:50..80", B().quality(50, 80));
    row("quality:50..", B().quality(50, OpenScore));
    row("quality:..40", B().quality(OpenScore, 40));
    row("quality:54", B().quality(54, 54));
    row("quality:0", B().quality(0, 0));
    row("quality:007", B().quality(7, 7));
    row("quality:none", B().quality(OpenScore, OpenScore, Missing::Only));
    row("quality:80..,none", B().quality(80, OpenScore, Missing::Included));
    row("quality:none,80..", B().quality(80, OpenScore, Missing::Included));
    row("QUALITY:None", B().quality(OpenScore, OpenScore, Missing::Only));
    row("quality:2147483647", B().quality(2147483647, 2147483647));
    row("date:2023", B().date(QDate(2023, 1, 1), QDate(2023, 12, 31)));
    row("date:2023-07", B().date(QDate(2023, 7, 1), QDate(2023, 7, 31)));
    row("date:2023-7-1", B().date(QDate(2023, 7, 1), QDate(2023, 7, 1)));
    row("date:2024-02", B().date(QDate(2024, 2, 1), QDate(2024, 2, 29)));
    row("date:2023-07-01", B().date(QDate(2023, 7, 1), QDate(2023, 7, 1)));
    row("date:2023-07-01..2023-07-31", B().date(QDate(2023, 7, 1), QDate(2023, 7, 31)));
    row("date:2021..2023-02", B().date(QDate(2021, 1, 1), QDate(2023, 2, 28)));
    row("date:2023-07-15..2023-07", B().date(QDate(2023, 7, 15), QDate(2023, 7, 31)));
    row("date:2023-07..", B().date(QDate(2023, 7, 1), OpenDay));
    row("date:..2023", B().date(OpenDay, QDate(2023, 12, 31)));
    row("date:none", B().date(OpenDay, OpenDay, Missing::Only));
    row("date:..2023-02,none", B().date(OpenDay, QDate(2023, 2, 28), Missing::Included));
    row("provider:wsj.com", B().providers(list({"wsj.com"})));
    row("provider:wsj.com,\"The Den, daily\"", B().providers(list({"wsj.com", "The Den, daily"})));
    row("topic:\"AI Hardware\"", B().topics(list({"AI Hardware"})));
    row("topic:\"AI Hardware\",Chips,chips", B().topics(list({"AI Hardware", "Chips"})));
    row("topic:5\"", B().topics(list({"5\""})));
    row("is:mention", B().kinds(Kinds::Mentions));
    row("is:any", B().kinds(Kinds::Both));
    row("is:any is:any", B().kinds(Kinds::Both));
    row("is:unpublished is:mention", B().kinds(Kinds::Mentions).unpublished());
    row("sort:title", B().sort(SortKey::Title));
    row("sort:-Quality", B().sort(SortKey::Quality, true));
    row("sort:heat fox date:2023 red topic:Foxes quality:1..2",
        B().words(list({"fox", "red"}))
            .date(QDate(2023, 1, 1), QDate(2023, 12, 31))
            .topics(list({"Foxes"}))
            .quality(1, 2)
            .sort(SortKey::Heat));
}

void TestQueryText::readsTexts()
{
    QFETCH(QString, text);
    QFETCH(Query, query);
    QVERIFY2(parsed(text) == query, qPrintable(queryText(parsed(text))));
}

void TestQueryText::writesTextsThatPeopleWouldWrite_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",
          "fox",
          "red fox",
          "\"red fox\"",
          R"("""red")",
          R"("""red"*)",
          "\"red fox\"*",
          "\"rogue\"",
          "rogue \"rogue\"",
          "\"quality:50\"",
          "\"IS:mention\"",
          "c++",
          "a\"b",
          "quality:54",
          "quality:50..80",
          "quality:50..",
          "quality:..40",
          "quality:none",
          "quality:80..,none",
          "date:2023",
          "date:2023-07",
          "date:2023-07-01",
          "date:2023-07-02..2023-07-31",
          "date:2023-07..2023-09",
          "date:2021..2022",
          "date:2021-01..2022-06",
          "date:2021-01-01..2022-06-29",
          "date:2023-07..",
          "date:2023-07-02..",
          "date:2023..",
          "date:..2023",
          "date:..2023-02",
          "date:..2023-02-27",
          "date:none",
          "date:0001..,none",
          "provider:wsj.com",
          "topic:\"AI Hardware\",Chips",
          "topic:\"a,b\"",
          "topic:5\"",
          "is:mention",
          "is:any",
          "is:unpublished",
          "is:any is:unpublished",
          "sort:-date",
          "sort:title",
          "red topic:Foxes date:2023 quality:80.. is:any \"fox den\" sort:-heat"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestQueryText::writesTextsThatPeopleWouldWrite()
{
    QFETCH(QString, text);
    QCOMPARE(queryText(parsed(text)), text);
}

void TestQueryText::takesRawTextAsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *text, std::initializer_list<const char *> words) {
        QTest::newRow(text) << QString::fromUtf8(text) << list(words);
    };
    row("c++", {"c++"});
    row("\"-a\"*", {"-a"});
    row("--a - -- ---", {"--a", "-", "--", "---"});
    row("a\"b", {"a\"b"});
    row("foo:bar", {"foo:bar"});
    row("a:b data:50 head:up time:10:30 tape:x",
        {"a:b", "data:50", "head:up", "time:10:30", "tape:x"});
    row("Cities:Skylines toxic:waste", {"Cities:Skylines", "toxic:waste"});
    row("heath:care qualty:80..", {"heath:care", "qualty:80.."});
    row("qualty: 50", {"qualty:", "50"});
    row("\"qualty:50\"*", {"qualty:50"});
    row("date-line:x category:x type-o:x hat:x",
        {"date-line:x", "category:x", "type-o:x", "hat:x"});
    row("https://", {"https://"});
    row("\"", {"\""});
    row(R"(""")", {R"(""")"});
    row("a \" b", {"a", "\"", "b"});
    row("\"a b", {"\"a", "b"});
    row("5\" 3.5\"", {"5\"", "3.5\""});
    row("AND", {"AND"});
    row("a or b", {"a", "or", "b"});
    row("OR", {"OR"});
    row("OR a", {"OR", "a"});
    row("a OR", {"a", "OR"});
    row("OR OR", {"OR", "OR"});
    row(R"("OR"* "a OR b"*)", {"OR", "a OR b"});
    row("NOT NEAR(a b, 3)", {"NOT", "NEAR(a", "b,", "3)"});
    row("(", {"("});
    row("a) (b", {"a)", "(b"});
    row("*", {"*"});
    row("a* ^b", {"a*", "^b"});
    row("titles:", {"titles:"});
    row("title : x", {"title", ":", "x"});
    row(":", {":"});
    row("::", {"::"});
    row("{a b}", {"{a", "b}"});
    row("a'b ''", {"a'b", "''"});
    row("'; DROP TABLE article; --", {"';", "DROP", "TABLE", "article;", "--"});
    row("%", {"%"});
    row("_ %1 %2", {"_", "%1", "%2"});
    row(R"(\ \" \)", {"\\", R"(\")", "\\"});
    row("a+b=c&d|e", {"a+b=c&d|e"});
    row(",", {","});
    row("..", {".."});
    row("- -", {"-", "-"});
    row(":)", {":)"});
    row(":-( x", {":-(", "x"});
    row("f() g(x) h(x", {"f()", "g(x)", "h(x"});
    row("((", {"(("});
    row("))", {"))"});
    row("(a b", {"(a", "b"});
    row("(\"a b\"*", {"(", "a b"});
    row("((a b", {"((a", "b"});
    row("(-a -(", {"(-a", "-("});
    row("a (OR b", {"a", "(OR", "b"});
    row("a)", {"a)"});
    row("<b>bold</b>", {"<b>bold</b>"});
    row("xquality:50", {"xquality:50"});
    row("--quality:50", {"--quality:50"});
    row("x(quality:50)", {"x(quality:50)"});
    row("qualities:50", {"qualities:50"});
    row("\u65b0\u805e \U0001f98a", {"\u65b0\u805e", "\U0001f98a"});
    row("e\u0301 \u202eoverride", {"e\u0301", "\u202eoverride"});
    row("a\u00a0b\u2028c", {"a", "b", "c"});
    const QChar nulled[] = {u'a', u'\0', u'b', u'\0'};
    QTest::newRow("nul") << QString(nulled, 4) << list({"a", "b"});
    const QString surrogate = QString(QChar(0xD800)) + u'x';
    QTest::newRow("lone surrogate") << surrogate << QStringList{surrogate};
}

void TestQueryText::takesRawTextAsWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    Query expected;
    expected.words = words;
    const Query query = parsed(text);
    QCOMPARE(query.words, words);
    QVERIFY(query == expected);
    QVERIFY(parsed(queryText(query)) == query);
}

void TestQueryText::takesLongListsOfNames()
{
    Query query;
    for (int i = 0; i < 5000; ++i) {
        query.topics.append(QStringLiteral("Topic %1").arg(i));
    }
    QVERIFY(parsed(queryText(query)) == query);
}

void TestQueryText::readsAndWritesSortOrders()
{
    for (const char *name :
         {"date", "-date", "quality", "-quality", "heat", "-heat", "title", "-title"}) {
        const QString text = QString::fromLatin1(name);
        const auto order = parseSortOrder(text);
        QVERIFY2(order, name);
        QCOMPARE(sortOrderText(*order), text);
        QCOMPARE(order->reversed, text.startsWith(u'-'));
    }
    for (const char *name : {"", "-", "--date", "dates", " date", "date-"}) {
        QVERIFY2(!parseSortOrder(QString::fromLatin1(name)), name);
    }
}

QTEST_GUILESS_MAIN(TestQueryText)
#include "tst_querytext.moc"
