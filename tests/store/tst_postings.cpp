// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a word is found in the very articles that have it, however the archive grew.
#include "store/connection_p.h"
#include "store/postinglists_p.h"
#include "store/postings_p.h"
#include "store/tokenizer_p.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class PostingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWords_data();
    void findsWords();
    void findsPhrases_data();
    void findsPhrases();
    void whatIsCancelledEnds();
    void brokenPagesAreRefused();
    void idsFarApart();

private:
    QString textOf(int number, StoreTerm::Kind kind) const;
    void change(int number, const QString &text);

    QRandomGenerator m_random{7};
    ArchiveBuilder m_archive;
    QMap<int, Article> m_articles; ///< by number
};

namespace
{

const QStringList Words{u"a"_s,   u"an"_s,      u"ant"_s,   u"anthill"_s, u"be"_s,
                        u"bee"_s, u"beehive"_s, u"c"_s,     u"cat"_s,     u"cattle"_s,
                        u"été"_s, u"мы"_s,      u"мышь"_s,  u"東"_s,      u"7"_s,
                        u"70"_s,  u"700"_s,     u"zebra"_s, u"zebras"_s};

// Accents do not count.
QString plain(QString text)
{
    return text.replace(u'é', u'e');
}

std::optional<int> columnOf(StoreTerm::Kind kind)
{
    switch (kind) {
    case StoreTerm::Kind::Title: return 0;
    case StoreTerm::Kind::Excerpt: return 1;
    default: return std::nullopt;
    }
}

bool holdsWord(const QString &word, const QString &asked, WordEnd end)
{
    return end == WordEnd::Whole ? word == asked : word.startsWith(asked);
}

StoreTerm termOf(StoreTerm::Kind kind, const QString &text, WordEnd end)
{
    return {kind, text, {}, end == WordEnd::Whole};
}

/// Whether these words stand there one behind the other, the last one perhaps going on.
bool holds(const QString &text, const QStringList &phrase, WordEnd end)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype begin = 0; begin + phrase.size() <= words.size(); ++begin) {
        const qsizetype last = phrase.size() - 1;
        if (words.mid(begin, last) == phrase.mid(0, last) &&
            holdsWord(words.at(begin + last), phrase.at(last), end)) {
            return true;
        }
    }
    return false;
}

QString someWords(QRandomGenerator &random)
{
    QStringList words;
    // A text of many words has places that do not fit on one page of the index.
    const int count = random.bounded(60) == 0 ? 9000 : random.bounded(6);
    const int kinds = random.bounded(1, int(Words.size()) + 1);
    for (int i = 0; i < count; ++i) {
        words << Words.at(random.bounded(kinds));
    }
    return words.join(u' ');
}

} // namespace

void PostingsTest::change(int number, const QString &text)
{
    Article article = makeArticle(number);
    article.title = text.left(20);
    article.excerpt = text.mid(20);
    article.provider = {};
    m_archive.add(article);
    m_articles[number] = article;
}

// Many commits, most of which change what was there: so the index comes in several parts, and the
// newer ones take back what the older ones say.
void PostingsTest::initTestCase()
{
    for (int commit = 0; commit < 40; ++commit) {
        QSet<int> changed;
        for (int i = 0; i < 20; ++i) {
            const int number = m_random.bounded(1, 400);
            if (!changed.contains(number)) {
                changed.insert(number);
                change(number, someWords(m_random));
            }
        }
        QCOMPARE(m_archive.commit().error, QString());
    }
}

namespace
{
/// Of one text: everywhere and in either field, whole and going on.
template <typename Asked>
void addRows(const QString &name, const Asked &asked)
{
    for (const WordEnd end : {WordEnd::Open, WordEnd::Whole}) {
        const QString named = end == WordEnd::Whole ? name + u" and no more"_s : name;
        QTest::newRow(qPrintable(named)) << asked << StoreTerm::Kind::Text << end;
        QTest::newRow(qPrintable(named + u" in the title"_s))
            << asked << StoreTerm::Kind::Title << end;
        QTest::newRow(qPrintable(named + u" in the excerpt"_s))
            << asked << StoreTerm::Kind::Excerpt << end;
    }
}
} // namespace

void PostingsTest::findsWords_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<StoreTerm::Kind>("kind");
    QTest::addColumn<WordEnd>("end");
    QSet<QString> beginnings{u"q"_s, u"bees"_s};
    for (const QString &word : Words) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            beginnings.insert(word.left(length));
        }
    }
    for (const QString &beginning : std::as_const(beginnings)) {
        addRows(beginning, beginning);
    }
}

QString PostingsTest::textOf(int number, StoreTerm::Kind kind) const
{
    const Article &article = m_articles[number];
    switch (kind) {
    case StoreTerm::Kind::Title: return plain(article.title);
    case StoreTerm::Kind::Excerpt: return plain(article.excerpt);
    default: return plain(article.title + u' ' + article.excerpt);
    }
}

