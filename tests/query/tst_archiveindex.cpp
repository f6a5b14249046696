// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/archiveindex.h"
#include "query/querytext.h"

#include <QTest>

using namespace Microfiche;

/// What becomes of rows and names that are told, and a few queries spelled out.
class TestArchiveIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty();
    void addsChangesAndRemovesRows();
    void ordersAnewWhenARowChanges_data();
    void ordersAnewWhenARowChanges();
    void turnsAMentionIntoItsArticle();
    void leavesOutIdsThatAreNone();
    void takesIdsFarApart();
    void learnsNamesBeforeAndAfterTheirRows();
    void followsAProviderToItsNewName();
    void keepsTitleOrderOfRowsThatComeLater();
    void answersQueries_data();
    void answersQueries();
    void countsFacetsWithoutTheirOwnClause();
    void countsChartsWithoutTheirOwnClause();
    void saysHowManyComeBackWithoutEachClause();
    void looksAtHitsOnlyIfWordsAreAsked();
    void followsHitsAndRowsThatChange();
    void cutsTheAnswerIntoRuns_data();
    void cutsTheAnswerIntoRuns();
    void givesUpWhenCancelled();
    void canBeMoved();
    void holdsAnArticleIn64Bytes_data();
    void holdsAnArticleIn64Bytes();
};

namespace
{

constexpr UtcSeconds Day = 86'400;

/// Rows of one line each: id, day since 1970 (or none), quality (or none), provider, topics.
IndexRow row(ArticleId id, std::optional<int> day, std::optional<int> quality,
             ProviderId provider = 0, const QList<TopicId> &topics = {})
{
    IndexRow row;
    row.id = id;
    row.publishedAt = day ? std::optional(*day * Day + 3600) : std::nullopt;
    row.quality = quality;
    row.provider = provider;
    row.topics = topics;
    return row;
}

const std::optional<int> None;

/// Nine rows: 1 to 6 articles (5 unpublished, 6 undated and unrated), 7 and 8 mentions, 9 before
/// 1970.
IndexBatch sample()
{
    IndexBatch batch;
    batch.providers = {{1,
                        QStringLiteral("fox.example"),
                        QStringLiteral("The Fox"),
                        {QStringLiteral("Fox Daily")},
                        0},
                       {2, QStringLiteral("owl.example"), QStringLiteral("Owl Post"), {}, 0},
                       {3, QStringLiteral("elk.example"), {}, {}, 0}};
    batch.topics = {{1, QStringLiteral("Woods")},
                    {2, QStringLiteral("Night Life")},
                    {3, QStringLiteral("Unheard")}};
    batch.rows = {
        row(1, 0, 50, 1, {1}),      row(2, 1, 60, 1, {1, 2}),   row(3, 1, 60, 2, {2}),
        row(4, 31, 120, 2, {1, 1}), row(5, 400, 0, 3),          row(6, None, None, 0, {2}),
        row(7, 2, 70, 1, {}),       row(8, None, None, 2, {1}), row(9, -1, 55, 1, {1})};
    batch.rows[1].heat = 9;
    batch.rows[2].heat = 0;
    batch.rows[4].isUnpublished = true;
    batch.rows[6].isMention = true;
    batch.rows[7].isMention = true;
    return batch;
}

ArchiveIndex sampleIndex()
{
    ArchiveIndex index;
    index.apply(sample());
    index.setTitleOrder({9, 1, 8, 2, 7, 3, 4, 5});
    return index;
}

Query query(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

QList<ArticleId> idsOf(const ArchiveIndex &index, const QString &text = {})
{
    return index.evaluate(query(text)).ids;
}

/// `name total/count` of each entry.
QStringList dump(const QList<FacetCount> &facets)
{
    QStringList lines;
    for (const FacetCount &facet : facets) {
        lines.append(QStringLiteral("%1 %2/%3")
                         .arg(facet.name.isEmpty() ? facet.domain : facet.name)
                         .arg(facet.total)
                         .arg(facet.count));
    }
    return lines;
}

QStringList dump(const QList<ValueCount> &values, qint64 origin = 0)
{
    QStringList lines;
    for (const ValueCount &value : values) {
        lines.append(
            QStringLiteral("%1 %2/%3").arg(value.value - origin).arg(value.total).arg(value.count));
    }
    return lines;
}

/// What the store answers to the word fox.
TermHits foxHits(const QList<ArticleId> &ids)
{
    return {{{StoreTerm::Kind::Text, QStringLiteral("fox")}, ids}};
}

QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(QStringLiteral(", "));
}

} // namespace

