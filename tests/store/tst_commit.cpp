// SPDX-License-Identifier: GPL-3.0-or-later
// What a commit makes of articles, mentions, versions and links.
#include "support/archivebuilder.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QStringList titles(const QList<ArticleCard> &cards)
{
    QStringList list;
    for (const ArticleCard &card : cards) {
        list.append(card.title);
    }
    return list;
}

Article withRelated(Article article, const QList<Article> &others)
{
    for (const Article &other : others) {
        article.related.append(relatedTo(other));
    }
    return article;
}

Article retold(Article article, const QString &title, std::optional<UtcSeconds> publishedAt)
{
    article.title = title;
    article.publishedAt = publishedAt;
    return article;
}

/// As another program does it, while this one has the archive open.
CommitResult commitElsewhere(const ArchiveBuilder &archive, const ImportBatch &batch)
{
    Store other;
    answerOf(other.open(archive.path()));
    return answerOf(other.commit(batch));
}

QList<ArticleId> rowIds(const IndexBatch &batch)
{
    QList<ArticleId> ids;
    for (const IndexRow &row : batch.rows) {
        ids.append(row.id);
    }
    return ids;
}

} // namespace

class CommitTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRelatedItemThatIsNotThereIsAMention();
    void aMentionBecomesTheArticleAndLinksLeadThere();
    void articlesOfOneBatchNeedNoMentions();
    void articlesOfBatchesThatGoInTogetherNeedNoMentions();
    void batchesThatGoInTogetherKeepTheirOwnBytes();
    void whatAnotherProgramBroughtIsKnown();
    void whatAnotherProgramRemovedIsNotWrittenTo();
    void whatAnotherProgramMadeAnArticleStaysOne();
    void aFileThatAnotherProgramBroughtIsNotImportedAgain();
    void theLaterVersionIsShown_data();
    void theLaterVersionIsShown();
    void aFileThatChangesShowsWhatItHolds();
    void aFileThatChangesGivesWayToALaterOne();
    void whatABrokenFileHeldStaysShown();
    void bothVersionsOfOneBatchAreKept();
    void aMentionThatNobodyMentionsAnyMoreGoes();
    void anIdIsNeverGivenTwice();
    void anUntitledMentionIsFilledInLater();
    void linksKeepTheirOrderOnePerAddress();
    void sameBytesInAnotherFileAreADuplicateAndKeptOnce();
    void sameBytesInAnotherFileAreNoUpdate();
    void aFileThatIsGoneFromItsPlaceWasMoved();
    void committingTheSameFileAgainChangesNothing();
    void anArticleIsUpdatedOnceARun();
    void theIndexHearsOfEveryChange();
    void oddTextLeavesNoTraceInFullText();
    void aProviderGoesByTheNameMostOfItsArticlesUse();
};

void CommitTest::aRelatedItemThatIsNotThereIsAMention()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    const CommitResult result = archive.commit();
    QCOMPARE(result.error, QString());
    QCOMPARE(result.added, 1);
    const QList<ArticleCard> related =
        answerOf(archive.store().related(archive.idOf(makeArticle(1))));
    QCOMPARE(titles(related), QStringList{u"Article 2"_s});
    QVERIFY(related.constFirst().isMention);
    QCOMPARE(related.constFirst().quality, 52);
    QCOMPARE(related.constFirst().citedCount, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 1);
    QCOMPARE(stats.mentions, 1);
    QCOMPARE(stats.relatedLinks, 1);
    QCOMPARE(stats.relatedResolved, 0);
}

void CommitTest::aMentionBecomesTheArticleAndLinksLeadThere()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    archive.commit();
    const ArticleId mention = archive.idOf(makeArticle(2));
    archive.add(retold(makeArticle(2), u"Told in full"_s, 5));
    const CommitResult result = archive.commit();
    QCOMPARE(result.added, 1);
    QCOMPARE(archive.idOf(makeArticle(2)), mention);
    QCOMPARE(titles(answerOf(archive.store().related(archive.idOf(makeArticle(1))))),
             QStringList{u"Told in full"_s});
    QCOMPARE(titles(answerOf(archive.store().citing(mention, 10))), QStringList{u"Article 1"_s});
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 2);
    QCOMPARE(stats.mentions, 0);
    QCOMPARE(stats.relatedResolved, 1);
}

