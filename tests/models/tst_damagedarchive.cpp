// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says where the archive cannot be read; and that it waits for nothing.
#include "english.h"
#include "importfixture.h"
#include "models/archivebrowser.h"
#include "recordingdesktop.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "support/modeldump.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int Articles = 600;
const QString Damaged = u"The archive is damaged."_s;
} // namespace

class TestDamagedArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"microfiche.store=false"_s); }

    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int number = 1; number <= Articles; ++number) {
            Article article = makeArticle(number);
            article.related = {relatedTo(makeArticle(number + 1)),
                               relatedTo(makeArticle(number + 2))};
            m_archive->add(article);
        }
        QCOMPARE(m_archive->commit().added, Articles);
    }

    void cleanup() { m_browser.reset(); }

    void anUnreadableArchiveIsRefused()
    {
        browse(u"article"_s);
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Refused);
        QCOMPARE(m_browser->problem(), Damaged);
    }

    void aFailedSearchKeepsTheAnswer_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"article_fts_data"_s << u"article"_s;
        QTest::newRow("order") << u"article_text"_s << u"sort:title"_s;
    }

    void aFailedSearchKeepsTheAnswer()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, text);
        browse(table);
        QTRY_VERIFY(m_browser->isCounted());
        const int shown = m_browser->articles()->rowCount();
        m_browser->query()->setTyped(text);
        QTRY_COMPARE(m_browser->sentence(), Damaged);
        QCOMPARE(m_browser->state(), ArchiveBrowser::Ready);
        QCOMPARE(m_browser->articles()->rowCount(), shown);
        m_browser->query()->setTyped(u"date:1999"_s);
        QTRY_COMPARE(m_browser->articles()->rowCount(), 0);
    }

    void aCardThatCannotBeReadSaysSo()
    {
        browse(u"article_text"_s);
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Ready);
        const auto unreadable = [this] {
            int count = 0;
            for (int row = 0; row < Articles; ++row) {
                const auto card = cardAt(row);
                count += card.isLoaded && card.excerpt == Damaged &&
                         card.title == u"Article %1 cannot be read"_s.arg(card.articleId);
            }
            return count;
        };
        QTRY_VERIFY(unreadable() > 0);
        QTRY_COMPARE(loaded(), Articles);
        QVERIFY(unreadable() < Articles);
    }

    void anArticleWithoutItsNeighboursSaysSo()
    {
        browse(u"link"_s);
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Ready);
        QList<ArticleId> ids;
        for (const IndexRow &row : answerOf(m_archive->store().indexRows(0, 10'000)).rows) {
            ids.append(row.id);
        }
        const auto cards = answerOf(m_archive->store().cards(ids));
        const auto hit = std::find_if(cards.cbegin(), cards.cend(), [](const ArticleCard &card) {
            return !card.problem.isEmpty();
        });
        QVERIFY(hit != cards.cend());
        m_browser->article()->open(hit->id);
        QTRY_COMPARE(m_browser->article()->card().articleId, hit->id);
        QTRY_COMPARE(m_browser->article()->notice(), Damaged);
    }

    void savedSearchesThatCannotBeReadAreNotWrittenOver()
    {
        const QList<SavedSearch> kept{{0, u"Owls"_s, u"owls"_s}};
        QVERIFY(answerOf(m_archive->store().keepSavedSearches(kept)));
        browse(u"saved_search"_s);
        SavedSearchModel &searches = *m_browser->savedSearches();
        QTRY_COMPARE(searches.problem(), Damaged);
        m_browser->query()->setTyped(u"moles"_s);
        m_browser->query()->acceptTyped();
        searches.add(u"Moles"_s);
        QCOMPARE(searches.problem(), Damaged);
    }

    // What is not known is no number.
    void aSearchWhoseWordsCannotBeReadHasNoCount()
    {
        const QList<SavedSearch> kept{{0, u"Words"_s, u"article"_s},
                                      {0, u"All"_s, u"type:article"_s}};
        QVERIFY(answerOf(m_archive->store().keepSavedSearches(kept)));
        browse(u"article_fts_data"_s);
        const auto counts = [this] { return dump(*m_browser->savedSearches(), {"countText"}); };
        QTRY_COMPARE(counts(), (QStringList{{}, u"600"_s}));
    }

    void anUnreadableReportSaysSo()
    {
        browse(u"run"_s);
        QTRY_COMPARE(m_browser->imports()->sidebarText(), Damaged);
    }

private:
    void browse(const QString &damaged)
    {
        m_archive->close();
        // Every search needs the first leaf of the full text.
        smashLeaf(m_archive->path(), damaged,
                  damaged.startsWith("article_fts"_L1) ? Leaf::First : Leaf::Middle);
        QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
        m_importer = std::make_unique<Importer>(m_archive->store(), m_pictures);
        m_browser = std::make_unique<ArchiveBrowser>(m_archive->store(), *m_importer, m_desktop);
        m_browser->start();
    }

    Card cardAt(int row) const
    {
        ArticleListModel &articles = *m_browser->articles();
        return articles.index(row).data(ArticleListModel::CardRole).value<Card>();
    }

    int loaded() const
    {
        int count = 0;
        for (int row = 0; row < Articles; ++row) {
            count += cardAt(row).isLoaded;
        }
        return count;
    }

    std::unique_ptr<ArchiveBuilder> m_archive;
    RecordingPictures m_pictures;
    RecordingDesktop m_desktop;
    std::unique_ptr<Importer> m_importer;
    std::unique_ptr<ArchiveBrowser> m_browser;
};

QTEST_GUILESS_MAIN(TestDamagedArchive)
#include "tst_damagedarchive.moc"
