// SPDX-License-Identifier: GPL-3.0-or-later
#include "browsercase.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTimer>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QStringList totals(const Histogram &histogram)
{
    QStringList lines;
    for (const HistogramBar &bar : histogram.bars()) {
        if (bar.total > 0) {
            lines << u"%1: %2 of %3"_s.arg(bar.label).arg(bar.count).arg(bar.total);
        }
    }
    return lines;
}

} // namespace

/// The whole of it, from files to the models that the window shows.
class TestArchiveBrowser : public BrowserCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void isLoadingUntilTheArchiveIsCounted()
    {
        browse();
        QCOMPARE(m_browser->state(), ArchiveBrowser::Loading);
        QSignalSpy state(m_browser.get(), &ArchiveBrowser::stateChanged);
        m_browser->start();
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Empty);
        QCOMPARE(state.size(), 1);
        QCOMPARE(m_browser->headline(), u"0 articles"_s);
        QCOMPARE(m_browser->archiveName(), u"test"_s);
        QVERIFY(!m_browser->imports()->hasReport());
    }

    void showsAnArchive()
    {
        m_files->import();
        ready();
        QCOMPARE(m_browser->headline(), u"3 articles"_s);
        QCOMPARE(m_browser->sentence(), QString());
        QCOMPARE(m_browser->archiveArticles(), 3);
        QCOMPARE(m_browser->archiveMentions(), 1);
        QCOMPARE(m_browser->archiveUnpublished(), 1);
        QTRY_COMPARE(titlesOf(*m_browser), (QStringList{u"An owl at night"_s, u"The red fox"_s,
                                                        u"Foxes in the frost"_s}));
        QCOMPARE(dump(*m_browser->topics(), {"name", "count", "total", "chosen"}),
                 (QStringList{u"Foxes | 2 | 2 | false"_s, u"Birds | 1 | 1 | false"_s,
                              u"Winter | 1 | 1 | false"_s}));
        QCOMPARE(dump(*m_browser->providers(), {"name", "key", "count"}),
                 (QStringList{u"North | north.example | 2"_s, u"South | south.example | 1"_s}));
        QCOMPARE(
            totals(*m_browser->qualities()),
            (QStringList{u"60 to 64: 1 of 1"_s, u"80 to 84: 1 of 1"_s, u"90 to 94: 1 of 1"_s}));
        QCOMPARE(m_browser->dates()->years(), (QList{2023, 2021}));
    }

    void remembersTheLastImport()
    {
        m_files->import();
        ready();
        QTRY_VERIFY(m_browser->imports()->hasReport());
        QCOMPARE(m_browser->imports()->added(), 3);
        QCOMPARE(m_browser->imports()->rejected(), 1);
        QTRY_COMPARE(m_browser->imports()->mentions(), 1);
    }

    void refuses()
    {
        browse();
        QSignalSpy state(m_browser.get(), &ArchiveBrowser::stateChanged);
        m_browser->refuse(u"This archive was made by a newer Microfiche. Nothing was changed."_s);
        QCOMPARE(m_browser->state(), ArchiveBrowser::Refused);
        QCOMPARE(state.size(), 1);
        QCOMPARE(m_browser->problem(),
                 u"This archive was made by a newer Microfiche. Nothing was changed."_s);
    }

    void anImportMovesTheCounts()
    {
        ready(ArchiveBrowser::Empty);
        m_files->importer().start({m_files->path({})});
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Ready);
        QTRY_VERIFY(!m_browser->imports()->isRunning());
        QTRY_COMPARE(m_browser->headline(), u"3 articles"_s);
        QTRY_COMPARE(m_browser->sentence(), QString());
        QCOMPARE(m_browser->imports()->mentions(), 1);
        QTRY_COMPARE(titlesOf(*m_browser).size(), 3);
        // A mention whose file comes is an article.
        m_files->write("badger.md", articleBytes("The badger", "https://b.example/1"));
        m_files->importer().start({m_files->path({})});
        QTRY_COMPARE(m_browser->headline(), u"4 articles"_s);
        QCOMPARE(m_browser->archiveMentions(), 0);
    }

    void saysThatMoreArriveWhileTheyDo()
    {
        QSemaphore isGoingOn;
        m_files = std::make_unique<ImportFixture>(ImportOptions{[&](const QByteArray &bytes) {
                                                                    isGoingOn.acquire();
                                                                    return readArticle(bytes);
                                                                },
                                                                1});
        m_files->writeArticle(1);
        ready(ArchiveBrowser::Empty);
        m_files->importer().start({m_files->path({})});
        m_browser->query()->setTyped(u"fox"_s);
        QTRY_COMPARE(m_browser->sentence(), u"with fox. More arrive as they are read."_s);
        isGoingOn.release(10);
        QTRY_COMPARE(m_browser->sentence(), u"with fox"_s);
    }

    void asksAgainWhenAnImportFails()
    {
        ready(ArchiveBrowser::Empty);
        QSignalSpy answered(m_browser.get(), &ArchiveBrowser::answered);
        Q_EMIT m_files->importer().failed(u"The disk is full."_s);
        QTRY_COMPARE(answered.size(), 1);
    }

    void aCommitBeforeTheIndexIsLoadedIsNotUndoneByIt()
    {
        m_files->import();
        browse();
        m_browser->start();
        IndexRow row; // newer than what the page tells that is being read
        row.id = 1;
        row.isUnpublished = true;
        const bool wasUnpublished =
            answered(m_files->store().cards({1})).first().published == false;
        Q_EMIT m_files->importer().committed({{row}, {}, {}, {}});
        QTRY_COMPARE(m_browser->state(), ArchiveBrowser::Ready);
        QTRY_COMPARE(m_browser->archiveUnpublished(), wasUnpublished ? 1 : 2);
    }

    void todayGoesAlongWithTheCalendar()
    {
        m_desktop->day = {2023, 6, 1};
        m_files->import();
        ready();
        m_browser->query()->setTyped(u"date:today"_s);
        QTRY_COMPARE(titlesOf(*m_browser), QStringList{u"An owl at night"_s});
        m_browser->savedSearches()->add(u"New"_s);
        const auto saved = [this] {
            return m_browser->savedSearches()->index(0).data(SavedSearchModel::CountTextRole);
        };
        QTRY_COMPARE(saved().toString(), u"1"_s);
        QSignalSpy answered(m_browser.get(), &ArchiveBrowser::answered);
        m_browser->takeDay(); // it is still the same
        m_desktop->day = {2023, 6, 2};
        m_browser->takeDay();
        QTRY_COMPARE(m_browser->headline(), u"0 articles"_s);
        QTRY_COMPARE(saved().toString(), u"0"_s);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(m_browser->query()->text(), u"date:today"_s);
    }

    void aSavedSearchWhoseTopicIsGoneSaysSo()
    {
        m_files->import();
        ready();
        SavedSearchModel &searches = *m_browser->savedSearches();
        m_browser->query()->setText(u"topic:Winter"_s);
        searches.add({});
        const auto problem = [&searches] {
            return searches.index(0).data(SavedSearchModel::ProblemRole).toString();
        };
        QCOMPARE(problem(), QString());
        m_files->write("frost.md",
                       articleBytes("Foxes in the frost", "https://news.example/frost",
                                    fields("2021-12-24T10:00:00Z", 91, "Foxes", "North")));
        m_files->importer().start({m_files->path({})});
        QTRY_COMPARE(problem(), u"No article has the topic Winter."_s);
    }

    void theQueryChoosesTheArticles_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("titles");
        const QString fox = u"The red fox"_s;
        const QString frost = u"Foxes in the frost"_s;
        const QString owl = u"An owl at night"_s;
        QTest::newRow("a word") << u"fox"_s << u"2 articles"_s << u"with fox"_s
                                << QStringList{fox, frost};
        QTest::newRow("a topic") << u"topic:winter"_s << u"1 article"_s << u"on winter"_s
                                 << QStringList{frost};
        QTest::newRow("a provider") << u"provider:south.example"_s << u"1 article"_s
                                    << u"from south.example"_s << QStringList{owl};
        QTest::newRow("a word and a score")
            << u"fox quality:90.."_s << u"1 article"_s << u"with fox, quality 90 and up"_s
            << QStringList{frost};
        QTest::newRow("a year") << u"date:2023"_s << u"2 articles"_s
                                << u"January 2023 to December 2023"_s << QStringList{owl, fox};
        QTest::newRow("mentions") << u"is:mention"_s << u"1 mention"_s
                                  << u"known only by what others say of them"_s
                                  << QStringList{u"The badger"_s};
        QTest::newRow("both") << u"is:any sort:title"_s << u"3 articles"_s << u"and 1 mention"_s
                              << QStringList{owl, u"The badger"_s, fox, frost};
        QTest::newRow("nothing") << u"fox quality:..10"_s << u"0 articles"_s
                                 << u"with fox, quality up to 10"_s << QStringList();
    }

    void theQueryChoosesTheArticles()
    {
        QFETCH(QString, typed);
        QFETCH(QString, headline);
        QFETCH(QString, sentence);
        QFETCH(QStringList, titles);
        m_files->import();
        ready();
        m_browser->query()->setTyped(typed);
        QTRY_COMPARE(m_browser->headline() + u", "_s + m_browser->sentence(),
                     headline + u", "_s + sentence);
        if (typed.contains(u"sort:title")) {
            titles.sort();
            QTRY_VERIFY(titlesOf(*m_browser).size() == titles.size() &&
                        !titlesOf(*m_browser).contains(QString()));
            QStringList found = titlesOf(*m_browser);
            found.sort();
            QCOMPARE(found, titles);
        } else {
            QTRY_COMPARE(titlesOf(*m_browser), titles);
        }
    }

    void sortsByTitle()
    {
        m_files->import();
        ready();
        m_browser->query()->setSort(QueryEditor::TitleUp);
        QTRY_COMPARE(
            titlesOf(*m_browser),
            (QStringList{u"An owl at night"_s, u"Foxes in the frost"_s, u"The red fox"_s}));
        m_files->write("first.md", articleBytes("Ants", "https://news.example/ants"));
        m_files->import(); // the order of titles is asked for anew
        QTRY_COMPARE(titlesOf(*m_browser),
                     (QStringList{u"An owl at night"_s, u"Ants"_s, u"Foxes in the frost"_s,
                                  u"The red fox"_s}));
        m_browser->query()->setSort(QueryEditor::TitleDown);
        QTRY_COMPARE(titlesOf(*m_browser).first(), u"The red fox"_s);
    }

    void noAnswerIsBetterThanAWrongOrder()
    {
        m_files->import();
        ready();
        QHash<ArticleId, QString> titles;
        QTRY_VERIFY(!titlesOf(*m_browser).contains(QString()));
        for (int row = 0; row < m_browser->articles()->rowCount(); ++row) {
            titles.insert(m_browser->articles()->idAt(row), titlesOf(*m_browser).at(row));
        }
        QStringList shown;
        connect(m_browser.get(), &ArchiveBrowser::answered, this, [&] {
            if (m_browser->sentence().isEmpty()) {
                return; // to what was asked before
            }
            QStringList found;
            for (const ArticleId id : m_browser->articles()->ids()) {
                found << titles.value(id, u"?"_s);
            }
            shown << found.join(u", "_s);
        });
        m_browser->query()->setSort(QueryEditor::TitleUp);
        m_browser->query()->setTyped(u"date:2000.."_s); // before the order of titles can come
        IndexRow row; // committed after the order was asked for, so it has no place in it
        row.id = 99;
        row.publishedAt = 1'700'000'000;
        Q_EMIT m_files->importer().committed({{row}, {}, {}, {}});
        QTRY_COMPARE(m_browser->sentence(), u"since January 2000"_s);
        QCOMPARE(shown.first(), u"An owl at night, Foxes in the frost, The red fox"_s);
    }

    // Commits come faster than a slow search is answered.
    void answersASearchHoweverOftenTheArchiveChanges()
    {
        m_files->import();
        ready();
        QTimer flood;
        flood.callOnTimeout([this] { Q_EMIT m_files->importer().failed(u"The disk is full."_s); });
        flood.start(0);
        m_browser->query()->setTyped(u"fox"_s);
        QTRY_COMPARE(m_browser->sentence(), u"with fox"_s);
    }

    void aCardThatIsShownFollowsTheImport()
    {
        m_files->import();
        ready();
        const auto pointing = [this] {
            const QModelIndex first = m_browser->articles()->index(0, 0);
            return first.data(ArticleListModel::CardRole).value<Card>().citedCount;
        };
        m_browser->query()->show(QueryEditor::MentionsOnly);
        QTRY_COMPARE(m_browser->headline(), u"1 mention"_s);
        QTRY_COMPARE(pointing(), 1);
        m_files->write("fen.md", articleBytes("The fen", "https://news.example/fen",
                                              related("The badger", "https://b.example/1")));
        m_files->importer().start({m_files->path({})});
        QTRY_COMPARE(pointing(), 2); // the badger's own row did not change
    }

    void theNewestQuestionWins()
    {
        m_files->import();
        ready();
        QStringList wrong;
        connect(m_browser.get(), &ArchiveBrowser::answered, this, [&] {
            const bool isOfNow = m_browser->sentence().isEmpty() == m_browser->query()->isEmpty();
            if (!isOfNow) {
                wrong << m_browser->sentence() + u" / "_s + m_browser->query()->text();
            }
        });
        for (const QString &typed :
             {u"f"_s, u"fo"_s, u"fox"_s, u""_s, u"topic:Birds"_s, u"owl"_s}) {
            m_browser->query()->setTyped(typed);
        }
        QTRY_COMPARE(m_browser->sentence(), u"with owl"_s);
        QTRY_COMPARE(titlesOf(*m_browser), QStringList{u"An owl at night"_s});
        m_browser->query()->setTyped(u"fox"_s);
        m_browser->query()->setTyped({});
        QTRY_COMPARE(m_browser->sentence(), QString());
        QTRY_COMPARE(titlesOf(*m_browser).size(), 3);
        QCOMPARE(wrong, QStringList());
    }

    void aBrushIsAFilter()
    {
        m_files->import();
        ready();
        m_browser->qualities()->chooseFrom(80);
        QTRY_COMPARE(m_browser->headline(), u"2 articles"_s);
        QCOMPARE(totals(*m_browser->qualities()).first(), u"60 to 64: 1 of 1"_s);
        QCOMPARE(m_browser->query()->chips().first().label, u"Quality 80 and up"_s);
        QCOMPARE(m_browser->query()->chips().first().note, u"+1"_s);
        QCOMPARE(dump(*m_browser->topics(), {"name", "count", "total"}),
                 (QStringList{u"Foxes | 2 | 2"_s, u"Winter | 1 | 1"_s, u"Birds | 0 | 1"_s}));
        m_browser->query()->chooseTopic(u"Birds"_s, false);
        QTRY_COMPARE(m_browser->headline(), u"0 articles"_s);
        QVERIFY(dump(*m_browser->topics(), {"name", "chosen"}).contains(u"Birds | true"_s));
        m_browser->query()->clear();
        QTRY_COMPARE(m_browser->headline(), u"3 articles"_s);
    }

    void theOpenArticleFollowsTheImport()
    {
        m_files->import();
        ready();
        m_browser->query()->show(QueryEditor::MentionsOnly);
        QTRY_COMPARE(m_browser->articles()->rowCount(), 1);
        m_browser->article()->open(m_browser->articles()->idAt(0));
        QTRY_VERIFY(m_browser->article()->card().isMention);
        m_files->write("badger.md", articleBytes("The badger", "https://b.example/1"));
        m_files->importer().start({m_files->path({})});
        QTRY_VERIFY(!m_browser->article()->card().isMention);
        QTRY_COMPARE(m_browser->headline(), u"0 mentions"_s);
    }

    void namesTheArchive_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("the one that is there by default")
            << u"archive.microfiche"_s << u"My archive"_s;
        QTest::newRow("another") << u"Wild animals.microfiche"_s << u"Wild animals"_s;
        QTest::newRow("with dots") << u"v1.2.microfiche"_s << u"v1.2"_s;
    }

    void namesTheArchive()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const QTemporaryDir folder;
        RecordingPictures pictures;
        Store store;
        Importer importer(store, pictures);
        ArchiveBrowser browser(store, importer, *m_desktop);
        answered(store.open(folder.filePath(file)));
        QCOMPARE(browser.archiveName(), name);
    }
};

QTEST_GUILESS_MAIN(TestArchiveBrowser)
#include "tst_archivebrowser.moc"