void CommitTest::articlesOfOneBatchNeedNoMentions()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    archive.add(withRelated(makeArticle(2), {makeArticle(1)}));
    const CommitResult result = archive.commit();
    QCOMPARE(result.added, 2);
    QCOMPARE(result.index.rows.size(), 2);
    QVERIFY(!result.index.rows.at(0).isMention);
    QVERIFY(!result.index.rows.at(1).isMention);
}

void CommitTest::articlesOfBatchesThatGoInTogetherNeedNoMentions()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    const auto first = std::make_shared<const ImportBatch>(archive.takeBatch());
    archive.add(withRelated(makeArticle(2), {makeArticle(1)}));
    const auto second = std::make_shared<const ImportBatch>(archive.takeBatch());
    const CommitResult result = answerOf(archive.store().commitTogether({first, second}));
    QCOMPARE(result.error, QString());
    QCOMPARE(result.added, 2);
    QCOMPARE(result.index.rows.size(), 2);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.mentions, 0);
    QCOMPARE(stats.relatedResolved, 2);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::batchesThatGoInTogetherKeepTheirOwnBytes()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    const auto first = std::make_shared<const ImportBatch>(archive.takeBatch());
    archive.add(makeArticle(2));
    const auto second = std::make_shared<const ImportBatch>(archive.takeBatch());
    QCOMPARE(answerOf(archive.store().commitTogether({first, second})).error, QString());
    for (const int number : {1, 2}) {
        const Article article = makeArticle(number);
        const auto detail = answerOf(archive.store().detail(archive.idOf(article)));
        QCOMPARE(answerOf(archive.store().original(detail->files.constFirst().version)),
                 originalOf(article));
    }
}

// What a writer has put in itself, it need not look for; of others it cannot know.
void CommitTest::whatAnotherProgramBroughtIsKnown()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.commit();
    ArchiveBuilder others;
    others.add(makeArticle(2));
    QCOMPARE(commitElsewhere(archive, others.takeBatch()).added, 1);
    archive.add(retold(makeArticle(2), u"Told anew"_s, 5), "elsewhere.md", "other bytes");
    const CommitResult result = archive.commit();
    QCOMPARE(result.error, QString());
    QCOMPARE(result.added, 0);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 2);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::whatAnotherProgramRemovedIsNotWrittenTo()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    archive.commit();
    ArchiveBuilder others;
    others.add(makeArticle(1), {}, "it mentions nobody any more");
    QCOMPARE(commitElsewhere(archive, others.takeBatch()).index.gone.size(), 1);
    archive.add(makeArticle(2));
    QCOMPARE(archive.commit().error, QString());
    QVERIFY(archive.idOf(makeArticle(2)) > 0);
    QCOMPARE(answerOf(archive.store().stats()).articles, 2);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::whatAnotherProgramMadeAnArticleStaysOne()
{
    ArchiveBuilder archive;
    Article untitled = makeArticle(2);
    untitled.title.clear();
    archive.add(withRelated(makeArticle(1), {untitled}));
    archive.commit();
    ArchiveBuilder others;
    others.add(makeArticle(2));
    QCOMPARE(commitElsewhere(archive, others.takeBatch()).added, 1);
    archive.add(withRelated(makeArticle(3), {makeArticle(2)}));
    QCOMPARE(archive.commit().error, QString());
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 3);
    QCOMPARE(stats.mentions, 0);
}

void CommitTest::aFileThatAnotherProgramBroughtIsNotImportedAgain()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    const ImportBatch batch = archive.takeBatch();
    QCOMPARE(commitElsewhere(archive, batch).added, 1);
    const CommitResult result = answerOf(archive.store().commit(batch));
    QCOMPARE(result.added, 0);
    QCOMPARE(result.unchanged, 1);
}

