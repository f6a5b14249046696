// SPDX-License-Identifier: GPL-3.0-or-later
// Links are counted as they are, whatever is written before, between the steps and since.
#include "store/citations_p.h"
#include "store/connection_p.h"
#include "store/readers_p.h"
#include "support/archivebuilder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class CitationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsEveryCommit();
    void followsWhatIsWrittenBetweenSteps();
    void isToldLate();
    void marksChangeNothing();
    void findsOutThatAnotherProgramWrote();

private:
    void change(int articles);
    QList<ArticleId> cited(Citations &citations, const ScoreRange &count, int *steps = nullptr);
    QList<ArticleId> expected(const ScoreRange &count);
    qint64 writes();

    QRandomGenerator m_random{5};
    std::unique_ptr<ArchiveBuilder> m_archive;
    int m_day = 0;
};

namespace
{

const ScoreRange Ranges[] = {{1, {}}, {2, 3}, {{}, 0}, {{}, 2}, {0, {}}, {5, {}}};
const auto Never = [] { return false; };

} // namespace

void CitationsTest::init()
{
    m_archive = std::make_unique<ArchiveBuilder>();
}

/// Puts so many articles, new ones and others, each with other links than before,
/// into the next commit.
void CitationsTest::change(int articles)
{
    QSet<int> changed;
    while (changed.size() < articles) {
        changed.insert(m_random.bounded(1, 60));
    }
    ++m_day; // the latest version is shown
    for (const int number : std::as_const(changed)) {
        Article article = makeArticle(number);
        *article.publishedAt += qint64(m_day) * 86'400'000;
        for (int links = m_random.bounded(6); links > 0; --links) {
            const int target = m_random.bounded(1, 90);
            if (target != number) {
                article.related << relatedTo(makeArticle(target));
            }
        }
        m_archive->add(article);
    }
}

qint64 CitationsTest::writes()
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    return readWrites(connection);
}

QList<ArticleId> CitationsTest::cited(Citations &citations, const ScoreRange &count, int *steps)
{
    for (int step = 1;; ++step) {
        Connection connection(m_archive->path(), Connection::Access::Reading);
        if (const auto ids = citations.step(connection, count, Never)) {
            if (steps) {
                *steps = step;
            }
            return ids->toList();
        }
    }
}

QList<ArticleId> CitationsTest::expected(const ScoreRange &count)
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    QList<ArticleId> ids;
    auto rows = connection.run("SELECT id, (SELECT count(*) FROM link WHERE target = id)"
                               " FROM article ORDER BY id");
    while (rows.next()) {
        if (rows.number(1) >= count.from.value_or(0) && rows.number(1) <= count.to.value_or(999)) {
            ids << rows.integer(0);
        }
    }
    return ids;
}

// Through the store, whose writer tells what it did.
void CitationsTest::followsEveryCommit()
{
    for (const int articles : {20, 1, 30, 5, 40, 2, 50}) {
        change(articles);
        QCOMPARE(m_archive->commit().error, QString());
        for (const ScoreRange &range : Ranges) {
            const StoreTerm term{StoreTerm::Kind::Cited, {}, range};
            QCOMPARE(answerOf(m_archive->store().idsOf(term)).toList(), expected(range));
        }
    }
}

void CitationsTest::followsWhatIsWrittenBetweenSteps()
{
    Citations citations;
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    const qint64 before = writes();
    Connection connection(m_archive->path(), Connection::Access::Reading);
    QVERIFY(!citations.step(connection, {1, {}}, Never)); // it is counted
    Article late = makeArticle(70);
    late.related = {relatedTo(makeArticle(71)), relatedTo(makeArticle(72))};
    m_archive->add(late);
    QCOMPARE(m_archive->commit().error, QString());
    citations.follow({before, writes()}, {{m_archive->idOf(makeArticle(71)), 1},
                                          {m_archive->idOf(makeArticle(72)), 1}});
    int steps = 0;
    QCOMPARE(cited(citations, {1, {}}, &steps), expected({1, {}}));
    QCOMPARE(steps, 1);
    for (const ScoreRange &range : Ranges) {
        QCOMPARE(cited(citations, range), expected(range));
    }
}

// What is counted already must not be counted again.
void CitationsTest::isToldLate()
{
    Citations citations;
    const qint64 before = writes();
    Article article = makeArticle(1);
    article.related = {relatedTo(makeArticle(2))};
    m_archive->add(article);
    QCOMPARE(m_archive->commit().error, QString());
    QCOMPARE(cited(citations, {1, {}}), expected({1, {}}));
    citations.follow({before, writes()}, {{m_archive->idOf(makeArticle(2)), 1}});
    QCOMPARE(cited(citations, {1, {}}), expected({1, {}}));
    QCOMPARE(cited(citations, {2, {}}), QList<ArticleId>());
}

void CitationsTest::marksChangeNothing()
{
    Citations citations;
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    const QList<ArticleId> ids = cited(citations, {1, {}});
    const qint64 before = writes();
    QVERIFY(!answerOf(m_archive->store().mark(ids.mid(0, 1), Mark::Seen, true)).isEmpty());
    citations.follow({before, writes()}, {});
    int steps = 0;
    QCOMPARE(cited(citations, {1, {}}, &steps), ids);
    QCOMPARE(steps, 1);
}

void CitationsTest::findsOutThatAnotherProgramWrote()
{
    Citations citations;
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    QCOMPARE(cited(citations, {1, {}}), expected({1, {}}));
    change(30);
    QCOMPARE(m_archive->commit().error, QString()); // it is not told
    QCOMPARE(cited(citations, {1, {}}), expected({1, {}}));
}

QTEST_GUILESS_MAIN(CitationsTest)
#include "tst_citations.moc"
