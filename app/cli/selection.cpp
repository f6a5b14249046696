// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/selection.h"

#include "cli/openarchive.h"
#include "cli/queryerrortext.h"
#include "query/querytext.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int RowsAtOnce = 20'000;
constexpr qsizetype CardsAtOnce = 500;

ArchiveIndex loadIndex(Store &store)
{
    ArchiveIndex index;
    ArticleId after = 0;
    for (;;) {
        const IndexBatch batch = waitFor(store.indexRows(after, RowsAtOnce));
        index.apply(batch);
        if (batch.rows.isEmpty()) {
            return index;
        }
        after = batch.rows.constLast().id;
    }
}

} // namespace

std::variant<QueryAnswer, QString> select(Store &store, const QString &text, int width,
                                          std::optional<SortOrder> order)
{
    // A query that is none is told of before an archive of a million is read.
    const auto parsed = parseQuery(text);
    if (const auto *error = std::get_if<QueryError>(&parsed)) {
        return queryErrorText(text, *error, width);
    }
    ArchiveIndex index = loadIndex(store);
    Query query = std::get<Query>(parsed);
    query.sort = order.value_or(query.sort);
    if (query.sort.key == SortKey::Title) {
        index.setTitleOrder(waitFor(store.titleOrder()));
    }
    query = query.onDay(QDateTime::currentDateTimeUtc().date());
    TermHits hits;
    for (const StoreTerm &term : query.storeTerms()) {
        hits.insert(term, waitFor(store.idsOf(term)));
    }
    return index.evaluate(query, hits);
}

QList<ArticleId> forEachCard(Store &store, const QList<ArticleId> &ids,
                             const std::function<void(const ArticleCard &)> &take)
{
    QList<ArticleId> unread;
    for (qsizetype i = 0; i < ids.size(); i += CardsAtOnce) {
        const QList<ArticleId> page = ids.mid(i, CardsAtOnce);
        const auto cards = waitFor(store.cards(page));
        auto card = cards.cbegin(); // in the order of the page, which may have more
        for (const ArticleId id : page) {
            const bool isThere = card != cards.cend() && card->id == id;
            if (isThere && card->problem.isEmpty()) {
                take(*card);
            } else {
                unread.append(id);
            }
            card += isThere ? 1 : 0;
        }
    }
    return unread;
}

} // namespace Microfiche
