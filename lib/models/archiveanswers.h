// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inquiry.h"
#include "models/querycounts.h"
#include "query/indexrunner.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Microfiche
{

/// Answers the newest query on an archive, and answers it again while the archive grows. Full-text
/// hits and the order of titles come from the store; the index combines them with the rest.
class ArchiveAnswers : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveAnswers(Store &store, QObject *parent = nullptr);

    /// Whoever holds it longer than the answers live waits for what it still does.
    std::shared_ptr<IndexRunner> index() const { return m_index; }
    /// Reads the index of the store, which is open; then asks. Nothing is answered before.
    void load();
    bool isLoaded() const { return m_isLoaded; }
    /// Takes in what was committed; asks again soon.
    void add(const IndexBatch &batch);
    /// Takes in marks that have changed. What is counted follows; the answer that is looked at
    /// stays as it is, for an article must not vanish because it was opened.
    void takeMarks(const IndexBatch &marks);
    void ask(const Query &query); ///< resolved, Query::onDay()
    void askAgain();
    /// Counts of other queries: those of the sidebar and of completions are kept up with the
    /// archive; those of chips are of the answer, which comes again.
    QueryCounts &sidebarCounts() { return m_sidebarCounts; }
    QueryCounts &chipCounts() { return m_chipCounts; }
    QueryCounts &completionCounts() { return m_completionCounts; }

Q_SIGNALS:
    void answered(const Microfiche::Query &query, const Microfiche::QueryAnswer &answer);
    /// The same again after marks have changed: for what is counted, not for what is listed.
    void recounted(const Microfiche::Query &query, const Microfiche::QueryAnswer &answer);
    /// The archive could not be read, so there is no answer; `reason` is for a person.
    void failed(const QString &reason);
    void archiveChanged(); ///< a few times a second while an import runs

private:
    struct Question {
        quint64 number = 0;
        Query query;
        TermHits hits;
    };

    void loadNextPage();
    void takePage(qsizetype page, const IndexBatch &batch);
    void giveUp(const std::exception &error);
    void applyHeld();
    void search();
    void askWhenFound();
    void countAgain();
    void recount();
    void takeHits(const StoreTerm &term, const IdSet &ids);
    void askInOrder(const Question &question);
    void orderTitles();
    void stopOrdering();
    void takeTitleOrder(const QList<ArticleId> &ids);
    void changeSoon();
    void askIndex(const Question &question);

    Store &m_store;
    std::shared_ptr<IndexRunner> m_index = std::make_shared<IndexRunner>();
    Query m_query;
    Inquiry m_inquiry;
    QList<ArticleId> m_pages; ///< of the index: where each begins
    qsizetype m_askedPages = 0;
    qsizetype m_takenPages = 0;
    QHash<qsizetype, IndexBatch> m_earlyPages; ///< before one that is to be taken first
    QTimer m_changeSoon;
    QTimer m_recountSoon;
    QElapsedTimer m_sinceChange;
    bool m_isLoaded = false;
    bool m_isTitleOrderOld = true;               ///< older than the rows that the index has
    QFuture<QList<ArticleId>> m_ordering;        ///< of the titles, if one is on its way
    bool m_isOrdering = false;                   ///< ... which is so
    quint64 m_orderings = 0;                     ///< that were asked for
    std::optional<Question> m_unordered;         ///< waits for it
    std::optional<Question> m_pending;           ///< waits for these:
    QHash<StoreTerm, QFuture<IdSet>> m_searches; ///< of the newest question
    TermHits m_hits;          ///< of the terms last asked for, of the archive as it is
    QList<IndexBatch> m_held; ///< committed while the index or the order was read
    QueryCounts m_sidebarCounts;
    QueryCounts m_chipCounts;
    QueryCounts m_completionCounts;
};

} // namespace Microfiche
