// SPDX-License-Identifier: GPL-3.0-or-later
// Titles are in the order of the collation, whatever was written before, meanwhile and since.
#include "store/connection_p.h"
#include "store/readers_p.h"
#include "store/titleorder_p.h"
#include "support/archivebuilder.h"

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

private:
    QString someTitle();
    void change(int articles);
    CommitResult commitTold(TitleOrder &order);
    QList<ArticleId> expected();

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

QList<ArticleId> TitleOrderTest::expected()
{
    Connection connection(m_archive->path(), Connection::Access::Reading);
    const QCollator collator = titleCollator();
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
    QCOMPARE(answerOf(m_archive->store().mark(before.mid(0, 1), Mark::Starred, true)).size(), 1);
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

QTEST_GUILESS_MAIN(TitleOrderTest)
#include "tst_titleorder.moc"
