// SPDX-License-Identifier: GPL-3.0-or-later
// Words are found as people type them, and nothing that is typed is an error.
#include "store/fulltext_p.h"
#include "support/archivebuilder.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class SearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void nothingTypedIsAnError_data();
    void nothingTypedIsAnError();
    void textWithoutWordsSaysNothing();
    void longTextIsBounded();
    void looksInOneField_data();
    void looksInOneField();
    void findsWholeWords_data();
    void findsWholeWords();
    void findsWholeWordsWithoutTheKnownIndex();
    void followsLinks();
    void countsLinksAgainWhenTheArchiveChanges();

private:
    QStringList found(const QStringList &words);
    QStringList foundBy(const StoreTerm &term);
    QStringList numbersOf(const QList<ArticleId> &ids);
    std::unique_ptr<ArchiveBuilder> m_archive;
};

void SearchTest::initTestCase()
{
    m_archive = std::make_unique<ArchiveBuilder>();
    Article river = makeArticle(1);
    river.title = u"The river rises"_s;
    river.excerpt = u"C++ engineers say \"stay calm\" — O'Hara's advice."_s;
    river.provider = {u"Süddeutsche Nachrichten"_s, u"sued.example"_s, {}};
    river.topics = {u"Weather Report"_s, u"Floods"_s};
    Article tokyo = makeArticle(2);
    tokyo.title = u"東京の天気は晴れ"_s;
    tokyo.excerpt = u"GPT搭載カメラ and more"_s;
    Article cafe = makeArticle(3);
    cafe.title = u"Café society"_s;
    cafe.excerpt = u"A night out, Ελλάδα, Москва"_s;
    cafe.related = {relatedTo(makeArticle(4))};
    Article han = makeArticle(5);
    han.title = u"東京 Zoé 東"_s;
    m_archive->add(han);
    m_archive->add(river);
    m_archive->add(tokyo);
    m_archive->add(cafe);
    QCOMPARE(m_archive->commit().error, QString());
}

QStringList SearchTest::numbersOf(const QList<ArticleId> &ids)
{
    QStringList numbers;
    for (const ArticleCard &card : answerOf(m_archive->store().cards(ids))) {
        numbers.append(card.key.section(u'/', -1));
    }
    return numbers;
}

QStringList SearchTest::found(const QStringList &words)
{
    return numbersOf(idsWith(m_archive->store(), words));
}

QStringList SearchTest::foundBy(const StoreTerm &term)
{
    return numbersOf(answerOf(m_archive->store().idsOf(term)).toList());
}

void SearchTest::finds_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const QStringList none;
    QTest::newRow("a word") << QStringList{u"river"_s} << QStringList{u"1"_s};
    QTest::newRow("its beginning") << QStringList{u"riv"_s} << QStringList{u"1"_s};
    QTest::newRow("not its middle") << QStringList{u"iver"_s} << none;
    QTest::newRow("any case") << QStringList{u"RIVER"_s} << QStringList{u"1"_s};
    QTest::newRow("all words") << QStringList{u"river"_s, u"calm"_s} << QStringList{u"1"_s};
    QTest::newRow("one is missing") << QStringList{u"river"_s, u"society"_s} << none;
    QTest::newRow("without accents") << QStringList{u"cafe"_s} << QStringList{u"3"_s};
    QTest::newRow("with other accents") << QStringList{u"càfé"_s} << QStringList{u"3"_s};
    QTest::newRow("in the excerpt") << QStringList{u"engineers"_s} << QStringList{u"1"_s};
    QTest::newRow("in the provider") << QStringList{u"suddeutsche"_s} << QStringList{u"1"_s};
    QTest::newRow("in a topic") << QStringList{u"flood"_s} << QStringList{u"1"_s};
    QTest::newRow("a phrase") << QStringList{u"weather report"_s} << QStringList{u"1"_s};
    QTest::newRow("a phrase turned round") << QStringList{u"report weather"_s} << none;
    QTest::newRow("a mention") << QStringList{u"4"_s} << QStringList{u"4"_s};
    QTest::newRow("Greek") << QStringList{u"ελλάδ"_s} << QStringList{u"3"_s};
    QTest::newRow("Cyrillic") << QStringList{u"моск"_s} << QStringList{u"3"_s};
    QTest::newRow("Han in the middle") << QStringList{u"天気"_s} << QStringList{u"2"_s};
    QTest::newRow("one character") << QStringList{u"晴"_s} << QStringList{u"2"_s};
    QTest::newRow("Han turned round") << QStringList{u"気天"_s} << none;
    QTest::newRow("Latin beside Han") << QStringList{u"GPT搭載"_s} << QStringList{u"2"_s};
    QTest::newRow("Katakana") << QStringList{u"カメラ"_s} << QStringList{u"2"_s};
}

void SearchTest::finds()
{
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, expected);
    QCOMPARE(found(words), expected);
}