void CommitTest::theLaterVersionIsShown_data()
{
    QTest::addColumn<std::optional<UtcSeconds>>("first");
    QTest::addColumn<std::optional<UtcSeconds>>("second");
    QTest::addColumn<QString>("shown");
    using Date = std::optional<UtcSeconds>;
    QTest::newRow("later") << Date(10) << Date(20) << u"second"_s;
    QTest::newRow("earlier") << Date(20) << Date(10) << u"first"_s;
    QTest::newRow("tie") << Date(10) << Date(10) << u"second"_s;
    QTest::newRow("undated after dated") << Date(10) << Date() << u"first"_s;
    QTest::newRow("dated after undated") << Date() << Date(-10) << u"second"_s;
    QTest::newRow("both undated") << Date() << Date() << u"second"_s;
}

void CommitTest::theLaterVersionIsShown()
{
    QFETCH(const std::optional<UtcSeconds>, first);
    QFETCH(const std::optional<UtcSeconds>, second);
    QFETCH(const QString, shown);
    for (const bool isOneBatch : {false, true}) {
        ArchiveBuilder archive;
        archive.add(retold(makeArticle(1), u"first"_s, first), "a.md");
        if (!isOneBatch) {
            archive.commit();
        }
        archive.add(retold(makeArticle(1), u"second"_s, second), "b.md");
        QCOMPARE(archive.commit().duplicates, 1);
        const ArticleId id = archive.idOf(makeArticle(1));
        const auto detail = answerOf(archive.store().detail(id));
        QVERIFY(detail);
        QCOMPARE(detail->card.title, shown);
        QCOMPARE(detail->files.size(), 2);
        QVERIFY(detail->files.at(0).isCurrent && detail->files.at(1).isCurrent);
        QCOMPARE(detail->files.at(0).isShown, shown == "second"_L1);
        QCOMPARE(detail->files.at(1).isShown, shown == "first"_L1);
        QCOMPARE(idsWith(archive.store(), {u"first"_s}).size(), shown == "first"_L1);
        QCOMPARE(idsWith(archive.store(), {u"second"_s}).size(), shown == "second"_L1);
        QCOMPARE(answerOf(archive.store().stats()).duplicateFiles, 1);
        QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    }
}

