// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlereader.h"

#include <QDateTime>
#include <QJsonArray>
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

UtcSeconds utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toSecsSinceEpoch();
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

class TestArticleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void leavesMissingFieldsAbsent();
    void readsRelatedItems();
    void linksOncePerAddress();
    void takesTheAddressThatWorks_data();
    void takesTheAddressThatWorks();
    void keepsUnknownFields();
    void decodesTitleAndExcerpt();
    void nullIsMissing();
    void keepsTitlesAsWritten();
    void knowsFences_data();
    void knowsFences();
};

void TestArticleReader::readsEveryField()
{
    const ReadArticle read = readWhole(R"yaml(---
category: news
title: "A new bridge"
excerpt: "It spans the river."
publishedDateTime: 2023-07-11T06:15:00Z
originalUrl: "https://Example.com/original"
webUrl: "https://WWW.example.com:443/Bridge?b=1&a=2#top"
ampWebUrl: "https://example.com/amp"
cdnAmpWebUrl: "https://cdn.example/amp"
type: video
quality: 152
heat: 3694
published: false
removed: true
featuredContent: "<iframe src=\"https://example.com\"></iframe>"

provider:
  name: Example News
  domain: Example.COM
  images:
    - url: "https://example.com/logo-50x50.png"
      width: 50
      height: 50

topics:
  - Bridges
  - Rivers

images:
  - url: "https://img.example/w=1,h=2/https%253A%252F%252Fexample.com"
    width: 6202
    height: 4135
    isCached: true
    title: "The bridge &amp; the river"
  - url: "https://img.example/2"

secured: "QUJD;REVG"
---

The body.
)yaml");

    QCOMPARE(read.warnings, QList<ReadProblem>());
    const Article &article = read.article;
    QCOMPARE(article.key.toString(), u"https://www.example.com/Bridge?b=1&a=2"_s);
    QCOMPARE(article.title, u"A new bridge"_s);
    QCOMPARE(article.excerpt, u"It spans the river."_s);
    QCOMPARE(article.publishedAt, utc(u"2023-07-11T06:15:00Z"_s));
    QCOMPARE(article.webUrl, u"https://WWW.example.com:443/Bridge?b=1&a=2#top"_s);
    QCOMPARE(article.originalUrl, u"https://Example.com/original"_s);
    QCOMPARE(article.ampWebUrl, u"https://example.com/amp"_s);
    QCOMPARE(article.cdnAmpWebUrl, u"https://cdn.example/amp"_s);
    QCOMPARE(article.category, u"news"_s);
    QCOMPARE(article.type, u"video"_s);
    QCOMPARE(article.quality, 152);
    QCOMPARE(article.heat, 3694);
    QCOMPARE(article.published, false);
    QCOMPARE(article.removed, true);
    QCOMPARE(article.featuredContent, u"<iframe src=\"https://example.com\"></iframe>"_s);
    const Picture logo{u"https://example.com/logo-50x50.png"_s, 50, 50, false, {}};
    QCOMPARE(article.provider, (Provider{u"Example News"_s, u"example.com"_s, {logo}}));
    QCOMPARE(article.topics, (QStringList{u"Bridges"_s, u"Rivers"_s}));
    const Picture first{u"https://img.example/w=1,h=2/https%253A%252F%252Fexample.com"_s, 6202,
                        4135, true, u"The bridge & the river"_s};
    const Picture second{u"https://img.example/2"_s, {}, {}, false, {}};
    QCOMPARE(article.pictures, (QList<Picture>{first, second}));
    QCOMPARE(article.secured, u"QUJD;REVG"_s);
    QCOMPARE(article.extra, QJsonObject());
    QCOMPARE(article.related, QList<RelatedItem>());
    QCOMPARE(article.body, u"The body."_s);
}

void TestArticleReader::leavesMissingFieldsAbsent()
{
    const ReadArticle read = readLines("");

    QCOMPARE(read.warnings, QList<ReadProblem>());
    Article expected;
    expected.key = *ArticleKey::fromAddress(u"https://example.com/a");
    expected.title = u"A title"_s;
    expected.webUrl = u"https://example.com/a"_s;
    QCOMPARE(read.article, expected);
    QVERIFY(!read.article.publishedAt && !read.article.quality && !read.article.heat &&
            !read.article.published);
}

