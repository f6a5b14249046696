// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's counts of citations are what its links are, whatever is written.
#include "store/citations_p.h"
#include "store/connection_p.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "support/olderarchive.h"
#include "support/sqldatabase.h"

#include <QLoggingCategory>
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
    void countsAcrossManySlices();
    void aBatchThatFailsCountsNothing();
    void followsAnotherProgram();
    void marksChangeNothing();
    void anOlderArchiveIsCounted();
    void countsLinksWhereThereAreNoCounts();
    void aCheckFindsWhatIsMiscounted();
    void aDamagedNumberIsWrittenNowhere();

private:
    void change(int articles);
    QList<ArticleId> cited(const ScoreRange &count);
    QList<ArticleId> expected(const ScoreRange &count);
    QList<ArticleId> miscounted();
    void compareAll();

    QRandomGenerator m_random{5};
    std::unique_ptr<ArchiveBuilder> m_archive;
    int m_day = 0;
};

namespace
{

const ScoreRange Ranges[] = {{1, {}}, {2, 3}, {{}, 0}, {{}, 2}, {0, {}}, {5, {}}, {{}, -1}};
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

QList<ArticleId> CitationsTest::cited(const ScoreRange &count)
{
    const StoreTerm term{StoreTerm::Kind::Cited, {}, count};
    return answerOf(m_archive->store().idsOf(term)).toList();
}

QList<ArticleId> CitationsTest::expected(const ScoreRange &count)
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    QList<ArticleId> ids;
    auto rows = connection.run("SELECT id, (SELECT count(*) FROM link WHERE target = id)"
                               " FROM article ORDER BY id");
    while (rows.next()) {
        if (rows.number(1) >= count.from.value_or(0) && rows.number(1) <= count.to.value_or(9999)) {
            ids << rows.integer(0);
        }
    }
    return ids;
}

QList<ArticleId> CitationsTest::miscounted()
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    return Microfiche::miscounted(connection);
}

void CitationsTest::compareAll()
{
    for (const ScoreRange &range : Ranges) {
        QCOMPARE(cited(range), expected(range));
    }
    QCOMPARE(miscounted(), QList<ArticleId>());
}