// What a file held before is kept, and is no rival to what it holds now.
void CommitTest::aFileThatChangesShowsWhatItHolds()
{
    ArchiveBuilder archive;
    archive.add(retold(makeArticle(1), u"Wrongly dated"_s, 20), "a.md");
    archive.commit();
    archive.beginRun();
    archive.add(retold(makeArticle(1), u"Put right"_s, 10), "a.md");
    CommitResult result = archive.commit();
    QCOMPARE(result.updated, 1);
    QCOMPARE(result.duplicates, 0);
    const ArticleId id = archive.idOf(makeArticle(1));
    QCOMPARE(titles(answerOf(archive.store().cards({id}))), QStringList{u"Put right"_s});
    QCOMPARE(answerOf(archive.store().detail(id))->files.size(), 2);
    // Another file competes with what it holds now, not with what it held.
    archive.add(retold(makeArticle(1), u"Another file"_s, 15), "b.md");
    result = archive.commit();
    QCOMPARE(titles(answerOf(archive.store().cards({id}))), QStringList{u"Another file"_s});
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::aFileThatChangesGivesWayToALaterOne()
{
    ArchiveBuilder archive;
    const Article other = retold(makeArticle(1), u"Another file"_s, 15);
    archive.add(retold(makeArticle(1), u"Wrongly dated"_s, 20), "a.md");
    archive.add(other, "b.md");
    archive.commit();
    archive.beginRun();
    archive.add(retold(makeArticle(1), u"Put right"_s, 10), "a.md");
    const CommitResult result = archive.commit();
    // The store holds the other file's bytes, not its fields.
    QCOMPARE(result.due.size(), 1);
    QCOMPARE(answerOf(archive.store().original(result.due.constFirst())), originalOf(other));
    ImportBatch batch;
    batch.run = archive.run();
    batch.retold.insert(result.due.constFirst(), other);
    const CommitResult retelling = answerOf(archive.store().commit(batch));
    QCOMPARE(retelling.updated, 1);
    QCOMPARE(retelling.due, QList<VersionId>());
    const ArticleId id = archive.idOf(makeArticle(1));
    QCOMPARE(rowIds(retelling.index), QList<ArticleId>{id});
    QCOMPARE(titles(answerOf(archive.store().cards({id}))), QStringList{u"Another file"_s});
    QCOMPARE(idsWith(archive.store(), {u"another"_s}), QList<ArticleId>{id});
    QCOMPARE(idsWith(archive.store(), {u"wrongly"_s}), QList<ArticleId>());
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::whatABrokenFileHeldStaysShown()
{
    ArchiveBuilder archive;
    archive.add(retold(makeArticle(1), u"Whole"_s, 20), "a.md");
    archive.commit();
    archive.addRejected("a.md", {1, 1, u"Broken."_s});
    archive.add(retold(makeArticle(1), u"Earlier"_s, 10), "b.md");
    archive.commit();
    const ArticleId id = archive.idOf(makeArticle(1));
    QCOMPARE(titles(answerOf(archive.store().cards({id}))), QStringList{u"Whole"_s});
}

void CommitTest::bothVersionsOfOneBatchAreKept()
{
    ArchiveBuilder archive;
    const Article first = retold(makeArticle(1), u"first"_s, 1);
    const Article second = retold(makeArticle(1), u"second"_s, 2);
    archive.add(first, "a.md");
    archive.add(second, "b.md");
    archive.commit();
    const auto detail = answerOf(archive.store().detail(archive.idOf(first)));
    QCOMPARE(detail->files.size(), 2);
    QCOMPARE(answerOf(archive.store().original(detail->files.at(0).version)), originalOf(second));
    QCOMPARE(answerOf(archive.store().original(detail->files.at(1).version)), originalOf(first));
}

void CommitTest::aMentionThatNobodyMentionsAnyMoreGoes()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2), makeArticle(3)}));
    archive.add(withRelated(makeArticle(4), {makeArticle(3)}));
    archive.commit();
    const ArticleId lonely = archive.idOf(makeArticle(2));
    Article changed = withRelated(makeArticle(1), {makeArticle(5)});
    archive.add(changed);
    const CommitResult result = archive.commit();
    QCOMPARE(result.index.gone, QList<ArticleId>{lonely});
    QCOMPARE(archive.idOf(makeArticle(2)), 0);
    QVERIFY(archive.idOf(makeArticle(3)) != 0);
    QVERIFY(answerOf(archive.store().cards({lonely})).isEmpty());
    QCOMPARE(idsWith(archive.store(), {u"Article"_s, u"2"_s}), QList<ArticleId>());
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

// Somebody may still hold the id of what went.
void CommitTest::anIdIsNeverGivenTwice()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    archive.commit();
    const ArticleId gone = archive.idOf(makeArticle(2));
    archive.add(withRelated(makeArticle(1), {}));
    QCOMPARE(archive.commit().index.gone, QList<ArticleId>{gone});
    archive.add(makeArticle(3));
    archive.commit();
    QVERIFY(archive.idOf(makeArticle(3)) > gone);
    QVERIFY(answerOf(archive.store().cards({gone})).isEmpty());
}

void CommitTest::anUntitledMentionIsFilledInLater()
{
    ArchiveBuilder archive;
    Article bare = makeArticle(1);
    RelatedItem item;
    item.key = makeArticle(2).key;
    bare.related = {item};
    archive.add(bare);
    archive.commit();
    archive.add(withRelated(makeArticle(3), {makeArticle(2)}));
    const CommitResult result = archive.commit();
    const ArticleId mention = archive.idOf(makeArticle(2));
    QVERIFY(rowIds(result.index).contains(mention));
    QCOMPARE(titles(answerOf(archive.store().cards({mention}))), QStringList{u"Article 2"_s});
    // Who tells first, wins from then on.
    archive.add(withRelated(makeArticle(4), {retold(makeArticle(2), u"Otherwise"_s, 1)}));
    archive.commit();
    QCOMPARE(titles(answerOf(archive.store().cards({mention}))), QStringList{u"Article 2"_s});
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::linksKeepTheirOrderOnePerAddress()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(4), makeArticle(2), makeArticle(4),
                                             makeArticle(1), makeArticle(3)}));
    archive.commit();
    QCOMPARE(titles(answerOf(archive.store().related(archive.idOf(makeArticle(1))))),
             (QStringList{u"Article 4"_s, u"Article 2"_s, u"Article 1"_s, u"Article 3"_s}));
}

