// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of an archive is what went in.
#include "support/archivebuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

Article fullArticle()
{
    Article article = makeArticle(1);
    article.key = ArticleKey::fromStored(u"https://news.example/1"_s);
    article.webUrl = u"HTTPS://News.Example/1#top"_s;
    article.originalUrl = u"https://other.example/1"_s;
    article.ampWebUrl = u"https://amp.example/1"_s;
    article.cdnAmpWebUrl = u"https://cdn.example/1"_s;
    article.heat = 0;
    article.quality = 0;
    article.published = false;
    article.removed = true;
    article.featuredContent = u"<iframe>"_s;
    article.provider.logos = {{u"https://pictures.example/logo.png"_s, 50, 50, false, {}}};
    article.topics = {u"Zebra"_s, u"Apple"_s};
    article.pictures = {{u"https://pictures.example/1.png"_s, 640, 360, true, u"A caption"_s},
                        {u"https://pictures.example/2,3%253A.png"_s, {}, {}, false, {}}};
    article.secured = u"c2VjcmV0;aXY="_s;
    article.extra = {{u"levels"_s, QJsonArray{u"beginner"_s, 2}}};
    article.body = u"A body with ünïcode.\n"_s.repeated(500);
    return article;
}

} // namespace

class ReadersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDetailTellsAllThatIsKnown();
    void whatIsMissingStaysMissing();
    void aMentionTellsWhatOthersSay();
    void cardsComeInTheOrderAskedFor();
    void citingArticlesComeNewestFirst();
    void titlesAreSortedAsAPersonDoes();
    void theNewestArticlesComeFirst();
    void indexRowsComePageByPage();
    void indexRowsTellWhatIsMissing();
    void picturesAreKnownByAddressOnce();
    void whatCountsReadersIsNoPicture();
    void statsCountAsTheFormatSays();
    void addressesThatDifferAreDifferentArticles();
};

void ReadersTest::aDetailTellsAllThatIsKnown()
{
    ArchiveBuilder archive;
    const Article article = fullArticle();
    archive.add(article, "1.md");
    archive.commit();
    const auto detail = answerOf(archive.store().detail(archive.idOf(article)));
    QVERIFY(detail);
    const ArticleCard &card = detail->card;
    QCOMPARE(card.key, article.key.toString());
    QCOMPARE(card.title, article.title);
    QCOMPARE(card.excerpt, article.excerpt);
    QCOMPARE(card.publishedAt, article.publishedAt);
    QCOMPARE(card.quality, 0);
    QCOMPARE(card.heat, 0);
    QCOMPARE(card.type, article.type);
    QCOMPARE(card.published, false);
    QVERIFY(card.isRemoved && !card.isMention);
    QCOMPARE(card.providerName, article.provider.name);
    QCOMPARE(card.providerDomain, article.provider.domain);
    QCOMPARE(card.topics, article.topics);
    QCOMPARE(card.pictureUrl, article.pictures.at(0).url);
    QCOMPARE(card.pictureWidth, 640);
    QCOMPARE(card.pictureHeight, 360);
    QCOMPARE(answerOf(archive.store().pictureOrigin(card.providerLogo))->url,
             article.provider.logos.at(0).url);
    QCOMPARE(detail->webUrl, article.webUrl);
    QCOMPARE(detail->originalUrl, article.originalUrl);
    QCOMPARE(detail->ampWebUrl, article.ampWebUrl);
    QCOMPARE(detail->cdnAmpWebUrl, article.cdnAmpWebUrl);
    QCOMPARE(detail->category, article.category);
    QCOMPARE(detail->featuredContent, article.featuredContent);
    QCOMPARE(detail->pictures.size(), 2);
    QCOMPARE(detail->pictures.at(0).picture, article.pictures.at(0));
    QCOMPARE(detail->pictures.at(1).picture, article.pictures.at(1));
    QCOMPARE(detail->body, article.body);
    QCOMPARE(detail->extra, article.extra);
    QVERIFY(detail->hasSecured);
    QCOMPARE(detail->files.size(), 1);
    QCOMPARE(detail->files.at(0).path, ArchiveBuilder::folder() + "/1.md");
    QVERIFY(detail->files.at(0).isShown && detail->files.at(0).isCurrent);
}

