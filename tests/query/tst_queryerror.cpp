// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querytext.h"

#include <QTest>

using namespace Microfiche;

class TestQueryError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksThePlaceAndSaysWhatWouldBeRight_data();
    void marksThePlaceAndSaysWhatWouldBeRight();
    void refusesMoreWordsThanASearchTakes();
    void refusesMoreCharactersThanASearchTakes();
    void answersBombs_data();
    void answersBombs();
    void marksAPlaceInsideAnyTextThatFails();
    void hintsAtKeysThatAreTypedWrong_data();
    void hintsAtKeysThatAreTypedWrong();
    void hintsAtBracketsThatAreWrittenBack();
    void cutsLongTextsInMessages();
};

namespace
{

/// Texts with the place that is to be marked between ‹ and ›.
struct Case {
    const char *text;
    const char *message;
};

constexpr Case Cases[] = {
    {"quality:‹8o..›", "8o.. is not a number. Write quality:80.. for 80 and up."},
    {"red quality:‹high› fox", "high is not a number. Write quality:80.. for 80 and up."},
    {"quality:‹50-80›", "50-80 is not a number. Write quality:50..80 for a range."},
    {"quality:‹80..50›", "80..50 runs backwards. Write quality:50..80."},
    {"quality:‹-5..›", "-5.. is below 0, and nothing is. Write quality:..40 for 40 and under."},
    {"quality:‹2147483648›", "2147483648 is too large a number. Write quality:80.. for 80 and up."},
    {"quality:‹1...2›", "1...2 is not a number. Write quality:80.. for 80 and up."},
    {"quality:‹..›", ".. has no end. Write quality:80.. for 80 and up."},
    {"‹quality:› 50", "quality: needs a score. Write quality:80.. for 80 and up."},
    {"quality:50‹,›", "quality: needs a score. Write quality:80.. for 80 and up."},
    {"quality:‹,›50", "quality: needs a score. Write quality:80.. for 80 and up."},
    {"quality:‹\"\"›", "quality: needs a score. Write quality:80.. for 80 and up."},
    {"quality:1..2,‹5..6›",
     "5..6 is a second range. Keep one, and none beside it for those without a value."},
    {"quality:1 ‹quality:2..3›", "quality: stands here twice. Keep one of the two."},
    {"date:‹soon›", "soon is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹23›", "23 is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹2023/07›", "2023/07 is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹0000›", "0000 is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹2023-07-01-02›",
     "2023-07-01-02 is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹2023-13›", "2023-13 does not exist: months are 01 to 12. Write date:2023-07."},
    {"date:‹2023-00-01›", "2023-00-01 does not exist: months are 01 to 12. Write date:2023-07."},
    {"date:‹2023-02-30›", "2023-02-30 does not exist: 2023-02 has 28 days. Write date:2023-02-28."},
    {"date:‹2023-02-00›", "2023-02-00 does not exist: 2023-02 has 28 days. Write date:2023-02-28."},
    {"date:‹2023-06..2023-06-31›",
     "2023-06-31 does not exist: 2023-06 has 30 days. Write date:2023-06-30."},
    {"date:‹2023-07..2023-06›", "2023-07..2023-06 runs backwards. Write date:2023-06..2023-07."},
    {"date:‹..›", ".. has no end. Write date:2023-07.. for July 2023 and later."},
    {"date:‹>›", "> is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹=>2023›", ">2023 is not a date. Write date:2023, date:2023-07 or date:2023-07-01."},
    {"date:‹>=2023-02-30›",
     "2023-02-30 does not exist: 2023-02 has 28 days. Write date:2023-02-28."},
    {"date:‹>9999›", ">9999 is no time: years are 0001 to 9999. Write date:>=2023."},
    {"date:‹<0001›", "<0001 is no time: years are 0001 to 9999. Write date:>=2023."},
    {"‹date:›", "date: needs a day, a month or a year. Write date:2023-07."},
    {"date:2023 ‹date:none›", "date: stands here twice. Keep one of the two."},
    {"‹provider:›", "provider: needs a domain or a name. Write provider:wsj.com."},
    {"‹topic:›", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"topic:a‹,› b", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"topic:a,‹\" \"›", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"topic:a,‹,›b", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"topic:‹\"AI Hard›", "The quote is not closed. Write \"AI Hard\" with a quote at its end."},
    {"topic:\"AI\"‹ware› x",
     "ware stands right behind a quote. Put a space or a comma between them."},
    {"is:‹old›",
     "old is nothing an article can be. Write is:unread, is:seen, is:starred, is:mention, "
     "is:any, is:unpublished or is:removed."},
    {"is:‹picture›", "picture is nothing an article can be. Write is:unread, is:seen, is:starred, "
                     "is:mention, is:any, is:unpublished or is:removed."},
    {"‹is:›",
     "is: needs unread, seen, starred, mention, any, unpublished or removed. Write is:mention."},
    {"has:‹sound›",
     "sound is nothing an article can have here. Write has:picture, has:related, has:body, "
     "has:tag or has:note."},
    {"has:picture,‹unread›",
     "unread is nothing an article can have here. Write has:picture, has:related, has:body, "
     "has:tag or has:note."},
    {"‹has:›", "has: needs picture, related, body, tag or note. Write has:picture."},
    {"is:mention is:‹any›",
     "is:mention and is:any do not go together. Keep is:any for articles and mentions."},
    {"sort:‹size›", "size is not an order. Write sort:date, sort:quality, sort:heat, sort:title or "
                    "sort:provider, or sort:-date for the reverse."},
    {"sort:date,‹heat›", "heat is a second order. Keep one."},
    {"sort:date ‹sort:heat›", "sort: stands here twice. Keep one of the two."},
    {"‹sort:›", "sort: needs date, quality, heat, title or provider. Write sort:date."},
    {"heat:‹warm›", "warm is not a number. Write heat:80.. for 80 and up."},
    {"heat:‹80..50›", "80..50 runs backwards. Write heat:50..80."},
    {"heat:‹<0›", "<0 is below 0, and nothing is. Write heat:..40 for 40 and under."},
    {"‹heat:›", "heat: needs a number. Write heat:80.. for 80 and up."},
    {"heat:1 ‹heat:2›", "heat: stands here twice. Keep one of the two."},
    {"cited:‹often›", "often is not a number. Write cited:>=5 for 5 and up."},
    {"cited:‹>=›", ">= is not a number. Write cited:>=5 for 5 and up."},
    {"cited:‹=>5›", "=>5 is not a number. Write cited:>=5 for 5 and up."},
    {"cited:‹<=-1›", "<=-1 is below 0, and nothing is. Write cited:<=5 for 5 and under."},
    {"cited:‹>2147483647›", ">2147483647 is too large a number. Write cited:>=5 for 5 and up."},
    {"cited:‹9..2›", "9..2 runs backwards. Write cited:2..9."},
    {"cited:‹2-9›", "2-9 is not a number. Write cited:2..9 for a range."},
    {"cited:1,‹5›", "5 is a second count. Keep one."},
    {"‹cited:›", "cited: needs a number. Write cited:>=5 for 5 and up."},
    {"cites:‹fox›", "fox is not an address. Write cites:https://example.com/page."},
    {"cited-by:‹file:///etc›",
     "file:///etc is not an address. Write cited-by:https://example.com/page."},
    {"picture:‹moon.jpg›", "moon.jpg is not an address. Write picture:https://example.com/page."},
    {"‹picture:›", "picture: needs an address. Write picture:https://example.com/page."},
    {"‹url:›", "url: needs an address. Write url:https://example.com/page."},
    {"url:‹fox›", "fox is not an address. Write url:https://example.com/page."},
    {"‹cites:›", "cites: needs an address. Write cites:https://example.com/page."},
    {"‹cited-by:›", "cited-by: needs an address. Write cited-by:https://example.com/page."},
    {"‹title:› x", "title: needs a word. Write title:ferry."},
    {"title:‹\"night ferry›",
     "The quote is not closed. Write \"night ferry\" with a quote at its end."},
    {"title:\"night\"‹,ferry›", ",ferry stands right behind a quote. Put a space between them."},
    {"‹excerpt:›", "excerpt: needs a word. Write excerpt:ferry."},
    {"‹type:›", "type: needs a name. Write type:video."},
    {"date:‹last-month›", "last-month is not a date. Write date:last-30-days."},
    {"date:‹last-0-days›", "last-0-days is no time. Write date:last-30-days."},
    {"date:‹last-1234567-days›", "last-1234567-days is not a date. Write date:last-30-days."},
    {"date:today,‹2023›",
     "2023 is a second range. Keep one, and none beside it for those without a value."},
    {"fox OR date:‹2023..2020›", "2023..2020 runs backwards. Write date:2020..2023."},
    {"-(quality:‹x›)", "x is not a number. Write quality:80.. for 80 and up."},
    {"(‹topic:›)", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"‹-topic:›", "topic: needs a name. Write topic:\"AI Hardware\"."},
    {"(topic:\"a\"‹b›)", "b stands right behind a quote. Put a space or a comma between them."},
    {"fox OR ‹sort:date›",
     "sort: is for the whole search. Write it by itself, outside of brackets."},
    {"‹-sort:date›", "sort: is for the whole search. Write it by itself, outside of brackets."},
    {"(‹sort:date›)", "sort: is for the whole search. Write it by itself, outside of brackets."},
    {"(is:‹any› fox)", "is:any says that mentions are looked at too. Write it by itself, outside "
                       "of brackets."},
    {"-is:‹any›", "is:any says that mentions are looked at too. Write it by itself, outside of "
                  "brackets."},
    {"is:mention,‹any›", "is:any says that mentions are looked at too. Write it by itself, "
                         "outside of brackets."},
    {"is:‹any› OR fox", "is:any says that mentions are looked at too. Write it by itself, "
                        "outside of brackets."},
    {"((((((((((((((((‹(›fox)))))))))))))))))",
     "Brackets go 16 deep at most. Take out those that are not needed."},
    {"quality:‹%1%2..›", "%1%2.. is not a number. Write quality:80.. for 80 and up."},
};

std::optional<QueryError> errorOf(const QString &text)
{
    const auto answer = parseQuery(text);
    const auto *error = std::get_if<QueryError>(&answer);
    return error ? std::optional(*error) : std::nullopt;
}

} // namespace

