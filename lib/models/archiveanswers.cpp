// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archiveanswers.h"

namespace Microfiche
{

namespace
{
constexpr int IndexPage = 50'000;
constexpr int ChangeMs = 250; // an answer that moves more often is not read
} // namespace

ArchiveAnswers::ArchiveAnswers(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_changeSoon.setSingleShot(true);
    m_changeSoon.setInterval(ChangeMs);
    connect(&m_changeSoon, &QTimer::timeout, this, [this] {
        Q_EMIT archiveChanged();
        askAgain();
    });
}

void ArchiveAnswers::load()
{
    loadPage(0);
}

void ArchiveAnswers::loadPage(ArticleId after)
{
    m_store.indexRows(after, IndexPage)
        .then(this,
              [this](const IndexBatch &batch) {
                  m_index.apply(batch);
                  if (batch.rows.size() == IndexPage) {
                      loadPage(batch.rows.last().id);
                      return;
                  }
                  m_isLoaded = true;
                  applyHeld();
                  search();
              })
        .onFailed(this, [this](const StoreError &error) { giveUp(error); });
}

// What was asked stays without an answer; what is asked next may have one.
void ArchiveAnswers::giveUp(const StoreError &error)
{
    m_isOrdering = false;
    m_unordered.reset();
    m_inquiry.end();
    if (m_isLoaded) {
        applyHeld();
    }
    Q_EMIT failed(error.message());
}

void ArchiveAnswers::add(const IndexBatch &batch)
{
    m_held << batch; // a page or an order that comes after it may have been read before it
    if (m_isLoaded && !m_isOrdering) {
        applyHeld();
    }
    if (!m_changeSoon.isActive()) {
        m_changeSoon.start();
    }
}

void ArchiveAnswers::applyHeld()
{
    for (const IndexBatch &batch : std::exchange(m_held, {})) {
        m_index.apply(batch);
        m_isTitleOrderOld = true;
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
        search();
    }
}

void ArchiveAnswers::search()
{
    if (!m_isLoaded) {
        return;
    }
    const Question question{m_inquiry.begin(), m_query, {}};
    if (m_query.words.isEmpty()) {
        askInOrder(question);
        return;
    }
    m_store.search(m_query.words)
        .then(this,
              [this, question](const QList<ArticleId> &hits) {
                  if (m_inquiry.isNewest(question.number)) {
                      askInOrder({question.number, question.query, hits});
                  }
              })
        .onFailed(this, [this](const StoreError &error) { giveUp(error); });
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
        m_isOrdering = true;
        m_store.titleOrder()
            .then(this, [this](const QList<ArticleId> &ids) { takeTitleOrder(ids); })
            .onFailed(this, [this](const StoreError &error) { giveUp(error); });
    }
}

// What was committed meanwhile may be missing in the order, so it comes into the index after it.
void ArchiveAnswers::takeTitleOrder(const QList<ArticleId> &ids)
{
    m_isOrdering = false;
    m_isTitleOrderOld = false;
    m_index.setTitleOrder(ids);
    const auto question = std::exchange(m_unordered, std::nullopt);
    if (question && m_inquiry.isNewest(question->number)) {
        askIndex(*question);
    }
    applyHeld();
}

void ArchiveAnswers::askIndex(const Question &question)
{
    m_index.ask(question.query, question.hits)
        .then(this,
              [this, number = question.number, query = question.query](const QueryAnswer &answer) {
                  if (!m_inquiry.isNewest(number)) {
                      return;
                  }
                  const bool isOutdated = m_inquiry.end();
                  Q_EMIT answered(query, answer);
                  if (isOutdated && !m_changeSoon.isActive()) {
                      m_changeSoon.start();
                  }
              });
}

} // namespace Microfiche