void TestArticleReader::readsRelatedItems()
{
    const ReadArticle read = readLines(R"yaml(related:
  - title: "First &amp; best"
    excerpt: "Words"
    publishedDateTime: 2023-07-06T15:24:00Z
    webUrl: "https://Example.org/1#x"
    ampWebUrl: "https://example.org/amp"
    cdnAmpWebUrl: "https://cdn.example/amp"
    type: article
    provider:
      name: Other News
      domain: example.org
    quality: 66
    images:
      - url: "https://example.org/1.jpg"
        width: 10
        height: 20
        isCached: true
  - webUrl: "https://example.org/2")yaml");

    QCOMPARE(read.warnings, QList<ReadProblem>());
    RelatedItem first;
    first.key = *ArticleKey::fromAddress(u"https://example.org/1");
    first.title = u"First & best"_s;
    first.excerpt = u"Words"_s;
    first.publishedAt = utc(u"2023-07-06T15:24:00Z"_s);
    first.webUrl = u"https://Example.org/1#x"_s;
    first.ampWebUrl = u"https://example.org/amp"_s;
    first.cdnAmpWebUrl = u"https://cdn.example/amp"_s;
    first.type = u"article"_s;
    first.provider = {u"Other News"_s, u"example.org"_s, {}};
    first.quality = 66;
    first.pictures = {{u"https://example.org/1.jpg"_s, 10, 20, true, {}}};
    RelatedItem second;
    second.key = *ArticleKey::fromAddress(u"https://example.org/2");
    second.webUrl = u"https://example.org/2"_s;
    QCOMPARE(read.article.related, (QList<RelatedItem>{first, second}));
}

void TestArticleReader::linksOncePerAddress()
{
    const ReadArticle read = readLines(R"yaml(related:
  - webUrl: "https://example.org/1"
    title: "first"
  - webUrl: ""
    title: "nowhere"
  - webUrl: "https://EXAMPLE.org/1#again"
    title: "second"
  -
  - originalUrl: "https://example.org/3"
  - webUrl: "https://example.com/a"
    title: "itself"
  - just words
  - webUrl: "javascript:alert(1)"
    originalUrl: "https://example.org/4")yaml");

    QStringList links;
    for (const RelatedItem &item : read.article.related) {
        links.append(item.key.toString() + u' ' + item.title + u' ' + item.webUrl);
    }
    QCOMPARE(links, (QStringList{u"https://example.org/1 first https://example.org/1"_s,
                                 u"https://example.org/3  https://example.org/3"_s,
                                 u"https://example.com/a itself https://example.com/a"_s,
                                 u"https://example.org/4  https://example.org/4"_s}));
    const QString reason = u" The related article has no http or https address. It is left out."_s;
    QCOMPARE(said(read.warnings), (QStringList{u"7:5"_s + reason, u"15:5"_s + reason}));
}

void TestArticleReader::takesTheAddressThatWorks_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("warnings");

    const auto row = [](const char *name, const char *lines, const QString &key,
                        const QStringList &warnings = {}) {
        QTest::newRow(name) << QByteArray(lines) << key << warnings;
    };
    row("both", "originalUrl: https://example.com/o\nwebUrl: https://example.com/w",
        u"https://example.com/w"_s);
    row("webUrl", "webUrl: https://example.com/w", u"https://example.com/w"_s);
    row("originalUrl", "originalUrl: https://example.com/o", u"https://example.com/o"_s);
    row("null", "webUrl: null\noriginalUrl: https://example.com/o", u"https://example.com/o"_s);
    const QString unusable = u" It is kept as text and never opened."_s;
    row("empty", "webUrl: ''\noriginalUrl: https://example.com/o", u"https://example.com/o"_s);
    row("unusable webUrl", "webUrl: \"javascript:x\"\noriginalUrl: https://example.com/o",
        u"https://example.com/o"_s, {u"3:9 webUrl is no http or https address."_s + unusable});
    row("unusable originalUrl", "webUrl: https://example.com/w\noriginalUrl: \"file:///x\"",
        u"https://example.com/w"_s,
        {u"4:14 originalUrl is no http or https address."_s + unusable});
    row("list", "webUrl: [a]\noriginalUrl: https://example.com/o", u"https://example.com/o"_s,
        {u"3:9 webUrl is a list, not text. It is left out."_s});
    row("unusable AMP", "webUrl: https://example.com/w\nampWebUrl: x", u"https://example.com/w"_s,
        {u"4:12 ampWebUrl is no http or https address."_s + unusable});
}