void ReadersTest::whatIsMissingStaysMissing()
{
    ArchiveBuilder archive;
    Article bare;
    bare.key = makeArticle(1).key;
    bare.title = u"Bare"_s;
    bare.originalUrl = bare.key.toString();
    archive.add(bare);
    const CommitResult result = archive.commit();
    const IndexRow &row = result.index.rows.constFirst();
    QVERIFY(!row.publishedAt && !row.quality && !row.heat);
    QVERIFY(!row.isUnpublished && !row.hasPicture && row.provider == 0 && row.type.isEmpty());
    QCOMPARE(answerOf(archive.store().indexRows(0, 1)).rows, result.index.rows);
    const auto detail = answerOf(archive.store().detail(archive.idOf(bare)));
    QVERIFY(!detail->card.publishedAt && !detail->card.quality && !detail->card.heat);
    QVERIFY(!detail->card.published);
    QVERIFY(detail->card.providerName.isEmpty() && detail->card.picture == 0);
    QVERIFY(detail->webUrl.isEmpty() && detail->body.isEmpty() && detail->extra.isEmpty());
    QCOMPARE(detail->originalUrl, bare.originalUrl);
    QVERIFY(!detail->hasSecured);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.unrated, 1);
    QCOMPARE(stats.undated, 1);
    QCOMPARE(stats.providers, 0);
    QVERIFY(!stats.qualityMin && stats.types.isEmpty() && stats.perYear.isEmpty());
}

void ReadersTest::aMentionTellsWhatOthersSay()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    RelatedItem item = relatedTo(makeArticle(2));
    item.pictures = {{u"https://pictures.example/2.png"_s, 100, 200, false, {}}};
    item.ampWebUrl = u"https://amp.example/2"_s;
    article.related = {item};
    archive.add(article);
    archive.commit();
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(2))));
    QVERIFY(detail);
    QVERIFY(detail->card.isMention);
    QCOMPARE(detail->card.publishedAt, item.publishedAt);
    QCOMPARE(detail->card.pictureUrl, item.pictures.at(0).url);
    QCOMPARE(detail->webUrl, item.webUrl);
    QCOMPARE(detail->ampWebUrl, item.ampWebUrl);
    QVERIFY(detail->originalUrl.isEmpty());
    QVERIFY(detail->files.isEmpty());
}

void ReadersTest::cardsComeInTheOrderAskedFor()
{
    ArchiveBuilder archive;
    for (int i = 1; i <= 3; ++i) {
        archive.add(makeArticle(i));
    }
    archive.commit();
    const ArticleId first = archive.idOf(makeArticle(1));
    const ArticleId third = archive.idOf(makeArticle(3));
    const auto cards = answerOf(archive.store().cards({third, 4711, first, third}));
    QCOMPARE(cards.size(), 3);
    QCOMPARE(cards.at(0).id, third);
    QCOMPARE(cards.at(1).id, first);
    QCOMPARE(cards.at(2), cards.at(0));
    QVERIFY(!answerOf(archive.store().detail(4711)));
    QVERIFY(answerOf(archive.store().related(4711)).isEmpty());
}

void ReadersTest::citingArticlesComeNewestFirst()
{
    ArchiveBuilder archive;
    for (const int number : {2, 4, 3, 5}) {
        Article article = makeArticle(number);
        article.related = {relatedTo(makeArticle(1))};
        if (number == 5) {
            article.publishedAt.reset();
        }
        archive.add(article);
    }
    archive.commit();
    const auto titled = [&](int limit) {
        QStringList list;
        const ArticleId id = archive.idOf(makeArticle(1));
        for (const ArticleCard &card : answerOf(archive.store().citing(id, limit))) {
            list.append(card.title);
        }
        return list;
    };
    QCOMPARE(titled(10),
             (QStringList{u"Article 4"_s, u"Article 3"_s, u"Article 2"_s, u"Article 5"_s}));
    QCOMPARE(titled(1), QStringList{u"Article 4"_s});
}

void ReadersTest::titlesAreSortedAsAPersonDoes()
{
    ArchiveBuilder archive;
    const QStringList sorted{u"12 cats"_s, u"100 dogs"_s,         u"Äpfel"_s,
                             u"apple"_s,   u"\"Berlin\" calls"_s, u"Zebra"_s};
    QList<ArticleId> expected;
    for (const int number : {4, 2, 6, 1, 3, 5}) {
        Article article = makeArticle(number);
        article.title = sorted.at(number - 1);
        archive.add(article);
    }
    archive.commit();
    for (int number = 1; number <= 6; ++number) {
        expected.append(archive.idOf(makeArticle(number)));
    }
    QCOMPARE(answerOf(archive.store().titleOrder()), expected);
}

void ReadersTest::theNewestArticlesComeFirst()
{
    ArchiveBuilder archive;
    Article undated = makeArticle(9);
    undated.publishedAt = std::nullopt;
    Article latest = makeArticle(5);
    latest.related = {relatedTo(makeArticle(8))}; // a mention is none of them
    for (const Article &article : {undated, makeArticle(2), latest, makeArticle(3)}) {
        archive.add(article);
    }
    QCOMPARE(archive.commit().error, QString());
    const QList<ArticleId> order{archive.idOf(latest), archive.idOf(makeArticle(3)),
                                 archive.idOf(makeArticle(2)), archive.idOf(undated)};
    QCOMPARE(answerOf(archive.store().newest(10)), order);
    QCOMPARE(answerOf(archive.store().newest(2)), order.mid(0, 2));
    QCOMPARE(answerOf(archive.store().articleCount()), 4);
}