void SearchTest::nothingTypedIsAnError_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("findsRiver");
    const QPair<const char *, bool> words[] = {
        {"c++", true},       {"-river", true},     {"o'hara", true},
        {"\"stay", true},    {"stay\"", true},     {"a\"b", false},
        {"\"", true},        {"\"\"", true},       {"*", true},
        {"river*", true},    {"^river", true},     {"title:river", false},
        {"(river", true},    {"river)", true},     {"{title}", false},
        {"river OR", false}, {"NEAR(a b)", false}, {"AND", false},
        {"NOT", false},      {"river;", true},     {"'; DROP TABLE article; --", false},
        {"%", true},         {"_", true},          {"+", true},
        {"\\", true},        {"river\\", true},    {"😀", true},
        {"?", true},         {":river", true},     {"@river", true},
        {"river,", true},
    };
    for (const auto &[word, findsRiver] : words) {
        QTest::newRow(word) << QString::fromUtf8(word) << findsRiver;
    }
    QTest::newRow("NUL") << u"ri"_s + QChar::Null + u"ver"_s << true;
    QTest::newRow("half a character") << u"river"_s + QChar(0xd83d) << true;
}

void SearchTest::nothingTypedIsAnError()
{
    QFETCH(const QString, word);
    QFETCH(const bool, findsRiver);
    QCOMPARE(found({word}).contains("1"_L1), findsRiver);
    QCOMPARE(answerOf(m_archive->store().stats()).articles, 4);
}

void SearchTest::textWithoutWordsSaysNothing()
{
    QCOMPARE(found({u"  "_s}).size(), 5);
    QCOMPARE(found({u"-"_s}).size(), 5);
    QCOMPARE(found({u"river"_s, u"-"_s}), QStringList{u"1"_s});
}

void SearchTest::longTextIsBounded()
{
    QCOMPARE(found({QString(1'000'000, u'a')}), QStringList());
}

void SearchTest::looksInOneField_data()
{
    QTest::addColumn<StoreTerm::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList none;
    QTest::newRow("title") << StoreTerm::Kind::Title << u"river"_s << QStringList{u"1"_s};
    QTest::newRow("not the excerpt") << StoreTerm::Kind::Title << u"calm"_s << none;
    QTest::newRow("excerpt") << StoreTerm::Kind::Excerpt << u"calm"_s << QStringList{u"1"_s};
    QTest::newRow("not the title") << StoreTerm::Kind::Excerpt << u"river"_s << none;
    QTest::newRow("Han in the title") << StoreTerm::Kind::Title << u"天気"_s << QStringList{u"2"_s};
    QTest::newRow("not in the excerpt") << StoreTerm::Kind::Excerpt << u"天気"_s << none;
    QTest::newRow("Katakana") << StoreTerm::Kind::Excerpt << u"カメラ"_s << QStringList{u"2"_s};
    // What the index finds anywhere, it finds there: in any case, with any accents and spaces.
    for (const QString &text : {u"gpt搭載"_s, u"GPT 搭載"_s, u"gpt 搭 載"_s, u"gpt-搭載カ"_s}) {
        QTest::newRow(qPrintable(text)) << StoreTerm::Kind::Excerpt << text << QStringList{u"2"_s};
        QTest::newRow(qPrintable(text + u" in the title"_s))
            << StoreTerm::Kind::Title << text << none;
    }
    QTest::newRow("accents beside Han")
        << StoreTerm::Kind::Title << u"東京 zoe"_s << QStringList{u"5"_s};
    QTest::newRow("its beginning beside Han")
        << StoreTerm::Kind::Title << u"京zo"_s << QStringList{u"5"_s};
    QTest::newRow("not its middle beside Han") << StoreTerm::Kind::Title << u"oé 東"_s << none;
}

void SearchTest::looksInOneField()
{
    QFETCH(const StoreTerm::Kind, kind);
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(foundBy({kind, text, {}}), expected);
}

