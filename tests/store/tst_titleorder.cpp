// SPDX-License-Identifier: GPL-3.0-or-later
// Titles are in the order of the collation, whatever was written before, meanwhile and since.
#include "store/connection_p.h"
#include "store/kepttitles_p.h"
#include "store/readers_p.h"
#include "store/titleorder_p.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "support/olderarchive.h"
#include "support/sqldatabase.h"

#include <QLoggingCategory>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TitleOrderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bucketsAreSortedLikeTheWhole();
    void followsEveryCommit();
    void followsWhatIsWrittenWhileItSorts();
    void findsOutThatAnotherProgramWrote();
    void marksChangeNothing();
    void cancelledOneIsForgotten();
    void aSessionBeginsWithWhatIsKept();
    void theStoreKeepsWhatItSorted_data();
    void theStoreKeepsWhatItSorted();
    void anotherCollationIsNotTaken();
    void whatIsTooOldIsSortedAnew();
    void aBatchThatFailsNotesNothing();
    void anotherProgramsOrderStays();
    void whatIsDamagedIsSortedAnew();
    void anOlderArchiveHasNone();
    void aCheckFindsWhatIsMisplaced();

private:
    QString someTitle();
    void change(int articles);
    CommitResult commitTold(TitleOrder &order);
    void keep(TitleOrder &order);
    qint64 kept(const QString &what);
    QList<ArticleId> expected(const QCollator &collator = titleCollator());

    QRandomGenerator m_random{3};
    std::unique_ptr<ArchiveBuilder> m_archive;
};

namespace
{

const auto Never = [] { return false; };

QList<ArticleId> sorted(std::vector<TitleKey> keys)
{
    std::sort(keys.begin(), keys.end(),
              [](const TitleKey &a, const TitleKey &b) { return a.isBefore(b); });
    QList<ArticleId> ids;
    for (const TitleKey &key : keys) {
        ids << key.id;
    }
    return ids;
}

std::optional<QList<ArticleId>> stepOf(TitleOrder &order, const QString &path,
                                       const std::function<bool()> &isCancelled = Never)
{
    Connection connection(path, Connection::Access::Reading);
    return order.step(connection, isCancelled);
}

QList<ArticleId> wholeOf(TitleOrder &order, const QString &path, int *steps = nullptr)
{
    for (int step = 1;; ++step) {
        if (auto ids = stepOf(order, path)) {
            if (steps) {
                *steps = step;
            }
            return *ids;
        }
    }
}

} // namespace

void TitleOrderTest::init()
{
    m_archive = std::make_unique<ArchiveBuilder>();
}

// Some of the same, some that differ in case, accents, numbers or punctuation alone.
QString TitleOrderTest::someTitle()
{
    static const QStringList words{u"apple"_s, u"Äpfel"_s, u"APPLE"_s, u"\"apple\""_s, u"100"_s,
                                   u"99"_s,    u"zebra"_s, u"東京"_s,  u"Ärger"_s,     u"–"_s};
    QStringList title;
    for (int left = m_random.bounded(1, 4); left > 0; --left) {
        title << words.at(m_random.bounded(words.size()));
    }
    return title.join(u' ');
}

/// Puts so many articles, new ones and others, and mentions beside them into the next commit.
void TitleOrderTest::change(int articles)
{
    QMap<int, Article> changed;
    while (changed.size() < articles) {
        const int number = m_random.bounded(1, 200);
        Article article = makeArticle(number);
        article.title = someTitle();
        Article mention = makeArticle(m_random.bounded(150, 300));
        mention.title = someTitle();
        if (mention.key != article.key) {
            article.related = {relatedTo(mention)};
        }
        article.publishedAt = m_random.bounded(1'000'000'000);
        changed.insert(number, article);
    }
    for (const Article &article : std::as_const(changed)) {
        m_archive->add(article);
    }
}

/// Commits through the store, and tells an order that is not the store's own of it.
CommitResult TitleOrderTest::commitTold(TitleOrder &order)
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    const qint64 before = readWrites(connection);
    CommitResult result = m_archive->commit();
    QList<ArticleId> changed = result.index.gone;
    for (const IndexRow &row : std::as_const(result.index.rows)) {
        changed << row.id;
    }
    order.follow({before, readWrites(connection)}, changed);
    return result;
}