void ReadersTest::indexRowsComePageByPage()
{
    ArchiveBuilder archive;
    QList<IndexRow> told;
    for (int i = 1; i <= 25; ++i) {
        Article article = makeArticle(i);
        for (int topic = 0; topic < i % 4; ++topic) {
            article.topics.append(u"Topic %1"_s.arg((i + topic) % 5));
        }
        archive.add(article);
    }
    told = archive.commit().index.rows;
    QList<IndexRow> read;
    for (ArticleId after = 0;;) {
        const IndexBatch page = answerOf(archive.store().indexRows(after, 7));
        if (page.rows.isEmpty()) {
            break;
        }
        QCOMPARE(page.topics.isEmpty(), after != 0);
        read += page.rows;
        after = page.rows.constLast().id;
    }
    QCOMPARE(read, told);
    const QList<ArticleId> begins{0, told.at(6).id, told.at(13).id, told.at(20).id};
    QCOMPARE(answerOf(archive.store().indexPages(7)), begins);
    QCOMPARE(answerOf(archive.store().indexPages(100)), QList<ArticleId>{0});
}

// An empty value is another than none, and neither moves the values of other articles.
void ReadersTest::indexRowsTellWhatIsMissing()
{
    ArchiveBuilder archive;
    Article bare = makeArticle(1);
    bare.publishedAt = std::nullopt;
    bare.quality = std::nullopt;
    bare.type.clear();
    bare.provider = {};
    bare.published = std::nullopt;
    Article early = makeArticle(2);
    early.publishedAt = -86'400;
    early.quality = 0;
    early.heat = 7;
    early.published = false;
    early.body = u"Text"_s;
    early.pictures = {{u"https://pictures.example/1.png"_s, 100, 100, true, {}}};
    early.related = {relatedTo(makeArticle(3))};
    archive.add(bare);
    archive.add(early);
    const QList<IndexRow> told = archive.commit().index.rows;
    const QList<IndexRow> read = answerOf(archive.store().indexRows(0, 10)).rows;
    QCOMPARE(read, told);
    IndexRow expected;
    expected.id = archive.idOf(bare);
    QCOMPARE(read.at(0), expected);
    QCOMPARE(read.at(1).publishedAt, -86'400);
    QCOMPARE(read.at(1).quality, 0);
    QCOMPARE(read.at(1).heat, 7);
    QVERIFY(read.at(1).isUnpublished && read.at(1).hasBody && read.at(1).hasPicture &&
            read.at(1).hasRelated && !read.at(1).isMention && !read.at(1).isRemoved);
    QVERIFY(read.at(2).isMention && !read.at(2).isUnpublished && !read.at(2).hasRelated);
}

void ReadersTest::whatCountsReadersIsNoPicture()
{
    const Picture pixel{u"https://counter.example/1.gif"_s, 1, 1, false, {}};
    const Picture unknown{u"https://pictures.example/1.png"_s, 0, 0, false, {}};
    ArchiveBuilder archive;
    Article counted = makeArticle(1);
    counted.pictures = {pixel};
    Article shown = makeArticle(2);
    shown.pictures = {pixel, unknown};
    archive.add(counted);
    archive.add(shown);
    const QList<IndexRow> rows = archive.commit().index.rows;
    QVERIFY(!rows.at(0).hasPicture && rows.at(1).hasPicture);
    const auto cards = answerOf(archive.store().cards({rows.at(0).id, rows.at(1).id}));
    QCOMPARE(cards.at(0).pictureUrl, QString());
    QCOMPARE(cards.at(1).pictureUrl, unknown.url);
    QCOMPARE(answerOf(archive.store().detail(rows.at(0).id))->pictures.size(), 1); // nothing lost
}

void ReadersTest::picturesAreKnownByAddressOnce()
{
    ArchiveBuilder archive;
    const QString url = u"https://pictures.example/shared.png"_s;
    Article one = makeArticle(1);
    one.pictures = {{url, 640, 360, true, {}}};
    Article two = makeArticle(2);
    two.pictures = {{url, 1280, 720, false, u"Larger"_s}};
    archive.add(one);
    archive.add(two);
    archive.carry(url, contentHash("bytes"));
    archive.carry(u"https://pictures.example/nobody.png"_s, contentHash("other"));
    QCOMPARE(archive.commit().error, QString());
    const auto cards = answerOf(archive.store().cards({archive.idOf(one), archive.idOf(two)}));
    QCOMPARE(cards.at(0).picture, cards.at(1).picture);
    QCOMPARE(cards.at(0).pictureWidth, 640);
    QCOMPARE(cards.at(1).pictureWidth, 1280);
    const PictureOrigin expected{url, contentHash("bytes"), StoredKeeping::Carried};
    QCOMPARE(answerOf(archive.store().pictureOrigin(cards.at(0).picture)), expected);
    QVERIFY(!answerOf(archive.store().pictureOrigin(0)));

    Article three = makeArticle(3);
    three.pictures = {{u"https://pictures.example/fetched.png"_s, 1280, 720, false, {}}};
    archive.add(three);
    archive.commit();
    KeptPicture kept;
    kept.picture = answerOf(archive.store().cards({archive.idOf(three)})).at(0).picture;
    kept.state = PictureState::Fetched;
    kept.content = contentHash("fetched");
    QCOMPARE(answerOf(archive.store().pictureOrigin(kept.picture))->content, ContentHash());
    QVERIFY(answerOf(archive.store().keepPictures({kept})));
    QCOMPARE(answerOf(archive.store().pictureOrigin(kept.picture))->content, kept.content);
    QCOMPARE(answerOf(archive.store().pictureOrigin(kept.picture))->keeping,
             StoredKeeping::Fetched);
    QVERIFY(answerOf(archive.store().clearPictures()));
    QCOMPARE(answerOf(archive.store().pictureOrigin(kept.picture))->content, ContentHash());
}

void ReadersTest::statsCountAsTheFormatSays()
{
    ArchiveBuilder archive;
    const Article full = fullArticle(); // unpublished, quality 0, heat 0, pictures, two topics
    Article video = makeArticle(2);
    video.type = u"video"_s;
    video.publishedAt = -1; // the last second of 1969
    video.quality.reset();
    video.related = {relatedTo(full), relatedTo(makeArticle(3))};
    video.topics = {u"Apple"_s};
    archive.add(full, "full.md");
    archive.add(video, "video.md");
    archive.add(video, "copy.md", "other bytes");
    archive.addRejected("broken.md", {1, 1, u"broken"_s});
    archive.commit();
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 2);
    QCOMPARE(stats.mentions, 1);
    QCOMPARE(answerOf(archive.store().mentionCount()), 1);
    QCOMPARE(stats.files, 3);
    QCOMPARE(stats.duplicateFiles, 1);
    QCOMPARE(stats.relatedLinks, 2);
    QCOMPARE(stats.relatedResolved, 1);
    QCOMPARE(stats.providers, 1);
    QCOMPARE(stats.topics, 2);
    QCOMPARE(stats.withPicture, 1);
    QCOMPARE(stats.unrated, 1);
    QCOMPARE(stats.undated, 0);
    QCOMPARE(stats.unpublished, 1);
    QCOMPARE(stats.heatMeasured, 1);
    QCOMPARE(stats.types, (QMap<QString, qint64>{{u"article"_s, 1}, {u"video"_s, 1}}));
    QCOMPARE(stats.perYear, (QMap<int, qint64>{{1969, 1}, {2024, 1}}));
    QCOMPARE(stats.qualityMin, 0);
    QCOMPARE(stats.qualityMax, 0);
    QCOMPARE(stats.originalBytes,
             originalOf(full).size() + originalOf(video).size() + qstrlen("other bytes"));
    QVERIFY(stats.archiveBytes > 0);
    Article late = makeArticle(9);
    late.publishedAt = 253'402'300'800; // the first second of the year 10000
    archive.add(late);
    archive.commit();
    QCOMPARE(answerOf(archive.store().stats()).perYear.value(10'000), 1);
}

void ReadersTest::addressesThatDifferAreDifferentArticles()
{
    ArchiveBuilder archive;
    const QStringList addresses{u"https://a.example/x"_s,  u"https://a.example/X"_s,
                                u"https://a.example/x/"_s, u"https://a.example/x?a=1"_s,
                                u"http://a.example/x"_s,   u"https://a.example/ä"_s};
    int number = 0;
    for (const QString &address : addresses) {
        Article article = makeArticle(1);
        article.key = ArticleKey::fromStored(address);
        archive.add(article, QByteArray::number(++number));
    }
    QCOMPARE(archive.commit().added, addresses.size());
    QSet<ArticleId> ids;
    for (const QString &address : addresses) {
        ids.insert(answerOf(archive.store().find(ArticleKey::fromStored(address))).value_or(0));
    }
    QCOMPARE(ids.size(), addresses.size());
    QVERIFY(!answerOf(archive.store().find(ArticleKey::fromStored(u"https://a.example"_s))));
}

QTEST_GUILESS_MAIN(ReadersTest)
#include "tst_readers.moc"