void PostingsTest::findsWords()
{
    QFETCH(const QString, asked);
    QFETCH(const StoreTerm::Kind, kind);
    QFETCH(const WordEnd, end);
    QList<ArticleId> expected;
    for (auto article = m_articles.cbegin(); article != m_articles.cend(); ++article) {
        const QStringList words = textOf(article.key(), kind).split(u' ');
        if (std::any_of(words.cbegin(), words.cend(),
                        [&](const QString &word) { return holdsWord(word, plain(asked), end); })) {
            expected << m_archive.idOf(*article);
        }
    }
    std::sort(expected.begin(), expected.end());
    QCOMPARE(answerOf(m_archive.store().idsOf(termOf(kind, asked, end))).toList(), expected);
    // Not because FTS5 was asked instead.
    Connection connection(m_archive.path(), Connection::Access::Reading);
    const auto ids = readPostings(connection, tokensOf(asked).value(0), end, columnOf(kind),
                                  [] { return false; });
    QVERIFY(ids);
    QCOMPARE(ids->toList(), expected);
}

void PostingsTest::findsPhrases_data()
{
    QTest::addColumn<QStringList>("phrase");
    QTest::addColumn<StoreTerm::Kind>("kind");
    QTest::addColumn<WordEnd>("end");
    for (int i = 0; i < 100; ++i) {
        QStringList phrase;
        const int kinds = m_random.bounded(1, int(Words.size()) + 1);
        for (int words = m_random.bounded(2, 5); words > 0; --words) {
            phrase << Words.at(m_random.bounded(kinds));
        }
        if (m_random.bounded(3) > 0) {
            phrase.last().truncate(m_random.bounded(1, 4));
        }
        const QString name = QString::number(i) + u": "_s + phrase.join(u' ');
        addRows(name, phrase);
    }
}

// A phrase does not go on from one field to the next.
void PostingsTest::findsPhrases()
{
    QFETCH(const QStringList, phrase);
    QFETCH(const StoreTerm::Kind, kind);
    QFETCH(const WordEnd, end);
    QStringList asked = phrase;
    std::transform(asked.cbegin(), asked.cend(), asked.begin(), plain);
    QList<ArticleId> expected;
    for (auto article = m_articles.cbegin(); article != m_articles.cend(); ++article) {
        const bool isInTitle = kind != StoreTerm::Kind::Excerpt &&
                               holds(textOf(article.key(), StoreTerm::Kind::Title), asked, end);
        const bool isInExcerpt = kind != StoreTerm::Kind::Title &&
                                 holds(textOf(article.key(), StoreTerm::Kind::Excerpt), asked, end);
        if (isInTitle || isInExcerpt) {
            expected << m_archive.idOf(*article);
        }
    }
    std::sort(expected.begin(), expected.end());
    const QString text = phrase.join(u' ');
    QCOMPARE(answerOf(m_archive.store().idsOf(termOf(kind, text, end))).toList(), expected);
    // Not because FTS5 was asked instead.
    Connection connection(m_archive.path(), Connection::Access::Reading);
    const auto ids =
        readPhrase(connection, tokensOf(text), end, columnOf(kind), [] { return false; });
    QVERIFY(ids);
    QCOMPARE(ids->toList(), expected);
}

void PostingsTest::whatIsCancelledEnds()
{
    Connection connection(m_archive.path(), Connection::Access::Reading);
    int looks = 0;
    const auto isCancelled = [&looks] { return ++looks > 0; };
    QVERIFY(readPostings(connection, "a", WordEnd::Open, std::nullopt, isCancelled));
    QCOMPARE(looks, 1);
    QVERIFY(readPhrase(connection, {"a", "a"}, WordEnd::Open, std::nullopt, isCancelled));
    QCOMPARE(looks, 2);
}

// Whatever stands on a page, it is read or refused.
void PostingsTest::brokenPagesAreRefused()
{
    QList<QByteArray> pages;
    {
        Connection connection(m_archive.path(), Connection::Access::Reading);
        auto rows =
            connection.run("SELECT block FROM article_fts_data WHERE id > 1000 ORDER BY id");
        while (rows.next()) {
            pages << rows.bytes(0);
        }
    }
    int refused = 0;
    for (int round = 0; round < 2000; ++round) {
        PostingLists lists(1000, round % 2 == 0 ? std::optional(1) : std::nullopt);
        lists.beginSegment({round % 3 == 0 ? "1" : "0", false});
        try {
            for (int page = 0; page < 4; ++page) {
                QByteArray bytes = pages.at(m_random.bounded(int(pages.size())));
                for (int changes = m_random.bounded(1, 6); changes > 0; --changes) {
                    // Most of what can go wrong is in the head and behind the last term.
                    const int at = m_random.bounded(2) == 0 ? m_random.bounded(4)
                                                            : m_random.bounded(int(bytes.size()));
                    bytes[at] = char(m_random.bounded(256));
                }
                lists.takePage(bytes.left(m_random.bounded(int(bytes.size()) + 1)));
            }
            lists.endSegment();
        } catch (const UnknownForm &) {
            ++refused;
        }
        QVERIFY(lists.takeIds().size() <= 1000);
    }
    QVERIFY(refused > 0);
}

// Such an archive is nothing that an import makes.
void PostingsTest::idsFarApart()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    QCOMPARE(archive.commit().error, QString());
    archive.close();
    {
        SqlDatabase database(archive.path());
        database.run(u"UPDATE sqlite_sequence SET seq = 1 << 40 WHERE name = 'article'"_s);
    }
    archive.reopen();
    archive.beginRun();
    archive.add(makeArticle(2));
    QCOMPARE(archive.commit().error, QString());
    QCOMPARE(answerOf(archive.store().idsOf({StoreTerm::Kind::Text, u"art"_s, {}})).toList(),
             (QList<ArticleId>{1, (1LL << 40) + 1}));
}

QTEST_GUILESS_MAIN(PostingsTest)
#include "tst_postings.moc"
