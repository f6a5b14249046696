// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/countline.h"
#include "query/querytext.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

Query read(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

QueryAnswer answerOf(int articles, int mentions)
{
    QueryAnswer answer;
    answer.articles = articles;
    answer.mentions = mentions;
    return answer;
}

} // namespace

class TestCountLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headline_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("articles");
        QTest::addColumn<int>("mentions");
        QTest::addColumn<QString>("headline");
        QTest::newRow("none") << QString() << 0 << 0 << u"0 articles"_s;
        QTest::newRow("one") << QString() << 1 << 0 << u"1 article"_s;
        QTest::newRow("many") << QString() << 1161 << 0 << u"1,161 articles"_s;
        QTest::newRow("both") << u"is:any"_s << 2 << 1 << u"2 articles"_s;
        QTest::newRow("a mention") << u"is:mention"_s << 0 << 1 << u"1 mention"_s;
        QTest::newRow("mentions") << u"is:mention"_s << 0 << 2000 << u"2,000 mentions"_s;
    }

    void headline()
    {
        QFETCH(QString, query);
        QFETCH(int, articles);
        QFETCH(int, mentions);
        QFETCH(QString, headline);
        QCOMPARE(countHeadline(read(query), answerOf(articles, mentions)), headline);
    }

    void sentence_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *query, const QString &sentence) {
            QTest::newRow(query) << QString::fromUtf8(query) << sentence;
        };
        row("", {});
        row("sort:title", {});
        row("is:any topic:\"Diablo 4\" date:2021-06..2023-05",
            u"and 1 mention, on Diablo 4, June 2021 to May 2023"_s);
        row("topic:A,B,C", u"on A, B or C"_s);
        row("provider:a.example,b.example", u"from a.example or b.example"_s);
        row("red fox", u"with red fox"_s);
        row("date:2021-06", u"June 2021"_s);
        row("date:2021..", u"since January 2021"_s);
        row("date:..2021", u"until December 2021"_s);
        row("date:2021-06-10", u"10 Jun 2021"_s);
        row("date:2021-06-10..2021-06-30", u"10 Jun 2021 to 30 Jun 2021"_s);
        row("date:2021-06-02..", u"since 2 Jun 2021"_s);
        row("date:..2021-06-29", u"until 29 Jun 2021"_s);
        row("date:none", u"undated"_s);
        row("date:2021-06,none", u"June 2021 or undated"_s);
        row("quality:80..", u"quality 80 and up"_s);
        row("quality:50..1200", u"quality 50 to 1,200"_s);
        row("quality:..40", u"quality up to 40"_s);
        row("quality:54", u"quality 54"_s);
        row("quality:none", u"unrated"_s);
        row("quality:80..,none", u"quality 80 and up or unrated"_s);
        row("fox topic:A date:2021..,none quality:80..,none",
            u"on A, with fox, since January 2021 or undated, quality 80 and up or unrated"_s);
        row("is:mention", u"known only by what others say of them"_s);
        row("is:unpublished", u"held back by their publishers"_s);
    }

    void sentence()
    {
        QFETCH(QString, query);
        QFETCH(QString, sentence);
        QCOMPARE(countSentence(read(query), answerOf(1161, 1), false), sentence);
        const QString more = u"More arrive as they are read."_s;
        QCOMPARE(countSentence(read(query), answerOf(1161, 1), true),
                 sentence.isEmpty() ? more : sentence + u". "_s + more);
    }

    void noMentionIsNotMentioned()
    {
        QCOMPARE(countSentence(read(u"is:any"_s), answerOf(3, 0), false), QString());
    }

    void unsafeTextIsNeutralised()
    {
        Query query;
        query.topics = {u"a\u202e\n%1"_s, u"b"_s};
        query.words = {u"c\u200b"_s};
        QCOMPARE(countSentence(query, answerOf(1, 0), false), u"on a %1 or b, with c"_s);
    }

    void saysWhatToLeaveOut_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *query, const QString &sentence) {
            QTest::newRow(query) << QString::fromUtf8(query) << sentence;
        };
        row("red fox", u"Without the words red fox there are 10."_s);
        row("topic:A,B", u"Without the topic A or B there are 20."_s);
        row("provider:a.example", u"Without the provider a.example there are 30."_s);
        row("date:2021", u"Without the dates there are 40."_s);
        row("quality:80..", u"Without quality 80 and up there are 1,610."_s);
        row("quality:none", u"Without unrated alone there are 1,610."_s);
        row("fox topic:A date:2021", u"Without the dates there are 40."_s); // the most
        row("\"red fox\"", u"Without “red fox” there are 50."_s);
        row("title:\"red fox\"", u"Without “title with “red fox”” there are 50."_s);
        row("", {});
        row("is:mention", {});
    }

    void saysWhatToLeaveOut()
    {
        QFETCH(QString, query);
        QFETCH(QString, sentence);
        QueryAnswer answer;
        answer.withoutWords = 10;
        answer.withoutTopics = 20;
        answer.withoutProviders = 30;
        answer.withoutDate = 40;
        answer.withoutQuality = 1610;
        answer.withoutCondition = {50};
        QCOMPARE(nothingSentence(read(query), answer), sentence);
        QCOMPARE(nothingSentence(read(query), QueryAnswer()), QString()); // nothing helps
    }

    void hintsAtAKeyThatWasTypedWrong()
    {
        QueryAnswer answer;
        answer.withoutWords = 10;
        QCOMPARE(
            nothingSentence(read(u"qualty:80.."_s), answer),
            u"qualty: is no key, so it is looked for as a word. Write quality:80.. for the key. "
            "Without the words qualty:80.. there are 10."_s);
        answer.ids = {1}; // meant as it stands
        QCOMPARE(nothingSentence(read(u"Cities:Skylines"_s), answer),
                 u"Without the words Cities:Skylines there are 10."_s);
    }

private:
    const English m_english;
};

QTEST_GUILESS_MAIN(TestCountLine)
#include "tst_countline.moc"