void TitleOrderTest::keep(TitleOrder &order)
{
    Connection connection(m_archive->path(), Connection::Access::Writing);
    const qint64 before = readWrites(connection);
    order.keep(connection);
    order.follow({before, readWrites(connection)}, {});
}

/// The first value that a table of what is kept gives.
qint64 TitleOrderTest::kept(const QString &what)
{
    return SqlDatabase(m_archive->path()).run(u"SELECT "_s + what).toLongLong();
}

QList<ArticleId> TitleOrderTest::expected(const QCollator &collator)
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    std::vector<TitleKey> keys;
    auto rows = connection.run("SELECT article, title FROM article_text");
    while (rows.next()) {
        keys.push_back({collator.sortKey(rows.text(1)), rows.integer(0)});
    }
    return sorted(keys);
}

// More than fits in the blocks that wait in memory.
void TitleOrderTest::bucketsAreSortedLikeTheWhole()
{
    const QCollator collator = titleCollator();
    std::vector<TitleKey> sample;
    for (int i = 0; i < 40; ++i) {
        sample.push_back({collator.sortKey(someTitle()), i});
    }
    TitleBuckets buckets(collator, sample, 5);
    std::vector<TitleKey> keys;
    for (ArticleId id = 1; id <= 20'000; ++id) {
        const QString title = someTitle();
        buckets.add(id, title.toUtf8());
        keys.push_back({collator.sortKey(title), id});
    }
    QList<ArticleId> ids;
    while (!buckets.isEmpty()) {
        const std::vector<ArticleId> some = buckets.takeSorted();
        ids << QList<ArticleId>(some.cbegin(), some.cend());
    }
    QCOMPARE(ids, sorted(keys));
}

void TitleOrderTest::followsEveryCommit()
{
    QCOMPARE(answerOf(m_archive->store().titleOrder()), QList<ArticleId>());
    for (const int articles : {100, 1, 5, 40, 150, 3, 20}) {
        change(articles);
        QCOMPARE(m_archive->commit().error, QString());
        QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
    }
}

void TitleOrderTest::followsWhatIsWrittenWhileItSorts()
{
    TitleOrder order;
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    QVERIFY(!stepOf(order, m_archive->path()));
    change(30); // read already
    QCOMPARE(commitTold(order).error, QString());
    QVERIFY(!stepOf(order, m_archive->path()));
    change(30); // sorted already
    QCOMPARE(commitTold(order).error, QString());
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
}

void TitleOrderTest::findsOutThatAnotherProgramWrote()
{
    TitleOrder order;
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
    change(50);
    QCOMPARE(m_archive->commit().error, QString()); // it is not told
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    change(5);
    QCOMPARE(commitTold(order).error, QString()); // but of this one
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
}

void TitleOrderTest::marksChangeNothing()
{
    TitleOrder order;
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    const QList<ArticleId> before = wholeOf(order, m_archive->path());
    Connection connection(m_archive->path(), Connection::Access::Reading);
    const qint64 writes = readWrites(connection);
    QVERIFY(answerOf(m_archive->store().mark(before.mid(0, 1), Mark::Starred, true)));
    order.follow({writes, readWrites(connection)}, {});
    int steps = 0;
    QCOMPARE(wholeOf(order, m_archive->path(), &steps), before);
    QCOMPARE(steps, 1);
}

void TitleOrderTest::cancelledOneIsForgotten()
{
    change(50);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    QVERIFY(!stepOf(order, m_archive->path()));
    QCOMPARE(stepOf(order, m_archive->path(), [] { return true; }), QList<ArticleId>());
    QVERIFY(!stepOf(order, m_archive->path())); // begins anew
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
    // One that is there already is kept.
    QCOMPARE(stepOf(order, m_archive->path(), [] { return true; }), QList<ArticleId>());
    QCOMPARE(stepOf(order, m_archive->path()), expected());
    auto future = m_archive->store().titleOrder();
    future.cancel();
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
}

