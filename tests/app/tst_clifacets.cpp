// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "frontmatter/articlereader.h"
#include "query/query.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <map>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

using Counts = std::map<QString, int>;
/// What a list is counted without; of the total nothing is left out.
enum class Part { Total, Date, Quality, Heat, Topics, Providers, Types, Other };

/// One clause of a query as a person would check it, article by article.
struct Clause {
    Part part;
    std::function<bool(const Article &)> holds;
};

struct Question {
    QString query;
    QList<Clause> clauses;
};

bool isBetween(std::optional<int> value, int least, int most)
{
    return value && *value >= least && *value <= most;
}

Clause since(const char *day)
{
    const qint64 first = QDate::fromString(QString::fromLatin1(day), Qt::ISODate).toJulianDay();
    return {Part::Date, [first](const Article &article) {
                return article.publishedAt && julianDay(*article.publishedAt) >= first;
            }};
}

Clause quality(int least, int most)
{
    return {Part::Quality, [least, most](const Article &article) {
                return isBetween(article.quality, least, most);
            }};
}

Clause provider(const char *domain)
{
    return {Part::Providers, [domain = QString::fromLatin1(domain)](const Article &article) {
                return article.provider.domain == domain;
            }};
}

QList<Question> questions()
{
    const Clause videos{Part::Types,
                        [](const Article &article) { return article.type == u"video"; }};
    const Clause pictures{Part::Other,
                          [](const Article &article) { return !article.pictures.isEmpty(); }};
    const Clause unmeasured{Part::Heat, [](const Article &article) { return !article.heat; }};
    const Clause hot{Part::Heat,
                     [](const Article &article) { return isBetween(article.heat, 50, 1 << 30); }};
    const Clause unrated{Part::Quality, [](const Article &article) { return !article.quality; }};
    const Clause druids{Part::Topics, [](const Article &article) {
                            return article.topics.contains(QStringLiteral("Druid")) ||
                                   article.topics.contains(QStringLiteral("Barbarian"));
                        }};
    return {
        {{}, {}},
        {QStringLiteral("quality:60..99"), {quality(60, 99)}},
        {QStringLiteral("quality:none"), {unrated}},
        {QStringLiteral("date:2023-01-01.. quality:80.."),
         {since("2023-01-01"), quality(80, 1 << 30)}},
        {QStringLiteral("provider:msn.com date:2022-06-01.."),
         {provider("msn.com"), since("2022-06-01")}},
        {QStringLiteral("type:video has:picture"), {videos, pictures}},
        {QStringLiteral("has:picture"), {pictures}},
        {QStringLiteral("heat:none type:video"), {unmeasured, videos}},
        {QStringLiteral("heat:50.. quality:..90"), {hot, quality(0, 90)}},
        {QStringLiteral("topic:Druid,Barbarian date:2022-01-01.."), {druids, since("2022-01-01")}}};
}

/// The shown versions of a folder's articles: of two files of one address the later one.
QList<Article> articlesOf(const QString &folder)
{
    QMap<QString, Article> shown;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const ReadResult read = readArticle(bytesOf(files.next()));
        if (const auto *good = std::get_if<ReadArticle>(&read)) {
            const QString key = good->article.key.toString();
            const auto known = shown.constFind(key);
            if (known == shown.constEnd() || known->publishedAt < good->article.publishedAt) {
                shown.insert(key, good->article);
            }
        }
    }
    return shown.values();
}

/// How many articles that every clause but those of `part` hold of have each of their `names`.
Counts counted(const QList<Article> &articles, const Question &question, Part part,
               const std::function<QStringList(const Article &)> &names)
{
    Counts counts;
    for (const Article &article : articles) {
        const bool fits =
            std::all_of(question.clauses.cbegin(), question.clauses.cend(),
                        [&](const Clause &c) { return c.part == part || c.holds(article); });
        if (fits) {
            for (const QString &name : names(article)) {
                ++counts[name];
            }
        }
    }
    return counts;
}

QStringList numberOf(std::optional<int> value)
{
    return value ? QStringList{QString::number(*value)} : QStringList();
}

QStringList dayOf(const Article &article)
{
    return article.publishedAt ? QStringList{QDate::fromJulianDay(julianDay(*article.publishedAt))
                                                 .toString(Qt::ISODate)}
                               : QStringList();
}

QStringList oneOf(const QString &name)
{
    return name.isEmpty() ? QStringList() : QStringList{name};
}

Counts told(const QJsonObject &answer, const char *list, const char *name)
{
    Counts counts;
    for (const auto &entry : answer.value(QLatin1String(list)).toArray()) {
        counts[entry[QLatin1String(name)].toVariant().toString()] +=
            entry[QLatin1String("count")].toInt();
    }
    return counts;
}

QJsonObject answerOf(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}

} // namespace

