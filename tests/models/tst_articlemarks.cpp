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
        for (int number = 1; number <= 3; ++number) {
            m_archive->add(makeArticle(number));
        }
        m_archive->commit();
        m_id = m_archive->idOf(makeArticle(1));
        m_history = std::make_unique<UndoHistory>();
        m_marks = std::make_unique<ArticleMarks>(m_archive->store(), m_history.get());
    }
    void cleanup()
    {
        m_history.reset();
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
        const auto rows = kept.last().first().value<IndexBatch>().marked;
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

    void eachChangeIsUndoneAndRedoneByItsName_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("undoText");
        QTest::newRow("star") << QByteArray("star") << u"Undo Star 2 articles"_s;
        QTest::newRow("unstar") << QByteArray("unstar") << u"Undo Take the star from 3 articles"_s;
        QTest::newRow("seen") << QByteArray("seen") << u"Undo Mark 1 article as seen"_s;
        QTest::newRow("tag") << QByteArray("tag") << u"Undo Tag 2 articles “Quotes”"_s;
        QTest::newRow("new tag") << QByteArray("new tag") << u"Undo Tag 1 article “New one”"_s;
        QTest::newRow("take tag") << QByteArray("take tag")
                                  << u"Undo Take the tag “Quotes” from 1 article"_s;
        QTest::newRow("rename") << QByteArray("rename") << u"Undo Rename the tag “Quotes”"_s;
        QTest::newRow("colour") << QByteArray("colour")
                                << u"Undo Change the colour of the tag “Quotes”"_s;
        QTest::newRow("merge") << QByteArray("merge")
                               << u"Undo Merge the tag “Quotes” into “Later”"_s;
        QTest::newRow("delete") << QByteArray("delete") << u"Undo Delete the tag “Quotes”"_s;
        QTest::newRow("note") << QByteArray("note") << u"Undo Change a note"_s;
    }

    void eachChangeIsUndoneAndRedoneByItsName()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, undoText);
        m_marks->setStarred(id(3), true);
        m_marks->addTag(id(1), u"Quotes"_s);
        m_marks->addTag(id(2), u"Later"_s);
        QTRY_COMPARE(m_marks->tags().size(), 2);
        const int quotes = m_marks->tagOf(u"quotes"_s);
        const int later = m_marks->tagOf(u"LATER"_s);
        const QStringList before = said();
        const IdSet two{id(1), id(2)};
        const QHash<QByteArray, std::function<void()>> changes{
            {"star", [&] { m_marks->setMark(two, Mark::Starred, true); }},
            {"unstar",
             [&] {
                 m_marks->setMark({id(1), id(2), id(3)}, Mark::Starred, false);
             }},
            {"seen", [&] { m_marks->setSeen(id(1), true); }},
            {"tag", [&] { m_marks->placeTag(two, u"quotes"_s); }},
            {"new tag", [&] { m_marks->addTag(id(3), u" New  one "_s); }},
            {"take tag", [&] { m_marks->removeTag(id(1), quotes); }},
            {"rename", [&] { QVERIFY(m_marks->renameTag(quotes, u"QUOTES"_s)); }},
            {"colour", [&] { m_marks->setTagColor(quotes, 7); }},
            {"merge", [&] { m_marks->mergeTag(quotes, later); }},
            {"delete", [&] { m_marks->deleteTag(quotes); }},
            {"note", [&] { m_marks->setNote(id(2), u"A note"_s); }}};
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        changes.value(change)();
        QString named = undoText;
        QCOMPARE(m_history->undoText(),
                 change == "tag" ? named.replace(u"Quotes"_s, u"quotes"_s) : undoText);
        QTRY_COMPARE(kept.size(), 1);
        const QStringList after = said();
        QVERIFY(after != before);
        m_history->undo();
        QTRY_COMPARE(kept.size(), 2);
        QCOMPARE(said(), before);
        QVERIFY(m_history->canRedo());
        m_history->redo();
        QTRY_COMPARE(kept.size(), 3);
        QCOMPARE(said(), after);
    }

    void whatIsUndoneBeforeItIsWrittenIsUndoneAfter()
    {
        const QStringList before = said();
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        for (int number = 1; number <= 3; ++number) {
            m_marks->setStarred(id(number), true);
        }
        for (int number = 1; number <= 3; ++number) {
            m_history->undo();
        }
        m_history->redo();
        QTRY_COMPARE(kept.size(), 7);
        QVERIFY(cardOf(1).isStarred);
        QVERIFY(!cardOf(2).isStarred && !cardOf(3).isStarred);
        m_history->undo();
        QTRY_COMPARE(kept.size(), 8);
        QCOMPARE(said(), before);
        QVERIFY(!m_history->canUndo());
    }

    void whatFailsIsInNoHistory()
    {
        m_marks->setStarred(id(1), true);
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        QTRY_COMPARE(kept.size(), 1);
        SqlDatabase(m_archive->path()).run(u"ALTER TABLE mark RENAME TO hidden"_s);
        QSignalSpy problem(m_marks.get(), &ArticleMarks::problemChanged);
        m_marks->setStarred(id(2), true);
        m_marks->setSeen(id(3), true);
        QCOMPARE(m_history->undoText(), u"Undo Mark 1 article as seen"_s);
        QTRY_COMPARE(problem.size(), 1);
        QCOMPARE(m_history->undoText(), u"Undo Star 1 article"_s); // of the first one
        QVERIFY(!m_history->canRedo());
        m_history->undo(); // fails as well, and so can be tried again
        QVERIFY(m_history->canRedo());
        QTRY_VERIFY(m_history->canUndo());
        QVERIFY(!m_history->canRedo());
        Card card;
        card.articleId = id(1);
        QVERIFY(m_marks->marked(card).isStarred);
        SqlDatabase(m_archive->path()).run(u"ALTER TABLE hidden RENAME TO mark"_s);
        m_history->undo();
        QTRY_COMPARE(kept.size(), 2);
        QVERIFY(!cardOf(1).isStarred);
        QCOMPARE(m_marks->problem(), QString());
        m_history->redo();
        QTRY_COMPARE(kept.size(), 3);
        QVERIFY(cardOf(1).isStarred);
    }

    void openingAnArticleIsNoChangeThatIsUndone()
    {
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        m_marks->noteSeen(id(1));
        m_marks->noteSeen(id(1));
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(cardOf(1).isSeen);
        QVERIFY(!m_history->canUndo());
    }

    void aNoteThatIsTypedInARowIsUndoneAtOnce()
    {
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        for (const char *text : {"A", "A n", "A note"}) {
            m_marks->setNote(id(1), QString::fromLatin1(text));
        }
        QCOMPARE(m_marks->noteOf(id(1), {}), u"A note"_s);
        m_marks->endNote();
        m_marks->setNote(id(1), u"A note, and more"_s);
        QTRY_COMPARE(kept.size(), 4);
        m_history->undo();
        QTRY_COMPARE(kept.size(), 5);
        QCOMPARE(answerOf(m_archive->store().detail(id(1)))->note, u"A note"_s);
        QCOMPARE(m_marks->noteOf(id(1), {}), u"A note"_s);
        m_history->undo();
        QTRY_COMPARE(kept.size(), 6);
        QVERIFY(!cardOf(1).hasNote);
        QVERIFY(!m_history->canUndo());
        m_history->redo();
        QTRY_COMPARE(kept.size(), 7);
        QCOMPARE(answerOf(m_archive->store().detail(id(1)))->note, u"A note"_s);
    }

    void soManyAreMarkedThatCardsAreReadAnew()
    {
        for (int number = 10; number < 1100; ++number) {
            m_archive->add(makeArticle(number));
        }
        m_archive->commit();
        m_marks->setStarred(m_id, false);
        QSignalSpy kept(m_marks.get(), &ArticleMarks::kept);
        QTRY_COMPARE(kept.size(), 1);
        Card card;
        card.articleId = m_id;
        int told = 0;
        connect(m_marks.get(), &ArticleMarks::manyKept, this,
                [&] { told += m_marks->marked(card).isStarred ? 1 : 0; });
        std::vector<quint64> bits(20, ~quint64(0));
        bits[0] &= ~quint64(1); // no article has the id 0
        m_marks->setMark(IdSet::ofBits(std::move(bits)), Mark::Starred, true);
        QVERIFY(m_marks->marked(card).isStarred);
        QTRY_COMPARE(kept.size(), 2);
        QCOMPARE(told, 1); // when it was still known to be so
        QVERIFY(cardOf(1).isStarred);
        QVERIFY(!m_marks->marked(card).isStarred); // whoever reads it anew knows better
    }

    void aTagMayNotHaveTheNameOfAnother()
    {
        m_marks->addTag(id(1), u"One"_s);
        m_marks->addTag(id(1), u"Two"_s);
        QTRY_COMPARE(m_marks->tags().size(), 2);
        QVERIFY(m_marks->tags().at(0).color != m_marks->tags().at(1).color);
        QVERIFY(!m_marks->renameTag(m_marks->tagOf(u"One"_s), u" tWo"_s));
        QVERIFY(m_marks->renameTag(m_marks->tagOf(u"One"_s), u" "_s)); // and that is no name
        QCOMPARE(m_history->undoText(), u"Undo Tag 1 article “Two”"_s);
    }

    void tagsAreOnTheCardByTheirNames()
    {
        m_marks->addTag(m_id, u"Two"_s);
        m_marks->addTag(m_id, u"One"_s);
        QTRY_COMPARE(m_marks->tags().size(), 2);
        Card card = makeCard(stored());
        QCOMPARE(card.tags, QStringList()); // the store knows their numbers
        card = m_marks->marked(card);
        QCOMPARE(card.tags, (QStringList{u"One"_s, u"Two"_s}));
        QCOMPARE(card.tagColors.size(), 2);
        QVERIFY(card.spoken().endsWith(u", tagged One, Two"_s));
        QVERIFY(m_marks->renameTag(m_marks->tagOf(u"One"_s), u"Zero"_s));
        QTRY_COMPARE(m_marks->tagNames(), (QStringList{u"Two"_s, u"Zero"_s}));
        QCOMPARE(m_marks->marked(card).tags, (QStringList{u"Two"_s, u"Zero"_s}));
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
    ArticleId id(int number) { return m_archive->idOf(makeArticle(number)); }
    ArticleCard cardOf(int number)
    {
        return answerOf(m_archive->store().cards({id(number)})).first();
    }
    /// All that the archive has of it, as lines.
    QStringList said()
    {
        QStringList lines;
        for (int number = 1; number <= 3; ++number) {
            const auto detail = answerOf(m_archive->store().detail(id(number)));
            QString line =
                u"%1 %2 %3"_s.arg(number).arg(detail->card.isSeen).arg(detail->card.isStarred);
            for (const TagId tag : detail->card.tags) {
                line += u" %1"_s.arg(tag);
            }
            lines << line + u' ' + detail->note;
        }
        for (const TagEntry &tag : answerOf(m_archive->store().tags())) {
            lines << u"%1 %2 %3"_s.arg(tag.id).arg(tag.name).arg(tag.color);
        }
        return lines;
    }
    ArticleCard stored() { return answerOf(m_archive->store().cards({m_id})).first(); }

    const English m_english;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<UndoHistory> m_history;
    std::unique_ptr<ArticleMarks> m_marks;
    ArticleId m_id = 0;
};

QTEST_GUILESS_MAIN(TestArticleMarks)
#include "tst_articlemarks.moc"
