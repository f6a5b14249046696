// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"
#include "english.h"
#include "models/card.h"
#include "models/cardlistmodel.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

ArticleCard fullCard()
{
    ArticleCard article;
    article.id = 7;
    article.key = u"https://www.news.example/articles/7"_s;
    article.title = u"The red fox"_s;
    article.excerpt = u"What it eats."_s;
    article.publishedAt = 1'688'728'020; // 2023-07-07T11:07:00Z
    article.quality = 1084;
    article.heat = 3694;
    article.type = u"video"_s;
    article.published = false;
    article.isRemoved = true;
    article.providerName = u"Example News"_s;
    article.providerDomain = u"news.example"_s;
    article.providerLogo = 5;
    article.isLogoCarried = true;
    article.topics = {u"Foxes"_s, u"Winter"_s};
    article.picture = 6;
    article.isPictureCarried = true;
    article.relatedCount = 18;
    article.citedCount = 2;
    return article;
}

} // namespace

class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllThatIsKnown()
    {
        const Card card = makeCard(fullCard());
        QVERIFY(card.isLoaded);
        QCOMPARE(card.articleId, 7);
        QCOMPARE(card.title, u"The red fox"_s);
        QCOMPARE(card.excerpt, u"What it eats."_s);
        QCOMPARE(card.provider, u"Example News"_s);
        QCOMPARE(card.domain, u"news.example"_s);
        QCOMPARE(card.initials, u"EN"_s);
        QCOMPARE(card.logo, u"image://picture/5"_s);
        QCOMPARE(card.picture, u"image://picture/6"_s);
        QCOMPARE(card.dateText, u"7 Jul 2023"_s);
        QCOMPARE(card.momentText, u"7 July 2023, 11:07 UTC"_s);
        QCOMPARE(card.quality, 1084);
        QCOMPARE(card.qualityText, u"1,084"_s);
        QCOMPARE(card.heat, 3694);
        QCOMPARE(card.heatText, u"3,694"_s);
        QCOMPARE(card.relatedCount, 18);
        QCOMPARE(card.citedCount, 2);
        QVERIFY(card.isVideo && card.isUnpublished && card.isWithdrawn && !card.isMention);
        QCOMPARE(card.topics, (QStringList{u"Foxes"_s, u"Winter"_s}));
        QCOMPARE(card.topicHue, nameHue(u"Foxes"_s));
        QCOMPARE(card.providerHue, nameHue(u"news.example"_s));
        QCOMPARE(card.spokenText, u"The red fox, Example News, 7 Jul 2023, quality 1,084, "
                                  "heat 3,694, 18 related, video, unpublished, withdrawn"_s);
    }

    void missingIsMissing()
    {
        ArticleCard article;
        article.id = 1;
        article.key = u"https://www.bare.example/a"_s;
        article.title = u"Bare"_s;
        const Card card = makeCard(article);
        QCOMPARE(card.excerpt, QString());
        QCOMPARE(card.provider, u"bare.example"_s);
        QCOMPARE(card.domain, u"bare.example"_s);
        QCOMPARE(card.dateText, u"Undated"_s);
        QCOMPARE(card.momentText, u"Undated"_s);
        QCOMPARE(card.quality, -1);
        QCOMPARE(card.qualityText, u"Unrated"_s);
        QCOMPARE(card.heat, -1);
        QCOMPARE(card.heatText, QString());
        QCOMPARE(card.logo + card.picture, QString());
        QCOMPARE(card.topics, QStringList());
        QCOMPARE(card.topicHue, nameHue(u"bare.example"_s));
        QVERIFY(!card.isVideo && !card.isUnpublished && !card.isWithdrawn && !card.isMention);
        QCOMPARE(card.spokenText, u"Bare, bare.example, Undated, Unrated"_s);
    }

    void aPictureThatIsNotCarriedIsNotAskedFor()
    {
        ArticleCard article = fullCard();
        article.isPictureCarried = false;
        QCOMPARE(makeCard(article).picture, QString());
        QCOMPARE(makeCard(article).logo, u"image://picture/5"_s);
        article.isLogoCarried = false;
        QCOMPARE(makeCard(article).logo, QString());
    }

    void nothingIsNotMissing()
    {
        ArticleCard article = fullCard();
        article.quality = 0;
        article.heat = 0;
        article.publishedAt = 0;
        const Card card = makeCard(article);
        QCOMPARE(card.qualityText, u"0"_s);
        QCOMPARE(card.heatText, u"0"_s);
        QCOMPARE(card.momentText, u"1 January 1970, 00:00 UTC"_s);
        QVERIFY(card.spokenText.contains(u"quality 0, heat 0"_s));
    }

    void onlyWhatIsHeldBackIsUnpublished()
    {
        ArticleCard article = fullCard();
        article.published = true;
        QVERIFY(!makeCard(article).isUnpublished);
        article.published.reset(); // nobody knows
        QVERIFY(!makeCard(article).isUnpublished);
    }

    void typesHaveNames_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("text");
        QTest::newRow("article") << u"article"_s << u"Article"_s;
        QTest::newRow("video") << u"video"_s << u"Video"_s;
        QTest::newRow("another") << u"pod\ncast"_s << u"pod cast"_s;
        QTest::newRow("none") << QString() << QString();
    }

    void typesHaveNames()
    {
        QFETCH(QString, type);
        ArticleCard article = fullCard();
        article.type = type;
        QTEST(makeCard(article).typeText, "text");
    }

    void aMentionSaysSo()
    {
        ArticleCard article;
        article.key = u"https://news.example/a"_s;
        article.isMention = true;
        const Card card = makeCard(article); // without a title, even
        QVERIFY(card.isMention);
        QCOMPARE(card.spokenText,
                 u"news.example, Undated, mention, not in this archive, Unrated"_s);
    }

    void unsafeTextIsNeutralised()
    {
        ArticleCard article = fullCard();
        article.title = u"<img src=x>\u202e\n%1 fox"_s;
        article.excerpt = QString(5000, u'x');
        article.providerName = u"Ex\u200bample\x1b"_s;
        article.providerDomain = u"a\u202e.example"_s;
        article.topics = {u"a\nb"_s};
        const Card card = makeCard(article);
        QCOMPARE(card.title, u"<img src=x> %1 fox"_s);
        QCOMPARE(card.excerpt.size(), MaxDisplayLine);
        QCOMPARE(card.provider, u"Example"_s);
        QCOMPARE(card.domain, u"a.example"_s);
        QCOMPARE(card.topics, QStringList{u"a b"_s});
        QVERIFY(card.spokenText.startsWith(u"<img src=x> %1 fox, Example, "));
    }

    void aHostIsShownAsItIs()
    {
        ArticleCard article;
        article.key = u"https://\u0430\u0440\u0440\u04cf\u0435.com/"_s; // Cyrillic, reads "apple"
        QVERIFY(makeCard(article).domain.startsWith(u"xn--"));
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"Example News"_s << u"EN"_s;
        QTest::newRow("three words") << u"The Harbour Light"_s << u"TH"_s;
        QTest::newRow("capitals") << u"GameReport"_s << u"GR"_s;
        QTest::newRow("capitals alone") << u"XYZ"_s << u"XY"_s;
        QTest::newRow("small letters") << u"meridian post"_s << u"MP"_s;
        QTest::newRow("one word") << u"Comics"_s << u"Co"_s;
        QTest::newRow("one small word") << u"comics"_s << u"Co"_s;
        QTest::newRow("a domain") << u"field-notes.example"_s << u"FN"_s;
        QTest::newRow("a number") << u"9 to 5"_s << u"9T"_s;
        QTest::newRow("one letter") << u"q"_s << u"Q"_s;
        QTest::newRow("no letter") << u"!?"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("other letters") << u"новости дня"_s << u"НД"_s;
        QTest::newRow("no capitals") << u"新聞報"_s << u"新聞"_s;
    }

    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(providerInitials(name), initials);
    }

    void aNameHasOneHueOnEveryMachine()
    {
        QCOMPARE(nameHue(u"Foxes"_s), nameHue(u"FOXES"_s));
        QVERIFY(nameHue(u"Foxes"_s) != nameHue(u"Winter"_s));
        QCOMPARE(nameHue(QString()), 324.0 / 360); // FNV-1a of nothing
        for (const QString &name : {u"a"_s, u"b"_s, u"ü"_s, u"AI Hardware"_s}) {
            QVERIFY(nameHue(name) >= 0 && nameHue(name) < 1);
            QVERIFY(nameHue(name) < 0.21 || nameHue(name) > 0.52); // green is the user's
        }
    }

    void aListOfCards()
    {
        CardListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counted(&model, &CardListModel::countChanged);
        const auto titles = [&model] {
            return dump<Card>(model, "card", [](const Card &card) { return card.title; });
        };
        ArticleCard mention = fullCard();
        mention.isMention = true;
        mention.title = u"The badger"_s;
        const QList<Card> cards{makeCard(fullCard()), makeCard(mention)};
        model.setCards(cards);
        QCOMPARE(titles(), (QStringList{u"The red fox"_s, u"The badger"_s}));
        QCOMPARE(model.data(model.index(1), Qt::DisplayRole), u"The badger"_s);
        QCOMPARE(model.mentions(), 1);
        QCOMPARE(counted.size(), 1);
        model.setCards(cards); // no news
        QCOMPARE(counted.size(), 1);
        model.setCards({});
        QCOMPARE(titles(), QStringList());
        QCOMPARE(model.mentions(), 0);
    }

private:
    const English m_english;
};

QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"
