// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/selection.h"

#include "cli/openarchive.h"
#include "query/querytext.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int RowsAtOnce = 20'000;
constexpr qsizetype CardsAtOnce = 500;

struct Loaded {
    ArchiveIndex index;
    QStringList names; ///< of topics and providers
};

Loaded loadIndex(Store &store)
{
    Loaded loaded;
    ArticleId after = 0;
    for (;;) {
        const IndexBatch batch = waitFor(store.indexRows(after, RowsAtOnce));
        loaded.index.apply(batch);
        for (const TopicEntry &topic : batch.topics) {
            loaded.names.append(topic.name);
        }
        for (const ProviderEntry &provider : batch.providers) {
            loaded.names.append(provider.name);
            loaded.names.append(provider.aliases);
        }
        if (batch.rows.isEmpty()) {
            return loaded;
        }
        after = batch.rows.constLast().id;
    }
}

/// The shell takes the quotes of topic:"AI Hardware" away. What is left is one argument; if it
/// names something that the archive has, it is taken for that and not for a topic and a word.
QString requoted(const QString &word, const QStringList &names)
{
    const qsizetype colon = word.indexOf(u':');
    const QString key = word.left(colon);
    static const QStringList NameKeys{QStringLiteral("topic"), QStringLiteral("provider"),
                                      QStringLiteral("-topic"), QStringLiteral("-provider")};
    if (!NameKeys.contains(key) || !word.contains(u' ') || word.contains(u'"')) {
        return word;
    }
    const QString value = word.mid(colon + 1);
    return names.contains(value, Qt::CaseInsensitive) ? key + QLatin1String(":\"") + value + u'"'
                                                      : word;
}

} // namespace

std::variant<QueryAnswer, QString> select(Store &store, const QStringList &words,
                                          std::optional<SortOrder> order)
{
    // A query that is none is told of before an archive of a million is read.
    const auto raw = parseQuery(words.join(u' '));
    if (const auto *error = std::get_if<QueryError>(&raw)) {
        return error->message;
    }
    Loaded loaded = loadIndex(store);
    QStringList quoted;
    for (const QString &word : words) {
        quoted.append(requoted(word, loaded.names));
    }
    const auto parsed = parseQuery(quoted.join(u' '));
    if (const auto *error = std::get_if<QueryError>(&parsed)) {
        return error->message;
    }
    Query query = std::get<Query>(parsed);
    query.sort = order.value_or(query.sort);
    if (query.sort.key == SortKey::Title) {
        loaded.index.setTitleOrder(waitFor(store.titleOrder()));
    }
    query = query.onDay(QDateTime::currentDateTimeUtc().date());
    TermHits hits;
    for (const StoreTerm &term : query.storeTerms()) {
        hits.insert(term, waitFor(store.idsOf(term)));
    }
    return loaded.index.evaluate(query, hits);
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
