// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archiveanswers.h"

#include "async/whenanswered.h"

namespace Microfiche
{

namespace
{
constexpr int IndexPage = 10'000;
constexpr int PagesAhead = 2;
constexpr int ChangeMs = 250; // an answer that moves more often is not read
constexpr int RecountMs = 60; // marks come in a row
} // namespace

ArchiveAnswers::ArchiveAnswers(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_sidebarCounts(store, m_index, 0, m_hits)
    , m_chipCounts(store, m_index, 1, m_hits)
    , m_completionCounts(store, m_index, 2, m_hits)
{
    m_changeSoon.setSingleShot(true);
    connect(&m_changeSoon, &QTimer::timeout, this, [this] {
        m_sinceChange.start();
        Q_EMIT archiveChanged();
        askAgain();
        countAgain();
    });
    m_recountSoon.setSingleShot(true);
    m_recountSoon.setInterval(RecountMs);
    connect(&m_recountSoon, &QTimer::timeout, this, &ArchiveAnswers::recount);
}

void ArchiveAnswers::load()
{
    whenAnswered(
        this, m_store.indexPages(IndexPage),
        [this](const QList<ArticleId> &pages) {
            m_pages = pages;
            m_index->reserve(pages.size() * IndexPage);
            for (int ahead = 0; ahead < PagesAhead; ++ahead) {
                loadNextPage();
            }
        },
        [this](const std::exception &error) { giveUp(error); });
}

void ArchiveAnswers::loadNextPage()
{
    if (m_askedPages == m_pages.size()) {
        return;
    }
    const qsizetype page = m_askedPages++;
    whenAnswered(
        this, m_store.indexRows(m_pages.at(page), IndexPage),
        [this, page](const IndexBatch &batch) { takePage(page, batch); },
        [this](const std::exception &error) { giveUp(error); });
}

// Pages overtake each other on their way; the index likes them in the order of their ids.
void ArchiveAnswers::takePage(qsizetype page, const IndexBatch &batch)
{
    m_earlyPages.insert(page, batch);
    while (m_earlyPages.contains(m_takenPages)) {
        m_index->apply(m_earlyPages.take(m_takenPages++));
    }
    if (m_takenPages < m_pages.size()) {
        loadNextPage();
        return;
    }
    m_isLoaded = true;
    applyHeld();
    search();
    m_sidebarCounts.start();
    m_chipCounts.start();
    m_completionCounts.start();
}

// What was asked stays without an answer; what is asked next may have one.
void ArchiveAnswers::giveUp(const std::exception &error)
{
    m_isOrdering = false;
    m_ordering.cancel();
    m_unordered.reset();
    m_pending.reset();
    m_searches.clear();
    m_inquiry.end();
    if (m_isLoaded) {
        applyHeld();
    }
    Q_EMIT failed(reasonOf(error));
}

void ArchiveAnswers::add(const IndexBatch &batch)
{
    m_held << batch; // a page or an order that comes after it may have been read before it
    if (m_isLoaded && !m_isOrdering) {
        applyHeld();
    }
    changeSoon();
}

/// At once after a while of rest: the first articles of an import are awaited.
void ArchiveAnswers::changeSoon()
{
    if (!m_changeSoon.isActive()) {
        const bool isRested = !m_sinceChange.isValid() || m_sinceChange.hasExpired(ChangeMs);
        m_changeSoon.start(isRested ? 0 : ChangeMs);
    }
}

void ArchiveAnswers::takeMarks(const IndexBatch &marks)
{
    if (m_isLoaded && !m_isOrdering) {
        m_index->apply(marks);
    } else {
        m_held << marks;
    }
    countAgain();
    m_recountSoon.start();
}

// What is asked meanwhile is counted with them.
void ArchiveAnswers::recount()
{
    if (!m_isLoaded || m_isOrdering) {
        return; // the answer that is to come counts them
    }
    if (m_inquiry.isUnderWay()) {
        m_recountSoon.start();
        return;
    }
    whenAnswered(this, m_index->ask(m_query, m_hits),
                 [this, number = m_inquiry.begin(), query = m_query](const QueryAnswer &answer) {
                     if (!m_inquiry.isNewest(number)) {
                         return;
                     }
                     const bool isOutdated = m_inquiry.end();
                     Q_EMIT recounted(query, answer);
                     if (isOutdated) {
                         changeSoon();
                     }
                 });
}

void ArchiveAnswers::applyHeld()
{
    for (const IndexBatch &batch : std::exchange(m_held, {})) {
        m_index->apply(batch);
        m_isTitleOrderOld = m_isTitleOrderOld || !batch.saysMarksOnly();
    }
}

void ArchiveAnswers::ask(const Query &query)
{
    m_query = query;
    search();
}

void ArchiveAnswers::askAgain()
{
    if (m_inquiry.mayRepeat()) {
        m_hits.clear(); // of the archive as it was
        search();
    }
}

// Only terms that were not in the question before are looked for: while a chart is brushed or a
// word is typed behind others, these stay.
void ArchiveAnswers::search()
{
    if (!m_isLoaded) {
        return;
    }
    const Question question{m_inquiry.begin(), m_query, {}};
    if (question.query.sort.key != SortKey::Title) {
        stopOrdering();
    }
    const QList<StoreTerm> terms = question.query.storeTerms();
    const auto isAsked = [&](const StoreTerm &term) { return terms.contains(term); };
    for (auto at = m_searches.begin(); at != m_searches.end();) {
        if (isAsked(at.key())) {
            ++at;
        } else {
            at->cancel();
            at = m_searches.erase(at);
        }
    }
    m_hits.removeIf([&](const auto &hit) { return !isAsked(hit.key()); });
    m_pending = question;
    for (const StoreTerm &term : terms) {
        if (!m_hits.contains(term) && !m_searches.contains(term)) {
            const auto search = m_store.idsOf(term);
            m_searches.insert(term, search);
            whenAnswered(
                this, search, [this, term](const IdSet &ids) { takeHits(term, ids); },
                [this](const std::exception &error) { giveUp(error); });
        }
    }
    askWhenFound();
}

void ArchiveAnswers::takeHits(const StoreTerm &term, const IdSet &ids)
{
    if (m_searches.remove(term)) {
        m_hits.insert(term, ids);
        askWhenFound();
    }
}

void ArchiveAnswers::askWhenFound()
{
    if (m_pending && m_searches.isEmpty()) {
        Question question = *std::exchange(m_pending, std::nullopt);
        question.hits = m_hits;
        askInOrder(question);
    }
}

void ArchiveAnswers::countAgain()
{
    m_sidebarCounts.askAgain();
    m_completionCounts.askAgain();
}

// What the order does not know would stand at the end, so no answer is better than one without it.
void ArchiveAnswers::askInOrder(const Question &question)
{
    if (question.query.sort.key != SortKey::Title || !m_isTitleOrderOld) {
        askIndex(question);
        return;
    }
    m_unordered = question;
    if (!m_isOrdering) {
        orderTitles();
    }
}

void ArchiveAnswers::orderTitles()
{
    m_isOrdering = true;
    m_ordering = m_store.titleOrder();
    const quint64 number = ++m_orderings;
    whenAnswered(
        this, m_ordering,
        [this, number](const QList<ArticleId> &ids) {
            if (m_isOrdering && number == m_orderings) { // not stopped on its way
                takeTitleOrder(ids);
            }
        },
        [this, number](const std::exception &error) {
            if (m_isOrdering && number == m_orderings) {
                giveUp(error);
            }
        });
}

// A question that needs no order of titles must not share the machine with it.
void ArchiveAnswers::stopOrdering()
{
    m_unordered.reset();
    if (std::exchange(m_isOrdering, false)) {
        m_ordering.cancel();
        applyHeld();
    }
}

// What was committed meanwhile may be missing in the order, so it comes into the index after it.
void ArchiveAnswers::takeTitleOrder(const QList<ArticleId> &ids)
{
    m_isOrdering = false;
    m_isTitleOrderOld = false;
    m_index->setTitleOrder(ids);
    const auto question = std::exchange(m_unordered, std::nullopt);
    if (question && m_inquiry.isNewest(question->number)) {
        askIndex(*question);
    }
    applyHeld();
}

void ArchiveAnswers::askIndex(const Question &question)
{
    whenAnswered(
        this, m_index->ask(question.query, question.hits),
        [this, number = question.number, query = question.query](const QueryAnswer &answer) {
            if (!m_inquiry.isNewest(number)) {
                return;
            }
            const bool isOutdated = m_inquiry.end();
            Q_EMIT answered(query, answer);
            if (isOutdated) {
                changeSoon();
            }
        });
}

} // namespace Microfiche