// Every session reads what an earlier one kept and goes on from there, whatever was written since:
// articles and mentions that came, got another title, or went.
void TitleOrderTest::aSessionBeginsWithWhatIsKept()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    for (const int articles : {1, 5, 20, 3, 30, 8}) {
        TitleOrder earlier;
        QCOMPARE(wholeOf(earlier, m_archive->path()), expected());
        keep(earlier);
        TitleOrder next;
        int steps = 0;
        QCOMPARE(wholeOf(next, m_archive->path(), &steps), expected());
        QCOMPARE(steps, 1);
        for (int batch = 0; batch < 2; ++batch) {
            change(articles);
            QCOMPARE(m_archive->commit().error, QString()); // it notes them
        }
        TitleOrder last;
        QCOMPARE(wholeOf(last, m_archive->path()), expected());
        Connection connection(m_archive->path(), Connection::Access::Reading);
        QCOMPARE(misplacedTitles(connection), QList<ArticleId>());
    }
    const qint64 noted = kept(u"total(total) FROM title_change"_s);
    QVERIFY(noted > 0);
    m_archive->add(makeArticle(500));
    QCOMPARE(m_archive->commit().error, QString());
    Article same = makeArticle(500);
    same.excerpt = u"Another excerpt under the same title."_s;
    const qint64 before = kept(u"max(total) FROM title_change"_s);
    m_archive->add(same);
    QCOMPARE(m_archive->commit().index.rows.size(), 1);
    QCOMPARE(kept(u"max(total) FROM title_change"_s), before);
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

void TitleOrderTest::theStoreKeepsWhatItSorted_data()
{
    QTest::addColumn<int>("articles");
    QTest::addColumn<bool>("isImported");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("when it is asked") << 300 << false << true;
    QTest::newRow("when an import ends") << 300 << true << true;
    QTest::newRow("not a few, which are sorted in no time") << 20 << false << false;
}

void TitleOrderTest::theStoreKeepsWhatItSorted()
{
    QFETCH(const int, articles);
    QFETCH(const bool, isImported);
    QFETCH(const bool, isKept);
    for (int number = 1; number <= articles; ++number) {
        m_archive->add(makeArticle(number));
    }
    QCOMPARE(m_archive->commit().error, QString());
    if (isImported) {
        m_archive->store().endImport({}).waitForFinished();
    }
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
    m_archive->close();
    QCOMPARE(kept(u"count(*) FROM title_order"_s), isKept ? 1 : 0);
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
    m_archive->add(makeArticle(500));
    QCOMPARE(m_archive->commit().error, QString());
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
    QCOMPARE(kept(u"count(*) FROM title_change"_s), isKept ? 1 : 0);
}

void TitleOrderTest::anotherCollationIsNotTaken()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder english;
    const QList<ArticleId> order = wholeOf(english, m_archive->path());
    keep(english);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::Swedish)); // Ä comes behind Z
    const QCollator swedish = titleCollator();
    QVERIFY(collationName(swedish) != collationName(QCollator(before)));
    TitleOrder other;
    int steps = 0;
    const QList<ArticleId> otherOrder = wholeOf(other, m_archive->path(), &steps);
    QLocale::setDefault(before);
    QCOMPARE(otherOrder, expected(swedish));
    QVERIFY(otherOrder != order);
    QVERIFY(steps > 1);
    keep(other);
    TitleOrder again;
    QCOMPARE(wholeOf(again, m_archive->path(), &steps), order);
    QVERIFY(steps > 1);
}

