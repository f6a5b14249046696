// SPDX-License-Identifier: GPL-3.0-or-later
// What wrong types, lengths and numbers cost, and what is said about it.
#include "frontmatter/articlereader.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

/// Reads front matter that brings title and address by itself; `lines` begin on line 4.
ReadArticle readLines(const QByteArray &lines)
{
    const ReadResult result =
        readArticle("---\ntitle: A title\nwebUrl: https://example.com/a\n" + lines + "\n---\n");
    if (const auto *problem = std::get_if<ReadProblem>(&result)) {
        qWarning("%s", qPrintable(problem->reason));
    }
    return std::get<ReadArticle>(result);
}

ReadArticle readWhole(const QByteArray &bytes)
{
    const ReadResult result = readArticle(bytes);
    if (const auto *problem = std::get_if<ReadProblem>(&result)) {
        qWarning("%s", qPrintable(problem->reason));
    }
    return std::get<ReadArticle>(result);
}

/// Warnings as "line:column reason".
QStringList said(const QList<ReadProblem> &warnings)
{
    QStringList lines;
    for (const ReadProblem &warning : warnings) {
        lines.append(u"%1:%2 %3"_s.arg(warning.at.line).arg(warning.at.column).arg(warning.reason));
    }
    return lines;
}

} // namespace

class TestFieldWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTopics_data();
    void readsTopics();
    void wrongTypesCostTheField_data();
    void wrongTypesCostTheField();
    void wrongTypesLeaveTheRest();
    void limitsLongTexts();
    void limitsWarnings();
    void ordersWarnings();
};

void TestFieldWarnings::readsTopics_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("topics");
    QTest::addColumn<QStringList>("warnings");

    const auto row = [](const char *name, const QByteArray &lines, const QStringList &topics,
                        const QStringList &warnings = {}) {
        QTest::newRow(name) << lines << topics << warnings;
    };
    row("list", "topics:\n  - A b\n  - C", {u"A b"_s, u"C"_s});
    row("flow", "topics: [A, 'B']", {u"A"_s, u"B"_s});
    row("nothing", "topics:", {});
    row("empty list", "topics: []", {});
    row("null entries", "topics:\n  -\n  - A\n  - ~\n  - ''", {u"A"_s});
    row("Y30", "topics: x", {u"x"_s});
    row("N06", "topics: [no, 2024, 1_000]", {u"no"_s, u"2024"_s, u"1_000"_s});
    row("trimmed and once each", "topics: [' A ', A, a]", {u"A"_s, u"a"_s});
    row("map", "topics: {a: b}", {}, {u"4:9 topics is a map, not a list. It is left out."_s});
    row("map inside", "topics:\n  - {a: b}\n  - A", {u"A"_s},
        {u"5:5 topics is a map, not text. It is left out."_s});
    QStringList hundred;
    QByteArray lines = "topics:\n";
    for (int i = 0; i < 4'000; ++i) { // V03 is about more than a file may hold
        lines += "  - t" + QByteArray::number(i) + '\n';
        if (i < 100) {
            hundred.append(u't' + QString::number(i));
        }
    }
    row("too many", lines, hundred,
        {u"105:5 There are more than 100 topics. From here on they are left out."_s});
    row("too long", "topics: [" + QByteArray(101, 'a') + ", b]", {QString(100, u'a'), u"b"_s},
        {u"4:10 topics is longer than 100 characters. It is cut there."_s});
}

void TestFieldWarnings::readsTopics()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, topics);
    QFETCH(QStringList, warnings);

    const ReadArticle read = readLines(lines);

    QCOMPARE(read.article.topics, topics);
    QCOMPARE(said(read.warnings), warnings);
}