void TestArchiveIndex::beginsEmpty()
{
    const ArchiveIndex index;
    QCOMPARE(index.articleCount(), 0);
    QCOMPARE(index.mentionCount(), 0);
    QVERIFY(!index.contains(0));
    QVERIFY(!index.contains(1));
    const QueryAnswer answer =
        index.evaluate(query(QStringLiteral("fox quality:5 sort:title")), foxHits({1, 2}));
    QVERIFY(answer.ids.isEmpty());
    QVERIFY(answer.days.isEmpty());
    QCOMPARE(answer.withoutQuality, 0);
}

void TestArchiveIndex::addsChangesAndRemovesRows()
{
    ArchiveIndex index = sampleIndex();
    QCOMPARE(index.articleCount(), 7);
    QCOMPARE(index.mentionCount(), 2);
    QVERIFY(index.contains(9));

    IndexBatch batch;
    batch.gone = {2, 7, 100};
    batch.rows = {row(12, 3, 80), row(1, 5, None), row(11, 4, 80)};
    index.apply(batch);
    QCOMPARE(index.articleCount(), 8);
    QCOMPARE(index.mentionCount(), 1);
    QVERIFY(!index.contains(2));
    QVERIFY(!index.contains(7));
    QVERIFY(index.contains(11));
    QCOMPARE(idsOf(index), (QList<ArticleId>{5, 4, 1, 11, 12, 3, 9, 6}));
    QCOMPARE(idsOf(index, QStringLiteral("quality:80")), (QList<ArticleId>{11, 12}));
    QCOMPARE(idsOf(index, QStringLiteral("quality:none")), (QList<ArticleId>{1, 6}));
    QCOMPARE(dump(index.evaluate({}).qualities), lines("0 1/1, 55 1/1, 60 1/1, 80 2/2, 120 1/1"));

    IndexBatch back;
    back.rows = {row(2, 1, 60)};
    back.gone = {2}; // gone first, so that a row told is there
    index.apply(back);
    QVERIFY(index.contains(2));

    IndexBatch everything;
    everything.gone = {1, 2, 3, 4, 5, 6, 8, 9, 11, 12};
    index.apply(everything);
    QCOMPARE(index.articleCount() + index.mentionCount(), 0);
    QVERIFY(idsOf(index).isEmpty());
    index.apply(sample());
    QCOMPARE(index.articleCount(), 7);
}

void TestArchiveIndex::ordersAnewWhenARowChanges_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"sort:date", "sort:-date", "sort:quality", "sort:-quality"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestArchiveIndex::ordersAnewWhenARowChanges()
{
    QFETCH(QString, text);
    ArchiveIndex index = sampleIndex();
    const QList<ArticleId> before = idsOf(index, text);
    IndexBatch batch = sample();
    for (IndexRow &changed : batch.rows) {
        changed.publishedAt = -changed.publishedAt.value_or(0);
        changed.quality = 200 - changed.quality.value_or(0);
    }
    index.apply(batch);
    ArchiveIndex fresh;
    fresh.apply(batch);
    QCOMPARE(idsOf(index, text), idsOf(fresh, text));
    QVERIFY(idsOf(index, text) != before);
}