void SearchTest::findsWholeWords_data()
{
    QTest::addColumn<StoreTerm::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    using Kind = StoreTerm::Kind;
    const QStringList none;
    QTest::newRow("a word") << Kind::Text << u"RIVER"_s << QStringList{u"1"_s};
    QTest::newRow("its beginning") << Kind::Text << u"rive"_s << none;
    QTest::newRow("one letter that begins words") << Kind::Text << u"r"_s << none;
    QTest::newRow("two letters that begin words") << Kind::Text << u"ri"_s << none;
    QTest::newRow("one letter that is a word") << Kind::Text << u"c"_s << QStringList{u"1"_s};
    QTest::newRow("signs do not count") << Kind::Text << u"c++"_s << QStringList{u"1"_s};
    QTest::newRow("words in order") << Kind::Text << u"weather report"_s << QStringList{u"1"_s};
    QTest::newRow("the last one cut") << Kind::Text << u"weather repor"_s << none;
    QTest::newRow("in the title") << Kind::Title << u"river rises"_s << QStringList{u"1"_s};
    QTest::newRow("a beginning there") << Kind::Title << u"river rise"_s << none;
    QTest::newRow("in the excerpt") << Kind::Excerpt << u"calm"_s << QStringList{u"1"_s};
    QTest::newRow("a beginning in it") << Kind::Excerpt << u"cal"_s << none;
    QTest::newRow("Han") << Kind::Text << u"天気"_s << QStringList{u"2"_s};
    QTest::newRow("one Han character") << Kind::Text << u"晴"_s << QStringList{u"2"_s};
    QTest::newRow("Han in the title") << Kind::Title << u"天気"_s << QStringList{u"2"_s};
    QTest::newRow("Latin beside Han") << Kind::Text << u"gpt搭載"_s << QStringList{u"2"_s};
    // Of a text that is cut, nobody knows where its last word would end.
    const QString cut = u"river rises "_s.repeated(21) + u"rivers "_s;
    QTest::newRow("more than is looked at") << Kind::Text << cut << none;
}

void SearchTest::findsWholeWords()
{
    QFETCH(const StoreTerm::Kind, kind);
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(foundBy({kind, text, {}, true}), expected);
}

// An archive of another SQLite may hold its index in another form: then FTS5 is asked itself.
void SearchTest::findsWholeWordsWithoutTheKnownIndex()
{
    using Kind = StoreTerm::Kind;
    for (const auto &[kind, text, isWhole, matched] :
         {std::tuple(Kind::Text, u"ri\"ver"_s, false, u"\"ri\"\"ver\" *"_s),
          std::tuple(Kind::Text, u"ri\"ver"_s, true, u"\"ri\"\"ver\""_s),
          std::tuple(Kind::Title, u"river"_s, true, u"title : \"river\""_s),
          std::tuple(Kind::Excerpt, u"river"_s, false, u"excerpt : \"river\" *"_s),
          std::tuple(Kind::Title, u"天"_s, true, u"segmented : \"天\""_s)}) {
        QCOMPARE(matchExpression({kind, text, {}, isWhole}, searchedText(text)), matched);
    }
    const StoreTerm cut{Kind::Text, QString(MaxTermCharacters + 1, u'a'), {}, true};
    QVERIFY(matchExpression(cut, searchedText(cut.text)).endsWith(u'*'));
}

void SearchTest::followsLinks()
{
    const QString cafe = makeArticle(3).key.toString();
    const QString mention = makeArticle(4).key.toString();
    QCOMPARE(foundBy({StoreTerm::Kind::Address, cafe, {}}), QStringList{u"3"_s});
    QCOMPARE(foundBy({StoreTerm::Kind::Address, mention, {}}), QStringList{u"4"_s});
    QCOMPARE(foundBy({StoreTerm::Kind::Address, cafe + u"x"_s, {}}), QStringList());
    QCOMPARE(foundBy({StoreTerm::Kind::Cites, mention, {}}), QStringList{u"3"_s});
    QCOMPARE(foundBy({StoreTerm::Kind::CitedBy, cafe, {}}), QStringList{u"4"_s});
    QCOMPARE(foundBy({StoreTerm::Kind::CitedBy, mention, {}}), QStringList());
    QCOMPARE(foundBy({StoreTerm::Kind::Cites, u"no address"_s, {}}), QStringList());
    QCOMPARE(foundBy({StoreTerm::Kind::Cited, {}, {1, {}}}), QStringList{u"4"_s});
    QCOMPARE(foundBy({StoreTerm::Kind::Cited, {}, {2, {}}}), QStringList());
    QCOMPARE(foundBy({StoreTerm::Kind::Cited, {}, {{}, 0}}).size(), 4);
    QCOMPARE(foundBy({StoreTerm::Kind::Cited, {}, {0, 1}}).size(), 5);
}

void SearchTest::countsLinksAgainWhenTheArchiveChanges()
{
    ArchiveBuilder archive;
    const auto cited = [&](const ScoreRange &count) {
        return answerOf(archive.store().idsOf({StoreTerm::Kind::Cited, {}, count})).toList();
    };
    Article first = makeArticle(1);
    first.related = {relatedTo(makeArticle(2))};
    archive.add(first);
    QCOMPARE(archive.commit().error, QString());
    const ArticleId second = archive.idOf(makeArticle(2));
    QCOMPARE(cited({1, {}}), QList<ArticleId>{second});
    QCOMPARE(cited({2, {}}), QList<ArticleId>());
    Article third = makeArticle(3);
    third.related = first.related;
    archive.add(third);
    QCOMPARE(archive.commit().error, QString());
    QCOMPARE(cited({2, {}}), QList<ArticleId>{second});
    QCOMPARE(cited({{}, 1}), (QList<ArticleId>{archive.idOf(first), archive.idOf(third)}));
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