// More than a person imports by hand is not noted: sorting it all is quicker.
void TitleOrderTest::whatIsTooOldIsSortedAnew()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    QCOMPARE(wholeOf(order, m_archive->path()), expected());
    keep(order);
    QCOMPARE(kept(u"count(*) FROM title_order"_s), 1);
    for (int number = 1000; number < 1300; ++number) {
        m_archive->add(makeArticle(number));
    }
    QCOMPARE(commitTold(order).error, QString());
    QCOMPARE(kept(u"count(*) FROM title_order"_s), 0);
    QCOMPARE(kept(u"count(*) FROM title_change"_s), 0);
    TitleOrder next;
    QCOMPARE(wholeOf(next, m_archive->path()), expected());
    change(10);
    QCOMPARE(m_archive->commit().error, QString());
    QCOMPARE(kept(u"count(*) FROM title_change"_s), 0);
    // Changes that are not placed yet are kept beside the order.
    TitleOrder last;
    QCOMPARE(wholeOf(last, m_archive->path()), expected());
    change(10);
    QCOMPARE(commitTold(last).error, QString());
    keep(last);
    QVERIFY(kept(u"max(total) FROM title_change"_s) > 0);
    TitleOrder fresh;
    QCOMPARE(wholeOf(fresh, m_archive->path()), expected());
}

// As one that is killed in the midst: all of it goes the same way.
void TitleOrderTest::aBatchThatFailsNotesNothing()
{
    QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    const QList<ArticleId> before = wholeOf(order, m_archive->path());
    keep(order);
    SqlDatabase database(m_archive->path());
    database.run(u"CREATE TRIGGER late BEFORE UPDATE ON archive"
                 " BEGIN SELECT RAISE(ABORT, 'too late'); END"_s);
    change(20);
    QVERIFY(!commitTold(order).error.isEmpty());
    QCOMPARE(database.run(u"SELECT count(*) FROM title_change"_s).toInt(), 0);
    QCOMPARE(wholeOf(order, m_archive->path()), before);
    TitleOrder next;
    QCOMPARE(wholeOf(next, m_archive->path()), before);
    database.run(u"DROP TRIGGER late"_s);
    change(20);
    QCOMPARE(commitTold(next).error, QString());
    QCOMPARE(wholeOf(next, m_archive->path()), expected());
}

// What is behind must not replace what is ahead.
void TitleOrderTest::anotherProgramsOrderStays()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder behind;
    wholeOf(behind, m_archive->path());
    change(20);
    QCOMPARE(m_archive->commit().error, QString()); // it is not told
    TitleOrder ahead;
    QCOMPARE(wholeOf(ahead, m_archive->path()), expected());
    keep(ahead);
    keep(behind);
    TitleOrder next;
    int steps = 0;
    QCOMPARE(wholeOf(next, m_archive->path(), &steps), expected());
    QCOMPARE(steps, 1);
    QCOMPARE(wholeOf(behind, m_archive->path()), expected());
}

void TitleOrderTest::whatIsDamagedIsSortedAnew()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    wholeOf(order, m_archive->path());
    keep(order);
    m_archive->close();
    smashLeaf(m_archive->path(), u"title_order"_s);
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
}

void TitleOrderTest::anOlderArchiveHasNone()
{
    change(150);
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    wholeOf(order, m_archive->path());
    keep(order);
    m_archive->close();
    {
        SqlDatabase database(m_archive->path());
        dropKeptOrders(database);
        database.run(u"PRAGMA user_version = 3"_s);
    }
    TitleOrder asItIs; // where it cannot be brought up to date
    QCOMPARE(wholeOf(asItIs, m_archive->path()), expected());
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    QCOMPARE(kept(u"count(*) FROM title_order"_s), 0);
    QCOMPARE(answerOf(m_archive->store().titleOrder()), expected());
}

void TitleOrderTest::aCheckFindsWhatIsMisplaced()
{
    for (int number = 1; number <= 3; ++number) {
        m_archive->add(makeArticle(number));
    }
    QCOMPARE(m_archive->commit().error, QString());
    TitleOrder order;
    wholeOf(order, m_archive->path());
    keep(order);
    SqlDatabase(m_archive->path())
        .run(u"UPDATE title_order SET articles = x'010000000200000002000000'"_s);
    const QStringList problems = answerOf(m_archive->store().check()).problems;
    QCOMPARE(problems.size(), 2); // 2 is there twice, and 3 is not
}

QTEST_GUILESS_MAIN(TitleOrderTest)
#include "tst_titleorder.moc"