void TestArchiveIndex::turnsAMentionIntoItsArticle()
{
    ArchiveIndex index = sampleIndex();
    QCOMPARE(idsOf(index, QStringLiteral("is:mention")), (QList<ArticleId>{7, 8}));
    IndexBatch batch;
    batch.rows = {row(7, 500, 70, 1, {3})};
    index.apply(batch);
    QCOMPARE(idsOf(index, QStringLiteral("is:mention")), QList<ArticleId>{8});
    QCOMPARE(idsOf(index, QStringLiteral("topic:Unheard")), QList<ArticleId>{7});
    QCOMPARE(index.articleCount(), 8);
    QCOMPARE(index.mentionCount(), 1);
}

void TestArchiveIndex::leavesOutIdsThatAreNone()
{
    ArchiveIndex index;
    IndexBatch batch;
    batch.rows = {row(0, 1, 1), row(-3, 1, 1), row(1, 1, 1)};
    index.apply(batch);
    QCOMPARE(idsOf(index), QList<ArticleId>{1});
}

void TestArchiveIndex::takesIdsFarApart()
{
    constexpr ArticleId far = std::numeric_limits<ArticleId>::max();
    ArchiveIndex index;
    IndexBatch batch;
    batch.rows = {row(far, 1, 1), row(5, 2, 1), row(1LL << 40, 3, 1), row(6, 4, 1)};
    index.apply(batch);
    QCOMPARE(idsOf(index), (QList<ArticleId>{6, 1LL << 40, 5, far}));
    QVERIFY(index.contains(far));
    QVERIFY(!index.contains(far - 1));
    QCOMPARE(index.evaluate(query(QStringLiteral("fox")), foxHits({6, 7, far})).ids,
             (QList<ArticleId>{6, far}));
}

void TestArchiveIndex::learnsNamesBeforeAndAfterTheirRows()
{
    ArchiveIndex index;
    IndexBatch rows;
    rows.rows = {row(1, 1, 1, 4, {9})};
    index.apply(rows);
    QVERIFY(index.evaluate({}).topics.isEmpty());
    QVERIFY(idsOf(index, QStringLiteral("provider:\"\\\",ant.example")).isEmpty());

    IndexBatch names;
    names.providers = {{4, QStringLiteral("ant.example"), QStringLiteral("Ant"), {}, 0}};
    names.topics = {{9, QStringLiteral("Hills")}};
    index.apply(names);
    QCOMPARE(dump(index.evaluate({}).topics), lines("Hills 1/1"));
    QCOMPARE(dump(index.evaluate({}).providers), lines("Ant 1/1"));
    QCOMPARE(idsOf(index, QStringLiteral("topic:hills provider:ANT")), QList<ArticleId>{1});
}

void TestArchiveIndex::followsAProviderToItsNewName()
{
    ArchiveIndex index = sampleIndex();
    IndexBatch batch;
    batch.providers = {{1, QStringLiteral("fox.example"), QStringLiteral("Vixen"), {}, 0}};
    index.apply(batch);
    QVERIFY(idsOf(index, QStringLiteral("provider:\"the fox\"")).isEmpty());
    QCOMPARE(idsOf(index, QStringLiteral("provider:vixen")), (QList<ArticleId>{2, 1, 9}));
    QCOMPARE(index.evaluate({}).providers.first().name, QStringLiteral("Vixen"));
}

void TestArchiveIndex::keepsTitleOrderOfRowsThatComeLater()
{
    ArchiveIndex index;
    index.setTitleOrder({3, 1, 2});
    IndexBatch batch;
    batch.rows = {row(1, 1, 1), row(2, 2, 2), row(3, 3, 3), row(4, 4, 4), row(5, 5, 5)};
    index.apply(batch);
    QCOMPARE(idsOf(index, QStringLiteral("sort:title")), (QList<ArticleId>{3, 1, 2, 5, 4}));
    QCOMPARE(idsOf(index, QStringLiteral("sort:-title")), (QList<ArticleId>{2, 1, 3, 5, 4}));
    index.setTitleOrder({1, 5});
    QCOMPARE(idsOf(index, QStringLiteral("sort:title")), (QList<ArticleId>{1, 5, 4, 3, 2}));
}