void TestFieldWarnings::wrongTypesCostTheField_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("warnings");

    const auto row = [](const char *lines, const QString &warning) {
        QTest::newRow(QByteArray(lines).replace('\n', ' '))
            << QByteArray(lines) << QStringList{warning};
    };
    const QString text = u", not text. It is left out."_s;
    const QString number = u", not a whole number from 0 to 2147483647. It is left out."_s;
    const QString truth = u", neither true nor false. It is left out."_s;
    const QString date = u". That is no date; it is left out."_s;
    const QString list = u", not a list. It is left out."_s;
    const QString map = u", not a map of names and values. It is left out."_s;
    row("quality: high", u"4:10 quality is “high”"_s + number);
    row("quality: 1.5", u"4:10 quality is “1.5”"_s + number);
    row("quality: -1", u"4:10 quality is “-1”"_s + number);
    row("quality: 99999999999999999999", u"4:10 quality is “99999999999999999999”"_s + number);
    row("quality: 2147483648", u"4:10 quality is “2147483648”"_s + number);
    row("quality: 1e400", u"4:10 quality is “1e400”"_s + number);
    row("quality: .nan", u"4:10 quality is “.nan”"_s + number);
    row("quality: NaN", u"4:10 quality is “NaN”"_s + number);
    row("quality: 0x1F", u"4:10 quality is “0x1F”"_s + number);
    row("quality: 1_000", u"4:10 quality is “1_000”"_s + number);
    row("quality: [1]", u"4:10 quality is a list"_s + number);
    row("quality: ''", u"4:10 quality is “”"_s + number);
    row("heat: -2", u"4:7 heat is “-2”"_s + number);
    row("heat: hot", u"4:7 heat is “hot”"_s + number);
    row("published: maybe", u"4:12 published is “maybe”"_s + truth);
    row("published: no", u"4:12 published is “no”"_s + truth);
    row("removed: [true]", u"4:10 removed is a list"_s + truth);
    row("publishedDateTime: 2024-02-30", u"4:20 publishedDateTime is “2024-02-30”"_s + date);
    row("publishedDateTime: 1e9", u"4:20 publishedDateTime is “1e9”"_s + date);
    row("publishedDateTime: {a: b}", u"4:20 publishedDateTime is a map"_s + date);
    row("publishedDateTime: 2023-07-11T23:59:60Z",
        u"4:20 publishedDateTime is “2023-07-11T23:59:60Z”"_s + date);
    row("excerpt: {a: b}", u"4:10 excerpt is a map"_s + text);
    row("excerpt:\n  - a", u"5:3 excerpt is a list"_s + text);
    row("category: []", u"4:11 category is a list"_s + text);
    row("type: {}", u"4:7 type is a map"_s + text);
    row("featuredContent: [a]", u"4:18 featuredContent is a list"_s + text);
    row("secured: [a]", u"4:10 secured is a list"_s + text);
    row("ampWebUrl: [a]", u"4:12 ampWebUrl is a list"_s + text);
    row("provider: Example", u"4:11 provider is “Example”"_s + map);
    row("provider: [a]", u"4:11 provider is a list"_s + map);
    row("provider: {name: [a]}", u"4:18 name is a list"_s + text);
    row("provider: {images: x}", u"4:20 images is “x”"_s + list);
    row("provider:\n  name: [a]\n  name: b",
        u"5:9 name is a list"_s + text +
            u"|6:3 name stands here a second time. The first is taken."_s);
    row("images: x", u"4:9 images is “x”"_s + list);
    row("images: {url: x}", u"4:9 images is a map"_s + list);
    row("images: [x]", u"4:10 The picture has no address. It is left out."_s);
    row("images: [{width: 1}]", u"4:10 The picture has no address. It is left out."_s);
    row("related: x", u"4:10 related is “x”"_s + list);
    row("related: {webUrl: x}", u"4:10 related is a map"_s + list);
    row("related:\n  - webUrl: https://example.org/\n    quality: é high\n",
        u"6:14 quality is “é high”"_s + number);
    row("related: [{title: é, quality: x, webUrl: \"https://example.org/\"}]",
        u"4:31 quality is “x”"_s + number);
    row("quality: This is a sentence that goes on for quite some while",
        u"4:10 quality is “This is a sentence that goes on for quit…”"_s + number);
}

void TestFieldWarnings::wrongTypesCostTheField()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, warnings);

    const ReadArticle read = readLines(lines);

    QCOMPARE(said(read.warnings).join(u'|'), warnings.join(u'|'));
    QCOMPARE(read.article.quality, std::nullopt);
    QCOMPARE(read.article.heat, std::nullopt);
    QCOMPARE(read.article.published, std::nullopt);
    QCOMPARE(read.article.publishedAt, std::nullopt);
    QCOMPARE(read.article.excerpt, QString());
    QCOMPARE(read.article.provider, Provider());
    QCOMPARE(read.article.pictures, QList<Picture>());
    QCOMPARE(read.article.extra, QJsonObject());
}

void TestFieldWarnings::wrongTypesLeaveTheRest()
{
    const ReadArticle read =
        readLines("quality: high\nheat: 12\nimages:\n  - url: https://example.com/1\n"
                  "    width: wide\n    height: 0\n  - url: [x]\nexcerpt: words");

    QCOMPARE(read.article.heat, 12);
    QCOMPARE(read.article.excerpt, u"words"_s);
    QCOMPARE(read.article.pictures,
             (QList<Picture>{{u"https://example.com/1"_s, {}, 0, false, {}}}));
    QCOMPARE(read.warnings.size(), 4);
}

void TestFieldWarnings::limitsLongTexts()
{
    const ReadArticle read =
        readLines("excerpt: " + QByteArray(10'001, 'e') + "\ntype: " + QByteArray(201, 't') +
                  "\nprovider:\n  name: " + QByteArray(201, 'n') +
                  "\nimages:\n  - url: https://example.com/" + QByteArray(2'048, 'u') +
                  "\n  - url: data:image/png;base64," + QByteArray(5'000, 'A'));

    QCOMPARE(read.article.excerpt.size(), 10'000);
    QCOMPARE(read.article.type.size(), 200);
    QCOMPARE(read.article.provider.name.size(), 200);
    QCOMPARE(read.article.pictures, QList<Picture>());
    QCOMPARE(read.warnings.size(), 7);

    const ReadArticle cut =
        readWhole("---\ntitle: \"" + QByteArray("a") + QByteArray("😀").repeated(600) +
                  "\"\nwebUrl: https://example.com/\n---\n");
    QCOMPARE(cut.article.title.size(), 999);
    QVERIFY(cut.article.title.isValidUtf16());
}

void TestFieldWarnings::limitsWarnings()
{
    const ReadArticle read =
        readLines("related:\n" + QByteArray("  - {quality: x}\n").repeated(1'000));

    QCOMPARE(read.warnings.size(), 101);
    QCOMPARE(read.warnings.last(), (ReadProblem{{}, u"1900 more warnings."_s}));
}

void TestFieldWarnings::ordersWarnings()
{
    const ReadArticle read = readLines("related:\n  - x\nquality: y\nampWebUrl: z\nheat: w");

    QCOMPARE(read.warnings.size(), 4);
    for (qsizetype i = 1; i < read.warnings.size(); ++i) {
        QVERIFY(read.warnings[i - 1].at.line < read.warnings[i].at.line);
    }
}

QTEST_GUILESS_MAIN(TestFieldWarnings)
#include "tst_fieldwarnings.moc"
