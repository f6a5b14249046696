// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a word is found in the very articles that have it, however the archive grew.
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
    void findsWhatBeginsSo_data();
    void findsWhatBeginsSo();
    void idsFarApart();

private:
    using Texts = QMap<ArticleId, QString>;
    static QList<ArticleId> idsOfWordsIn(const Texts &texts, const QString &beginning);
    void change(int number, const QString &text);

    QRandomGenerator m_random{7};
    ArchiveBuilder m_archive;
    QMap<int, QString> m_texts; ///< by article
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
    m_texts[number] = plain(article.title + u' ' + article.excerpt);
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

void PostingsTest::findsWhatBeginsSo_data()
{
    QTest::addColumn<QString>("beginning");
    QSet<QString> beginnings{u"q"_s, u"bees"_s};
    for (const QString &word : Words) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            beginnings.insert(word.left(length));
        }
    }
    for (const QString &beginning : std::as_const(beginnings)) {
        QTest::newRow(qPrintable(beginning)) << beginning;
    }
}

QList<ArticleId> PostingsTest::idsOfWordsIn(const Texts &texts, const QString &beginning)
{
    QList<ArticleId> ids;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        const QStringList words = text->split(u' ');
        if (std::any_of(words.cbegin(), words.cend(),
                        [&](const QString &word) { return word.startsWith(beginning); })) {
            ids << text.key();
        }
    }
    return ids;
}

void PostingsTest::findsWhatBeginsSo()
{
    QFETCH(const QString, beginning);
    Texts texts;
    for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text) {
        texts.insert(m_archive.idOf(makeArticle(text.key())), *text);
    }
    QCOMPARE(answerOf(m_archive.store().idsOf({StoreTerm::Kind::Text, beginning, {}})),
             idsOfWordsIn(texts, plain(beginning)));
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
    QCOMPARE(answerOf(archive.store().idsOf({StoreTerm::Kind::Text, u"art"_s, {}})),
             (QList<ArticleId>{1, (1LL << 40) + 1}));
}

QTEST_GUILESS_MAIN(PostingsTest)
#include "tst_postings.moc"