void TestQueryError::marksThePlaceAndSaysWhatWouldBeRight_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QueryError>("error");
    for (const Case &row : Cases) {
        const QString marked = QString::fromUtf8(row.text);
        const qsizetype begin = marked.indexOf(u'‹');
        const qsizetype end = marked.indexOf(u'›');
        QString text = marked;
        text.remove(u'‹').remove(u'›');
        QTest::newRow(row.text) << text
                                << QueryError{begin, end - begin - 1,
                                              QString::fromUtf8(row.message)};
    }
}

void TestQueryError::marksThePlaceAndSaysWhatWouldBeRight()
{
    QFETCH(QString, text);
    QFETCH(QueryError, error);
    const auto found = errorOf(text);
    QVERIFY(found);
    QCOMPARE(found->message, error.message);
    QCOMPARE(found->position, error.position);
    QCOMPARE(found->length, error.length);
}

void TestQueryError::refusesMoreWordsThanASearchTakes()
{
    const QString most = QStringLiteral("a ").repeated(MaxQueryWords);
    QVERIFY(!errorOf(most));
    const auto error = errorOf(most + QStringLiteral("bc quality:50"));
    QVERIFY(error);
    QCOMPARE(error->position, most.size());
    QCOMPARE(error->length, 2);
    QCOMPARE(error->message,
             QStringLiteral("A search takes 64 words at most. Leave out the rest."));
    QVERIFY(errorOf(QStringLiteral("fox OR ").repeated(100'000)));
}

void TestQueryError::refusesMoreCharactersThanASearchTakes()
{
    QVERIFY(!errorOf(QString(MaxQueryWordCharacters, u'x')));
    const auto error = errorOf(QString(MaxQueryWordCharacters + 1, u'x'));
    QVERIFY(error);
    QCOMPARE(error->length, MaxQueryWordCharacters + 1);
    QVERIFY(errorOf(u'"' + QStringLiteral("fox ").repeated(100'000) + u'"'));
}

void TestQueryError::answersBombs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &text, const char *message) {
        QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    constexpr int many = 100'000;
    const auto times = [](const char *text) { return QString::fromLatin1(text).repeated(many); };
    const char *words = "A search takes 64 words at most. Leave out the rest.";
    const char *characters =
        "A search takes 1,024 characters of words at most. Leave out the rest.";
    const char *clauses = "A search takes 256 clauses and brackets at most. Leave out the rest.";
    const char *depth = "Brackets go 16 deep at most. Take out those that are not needed.";
    row("words", times("fox "), words);
    row("alternatives", times("fox OR "), words);
    row("without", times("-fox "), words);
    row("titles", times("title:fox "), words);
    row("addresses", times("cites:http://a.example "), words);
    row("counts", times("cited:1 "), words);
    row("a long word", times("fox"), characters);
    row("a long phrase", u'"' + times("fox ") + u'"', characters);
    row("a megabyte of open brackets", times("((((((((((("), clauses);
    row("open brackets apart", times("( "), words);
    row("closing brackets", times(")))))))))))"), characters);
    row("nested", times("(") + u'x' + times(")"), clauses);
    row("nested less", QString(200, u'(') + QStringLiteral("x y") + QString(200, u')'), depth);
    row("nested opposites", QStringLiteral("-(").repeated(100) + u'x' + QString(100, u')'), depth);
    row("groups", times("(is:unread) "), clauses);
    row("clauses", times("has:body "), clauses);
    row("excluded", times("-topic:a "), clauses);
    row("minus", times("-"), characters);
    row("quotes", times("\"") + u'"', characters);
}

void TestQueryError::answersBombs()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto error = errorOf(text);
    QVERIFY(error);
    QCOMPARE(error->message, message);
    QVERIFY(error->position >= 0 && error->length > 0);
    QVERIFY(error->position + error->length <= text.size());
}

void TestQueryError::marksAPlaceInsideAnyTextThatFails()
{
    // Everything that can be cut from the texts above: what a person sees while typing them.
    for (const Case &row : Cases) {
        QString text = QString::fromUtf8(row.text);
        text.remove(u'‹').remove(u'›');
        for (qsizetype length = 0; length <= text.size(); ++length) {
            if (const auto error = errorOf(text.left(length))) {
                QVERIFY(error->position >= 0 && error->length > 0);
                QVERIFY2(error->position + error->length <= length, qPrintable(text.left(length)));
                QVERIFY(!error->message.isEmpty());
            }
        }
    }
}

void TestQueryError::hintsAtKeysThatAreTypedWrong_data()
{
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, const char *typed = "", const char *right = "") {
        QTest::newRow(text) << (*typed == 0
                                    ? QString()
                                    : QStringLiteral("%1 is no key, so it is looked for as "
                                                     "a word. Write %2 for the key.")
                                          .arg(QString::fromUtf8(typed), QString::fromUtf8(right)));
    };
    row("red ‹qualty:›50..80 fox", "qualty:", "quality:50..80");
    row("-‹Topics:›AI", "Topics:", "topic:AI");
    row("‹dates:›2023", "dates:", "date:2023");
    row("(‹haet:›80 OR a)", "haet:", "heat:80");
    row("‹Cities:›Skylines", "Cities:", "cites:Skylines");
    row("fox");
    row("quality:80..");
    row("\"qualty:80\"");
    row("qualty: 80");
    row("haet://x");
    const auto bracket = [](const char *text, const char *message) {
        QTest::newRow(text) << QString::fromUtf8(message);
    };
    bracket("fox ‹AND› hare", "AND is looked for as a word. Write fox hare: what stands side by "
                              "side must all hold.");
    bracket("topic:a ‹or› -topic:\"b c\" d",
            "or is looked for as a word. Write topic:a OR -topic:\"b c\", in capitals, for one or "
            "the other.");
    bracket("fox ‹NOT› title:hare",
            "NOT is looked for as a word. Write -title:hare to leave it out.");
    bracket("‹NOT› (a b)", "NOT is looked for as a word. Write -… to leave it out.");
    bracket("‹or› topic:a (topic:b)", "or is looked for as a word. Write topic:a OR …, in "
                                      "capitals, for one or the other.");
    for (const char *plain : {"and", "fox and hare", "AND fox", "fox AND", "NOT", "or fox",
                              "fox or", "fox \"or\" hare", "fox -AND hare", "a OR b"}) {
        row(plain);
    }
    bracket("x ‹title:(›", "The bracket behind title: is looked for as text. Write (title:ferry OR "
                           "title:…) for one of several.");
    bracket("‹(a› b", "The bracket is not closed, so (a is looked for as a word. Write ) where it "
                      "ends.");
    bracket("x ‹\"night› ferry", "The quote is not closed, so \"night is looked for as a word. "
                                 "Write another quote where it ends.");
    row(":( x");
    row("5\" disk");
    bracket("x ‹title:(rogue› OR druid)", "The bracket behind title: is looked for as text. Write "
                                          "(title:rogue OR title:…) for one of several.");
    bracket("‹topic:(a› b)", "The bracket behind topic: is looked for as text. Write "
                             "(topic:a OR topic:…) for one of several.");
    bracket("‹-(a› b", "The bracket behind the minus is not closed, so -(a is looked for as a "
                       "word. Write ) where it ends.");
    row("title:(rogue)");
    row("title:\"(rogue\"");
    row("(title:rogue OR title:druid) -(a b)");
    row(":-( x");
}

// The window knows the query as it is written back.
void TestQueryError::hintsAtBracketsThatAreWrittenBack()
{
    for (const char *text :
         {"title:(rogue OR druid)", "-(a b", "(a b", "\"night ferry", "topic:a AND topic:b"}) {
        const auto read = parseQuery(QString::fromLatin1(text));
        const auto *query = std::get_if<Query>(&read);
        QVERIFY(query && queryHint(queryText(*query)));
    }
}

// None of them is an error: it is looked for as it stands.
void TestQueryError::hintsAtKeysThatAreTypedWrong()
{
    QFETCH(QString, message);
    QString text = QString::fromUtf8(QTest::currentDataTag());
    const qsizetype start = text.indexOf(u'‹');
    const qsizetype end = text.indexOf(u'›');
    text.remove(u'‹').remove(u'›');
    QVERIFY(!errorOf(text));
    const auto hint = queryHint(text);
    QCOMPARE(hint.has_value(), !message.isEmpty());
    if (hint) {
        QCOMPARE(hint->message, message);
        QCOMPARE(hint->position, start);
        QCOMPARE(hint->length, end - start - 1);
    }
}

void TestQueryError::cutsLongTextsInMessages()
{
    const auto error = errorOf(QStringLiteral("quality:") + QString(10'000, u'x'));
    QVERIFY(error);
    QCOMPARE(error->length, 10'000);
    QVERIFY(error->message.size() < 120);
    QVERIFY(error->message.contains(u'…'));
}

QTEST_GUILESS_MAIN(TestQueryError)
#include "tst_queryerror.moc"
