// SPDX-License-Identifier: GPL-3.0-or-later
// What a person adds to an archive stays, whatever is imported later.
#include "support/archivebuilder.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class OwnRecordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreInTheIndexAndOnTheCard();
    void marksStayWithTheAddress();
    void aMarkedMentionIsKept();
    void savedSearchesKeepTheirOrderAndIds();
    void recentQueriesAreEachOnceAndBounded();
};

namespace
{

QList<IndexRow> rowsOf(ArchiveBuilder &archive)
{
    return answerOf(archive.store().indexRows(0, 100)).rows;
}

} // namespace

void OwnRecordsTest::marksAreInTheIndexAndOnTheCard()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.add(makeArticle(2));
    archive.commit();
    const ArticleId second = archive.idOf(makeArticle(2));
    const auto changed = answerOf(archive.store().mark({second, 999}, Mark::Starred, true));
    QVERIFY(changed);
    QCOMPARE(changed->rows, (QList<MarkedRow>{{second, false, true, false, {}}}));
    answerOf(archive.store().mark({second}, Mark::Seen, true));
    QCOMPARE(rowsOf(archive).at(0).isStarred, false);
    QCOMPARE(rowsOf(archive).at(1).isStarred, true);
    QCOMPARE(rowsOf(archive).at(1).isSeen, true);
    QVERIFY(answerOf(archive.store().cards({second})).first().isStarred);
    answerOf(archive.store().mark({second}, Mark::Starred, false));
    QVERIFY(!rowsOf(archive).at(1).isStarred);
    QVERIFY(rowsOf(archive).at(1).isSeen);
}

void OwnRecordsTest::marksStayWithTheAddress()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    archive.add(article);
    archive.commit();
    answerOf(archive.store().mark({archive.idOf(article)}, Mark::Starred, true));
    article.title = u"Another title"_s;
    article.publishedAt = *article.publishedAt + 60;
    archive.beginRun();
    archive.add(article);
    archive.commit();
    QCOMPARE(archive.reopen().opening, Store::Opening::Opened);
    const ArticleCard card = answerOf(archive.store().cards({archive.idOf(article)})).first();
    QCOMPARE(card.title, u"Another title"_s);
    QVERIFY(card.isStarred);
}

void OwnRecordsTest::aMarkedMentionIsKept()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    article.related = {relatedTo(makeArticle(2)), relatedTo(makeArticle(3))};
    archive.add(article);
    archive.commit();
    answerOf(archive.store().mark({archive.idOf(makeArticle(2))}, Mark::Starred, true));
    article.related.clear();
    archive.beginRun();
    archive.add(article);
    archive.commit();
    QVERIFY(archive.idOf(makeArticle(2)) > 0);
    QCOMPARE(answerOf(archive.store().find(makeArticle(3).key)), std::nullopt);
}

void OwnRecordsTest::savedSearchesKeepTheirOrderAndIds()
{
    ArchiveBuilder archive;
    auto kept = answerOf(archive.store().keepSavedSearches(
        {{0, u"Good"_s, u"quality:80.."_s}, {0, u"New"_s, u"date:last-30-days"_s}}));
    QVERIFY(kept);
    QVERIFY(kept->at(0).id > 0);
    std::swap((*kept)[0], (*kept)[1]);
    QCOMPARE(answerOf(archive.store().keepSavedSearches(*kept)), kept);
    archive.reopen();
    QCOMPARE(answerOf(archive.store().savedSearches()), *kept);
}

void OwnRecordsTest::recentQueriesAreEachOnceAndBounded()
{
    ArchiveBuilder archive;
    for (int i = 0; i < 60; ++i) {
        QVERIFY(answerOf(archive.store().rememberQuery(u"quality:%1"_s.arg(i))));
    }
    QVERIFY(answerOf(archive.store().rememberQuery(u"quality:50"_s)));
    const QStringList queries = answerOf(archive.store().recentQueries());
    QCOMPARE(queries.size(), 12);
    QCOMPARE(queries.first(), u"quality:50"_s);
    QCOMPARE(queries.count(u"quality:50"_s), 1);
}

QTEST_GUILESS_MAIN(OwnRecordsTest)
#include "tst_ownrecords.moc"