void TestArchiveIndex::answersQueries_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<ArticleId>>("ids");
    const auto add = [](const char *text, const QList<ArticleId> &ids) {
        QTest::newRow(text) << QString::fromUtf8(text) << ids;
    };
    add("", {5, 4, 2, 3, 1, 9, 6});
    add("sort:-date", {9, 1, 2, 3, 4, 5, 6});
    add("sort:quality", {4, 2, 3, 9, 1, 5, 6});
    add("sort:-quality", {5, 1, 9, 2, 3, 4, 6});
    add("sort:heat", {2, 3, 5, 4, 1, 9, 6});
    add("sort:-heat", {3, 2, 5, 4, 1, 9, 6});
    add("sort:title", {9, 1, 2, 3, 4, 5, 6});
    add("sort:provider", {5, 4, 3, 2, 1, 9, 6});
    add("sort:-provider", {2, 1, 9, 4, 3, 5, 6});
    add("heat:0..", {2, 3});
    add("heat:none quality:..50", {5, 1});
    add("type:video", {});
    add("-topic:woods", {5, 3, 6});
    add("-date:1970", {5, 9, 6});
    add("topic:woods topic:\"night life\"", {2});
    add("(topic:woods -provider:fox.example) OR quality:0", {5, 4});
    add("is:mention OR quality:0", {5, 7, 8});
    add("is:any -is:mention quality:70..", {4});
    add("is:unread quality:120", {4});
    add("has:picture", {});
    add("sort:-title", {5, 4, 3, 2, 1, 9, 6});
    add("is:any", {5, 4, 7, 2, 3, 1, 9, 6, 8});
    add("is:mention", {7, 8});
    add("is:unpublished", {5});
    add("is:unpublished is:mention", {});
    add("date:1970-01", {2, 3, 1});
    add("date:1970-01-01", {1});
    add("date:..1969", {9});
    add("date:1970-02..", {5, 4});
    add("date:1970-01,none", {2, 3, 1, 6});
    add("date:none", {6});
    add("date:1980", {});
    add("date:1970-01-05..1970-01-20", {});
    add("quality:60", {2, 3});
    add("quality:61..119", {});
    add("quality:..50", {5, 1});
    add("quality:60..", {4, 2, 3});
    add("quality:60..,none", {4, 2, 3, 6});
    add("quality:none", {6});
    add("quality:0", {5});
    add("topic:woods", {4, 2, 1, 9});
    add("topic:\"NIGHT life\",Woods", {4, 2, 3, 1, 9, 6});
    add("topic:Nowhere", {});
    add("topic:Nowhere,woods date:1970-01-01", {1});
    add("provider:FOX.example", {2, 1, 9});
    add("provider:\"fox daily\"", {2, 1, 9});
    add("provider:\"owl post\",elk.example", {5, 4, 3});
    add("provider:example", {});
}

void TestArchiveIndex::answersQueries()
{
    QFETCH(QString, text);
    QFETCH(QList<ArticleId>, ids);
    QCOMPARE(idsOf(sampleIndex(), text), ids);
}

void TestArchiveIndex::countsFacetsWithoutTheirOwnClause()
{
    const ArchiveIndex index = sampleIndex();
    const QueryAnswer all = index.evaluate({});
    QCOMPARE(dump(all.topics), lines("Woods 4/4, Night Life 3/3, Unheard 0/0"));
    QCOMPARE(dump(all.providers), lines("The Fox 3/3, Owl Post 2/2, elk.example 1/1"));
    const QueryAnswer some =
        index.evaluate(query(QStringLiteral("topic:woods provider:owl.example")));
    QCOMPARE(dump(some.topics), lines("Woods 4/1, Night Life 3/1, Unheard 0/0"));
    QCOMPARE(dump(some.providers), lines("The Fox 3/3, Owl Post 2/1, elk.example 1/0"));
    const QueryAnswer mentions = index.evaluate(query(QStringLiteral("is:mention")));
    QCOMPARE(dump(mentions.topics), lines("Woods 1/1, Night Life 0/0, Unheard 0/0"));
}

