// SPDX-License-Identifier: GPL-3.0-or-later
#include "browsercase.h"

#include <QSignalSpy>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// What stands beside the articles: marks, saved searches, chips, history and suggestions.
class TestArchiveBrowserSides : public BrowserCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void saysWhatToLeaveOutWhereNothingMatches()
    {
        m_files->import();
        ready();
        m_browser->query()->setTyped(u"fox quality:..10"_s);
        QTRY_COMPARE(m_browser->nothingText(), u"Without quality up to 10 there are 2."_s);
    }

    void marksAreCountedAndTheListStays()
    {
        m_files->import();
        ready();
        QTRY_COMPARE(m_browser->archiveUnread(), 3);
        QCOMPARE(m_browser->archiveStarred(), 0);
        m_browser->query()->show(QueryEditor::NotSeenOnly);
        QTRY_COMPARE(m_browser->sentence(), u"not seen yet"_s);
        QCOMPARE(m_browser->articles()->rowCount(), 3);
        m_browser->article()->open(m_browser->articles()->idAt(0));
        QTRY_COMPARE(m_browser->archiveUnread(), 2);
        QCOMPARE(m_browser->articles()->rowCount(), 3); // it is being read
        QTRY_VERIFY(
            m_browser->articles()->index(0).data(ArticleListModel::CardRole).value<Card>().isSeen);
        m_browser->askAgain();
        QTRY_COMPARE(m_browser->articles()->rowCount(), 2);
    }

    void starsAreFoundMentionsAmongThem()
    {
        m_files->import();
        ready();
        m_browser->query()->show(QueryEditor::MentionsOnly);
        QTRY_COMPARE(m_browser->headline(), u"1 mention"_s);
        m_browser->marks()->setStarred(m_browser->articles()->idAt(0), true);
        QTRY_COMPARE(m_browser->archiveStarred(), 1);
        m_browser->query()->show(QueryEditor::StarredOnly);
        QTRY_COMPARE(m_browser->sentence(), u"and 1 mention, starred"_s);
        QTRY_COMPARE(titlesOf(*m_browser), QStringList{u"The badger"_s});
    }

    void marksAndSavedSearchesAreCountedFromTheStart()
    {
        m_files->import();
        ready();
        m_browser->marks()->setSeen(m_browser->articles()->idAt(0), true);
        m_browser->query()->setText(u"is:unread topic:Foxes"_s);
        m_browser->savedSearches()->add(u"Foxes to read"_s);
        const auto saved = [this] {
            return dump(*m_browser->savedSearches(), {"name", "countText"});
        };
        QTRY_COMPARE(saved(), QStringList{u"Foxes to read | 2"_s});
        QTRY_COMPARE(m_files->store().savedSearches().takeResult().size(), 1); // written by now
        m_browser.reset();
        ready();
        QTRY_COMPARE(m_browser->archiveUnread(), 2);
        QTRY_COMPARE(saved(), QStringList{u"Foxes to read | 2"_s});
    }

    void eachChipSaysWhatComesBackWithoutIt_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("topics") << u"topic:Birds,Winter"_s
                                << QStringList{u"Birds −1"_s, u"Winter −1"_s};
        QTest::newRow("mentions") << u"is:mention"_s << QStringList{u"Mentions +3"_s};
        QTest::newRow("mentions too") << u"is:any"_s << QStringList{u"Mentions too −1"_s};
        QTest::newRow("mentions held back")
            << u"is:mention is:unpublished"_s << QStringList{u"Mentions +1"_s, u"Unpublished +1"_s};
        QTest::newRow("more than are counted apart")
            << u"f fo fox foxe foxes i in owl"_s
            << QStringList{u"f"_s,     u"fo"_s, u"fox"_s, u"foxe"_s,
                           u"foxes"_s, u"i"_s,  u"in"_s,  u"owl +1"_s};
    }

    void eachChipSaysWhatComesBackWithoutIt()
    {
        QFETCH(QString, query);
        m_files->import();
        ready();
        m_browser->query()->setText(query);
        const auto notes = [this] {
            QStringList all;
            for (const QueryChip &chip : m_browser->query()->chips()) {
                all << (chip.label + u' ' + chip.note).trimmed();
            }
            return all;
        };
        QFETCH(QStringList, expected);
        QTRY_COMPARE(notes(), expected);
    }

    // Whatever it was made with.
    void theHistoryHasEveryQueryThatWasMeant()
    {
        m_files->import();
        ready();
        QueryEditor &query = *m_browser->query();
        query.setTyped(u"fo"_s); // on the way
        query.setTyped(u"fox"_s);
        query.acceptTyped();
        m_browser->qualities()->brush(0, 2);
        m_browser->qualities()->brush(0, 3); // on the way
        m_browser->qualities()->settle();
        m_browser->qualities()->settle();
        query.chooseTopic(u"Foxes"_s, false);
        query.clear();
        m_browser->dates()->chooseYear(2023);
        query.show(QueryEditor::StarredOnly);
        m_browser->savedSearches()->add(u"Stars"_s);
        query.setText(u"topic:Birds"_s);
        m_browser->savedSearches()->open(0); // once more, so it is the newest
        const QStringList expected{
            u"date:2023 is:any is:starred"_s,  u"topic:Birds"_s,      u"date:2023"_s,
            u"fox topic:Foxes quality:..79"_s, u"fox quality:..79"_s, u"fox"_s};
        QCOMPARE(m_browser->recentQueries(), expected);
        QTRY_COMPARE(answered(m_files->store().recentQueries()), expected); // written by now
        m_browser.reset();
        ready();
        QTRY_COMPARE(m_browser->recentQueries(), expected);
    }

    void theHistoryIsAsLongAsTheStoreKeepsIt()
    {
        m_files->import();
        ready();
        for (int score = 1; score <= 60; ++score) {
            m_browser->query()->setText(u"quality:%1"_s.arg(score));
        }
        QTRY_COMPARE(m_browser->recentQueries().size(), 12);
        QCOMPARE(m_browser->recentQueries().first(), u"quality:60"_s);
    }

    // As many as are there once it is taken, whatever half a word finds.
    void completionsSayWhatTheyLeave()
    {
        m_files->import();
        ready();
        const auto suggested = [this](const QString &typed) {
            m_browser->query()->setTyped(typed);
            m_browser->completions()->suggest(typed, int(typed.size()));
            return [this] { return dump(*m_browser->completions(), {"label", "countText"}); };
        };
        QTRY_COMPARE(suggested(u"wint"_s)(), QStringList{u"Winter | 1"_s});
        QTRY_COMPARE(suggested(u"-wint"_s)(), QStringList{u"Winter | 2"_s});
        QTRY_COMPARE(suggested(u"owl topic:f"_s)(), QStringList{u"Foxes | 0"_s});
        QTRY_COMPARE(suggested(u"is:unr"_s)(), QStringList{u"unread | 3"_s});
        QTRY_COMPARE(suggested(u"qual"_s)(), QStringList{u"quality: | 3"_s});
    }
};

QTEST_GUILESS_MAIN(TestArchiveBrowserSides)
#include "tst_archivebrowsersides.moc"