// Articles that come, change and go back to mentions' links, and mentions that come and go.
void CitationsTest::followsEveryCommit()
{
    compareAll();
    for (const int articles : {20, 1, 30, 5, 40, 2, 50, 55}) {
        change(articles);
        QCOMPARE(m_archive->commit().error, QString());
        compareAll();
    }
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

// One is cited more often than a byte holds, and one more often than two.
void CitationsTest::countsAcrossManySlices()
{
    for (int number = 1; number <= 2500; ++number) {
        Article article = makeArticle(number);
        article.related << relatedTo(makeArticle(3000));
        if (number <= 300) {
            article.related << relatedTo(makeArticle(3001));
        }
        m_archive->add(article);
    }
    QCOMPARE(m_archive->commit().error, QString());
    compareAll();
    QCOMPARE(cited({2500, 2500}), QList{m_archive->idOf(makeArticle(3000))});
    QCOMPARE(cited({300, 300}), QList{m_archive->idOf(makeArticle(3001))});
    change(10); // takes some links away
    QCOMPARE(m_archive->commit().error, QString());
    compareAll();
    QCOMPARE(cited({2490, 2490}), QList{m_archive->idOf(makeArticle(3000))});
}

// As one that is killed in the midst: all of it goes the same way.
void CitationsTest::aBatchThatFailsCountsNothing()
{
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    const QList<ArticleId> before = cited({1, {}});
    SqlDatabase database(m_archive->path());
    database.run(u"CREATE TRIGGER late BEFORE UPDATE ON archive"
                 " BEGIN SELECT RAISE(ABORT, 'too late'); END"_s);
    change(40);
    QVERIFY(!m_archive->commit().error.isEmpty());
    QCOMPARE(cited({1, {}}), before);
    compareAll();
    database.run(u"DROP TRIGGER late"_s);
    change(40);
    QCOMPARE(m_archive->commit().error, QString());
    QVERIFY(cited({1, {}}) != before);
    compareAll();
}

void CitationsTest::followsAnotherProgram()
{
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    Store other;
    QCOMPARE(answerOf(other.open(m_archive->path())).opening, Store::Opening::Opened);
    change(30);
    QCOMPARE(answerOf(other.commit(m_archive->takeBatch())).error, QString());
    compareAll();
}

void CitationsTest::marksChangeNothing()
{
    change(30);
    QCOMPARE(m_archive->commit().error, QString());
    const QList<ArticleId> ids = cited({1, {}});
    QVERIFY(answerOf(m_archive->store().mark(ids.mid(0, 1), Mark::Seen, true)));
    QCOMPARE(cited({1, {}}), ids);
    compareAll();
}

void CitationsTest::anOlderArchiveIsCounted()
{
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    m_archive->close();
    {
        SqlDatabase database(m_archive->path());
        dropKeptOrders(database);
        database.run(u"PRAGMA user_version = 3"_s);
    }
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    compareAll();
    SqlDatabase database(m_archive->path());
    QVERIFY(database.run(u"SELECT count(*) FROM citation"_s).toInt() > 0);
}

// In an older archive that cannot be written to, and where they are damaged.
void CitationsTest::countsLinksWhereThereAreNoCounts()
{
    QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    m_archive->close();
    smashLeaf(m_archive->path(), u"citation"_s);
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    for (const ScoreRange &range : Ranges) {
        QCOMPARE(cited(range), expected(range));
    }
    SqlDatabase database(m_archive->path());
    database.run(u"ALTER TABLE citation RENAME TO aside"_s);
    for (const ScoreRange &range : Ranges) {
        QCOMPARE(cited(range), expected(range));
    }
    Connection connection(m_archive->path(), Connection::Access::Reading);
    const IdSet none = readCited(connection, {1, {}}, [] { return true; });
    QCOMPARE(none.toList(), QList<ArticleId>());
}

void CitationsTest::aCheckFindsWhatIsMiscounted()
{
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    SqlDatabase database(m_archive->path());
    database.run(u"UPDATE citation SET counts = x'00' || x'09' || substr(counts, 3)"_s);
    QCOMPARE(miscounted(), QList<ArticleId>{1});
    const QStringList problems = answerOf(m_archive->store().check()).problems;
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.constFirst().contains(u"Article 1 "_s), qPrintable(problems.constFirst()));
}

// A target that was hit comes where others are asked for. Caught by the build that stops at bad
// memory access.
void CitationsTest::aDamagedNumberIsWrittenNowhere()
{
    constexpr int Articles = 1200; // so that there is a slice that does not begin at 0
    for (int number = 1; number <= Articles; ++number) {
        Article article = makeArticle(number);
        article.related = {relatedTo(makeArticle(number % Articles + 1))};
        m_archive->add(article);
    }
    m_archive->commit();
    const ArticleId from = m_archive->idOf(makeArticle(1150));
    const ArticleId to = m_archive->idOf(makeArticle(1151));
    QVERIFY(from > 1024 && to > 1024);
    m_archive->close();
    QFile file(m_archive->path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    // A row of an index (SQLite's file format, 2.1): two numbers of two bytes and a zero.
    const auto row = [](ArticleId target, ArticleId source) {
        return QByteArray("\4\2\2\10") + char(target >> 8) + char(target) + char(source >> 8) +
               char(source);
    };
    const qsizetype at = bytes.indexOf(row(to, from));
    QVERIFY(at > 0);
    file.seek(at);
    file.write(row(5, from));
    file.close();
    m_archive->reopen();
    QVERIFY(!answerOf(m_archive->store().check()).problems.isEmpty());
    QVERIFY(miscounted().contains(to));
}

QTEST_GUILESS_MAIN(CitationsTest)
#include "tst_citations.moc"