void CommitTest::sameBytesInAnotherFileAreADuplicateAndKeptOnce()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.commit();
    const qint64 before = answerOf(archive.store().stats()).originalBytes;
    archive.add(makeArticle(1), "b.md");
    QCOMPARE(archive.commit().duplicates, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.files, 2);
    QCOMPARE(stats.duplicateFiles, 1);
    QCOMPARE(stats.originalBytes, 2 * before);
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    for (const ArticleFile &file : detail->files) {
        QCOMPARE(answerOf(archive.store().original(file.version)), originalOf(makeArticle(1)));
    }
}

void CommitTest::sameBytesInAnotherFileAreNoUpdate()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.commit();
    archive.beginRun();
    archive.add(makeArticle(1), "b.md");
    const CommitResult result = archive.commit();
    QCOMPARE(result.duplicates, 1);
    QCOMPARE(result.updated, 0);
    QVERIFY(result.index.rows.isEmpty());
    // A tie: the file that was imported later is the one shown.
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    QVERIFY(detail->files.at(0).isShown);
    QVERIFY(detail->files.at(0).path.endsWith("/b.md"));
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::aFileThatIsGoneFromItsPlaceWasMoved()
{
    ArchiveBuilder archive;
    archive.add(retold(makeArticle(1), u"Before"_s, 1), "a.md");
    archive.commit();
    archive.add(makeArticle(1), "a.md");
    archive.add(makeArticle(2), "same bytes elsewhere.md");
    archive.commit();
    archive.beginRun();
    archive.add(makeArticle(1), "moved.md");
    archive.add(makeArticle(2), "copied.md");
    ImportBatch batch = archive.takeBatch();
    batch.isGone = [](const QByteArray &path) { return path == "/archive/news/a.md"; };
    const CommitResult result = answerOf(archive.store().commit(batch));
    QCOMPARE(result.unchanged, 1);
    QCOMPARE(result.updated, 0);
    QCOMPARE(result.duplicates, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.files, 3);
    QCOMPARE(stats.duplicateFiles, 1);
    // What the file held before it changed has moved with it.
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    QCOMPARE(detail->files.size(), 2);
    for (const ArticleFile &file : detail->files) {
        QCOMPARE(file.path, QByteArray("/archive/news/moved.md"));
    }
    QCOMPARE(answerOf(archive.store().original(detail->files.at(0).version)),
             originalOf(makeArticle(1)));
    const auto ledger = answerOf(archive.store().ledger(ArchiveBuilder::folder(), "a", "z"));
    QVERIFY(ledger.contains("moved.md") && !ledger.contains("a.md"));
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void CommitTest::committingTheSameFileAgainChangesNothing()
{
    ArchiveBuilder archive;
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    archive.commit();
    const ArchiveStats before = answerOf(archive.store().stats());
    archive.beginRun();
    archive.add(withRelated(makeArticle(1), {makeArticle(2)}));
    const CommitResult result = archive.commit();
    QCOMPARE(result.added + result.updated + result.duplicates, 0);
    QVERIFY(result.index.rows.isEmpty());
    ArchiveStats after = answerOf(archive.store().stats());
    after.archiveBytes = before.archiveBytes;
    QCOMPARE(after, before);
}

void CommitTest::anArticleIsUpdatedOnceARun()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.commit();
    archive.add(retold(makeArticle(1), u"Same run"_s, makeArticle(1).publishedAt));
    CommitResult result = archive.commit();
    QCOMPARE(result.updated, 0);
    archive.beginRun();
    archive.add(retold(makeArticle(1), u"Next run"_s, makeArticle(1).publishedAt));
    result = archive.commit();
    QCOMPARE(result.added, 0);
    QCOMPARE(result.updated, 1);
    QCOMPARE(result.duplicates, 0);
    archive.add(retold(makeArticle(1), u"Next run, again"_s, makeArticle(1).publishedAt));
    QCOMPARE(archive.commit().updated, 0);
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    QCOMPARE(detail->files.size(), 4);
    QVERIFY(detail->files.at(0).isCurrent);
    QVERIFY(!detail->files.at(1).isCurrent);
    QCOMPARE(answerOf(archive.store().stats()).duplicateFiles, 0);
}

