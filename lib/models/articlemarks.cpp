// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlemarks.h"

#include "async/whenanswered.h"

namespace Microfiche
{

ArticleMarks::ArticleMarks(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void ArticleMarks::setSeen(qint64 articleId, bool isSeen)
{
    put(articleId, Mark::Seen, isSeen);
}

void ArticleMarks::setStarred(qint64 articleId, bool isStarred)
{
    put(articleId, Mark::Starred, isStarred);
}

std::optional<bool> &ArticleMarks::said(ArticleId id, Mark mark)
{
    Said &said = m_said[id];
    return mark == Mark::Seen ? said.isSeen : said.isStarred;
}

void ArticleMarks::put(ArticleId id, Mark mark, bool isSet)
{
    if (id <= 0 || said(id, mark) == isSet) {
        return;
    }
    said(id, mark) = isSet;
    Q_EMIT changed(id);
    const auto take = [this, id, mark, isSet](const QList<IndexRow> &rows) {
        if (rows.isEmpty()) {
            takeBack(id, mark, isSet);
        } else {
            setProblem({});
            Q_EMIT kept(rows);
        }
    };
    whenAnswered(this, m_store.mark({id}, mark, isSet), take);
}

// Unless something else was said meanwhile, which has an answer of its own to come.
void ArticleMarks::takeBack(ArticleId id, Mark mark, bool isSet)
{
    if (said(id, mark) == isSet) {
        said(id, mark) = !isSet;
        Q_EMIT changed(id);
    }
    setProblem(tr("The mark could not be written to the archive."));
}

void ArticleMarks::setProblem(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

Card ArticleMarks::marked(Card card) const
{
    const Said said = m_said.value(card.articleId);
    card.isSeen = said.isSeen.value_or(card.isSeen);
    card.isStarred = said.isStarred.value_or(card.isStarred);
    return card;
}

} // namespace Microfiche
