// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexsample.h"
#include "query/askednames.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

/// What a small archive answers to queries, spelled out.
class TestIndexAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersQueries_data();
    void answersQueries();
    void countsFacetsWithoutTheirOwnClause();
    void aNameMeansWhatGoesByIt_data();
    void aNameMeansWhatGoesByIt();
    void countsChartsWithoutTheirOwnClause();
    void saysHowManyComeBackWithoutEachClause();
    void looksAtHitsOnlyIfWordsAreAsked();
    void followsHitsAndRowsThatChange();
    void cutsTheAnswerIntoRuns_data();
    void cutsTheAnswerIntoRuns();
    void givesUpWhenCancelled();
};

void TestIndexAnswers::answersQueries_data()
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
    add("\"-\" quality:60", {2, 3});
    add("-\"-\"", {});
    add("(title:\"...\" OR fox) heat:0..", {2, 3});
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

void TestIndexAnswers::answersQueries()
{
    QFETCH(QString, text);
    QFETCH(QList<ArticleId>, ids);
    QCOMPARE(idsOf(sampleIndex(), text), ids);
}

void TestIndexAnswers::countsFacetsWithoutTheirOwnClause()
{
    const ArchiveIndex index = sampleIndex();
    const QueryAnswer all = index.evaluate({});
    QCOMPARE(dump(all.topics), lines("Woods 4/4, Night Life 3/3"));
    QCOMPARE(dump(all.providers), lines("The Fox 3/3, Owl Post 2/2, elk.example 1/1"));
    const QueryAnswer some =
        index.evaluate(query(QStringLiteral("topic:woods provider:owl.example")));
    QCOMPARE(dump(some.topics), lines("Woods 4/1, Night Life 3/1"));
    QCOMPARE(dump(some.providers), lines("The Fox 3/3, Owl Post 2/1, elk.example 1/0"));
    const QueryAnswer mentions = index.evaluate(query(QStringLiteral("is:mention")));
    QCOMPARE(dump(mentions.topics), lines("Woods 1/1, Night Life 0/0"));
}

void TestIndexAnswers::aNameMeansWhatGoesByIt_data()
{
    QTest::addColumn<QString>("meant");
    const auto row = [](const char *asked, const char *meant) {
        QTest::newRow(asked) << QString::fromUtf8(meant);
    };
    row("fox.example", "fox.example");
    row("the FOX", "fox.example");
    row("fox daily", "fox.example");
    row("Fox", "");
    row("www.fox.example", "fox.example");
    row("WWW.Owl.example", "owl.example");
    row("www.", "");
    row("owl post", "owl.example");
    row("STRAßENBLATT", "owl.example");
    row("elk.example", "elk.example");
}

// What the index finds is what a list marks as chosen.
void TestIndexAnswers::aNameMeansWhatGoesByIt()
{
    QFETCH(QString, meant);
    ArchiveIndex index = sampleIndex();
    const QStringList aliases{QStringLiteral("Straßenblatt"), QStringLiteral("Owls")};
    index.apply(
        {{}, {}, {{2, QStringLiteral("owl.example"), QStringLiteral("Owl Post"), aliases, 0}}, {}});
    Query asked;
    asked.providers = {QString::fromUtf8(QTest::currentDataTag())};
    asked.kinds = Kinds::Both;
    const QueryAnswer answer = index.evaluate(asked);
    int found = 0;
    QStringList marked;
    for (const FacetCount &provider : answer.providers) {
        if (AskedNames(asked.providers).mean(provider)) {
            marked << provider.domain;
            found += provider.total;
        }
        if (provider.id == 2) {
            QCOMPARE(provider.aliases, aliases);
        }
    }
    QCOMPARE(marked.join(u' '), meant);
    QCOMPARE(answer.ids.size(), found);
}

void TestIndexAnswers::countsChartsWithoutTheirOwnClause()
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

void TestIndexAnswers::saysHowManyComeBackWithoutEachClause()
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

void TestIndexAnswers::looksAtHitsOnlyIfWordsAreAsked()
{
    const ArchiveIndex index = sampleIndex();
    QCOMPARE(index.evaluate({}, foxHits({1})).ids.size(), 7);
    QVERIFY(idsOf(index, QStringLiteral("fox")).isEmpty());
    QCOMPARE(index.evaluate(query(QStringLiteral("fox")), foxHits({-1, 0, 1, 3, 3, 77})).ids,
             (QList<ArticleId>{3, 1}));
}

void TestIndexAnswers::followsHitsAndRowsThatChange()
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

void TestIndexAnswers::cutsTheAnswerIntoRuns_data()
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

void TestIndexAnswers::cutsTheAnswerIntoRuns()
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

void TestIndexAnswers::givesUpWhenCancelled()
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

QTEST_GUILESS_MAIN(TestIndexAnswers)
#include "tst_indexanswers.moc"