void TestArchiveIndex::countsChartsWithoutTheirOwnClause()
{
    const ArchiveIndex index = sampleIndex();
    const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
    const QueryAnswer answer =
        index.evaluate(query(QStringLiteral("date:1970-01-02.. quality:60..,none")));
    QCOMPARE(dump(answer.days, epoch), lines("-1 1/0, 0 1/0, 1 2/2, 31 1/1, 400 1/0"));
    QCOMPARE(dump(answer.qualities), lines("0 1/1, 50 1/0, 55 1/0, 60 2/2, 120 1/1"));
    QCOMPARE(answer.undated, (ValueCount{0, 1, 1}));
    QCOMPARE(answer.unrated, (ValueCount{0, 1, 0}));
}

void TestArchiveIndex::saysHowManyComeBackWithoutEachClause()
{
    const ArchiveIndex index = sampleIndex();
    const QueryAnswer answer = index.evaluate(
        query(QStringLiteral(
            "fox date:1970-01-02 quality:60 topic:woods provider:fox.example is:any")),
        foxHits({1, 2, 4, 7}));
    QCOMPARE(answer.ids, QList<ArticleId>{2});
    QCOMPARE(answer.articles, 1);
    QCOMPARE(answer.mentions, 0);
    QCOMPARE(answer.withoutDate, 1);
    QCOMPARE(answer.withoutWords, 1);
    QCOMPARE(answer.archiveArticles, 7);
    QCOMPARE(answer.archiveMentions, 2);
    QCOMPARE(answer.archiveUnpublished, 1);

    const QueryAnswer none = index.evaluate(query(QStringLiteral("date:1980 quality:60")));
    QVERIFY(none.ids.isEmpty());
    QCOMPARE(none.withoutDate, 2);
    QCOMPARE(none.withoutQuality, 0);

    const QueryAnswer mention = index.evaluate(query(QStringLiteral("is:mention topic:woods")));
    QCOMPARE(mention.mentions, 1);
    QCOMPARE(mention.withoutKinds, 4);
    QCOMPARE(mention.withoutTopics, 2);
}

void TestArchiveIndex::looksAtHitsOnlyIfWordsAreAsked()
{
    const ArchiveIndex index = sampleIndex();
    QCOMPARE(index.evaluate({}, foxHits({1})).ids.size(), 7);
    QVERIFY(idsOf(index, QStringLiteral("fox")).isEmpty());
    QCOMPARE(index.evaluate(query(QStringLiteral("fox")), foxHits({-1, 0, 1, 3, 3, 77})).ids,
             (QList<ArticleId>{3, 1}));
}

void TestArchiveIndex::followsHitsAndRowsThatChange()
{
    ArchiveIndex index = sampleIndex();
    const Query fox = query(QStringLiteral("fox"));
    TermHits hits = foxHits({1, 3, 12});
    QCOMPARE(index.evaluate(fox, hits).ids, (QList<ArticleId>{3, 1}));
    QCOMPARE(index.evaluate(fox, hits).ids, (QList<ArticleId>{3, 1})); // the very same lists
    IndexBatch batch;
    batch.gone = {2};
    batch.rows = {row(12, 3, 80)};
    index.apply(batch);
    QCOMPARE(index.evaluate(fox, hits).ids, (QList<ArticleId>{12, 3, 1}));
    hits = foxHits({3, 12, 13});
    QCOMPARE(index.evaluate(fox, hits).ids, (QList<ArticleId>{12, 3}));
    QCOMPARE(index.countOf({fox, {}}, foxHits({4})), (QList<int>{1, 7}));
    QCOMPARE(index.evaluate(fox, hits).ids, (QList<ArticleId>{12, 3}));
}

