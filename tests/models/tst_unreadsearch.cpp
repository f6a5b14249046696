// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/unreadsearch.h"
#include "support/archivebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int Articles = 6;
}

/// Of six articles the second and the third are seen.
class TestUnreadSearch : public QObject
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
        answerOf(m_archive.store().mark({m_ids.at(1), m_ids.at(2)}, Mark::Seen, true));
    }

    void init()
    {
        m_search.reset();
        m_marks = std::make_unique<ArticleMarks>(m_archive.store());
        m_answers = std::make_unique<ArchiveAnswers>(m_archive.store());
        m_articles = std::make_unique<ArticleListModel>(m_archive.store(), *m_marks);
        m_search = std::make_unique<UnreadSearch>(*m_answers, *m_articles, *m_marks);
        m_found = std::make_unique<QSignalSpy>(m_search.get(), &UnreadSearch::found);
        m_none = std::make_unique<QSignalSpy>(m_search.get(), &UnreadSearch::none);
        connect(m_answers.get(), &ArchiveAnswers::answered, this,
                [this](const Query &, const QueryAnswer &) {
                    m_articles->setIds(m_ids);
                    m_search->begin();
                });
        m_articles->setIds(m_ids.mid(0, 3)); // the newest, which are seen first
    }

    void cleanup()
    {
        m_search.reset();
        m_articles.reset();
        m_answers.reset();
    }

    void theFirstOneBehindOrBeforeIsFound()
    {
        load();
        m_search->seek(0, true);
        QTRY_COMPARE(found(), QList<qint64>{m_ids.at(3)});
        m_search->seek(3, false);
        QTRY_COMPARE(found(), (QList<qint64>{m_ids.at(3), m_ids.at(0)}));
        m_search->seek(-1, false);
        QTRY_COMPARE(found().size(), 3);
        QCOMPARE(found().last(), m_ids.last());
        m_search->seek(Articles - 1, true);
        QTRY_COMPARE(m_none->size(), 1);
        QCOMPARE(m_none->first().first().toBool(), true);
    }

    void whatIsSoughtBeforeTheIndexIsReadIsSoughtThen()
    {
        m_search->seek(0, true);
        m_answers->load();
        QTRY_COMPARE(found(), QList<qint64>{m_ids.at(3)}); // no seen one, and not among the first
        QCOMPARE(m_none->size(), 0);
    }

    void ofTwoBeforeItTheNewerOneIsMeant()
    {
        m_search->seek(0, true);
        m_search->seek(-1, false);
        m_answers->load();
        QTRY_COMPARE(found(), QList<qint64>{m_ids.last()});
        roundTrip();
        QCOMPARE(found().size(), 1);
    }

    void whatIsSoughtFromAnArticleThatIsGoneIsNotSought()
    {
        m_articles->setIds({m_ids.at(0) + 1000});
        m_search->seek(0, true);
        load();
        roundTrip();
        QCOMPARE(found(), QList<qint64>());
        QCOMPARE(m_none->size(), 0);
    }

    void theNewerSearchWins()
    {
        load();
        m_search->seek(0, true);
        m_search->seek(4, true);
        QTRY_COMPARE(found(), QList<qint64>{m_ids.last()});
        roundTrip();
        QCOMPARE(found().size(), 1);
    }

    void anotherListEndsTheSearch()
    {
        load();
        m_search->seek(0, true);
        m_articles->setIds({m_ids.at(0), m_ids.at(5)});
        roundTrip();
        QCOMPARE(found(), QList<qint64>());
        QCOMPARE(m_none->size(), 0);
        m_search->seek(0, true);
        QTRY_COMPARE(found(), QList<qint64>{m_ids.at(5)});
    }

    void whatWasSeenAMomentAgoIsSeen()
    {
        load();
        m_marks->noteSeen(m_ids.at(3)); // the index is not told here
        m_search->seek(0, true);
        QTRY_COMPARE(found(), QList<qint64>{m_ids.at(4)});
    }

private:
    void load()
    {
        QSignalSpy answered(m_answers.get(), &ArchiveAnswers::answered);
        m_answers->load();
        QTRY_COMPARE(answered.size(), 1);
    }
    /// The index answers in order, so what was asked before is answered behind this.
    void roundTrip()
    {
        QSignalSpy answered(m_answers.get(), &ArchiveAnswers::answered);
        disconnect(m_answers.get(), &ArchiveAnswers::answered, this, nullptr);
        m_answers->askAgain();
        QTRY_COMPARE(answered.size(), 1);
    }
    QList<qint64> found() const
    {
        QList<qint64> ids;
        for (const QList<QVariant> &one : *m_found) {
            ids << one.first().toLongLong();
        }
        return ids;
    }

    ArchiveBuilder m_archive;
    QList<ArticleId> m_ids;
    std::unique_ptr<ArticleMarks> m_marks;
    std::unique_ptr<ArchiveAnswers> m_answers;
    std::unique_ptr<ArticleListModel> m_articles;
    std::unique_ptr<UnreadSearch> m_search;
    std::unique_ptr<QSignalSpy> m_found;
    std::unique_ptr<QSignalSpy> m_none;
};

QTEST_MAIN(TestUnreadSearch)
#include "tst_unreadsearch.moc"
