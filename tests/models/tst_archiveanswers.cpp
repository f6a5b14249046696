// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the size of the archive and whatever comes meanwhile, the newest question is answered
// from all of it.
#include "models/archiveanswers.h"
#include "query/querytext.h"
#include "support/archivebuilder.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int Mentions = 25'000; // more than is read at a time

} // namespace

class TestArchiveAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_answers.reset(); }
    void aLargeArchiveIsAnsweredWhole();
    void whatIsCommittedWhileItLoadsIsThere();
    void whileOneTypesTheLastTextCounts();
    void titlesComeInTheirOrder();
    void aNewerQuestionDoesNotWaitForTitles();
    void titlesThatComeWhileTheyAreSortedAreThere();
    void anArchiveWithoutAnything();

private:
    void ask(const QString &text);

    ArchiveBuilder m_archive;
    std::unique_ptr<ArchiveAnswers> m_answers;
    QList<int> m_counts; ///< of the answers' ids
    QueryAnswer m_answer;
};

void TestArchiveAnswers::initTestCase()
{
    Article article = makeArticle(1);
    for (int number = 2; number < Mentions + 2; ++number) {
        article.related << relatedTo(makeArticle(number));
    }
    m_archive.add(article);
    QCOMPARE(m_archive.commit().error, QString());
}

void TestArchiveAnswers::init()
{
    m_counts.clear();
    m_answers = std::make_unique<ArchiveAnswers>(m_archive.store());
    connect(m_answers.get(), &ArchiveAnswers::answered, this,
            [this](const Query &, const QueryAnswer &answer) {
                m_counts << int(answer.ids.size());
                m_answer = answer;
            });
}

void TestArchiveAnswers::ask(const QString &text)
{
    m_answers->ask(std::get<Query>(parseQuery(text)));
}

void TestArchiveAnswers::aLargeArchiveIsAnsweredWhole()
{
    ask(u"is:any sort:-date"_s);
    m_answers->load();
    QTRY_COMPARE(m_counts, QList<int>{Mentions + 1});
    QCOMPARE(m_answer.archiveMentions, Mentions);
    QSet<ArticleId> ids(m_answer.ids.cbegin(), m_answer.ids.cend());
    QCOMPARE(ids.size(), Mentions + 1);
}

void TestArchiveAnswers::whatIsCommittedWhileItLoadsIsThere()
{
    ask(u"quality:0"_s);
    m_answers->load();
    Article late = makeArticle(Mentions + 10);
    late.quality = 0;
    m_archive.add(late);
    m_answers->add(m_archive.commit().index);
    QTRY_COMPARE(m_counts.value(0), 1);
    QCOMPARE(m_answer.ids, QList<ArticleId>{m_archive.idOf(late)});
}

void TestArchiveAnswers::whileOneTypesTheLastTextCounts()
{
    m_answers->load();
    for (const QString &text : {u"a"_s, u"ar"_s, u"art"_s, u"arts"_s}) {
        ask(text);
    }
    QTRY_COMPARE(m_counts, QList<int>{0});
    for (const QString &text : {u"arts"_s, u"art"_s, u"ar"_s, u"arx"_s, u"article 250"_s}) {
        ask(u"is:mention "_s + text);
    }
    QTRY_COMPARE(m_counts.size(), 2);
    QCOMPARE(m_counts.last(), 13); // 250, 2500 to 2509, 25000, 25001
}

// Numbers count as such, so articles are in the order of their numbers, which is that of their ids
// but for those that came later.
void TestArchiveAnswers::titlesComeInTheirOrder()
{
    ask(u"is:any quality:50.. sort:title"_s);
    m_answers->load();
    QTRY_COMPARE(m_counts.size(), 1);
    QCOMPARE(m_answer.ids.value(0), m_archive.idOf(makeArticle(1)));
    QCOMPARE(m_answer.ids.value(1), m_archive.idOf(makeArticle(2)));
    QVERIFY(std::is_sorted(m_answer.ids.cbegin(), m_answer.ids.cend()));
}

void TestArchiveAnswers::aNewerQuestionDoesNotWaitForTitles()
{
    m_answers->load();
    QTRY_COMPARE(m_counts.size(), 1);
    ask(u"is:mention sort:title"_s);
    ask(u"is:mention quality:51 sort:-date"_s);
    ask(u"is:mention quality:52..70"_s);
    ask(u"is:mention quality:52..70 sort:title"_s);
    QTRY_COMPARE(m_counts.size(), 2);
    QVERIFY(m_answer.ids.size() > 1);
    QVERIFY(std::is_sorted(m_answer.ids.cbegin(), m_answer.ids.cend()));
    ask(u"is:mention"_s);
    QTRY_COMPARE(m_counts.size(), 3);
}

void TestArchiveAnswers::titlesThatComeWhileTheyAreSortedAreThere()
{
    m_answers->load();
    QTRY_COMPARE(m_counts.size(), 1);
    ask(u"is:any sort:title"_s);
    Article late = makeArticle(Mentions + 20);
    late.title = u"Aardvark"_s;
    m_archive.add(late);
    m_answers->add(m_archive.commit().index);
    QTRY_COMPARE(m_answer.ids.value(0), m_archive.idOf(late));
}

void TestArchiveAnswers::anArchiveWithoutAnything()
{
    ArchiveBuilder empty;
    ArchiveAnswers answers(empty.store());
    int count = -1;
    connect(&answers, &ArchiveAnswers::answered, this,
            [&](const Query &, const QueryAnswer &answer) { count = int(answer.ids.size()); });
    answers.load();
    QTRY_COMPARE(count, 0);
}

QTEST_GUILESS_MAIN(TestArchiveAnswers)
#include "tst_archiveanswers.moc"