void TestArticleReader::takesTheAddressThatWorks()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, key);
    QFETCH(QStringList, warnings);

    const ReadArticle read = readWhole("---\ntitle: T\n" + lines + "\n---\n");

    QCOMPARE(read.article.key.toString(), key);
    QCOMPARE(said(read.warnings), warnings);
}

void TestArticleReader::keepsUnknownFields()
{
    const ReadArticle read = readLines(R"yaml(levels: [beginner, 2, true]
price: 12.50
length: 90
big: 9007199254740993
code: 007
sign: +1
flag: false
yes: yes
quoted: "90"
nothing:
Title: "other"
startDateTime: 2024-05-01T10:00:00Z
ratings:
  count: 3
  count: 4
  by: {who: [a, ~]}
<<: {title: evil})yaml");

    QCOMPARE(read.warnings, QList<ReadProblem>());
    const QJsonObject expected{
        {u"levels"_s, QJsonArray{u"beginner"_s, 2, true}},
        {u"price"_s, u"12.50"_s},
        {u"length"_s, 90},
        {u"big"_s, 9007199254740993LL},
        {u"code"_s, u"007"_s},
        {u"sign"_s, u"+1"_s},
        {u"flag"_s, false},
        {u"yes"_s, u"yes"_s},
        {u"quoted"_s, u"90"_s},
        {u"nothing"_s, QJsonValue::Null},
        {u"Title"_s, u"other"_s},
        {u"startDateTime"_s, u"2024-05-01T10:00:00Z"_s},
        {u"ratings"_s,
         QJsonObject{{u"count"_s, 3},
                     {u"by"_s, QJsonObject{{u"who"_s, QJsonArray{u"a"_s, QJsonValue::Null}}}}}},
        {u"<<"_s, QJsonObject{{u"title"_s, u"evil"_s}}},
    };
    QCOMPARE(read.article.extra, expected);
    QCOMPARE(read.article.title, u"A title"_s);
}

void TestArticleReader::decodesTitleAndExcerpt()
{
    const ReadArticle read = readWhole(
        "---\ntitle: \"A&nbsp;B &amp;lt; <b>&#8217;</b>\"\nwebUrl: "
        "\"https://example.com/?a=1&amp;b=2&lt=3\"\nexcerpt: 'x &nosuch; &quot;y&quot;'\n---\n");

    QCOMPARE(read.article.title, u"A\u00a0B &lt; <b>’</b>"_s);
    QCOMPARE(read.article.excerpt, u"x &nosuch; \"y\""_s);
    QCOMPARE(read.article.key.toString(), u"https://example.com/?a=1&amp;b=2&lt=3"_s);
}

void TestArticleReader::nullIsMissing()
{
    const ReadArticle read = readLines(
        "excerpt:\npublishedDateTime: ~\ntype: null\nquality:\nheat: -1\npublished:\n"
        "removed:\nprovider:\ntopics:\nimages:\n  -\nrelated:\n  -\nsecured:\nampWebUrl:");

    QCOMPARE(read.warnings, QList<ReadProblem>());
    QCOMPARE(read.article, readLines("").article);
}

void TestArticleReader::keepsTitlesAsWritten()
{
    const ReadArticle read =
        readWhole("---\ntitle: \" a\\tb \\u202e \"\nwebUrl: https://example.com/\n---\n");
    QCOMPARE(read.article.title, u" a\tb \u202e "_s);
}

void TestArticleReader::knowsFences_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isFence");

    const auto row = [](const char *name, const QByteArray &head, bool isFence) {
        QTest::newRow(name) << head << isFence;
    };
    row("LF", "---\ntitle", true);
    row("CRLF", "---\r\ntitle", true);
    row("CR", "---\rtitle", true);
    row("blanks", "--- \t\n", true);
    row("nothing more", "---", true);
    row("byte order mark", "\xef\xbb\xbf---\n", true);
    row("UTF-16", QByteArray("\xff\xfe-\0-\0-\0", 8), true);
    row("UTF-16 without a mark", QByteArray("\0-\0-\0-", 6), true);
    row("empty", "", false);
    row("two dashes", "--\n", false);
    row("four dashes", "----\n", false);
    row("text", "--- a\n", false);
    row("blank line first", "\n---\n", false);
    row("TOML", "+++\n", false);
    row("picture", "\x89PNG\r\n", false);
}

void TestArticleReader::knowsFences()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, isFence);

    QCOMPARE(beginsWithFence(head), isFence);
}

QTEST_GUILESS_MAIN(TestArticleReader)
#include "tst_articlereader.moc"