class TestCliFacets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryListInOrder()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("facets --json"));
        QCOMPARE(said.code, 0);
        QCOMPARE(memberOrder(said.out, 2),
                 words("total undated unrated dates quality heat topics providers types tags"));
        QCOMPARE(answerOf(said), QJsonDocument::fromJson(R"({
            "total": 3, "undated": 1, "unrated": 1,
            "dates": [{"from": "2023-07-01", "to": "2023-07-01", "count": 1},
                      {"from": "2023-08-02", "to": "2023-08-02", "count": 1}],
            "quality": [{"from": 20, "to": 20, "count": 1}, {"from": 80, "to": 80, "count": 1}],
            "heat": [],
            "topics": [{"name": "Garden Life", "count": 1}, {"name": "Soil", "count": 1}],
            "providers": [{"domain": "one.example", "name": "One", "count": 1},
                          {"domain": "two.example", "name": "Two", "count": 1}],
            "types": [{"name": "article", "count": 1}],
            "tags": []})")
                                     .object());
    }

    // Else a list would only ever show what was chosen of it.
    void countsEachListWithoutItsOwnClause()
    {
        const Desk desk;
        desk.import();
        const QJsonObject answer =
            answerOf(desk.run(words("facets --json quality:50.. provider:one.example")));
        QCOMPARE(answer[QLatin1String("total")].toInt(), 1);
        QCOMPARE(told(answer, "quality", "from"), (Counts{{QStringLiteral("80"), 1}}));
        QCOMPARE(answer[QLatin1String("unrated")].toInt(), 0);
        QCOMPARE(told(answer, "providers", "domain"), (Counts{{QStringLiteral("one.example"), 1}}));
        const QJsonObject low =
            answerOf(desk.run(words("facets --json quality:..50 provider:one.example")));
        QCOMPARE(low[QLatin1String("total")].toInt(), 0);
        QCOMPARE(told(low, "quality", "from"), (Counts{{QStringLiteral("80"), 1}}));
        QCOMPARE(told(low, "providers", "domain"), (Counts{{QStringLiteral("two.example"), 1}}));
    }

    void saysItInTables()
    {
        const Desk desk;
        desk.write("4.md", "---\ntitle: Hot\nwebUrl: https://one.example/hot\nheat: 3694\n"
                           "quality: 189\n---\n");
        desk.write("5.md", "---\ntitle: Cold\nwebUrl: https://one.example/cold\nheat: 0\n"
                           "quality: 79\n---\n");
        desk.import();
        const Said said = desk.run(words("facets"));
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains("Garden Life"));
        QVERIFY(!said.out.contains('\x1b'));
        // None of the desk's own files has a heat; quality is 20, 79, 80, 189 and none.
        QVERIFY2(said.out.contains("Total       5\nUndated     3\nUnrated     1\nUnmeasured  3\n"),
                 said.out.constData());
        QVERIFY2(said.out.contains("\n Articles  Quality\n"
                                   "        1  20..39\n"
                                   "        1  60..79\n"
                                   "        1  80..99\n"
                                   "        1  180..199\n\n"),
                 said.out.constData());
        QVERIFY2(said.out.contains("\n Articles  Heat\n"
                                   "        1  0..499\n"
                                   "        1  3500..3999\n\n"),
                 said.out.constData());
        // Like the others each is counted without its own clause.
        const Said low = desk.run(words("facets quality:..20 heat:none"));
        QVERIFY2(low.out.contains("\n Articles  Quality\n"
                                  "        1  20..29\n"
                                  "        1  80..89\n\n"),
                 low.out.constData());
    }

    void fewScoresAreTheirOwnRanges()
    {
        const Desk desk;
        desk.import();
        const Said one = desk.run(words("facets provider:two.example"));
        QVERIFY2(one.out.contains("\n Articles  Quality\n        1  20\n\n"), one.out.constData());
        QVERIFY2(one.out.contains("\n Articles  Heat\n\n"), one.out.constData());
    }

    void saysWhereAQueryIsWrong()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("facets quality:high"));
        QCOMPARE(said.code, 2);
        QVERIFY2(said.err.contains("high"), said.err.constData());
        QCOMPARE(said.out, QByteArray());
    }

    void endsWithOneWhereNothingIsFound()
    {
        const Desk desk;
        desk.import();
        QCOMPARE(desk.run(words("facets --json quality:999..")).code, 1);
    }

    void countsARealArchiveAsAPersonWould_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *name : {"diablo4", "seeds"}) {
            const QString folder = QStringLiteral(CORPUS_DIR "/") + QLatin1String(name);
            if (QDir(folder).exists()) {
                QTest::newRow(name) << folder;
            }
        }
        QTest::newRow("three articles") << QString();
    }

    void countsARealArchiveAsAPersonWould()
    {
        QFETCH(QString, folder);
        const Desk desk;
        folder = folder.isEmpty() ? desk.source() : folder;
        desk.run({QStringLiteral("import"), folder});
        const QList<Article> articles = articlesOf(folder);
        for (const Question &question : questions()) {
            const QJsonObject answer = answerOf(
                desk.run({QStringLiteral("facets"), QStringLiteral("--json"), question.query}));
            const auto expected = [&](Part part, const auto &names) {
                return counted(articles, question, part, names);
            };
            const auto all =
                expected(Part::Total, [](const Article &) { return oneOf(QStringLiteral("all")); });
            const int total = all.empty() ? 0 : all.begin()->second;
            QCOMPARE(answer[QLatin1String("total")].toInt(), total);
            const Said listed = desk.run({QStringLiteral("list"), QStringLiteral("--format"),
                                          QStringLiteral("urls"), question.query});
            QCOMPARE(int(listed.out.count('\n')), total);
            QCOMPARE(told(answer, "dates", "from"), expected(Part::Date, dayOf));
            QCOMPARE(told(answer, "quality", "from"),
                     expected(Part::Quality, [](const Article &a) { return numberOf(a.quality); }));
            QCOMPARE(told(answer, "heat", "from"),
                     expected(Part::Heat, [](const Article &a) { return numberOf(a.heat); }));
            QCOMPARE(told(answer, "topics", "name"),
                     expected(Part::Topics, [](const Article &a) { return a.topics; }));
            QCOMPARE(told(answer, "providers", "domain"),
                     expected(Part::Providers,
                              [](const Article &a) { return oneOf(a.provider.domain); }));
            QCOMPARE(told(answer, "types", "name"),
                     expected(Part::Types, [](const Article &a) { return oneOf(a.type); }));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliFacets)
#include "tst_clifacets.moc"
