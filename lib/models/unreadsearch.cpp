// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/unreadsearch.h"

#include "async/whenanswered.h"

#include <utility>

namespace Microfiche
{

UnreadSearch::UnreadSearch(ArchiveAnswers &answers, ArticleListModel &articles, ArticleMarks &marks,
                           QObject *parent)
    : QObject(parent)
    , m_answers(answers)
    , m_articles(articles)
    , m_marks(marks)
{
    connect(&m_articles, &ArticleListModel::modelReset, this, [this] { m_inquiry.begin(); });
}

void UnreadSearch::begin()
{
    m_hasBegun = true;
    if (const std::optional<Wish> wish = std::exchange(m_waiting, std::nullopt)) {
        const int row = m_articles.indexOf(wish->from);
        if (row >= 0 || wish->from == 0) {
            seek(row, wish->isForward);
        }
    }
}

void UnreadSearch::seek(int row, bool isForward)
{
    if (!m_hasBegun) {
        m_waiting = {m_articles.idAt(row), isForward};
        return;
    }
    seekFrom(row < 0 && !isForward ? m_articles.ids().size() - 1
             : isForward           ? row + 1
                                   : row - 1,
             isForward);
}

void UnreadSearch::seekFrom(qsizetype row, bool isForward)
{
    const quint64 question = m_inquiry.begin();
    whenAnswered(this, m_answers.index()->firstNotSeen(m_articles.ids(), row, isForward),
                 [this, question, isForward](qsizetype found) {
                     if (m_inquiry.isNewest(question)) {
                         take(found, isForward);
                     }
                 });
}

// What was seen a moment ago the index need not know yet.
void UnreadSearch::take(qsizetype row, bool isForward)
{
    if (row < 0) {
        Q_EMIT none(isForward);
        return;
    }
    Card card;
    card.articleId = m_articles.ids().at(row);
    if (m_marks.marked(card).isSeen) {
        seekFrom(isForward ? row + 1 : row - 1, isForward);
    } else {
        Q_EMIT found(card.articleId);
    }
}

} // namespace Microfiche