void CommitTest::theIndexHearsOfEveryChange()
{
    ArchiveBuilder archive;
    ArchiveIndex index;
    Article article = withRelated(makeArticle(1), {makeArticle(2), makeArticle(3)});
    article.topics = {u"Rivers"_s, u"Weather"_s, u"Rivers"_s};
    archive.add(article);
    CommitResult result = archive.commit();
    QCOMPARE(result.index.rows.size(), 3);
    QCOMPARE(result.index.topics.size(), 2);
    QCOMPARE(result.index.providers.size(), 1);
    QCOMPARE(result.index.providers.constFirst().name, u"Example News"_s);
    index.apply(result.index);
    QCOMPARE(index.articleCount(), 1);
    QCOMPARE(index.mentionCount(), 2);

    Article second = makeArticle(2);
    second.pictures = {{u"https://pictures.example/2.png"_s, 640, 360, true, {}}};
    second.published = false;
    archive.add(second);
    result = archive.commit();
    QCOMPARE(result.index.rows.size(), 1);
    QVERIFY(result.index.topics.isEmpty());
    QVERIFY(result.index.rows.constFirst().hasPicture);
    QVERIFY(result.index.rows.constFirst().isUnpublished);
    QVERIFY(!result.index.rows.constFirst().isMention);

    // What was told bit by bit is what a fresh start reads.
    const IndexBatch all = answerOf(archive.store().indexRows(0, 100));
    QCOMPARE(all.rows.size(), 3);
    QCOMPARE(all.rows.at(1), result.index.rows.constFirst());
    QCOMPARE(all.rows.at(0).topics.size(), 2);
    QCOMPARE(all.topics.size(), 2);
    QCOMPARE(answerOf(archive.store().indexRows(all.rows.at(1).id, 100)).rows.size(), 1);
    QVERIFY(answerOf(archive.store().indexRows(all.rows.at(1).id, 100)).topics.isEmpty());
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

// Full text has to forget the very words that it was given.
void CommitTest::oddTextLeavesNoTraceInFullText()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    article.title =
        u"nul "_s + QChar::Null + u" alone "_s + QChar(0xd83d) + u"x "_s + QChar(0xdc00);
    article.excerpt = u"\uFFFF\u202E 東京\n\n"_s;
    article.topics = {u"a\nb"_s, u"\u0301"_s, u"c"_s, u"c"_s};
    article.provider.name = QString();
    archive.add(article);
    archive.commit();
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    archive.add(makeArticle(1));
    QCOMPARE(archive.commit().error, QString());
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    QCOMPARE(idsWith(archive.store(), {u"alone"_s}), QList<ArticleId>());
    QCOMPARE(idsWith(archive.store(), {u"example"_s}).size(), 1);
}

void CommitTest::aProviderGoesByTheNameMostOfItsArticlesUse()
{
    ArchiveBuilder archive;
    const auto by = [](int number, const QString &name) {
        Article article = makeArticle(number);
        article.provider.name = name;
        return article;
    };
    archive.add(by(1, u"The Gazette"_s));
    CommitResult result = archive.commit();
    QCOMPARE(result.index.providers.constFirst().name, u"The Gazette"_s);
    archive.add(by(2, u"Gazette"_s));
    archive.add(by(3, u"Gazette"_s));
    result = archive.commit();
    QCOMPARE(result.index.providers.size(), 1);
    QCOMPARE(result.index.providers.constFirst().name, u"Gazette"_s);
    QCOMPARE(result.index.providers.constFirst().aliases, QStringList{u"The Gazette"_s});
    // An article keeps the name it used.
    QCOMPARE(answerOf(archive.store().cards({archive.idOf(makeArticle(1))})).at(0).providerName,
             u"The Gazette"_s);
    QCOMPARE(answerOf(archive.store().stats()).providers, 1);
}

QTEST_GUILESS_MAIN(CommitTest)
#include "tst_commit.moc"