void TestArchiveIndex::cutsTheAnswerIntoRuns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("runs");
    const auto add = [](const char *text, const char *runs) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(runs);
    };
    add("", "400: 1, 31: 1, 1: 2, 0: 1, -1: 1, none: 1");
    add("sort:-date", "-1: 1, 0: 1, 1: 2, 31: 1, 400: 1, none: 1");
    add("quality:60..", "31: 1, 1: 2");
    add("sort:quality", "");
    add("sort:title", "");
    add("sort:provider", "3: 1, 2: 2, 1: 3, none: 1");
    add("sort:-provider topic:woods", "1: 3, 2: 1");
    add("date:1980", "");
}

void TestArchiveIndex::cutsTheAnswerIntoRuns()
{
    QFETCH(QString, text);
    QFETCH(QString, runs);
    const Query asked = query(text);
    const QueryAnswer answer = sampleIndex().evaluate(asked);
    const qint64 origin =
        asked.sort.key == SortKey::Date ? QDate(1970, 1, 1).toJulianDay() : qint64(0);
    QStringList found;
    for (const Run &run : answer.runs) {
        found.append(QStringLiteral("%1: %2")
                         .arg(run.key == NoRunKey ? QStringLiteral("none")
                                                  : QString::number(run.key - origin))
                         .arg(run.count));
    }
    QCOMPARE(found.join(QStringLiteral(", ")), runs);
}

void TestArchiveIndex::givesUpWhenCancelled()
{
    const ArchiveIndex index = sampleIndex();
    std::atomic_bool cancelled = true;
    QVERIFY(index.evaluate({}, {}, &cancelled).isCancelled);
    QVERIFY(index.countOf({{}, {}}, {}, &cancelled).isEmpty());
    cancelled = false;
    const QueryAnswer answer = index.evaluate(query(QStringLiteral("sort:heat")), {}, &cancelled);
    QVERIFY(!answer.isCancelled);
    QCOMPARE(answer.ids.size(), 7);
}

void TestArchiveIndex::canBeMoved()
{
    ArchiveIndex index = sampleIndex();
    ArchiveIndex other = std::move(index);
    QCOMPARE(other.articleCount(), 7);
    index = std::move(other);
    QCOMPARE(idsOf(index, QStringLiteral("quality:60")), (QList<ArticleId>{2, 3}));
}

void TestArchiveIndex::holdsAnArticleIn64Bytes_data()
{
    QTest::addColumn<int>("topicsOfEach");
    QTest::addColumn<int>("topicCount");
    QTest::newRow("one topic") << 1 << 40;
    QTest::newRow("two of two hundred") << 2 << 200;
    QTest::newRow("three of forty") << 3 << 40;
}

void TestArchiveIndex::holdsAnArticleIn64Bytes()
{
    QFETCH(int, topicsOfEach);
    QFETCH(int, topicCount);
    constexpr int rows = 100'000;
    ArchiveIndex index;
    for (int begin = 0; begin < rows; begin += 1000) {
        IndexBatch batch;
        for (int i = begin; i < begin + 1000; ++i) {
            QList<TopicId> topics;
            for (int topic = 0, spread = i; topic < topicsOfEach; ++topic, spread /= topicCount) {
                topics.append(1 + (spread + 7 * topic * i) % topicCount);
            }
            batch.rows.append(row(i + 1, i % 3000, i % 190, i % 500, topics));
        }
        index.apply(batch);
    }
    const Query byTitle = query(QStringLiteral("sort:title"));
    QCOMPARE(index.evaluate(byTitle).ids.size(), rows);
    QVERIFY2(index.bytesUsed() <= 64 * size_t(rows),
             qPrintable(QString::number(double(index.bytesUsed()) / rows)));
}

QTEST_GUILESS_MAIN(TestArchiveIndex)
#include "tst_archiveindex.moc"
