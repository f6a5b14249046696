// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/articlemarks.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestArticleMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        m_archive->add(makeArticle(1));
        m_archive->commit();
        m_id = m_archive->idOf(makeArticle(1));
        m_marks = std::make_unique<ArticleMarks>(m_archive->store());
    }
    void cleanup()
    {
        m_marks.reset();
        m_archive.reset();
    }

    void aMarkShowsAtOnceAndIsKept()
    {
        QSignalSpy changed(m_marks.get(), &ArticleMarks::changed);
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        const Card before = makeCard(stored());
        m_marks->setStarred(m_id, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_marks->marked(before).isStarred);
        QVERIFY(!m_marks->marked(before).isSeen);
        m_marks->setSeen(m_id, true);
        QVERIFY(m_marks->marked(before).isSeen);
        QTRY_COMPARE(kept.size(), 2);
        const auto rows = kept.last().first().value<QList<IndexRow>>();
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().isSeen && rows.first().isStarred);
        QVERIFY(stored().isStarred && stored().isSeen);
        QCOMPARE(m_marks->problem(), QString());
    }

    void whatWasSaidAlreadyIsNotSaidAgain()
    {
        QSignalSpy changed(m_marks.get(), &ArticleMarks::changed);
        m_marks->setSeen(m_id, true);
        m_marks->setSeen(m_id, true);
        m_marks->setSeen(0, true); // no article
        QCOMPARE(changed.size(), 1);
    }

    void theLastWordCounts()
    {
        for (const bool isStarred : {true, false, true, false}) {
            m_marks->setStarred(m_id, isStarred);
        }
        Card card;
        card.articleId = m_id;
        QVERIFY(!m_marks->marked(card).isStarred);
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        QTRY_COMPARE(kept.size(), 4);
        QVERIFY(!stored().isStarred);
    }

    void aMarkThatCannotBeKeptIsTakenBack()
    {
        SqlDatabase(m_archive->path()).run(u"DROP TABLE mark"_s);
        QSignalSpy problem(m_marks.get(), &ArticleMarks::problemChanged);
        QSignalSpy changed(m_marks.get(), &ArticleMarks::changed);
        m_marks->setStarred(m_id, true);
        QTRY_COMPARE(problem.size(), 1);
        QCOMPARE(changed.size(), 2); // there and back
        Card card;
        card.articleId = m_id;
        QVERIFY(!m_marks->marked(card).isStarred);
        QCOMPARE(m_marks->problem(), u"The mark could not be written to the archive."_s);
    }

    void isSpoken_data()
    {
        QTest::addColumn<bool>("isSeen");
        QTest::addColumn<bool>("isStarred");
        QTest::addColumn<QString>("end");
        QTest::newRow("neither") << false << false << u""_s;
        QTest::newRow("seen") << true << false << u", seen"_s;
        QTest::newRow("both") << true << true << u", starred, seen"_s;
    }

    void isSpoken()
    {
        QFETCH(bool, isSeen);
        QFETCH(bool, isStarred);
        QFETCH(QString, end);
        Card card;
        card.spokenText = u"A title"_s;
        card.isSeen = isSeen;
        card.isStarred = isStarred;
        QCOMPARE(card.spoken(), u"A title"_s + end);
    }

private:
    ArticleCard stored() { return answerOf(m_archive->store().cards({m_id})).first(); }

    const English m_english;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<ArticleMarks> m_marks;
    ArticleId m_id = 0;
};

QTEST_GUILESS_MAIN(TestArticleMarks)
#include "tst_articlemarks.moc"
