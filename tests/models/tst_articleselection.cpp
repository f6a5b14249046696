// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/articleselection.h"
#include "support/archivebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestArticleSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int number = 1; number <= Articles; ++number) {
            m_archive.add(makeArticle(number));
        }
        m_archive.commit();
        for (int number = 1; number <= Articles; ++number) {
            m_ids << m_archive.idOf(makeArticle(number));
        }
    }
    void init()
    {
        m_articles.setIds(m_ids);
        m_selection.clear();
    }

    void rowsAreTakenInAndOut()
    {
        QSignalSpy changed(&m_selection, &ArticleSelection::changed);
        m_selection.toggle(2);
        m_selection.toggle(5);
        QCOMPARE(chosen(), (QList<int>{2, 5}));
        m_selection.toggle(2);
        QCOMPARE(chosen(), QList<int>{5});
        QCOMPARE(changed.size(), 3);
        m_selection.toggle(-1);
        m_selection.toggle(Articles);
        QCOMPARE(changed.size(), 3);
        QVERIFY(!m_selection.contains(0));
        QVERIFY(!m_selection.contains(-7));
        QCOMPARE(m_selection.text(), u"1 selected"_s);
    }

    void aRangeBeginsWhereTheLastOneWasTakenIn()
    {
        m_selection.toggle(2);
        m_selection.toggle(6);
        m_selection.extendTo(8, 0);
        QCOMPARE(chosen(), (QList<int>{2, 6, 7, 8}));
        m_selection.extendTo(4, 0); // the other way: what was before the range stays
        QCOMPARE(chosen(), (QList<int>{2, 4, 5, 6}));
    }

    void aRangeBeginsAtTheCurrentOneIfNoneWasTakenIn()
    {
        m_selection.extendTo(4, 3);
        m_selection.extendTo(5, 4);
        QCOMPARE(chosen(), (QList<int>{3, 4, 5}));
        m_selection.clear();
        m_selection.extendTo(1, -1);
        QCOMPARE(chosen(), (QList<int>{0, 1}));
    }

    void aBandKeepsWhatWasChosenBefore()
    {
        m_selection.toggle(9);
        m_selection.beginRows();
        m_selection.chooseRows({1, 2}, true);
        m_selection.chooseRows({2, 3}, true);
        QCOMPARE(chosen(), (QList<int>{2, 3, 9}));
        m_selection.chooseRows({4}, false);
        QCOMPARE(chosen(), QList<int>{4});
    }

    void allAreThoseOfTheAnswer()
    {
        m_articles.setIds(m_ids.mid(0, 7));
        m_selection.selectAll();
        QCOMPARE(m_selection.count(), 7);
        QCOMPARE(m_selection.ids().toList().size(), 7);
        m_articles.setIds(m_ids);
        QCOMPARE(m_selection.count(), 7);
    }

    void whatIsNotInTheAnswerIsNotChosen()
    {
        m_selection.toggle(1);
        m_selection.toggle(3);
        QList<ArticleId> others = m_ids.mid(2);
        std::reverse(others.begin(), others.end());
        m_articles.setIds(others);
        QCOMPARE(m_selection.count(), 1);
        QVERIFY(m_selection.contains(m_ids.at(3)));
        m_articles.setIds(m_ids);
        QCOMPARE(chosen(), QList<int>{3}); // and does not come back
    }

    void allOfThemAreMarkedAndThatIsOneChange()
    {
        m_selection.selectAll();
        QSignalSpy kept(&m_marks, &ArticleMarks::kept);
        m_selection.setStarred(true);
        QCOMPARE(m_history.undoText(), u"Undo Star %1 articles"_s.arg(Articles));
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(answerOf(m_archive.store().cards({m_ids.last()})).first().isStarred);
        m_history.undo();
        QTRY_COMPARE(kept.size(), 2);
        QVERIFY(!answerOf(m_archive.store().cards({m_ids.last()})).first().isStarred);
        m_selection.clear();
        m_selection.setSeen(true);
        m_selection.addTag(u"a"_s);
        QVERIFY(!m_history.canUndo());
    }

    void aMillionAreChosenBitByBit()
    {
        QList<ArticleId> ids;
        ids.reserve(1'000'000);
        for (ArticleId id = 1'000'000; id > 0; --id) {
            ids << id;
        }
        m_articles.setIds(ids);
        m_selection.selectAll();
        QCOMPARE(m_selection.count(), 1'000'000);
        QCOMPARE(m_selection.text(), u"1,000,000 selected"_s);
        m_selection.toggle(0);
        QCOMPARE(m_selection.count(), 999'999);
        QVERIFY(m_selection.ids().bits());
        m_articles.setIds(ids.mid(500'000));
        QCOMPARE(m_selection.count(), 500'000);
    }

private:
    static constexpr int Articles = 20;

    QList<int> chosen() const
    {
        QList<int> rows;
        for (int row = 0; row < m_articles.rowCount(); ++row) {
            if (m_selection.contains(m_articles.idAt(row))) {
                rows << row;
            }
        }
        return rows.size() == m_selection.count() ? rows : QList<int>{-1};
    }

    const English m_english;
    ArchiveBuilder m_archive;
    QList<ArticleId> m_ids;
    UndoHistory m_history;
    ArticleMarks m_marks{m_archive.store(), &m_history};
    ArticleListModel m_articles{m_archive.store(), m_marks};
    ArticleSelection m_selection{m_articles, m_marks};
};

QTEST_GUILESS_MAIN(TestArticleSelection)
#include "tst_articleselection.moc"
