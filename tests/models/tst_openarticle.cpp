// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/whenanswered.h"
#include "english.h"
#include "models/openarticle.h"
#include "recordingdesktop.h"
#include "support/archivebuilder.h"
#include "support/modeldump.h"
#include "support/sqldatabase.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QStringList titles(const CardListModel &model)
{
    return dump<Card>(model, "card", [](const Card &card) {
        return card.isMention ? card.title + u" (mention)"_s : card.title;
    });
}

QStringList factsOf(const OpenArticle &article)
{
    QStringList lines;
    for (const ArticleFact &fact : article.facts()) {
        lines << fact.label + u": "_s + fact.value;
    }
    return lines;
}

} // namespace

/// An archive in which 1 relates to 2 and to 9, which is not there, and 3 relates to 1.
class TestOpenArticle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        m_desktop = std::make_unique<RecordingDesktop>();
        Article first = makeArticle(1);
        first.related = {relatedTo(makeArticle(2)), relatedTo(makeArticle(9))};
        first.ampWebUrl = u"https://amp.example/1"_s;
        first.body = u"A body.\n\nOf two paragraphs."_s;
        Article third = makeArticle(3);
        third.related = {relatedTo(makeArticle(1))};
        m_archive->add(first);
        m_archive->add(makeArticle(2));
        m_archive->add(third);
        m_archive->commit();
        m_marks = std::make_unique<ArticleMarks>(m_archive->store());
        m_article = std::make_unique<OpenArticle>(m_archive->store(), *m_marks, *m_desktop);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_article->related()),
                                          static_cast<QAbstractItemModel *>(m_article->citing()),
                                          static_cast<QAbstractItemModel *>(m_article->source())}) {
            new QAbstractItemModelTester(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        }
    }

    void cleanup()
    {
        m_article.reset();
        m_marks.reset();
        m_archive.reset();
    }

    void nothingIsOpenAtFirst()
    {
        QVERIFY(!m_article->isOpen());
        QVERIFY(!m_article->canGoBack() && !m_article->canGoForward());
        m_article->openOriginal();
        m_article->openAmp();
        m_article->copyLink();
        m_article->back();
        m_article->forward();
        settle();
        QVERIFY(!m_article->isOpen());
        QCOMPARE(m_desktop->opened + m_desktop->copied, QStringList());
        QCOMPARE(m_article->notice(), QString());
    }

    void opensAnArticle()
    {
        QSignalSpy opened(m_article.get(), &OpenArticle::opened);
        open(1);
        QCOMPARE(opened.size(), 1);
        QVERIFY(m_article->isOpen());
        QCOMPARE(m_article->card().title, u"Article 1"_s);
        QCOMPARE(m_article->host(), u"news.example"_s);
        QVERIFY(m_article->hasAmp());
        QVERIFY(m_article->hasSource());
        QCOMPARE(titles(*m_article->related()),
                 (QStringList{u"Article 2"_s, u"Article 9 (mention)"_s}));
        QCOMPARE(m_article->related()->mentions(), 1);
        QCOMPARE(titles(*m_article->citing()), QStringList{u"Article 3"_s});
    }

    void opensAMentionAsWhatIsKnownOfIt()
    {
        open(9);
        QVERIFY(m_article->card().isMention);
        QCOMPARE(m_article->card().title, u"Article 9"_s);
        QVERIFY(!m_article->hasSource());
        QCOMPARE(titles(*m_article->related()), QStringList());
        QCOMPARE(titles(*m_article->citing()), QStringList{u"Article 1"_s});
        m_article->showSource();
        settle();
        QVERIFY(!m_article->source()->isOpen());
        m_article->openOriginal();
        QCOMPARE(m_desktop->opened, QStringList{u"https://news.example/articles/9"_s});
    }

    void goesBackAndForward()
    {
        open(1);
        open(2);
        open(3);
        m_article->back();
        QTRY_COMPARE(m_article->card().title, u"Article 2"_s);
        QVERIFY(m_article->canGoBack() && m_article->canGoForward());
        m_article->back();
        QTRY_COMPARE(m_article->card().title, u"Article 1"_s);
        QVERIFY(!m_article->canGoBack());
        m_article->back(); // there is none
        QCOMPARE(m_article->articleId(), id(1));
        m_article->forward();
        QTRY_COMPARE(m_article->card().title, u"Article 2"_s);
        open(9); // another way: what lay ahead is forgotten
        QVERIFY(!m_article->canGoForward());
        m_article->back();
        QTRY_COMPARE(m_article->card().title, u"Article 2"_s);
    }

    void theSameArticleIsNoStep()
    {
        open(1);
        m_article->open(id(1));
        QVERIFY(!m_article->canGoBack());
        m_article->open(0);
        m_article->open(-5);
        QCOMPARE(m_article->articleId(), id(1));
    }

    void closesAndForgetsTheWay()
    {
        open(1);
        open(2);
        m_article->close();
        QVERIFY(!m_article->isOpen());
        QVERIFY(!m_article->canGoBack() && !m_article->canGoForward());
        m_article->openOriginal();
        m_article->copyLink();
        settle();
        QCOMPARE(m_desktop->opened + m_desktop->copied, QStringList());
    }

    void anArticleThatIsNotThereCloses()
    {
        open(1);
        m_article->open(999'999);
        QTRY_VERIFY(!m_article->isOpen());
    }

    void theNewestQuestionWins()
    {
        const QList<int> way{1, 2, 3, 9, 2};
        QStringList wrong;
        connect(m_article.get(), &OpenArticle::changed, this, [&] {
            if (m_article->card().articleId != m_article->articleId()) {
                wrong << m_article->card().title;
            }
        });
        for (const int number : way) {
            m_article->open(id(number));
        }
        QTRY_COMPARE(m_article->card().title, u"Article 2"_s);
        settle();
        QCOMPARE(wrong, QStringList());
        QCOMPARE(titles(*m_article->citing()), QStringList{u"Article 1"_s});
    }

    // While the new one comes the pane still shows the old one: no deed may be done to that.
    void actsOnTheArticleThatIsOpenNotOnTheOneStillShown()
    {
        open(1);
        m_article->open(id(2));
        m_article->openOriginal();
        m_article->openAmp();
        m_article->copyLink();
        QTRY_COMPARE(m_desktop->opened, QStringList{u"https://news.example/articles/2"_s});
        QTRY_COMPARE(m_desktop->copied, QStringList{u"https://news.example/articles/2"_s});
    }

    void whatIsOpenedIsSeen()
    {
        open(1);
        QTRY_VERIFY(m_article->card().isSeen);
        m_marks->setSeen(id(1), false);
        QVERIFY(!m_article->card().isSeen);
        m_article->refresh({id(1)}); // is not to see it again
        QTRY_VERIFY(isSeen(1) == false);
        open(2);
        QTRY_VERIFY(isSeen(2));
        QVERIFY(!m_article->card().isStarred);
        m_article->back();
        QTRY_VERIFY(isSeen(1));
    }

    void whatIsOpenedOnItsPageIsSeen()
    {
        m_article->openOriginalOf(id(3));
        QTRY_VERIFY(isSeen(3));
        m_desktop->isWilling = false;
        m_article->openOriginalOf(id(2));
        QTRY_VERIFY(!m_article->notice().isEmpty());
        QVERIFY(!isSeen(2));
    }

    void neighboursShowTheirMarks()
    {
        open(1);
        QTRY_COMPARE(m_article->related()->rowCount(), 2);
        const auto isStarred = [this] {
            const QModelIndex first = m_article->related()->index(0);
            return first.data(CardListModel::CardRole).value<Card>().isStarred;
        };
        QVERIFY(!isStarred());
        m_marks->setStarred(id(2), true);
        QVERIFY(isStarred());
    }

    void opensThePage()
    {
        open(1);
        m_article->openOriginal();
        m_article->openAmp();
        m_article->openOriginalOf(id(1));
        m_article->openOriginalOf(id(3));
        QTRY_COMPARE(m_desktop->opened,
                     (QStringList{u"https://news.example/articles/1"_s, u"https://amp.example/1"_s,
                                  u"https://news.example/articles/1"_s,
                                  u"https://news.example/articles/3"_s}));
        QCOMPARE(m_article->notice(), QString());
    }

    // The key drops the fragment; a page behind one is another page.
    void opensTheAddressAsItsFileHasIt()
    {
        Article article = makeArticle(7);
        article.webUrl = article.key.toString() + u"#!/story/7"_s;
        m_archive->add(article);
        QCOMPARE(m_archive->commit().error, QString());
        m_article->open(m_archive->idOf(article));
        QTRY_COMPARE(m_article->card().title, article.title);
        m_article->openOriginal();
        m_article->copyLink();
        QTRY_COMPARE(m_desktop->opened, QStringList{article.webUrl});
        QCOMPARE(m_desktop->copied, QStringList{article.webUrl});
    }

    void opensNothingButWebAddresses_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://host/share",
              "C:\\windows\\system32", "//host/path", "https://", "https://user@news.example/",
              "custom:call", "ftp://news.example/"}) {
            QTest::newRow(address) << QString::fromLatin1(address);
        }
    }

    void opensNothingButWebAddresses()
    {
        QFETCH(QString, address);
        Article article = makeArticle(5);
        article.ampWebUrl = address;
        m_archive->add(article);
        m_archive->commit();
        open(5);
        QVERIFY(!m_article->hasAmp());
        m_article->openAmp();
        QCOMPARE(m_desktop->opened, QStringList());
        QCOMPARE(m_article->notice(), address + u" is not a web address. It was not opened."_s);
    }

    void saysWhenTheDesktopWillNot()
    {
        m_desktop->isWilling = false;
        open(1);
        m_article->openOriginal();
        QCOMPARE(m_article->notice(),
                 u"The desktop has no program that opens web pages. Copy the link instead."_s);
        open(2);
        QCOMPARE(m_article->notice(), QString());
    }

    void copiesTheLink()
    {
        open(1);
        m_article->copyLink();
        QCOMPARE(m_desktop->copied, QStringList{u"https://news.example/articles/1"_s});
        QCOMPARE(m_article->notice(), u"Link copied"_s);
    }

    void showsTheSourceAsItCame()
    {
        const QByteArray bytes = "---\ntitle: Six\nrelated:\n  - webUrl: x\n---\n";
        m_archive->add(makeArticle(6), "six.md", bytes);
        m_archive->commit();
        open(6);
        m_article->showSource();
        QTRY_VERIFY(m_article->source()->isOpen());
        QCOMPARE(m_article->source()->title(), u"/archive/news/six.md"_s);
        QCOMPARE(dump(*m_article->source(), {"line"}).join(u'\n') + u'\n',
                 QString::fromUtf8(bytes));
        open(1);
        QVERIFY(!m_article->source()->isOpen());
    }

    void aSourceThatWasClosedStaysClosed()
    {
        open(1);
        m_article->showSource();
        m_article->source()->close();
        settle();
        QVERIFY(!m_article->source()->isOpen());
    }

    void saysThatTheSourceIsDamaged()
    {
        open(1);
        SqlDatabase(m_archive->path()).run(u"UPDATE block SET frame = x'00'"_s);
        m_article->showSource();
        QTRY_COMPARE(m_article->notice(),
                     u"The original of this article is damaged in the archive."_s);
        QVERIFY(!m_article->source()->isOpen());
    }

    void tellsAllThatIsKnown()
    {
        Article article = makeArticle(7);
        article.originalUrl = u"https://news.example/old/7"_s;
        article.published = false;
        article.featuredContent = u"<iframe src=x>"_s;
        article.pictures = {{u"https://p.example/a%2Cb%3A1%20.jpg"_s, 640, 480, true,
                             u"A \u202e"
                             "view"_s},
                            {u"https://p.example/2.jpg"_s, {}, {}, false, {}}};
        article.secured = u"AAAA;BBBB"_s;
        article.extra = {{u"levels"_s, QJsonArray{u"beginner"_s}},
                         {u"price"_s, 12.5},
                         {u"free"_s, false},
                         {u"none"_s, QJsonValue()}};
        m_archive->add(article, "seven.md", "12345");
        m_archive->commit();
        open(7);
        QCOMPARE(factsOf(*m_article),
                 (QStringList{u"Address: https://news.example/articles/7"_s,
                              u"Original address: https://news.example/old/7"_s,
                              u"Category: news"_s, u"Type: article"_s,
                              u"Published: no, held back"_s, u"Featured content: <iframe src=x>"_s,
                              u"Picture: https://p.example/a%2Cb%3A1%20.jpg (640 × 480)"_s,
                              u"Picture: https://p.example/2.jpg"_s,
                              u"Full text: encrypted by the publisher"_s, u"free: no"_s,
                              u"levels: [\"beginner\"]"_s, u"price: 12.5"_s,
                              u"File: /archive/news/seven.md, 5\u00a0bytes"_s}));
        QCOMPARE(m_article->pictureTitle(), u"A view"_s);
        QCOMPARE(m_article->pictureRatio(), 0.75);
    }

    void missingIsMissing()
    {
        Article article;
        article.key = ArticleKey::fromAddress(u"https://bare.example/"_s).value();
        article.title = u"Bare"_s;
        article.webUrl = u"https://bare.example/"_s;
        m_archive->add(article, "bare.md", "x");
        m_archive->commit();
        m_article->open(m_archive->idOf(article));
        QTRY_COMPARE(m_article->card().title, u"Bare"_s);
        QCOMPARE(factsOf(*m_article),
                 (QStringList{u"Address: https://bare.example/"_s,
                              u"File: /archive/news/bare.md, 1\u00a0bytes"_s}));
        QCOMPARE(m_article->pictureRatio(), 0.0);
        QVERIFY(m_article->body()->isEmpty());
        QVERIFY(!m_article->hasAmp());
    }

    void showsWhatChanged()
    {
        open(9);
        m_archive->add(makeArticle(9));
        const CommitResult result = m_archive->commit();
        QList<ArticleId> changed;
        for (const IndexRow &row : result.index.rows) {
            changed << row.id;
        }
        m_article->refresh(changed);
        QTRY_VERIFY(!m_article->card().isMention);
        QVERIFY(m_article->hasSource());
        QVERIFY(!m_article->canGoBack());
    }

    void showsThatANeighbourChanged()
    {
        open(1);
        m_archive->add(makeArticle(9));
        Article fourth = makeArticle(4);
        fourth.related = {relatedTo(makeArticle(1))};
        m_archive->add(fourth);
        m_archive->commit();
        m_article->refresh({id(9), id(4)});
        QTRY_COMPARE(titles(*m_article->related()), (QStringList{u"Article 2"_s, u"Article 9"_s}));
        QTRY_COMPARE(titles(*m_article->citing()), (QStringList{u"Article 4"_s, u"Article 3"_s}));
    }

    // Commits come faster than the store answers.
    void opensHoweverOftenTheArchiveChanges()
    {
        QTimer flood;
        flood.callOnTimeout([this] { m_article->refresh({1}); });
        flood.start(0);
        m_article->open(id(1));
        QTRY_COMPARE(m_article->card().title, u"Article 1"_s);
        QTRY_COMPARE(titles(*m_article->citing()), QStringList{u"Article 3"_s});
    }

    void whatDidNotChangeIsNoNews()
    {
        open(1);
        for (int turn = 0; turn < 3; ++turn) { // what is answered asks for more
            settle();
        }
        QSignalSpy changed(m_article.get(), &OpenArticle::changed);
        m_article->refresh({id(2)});
        settle();
        QCOMPARE(changed.size(), 0);
    }

private:
    ArticleId id(int number) { return m_archive->idOf(makeArticle(number)); }

    bool isSeen(int number)
    {
        return answerOf(m_archive->store().cards({id(number)})).first().isSeen;
    }

    void open(int number)
    {
        m_article->open(id(number));
        QTRY_COMPARE(m_article->card().articleId, id(number));
        settle();
    }

    /// Lets what was asked for come: the store answers in about the order it was asked.
    void settle()
    {
        int come = 0;
        const int asked = 8; // more than the store has readers
        for (int i = 0; i < asked; ++i) {
            whenAnswered(this, m_archive->store().cards({1}),
                         [&](const QList<ArticleCard> &) { ++come; });
        }
        QTRY_COMPARE(come, asked);
    }

    const English m_english;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<RecordingDesktop> m_desktop;
    std::unique_ptr<ArticleMarks> m_marks;
    std::unique_ptr<OpenArticle> m_article;
};

QTEST_GUILESS_MAIN(TestOpenArticle)
#include "tst_openarticle.moc"
