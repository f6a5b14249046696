// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a query, worked out the slow and plain way: every number by asking every row anew.
#pragma once

#include "query/archiveindex.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace Microfiche::Test
{

/// An archive as a plain list.
struct ReferenceArchive {
    QMap<ArticleId, IndexRow> rows;
    QMap<ProviderId, ProviderEntry> providers;
    QMap<TopicId, TopicEntry> topics;
    QList<ArticleId> titleOrder;

    void apply(const IndexBatch &batch)
    {
        for (const ProviderEntry &provider : batch.providers) {
            providers.insert(provider.id, provider);
        }
        for (const TopicEntry &topic : batch.topics) {
            topics.insert(topic.id, topic);
        }
        for (const ArticleId id : batch.gone) {
            rows.remove(id);
            titleOrder.removeAll(id);
        }
        for (const IndexRow &row : batch.rows) {
            rows.insert(row.id, row);
        }
    }
};

inline QDate utcDate(UtcSeconds time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date();
}

/// One query put to a ReferenceArchive.
class Reference
{
public:
    Reference(const ReferenceArchive &archive, Query query, TermHits hits)
        : m_archive(archive)
        , m_query(std::move(query))
        , m_hits(std::move(hits))
    {
    }

    QueryAnswer answer() const
    {
        QueryAnswer answer;
        answer.ids = ids();
        for (const ArticleId id : answer.ids) {
            ++(m_archive.rows.value(id).isMention ? answer.mentions : answer.articles);
        }
        answer.topics = topics();
        answer.providers = providers();
        addCharts(answer);
        addWithout(answer);
        for (const IndexRow &row : m_archive.rows) {
            ++(row.isMention ? answer.archiveMentions : answer.archiveArticles);
            answer.archiveUnpublished += row.isUnpublished && !row.isMention;
        }
        return answer;
    }

private:
    bool hasDate(const IndexRow &row) const
    {
        if (m_query.undated == Missing::Only) {
            return !row.publishedAt;
        }
        if (!m_query.date.from && !m_query.date.to) {
            return true;
        }
        if (!row.publishedAt) {
            return m_query.undated == Missing::Included;
        }
        const QDate day = utcDate(*row.publishedAt);
        return (!m_query.date.from || day >= *m_query.date.from) &&
               (!m_query.date.to || day <= *m_query.date.to);
    }

    bool hasQuality(const IndexRow &row) const
    {
        if (m_query.unrated == Missing::Only) {
            return !row.quality;
        }
        if (!m_query.quality.from && !m_query.quality.to) {
            return true;
        }
        if (!row.quality) {
            return m_query.unrated == Missing::Included;
        }
        return (!m_query.quality.from || *row.quality >= *m_query.quality.from) &&
               (!m_query.quality.to || *row.quality <= *m_query.quality.to);
    }

    bool hasTopic(const IndexRow &row) const
    {
        return m_query.topics.isEmpty() ||
               std::any_of(row.topics.begin(), row.topics.end(), [this](TopicId id) {
                   const auto topic = m_archive.topics.find(id);
                   return topic != m_archive.topics.end() &&
                          m_query.topics.contains(topic->name, Qt::CaseInsensitive);
               });
    }

    bool hasProvider(const IndexRow &row) const
    {
        if (m_query.providers.isEmpty()) {
            return true;
        }
        const auto provider = m_archive.providers.find(row.provider);
        if (provider == m_archive.providers.end()) {
            return false;
        }
        const QStringList names = QStringList{provider->name, provider->domain} + provider->aliases;
        return std::any_of(names.begin(), names.end(), [this](const QString &name) {
            return m_query.providers.contains(name, Qt::CaseInsensitive);
        });
    }

    bool hasWords(const IndexRow &row) const
    {
        return std::all_of(m_query.words.begin(), m_query.words.end(), [&](const QString &word) {
            return m_hits.value({StoreTerm::Kind::Text, word}).contains(row.id);
        });
    }

    bool isOfKind(const IndexRow &row) const
    {
        switch (m_query.kinds) {
        case Kinds::Articles: return !row.isMention;
        case Kinds::Mentions: return row.isMention;
        case Kinds::Both: break;
        }
        return true;
    }

    bool hasKind(const IndexRow &row) const
    {
        return isOfKind(row) && (!m_query.unpublishedOnly || row.isUnpublished);
    }

    bool matches(const IndexRow &row) const
    {
        return hasDate(row) && hasQuality(row) && hasTopic(row) && hasProvider(row) &&
               hasWords(row) && hasKind(row);
    }

    /// This query with `forget` applied to it.
    template <typename Forget>
    Reference without(Forget forget) const
    {
        Reference other = *this;
        forget(other.m_query);
        return other;
    }
    static void forgetDate(Query &query)
    {
        query.date = {};
        query.undated = Missing::Excluded;
    }
    static void forgetQuality(Query &query)
    {
        query.quality = {};
        query.unrated = Missing::Excluded;
    }
    static void forgetTopics(Query &query) { query.topics.clear(); }
    static void forgetProviders(Query &query) { query.providers.clear(); }
    static void forgetWords(Query &query) { query.words.clear(); }
    static void forgetKinds(Query &query)
    {
        query.kinds = Kinds::Articles;
        query.unpublishedOnly = false;
    }

    int size() const
    {
        return int(std::count_if(m_archive.rows.begin(), m_archive.rows.end(),
                                 [this](const IndexRow &row) { return matches(row); }));
    }

    /// The sort value, larger is earlier; none if missing.
    std::optional<qint64> sortValue(const IndexRow &row) const
    {
        std::optional<qint64> value;
        switch (m_query.sort.key) {
        case SortKey::Date: value = row.publishedAt; break;
        case SortKey::Quality: value = row.quality; break;
        case SortKey::Heat: value = row.heat; break;
        case SortKey::Title:
            if (m_archive.titleOrder.contains(row.id)) {
                value = -m_archive.titleOrder.indexOf(row.id);
            }
            break;
        }
        return value && m_query.sort.reversed ? -*value : value;
    }

    bool isBefore(const IndexRow &a, const IndexRow &b) const
    {
        const auto left = sortValue(a);
        const auto right = sortValue(b);
        if (left != right) {
            return left && (!right || *left > *right);
        }
        if (a.publishedAt != b.publishedAt) {
            return a.publishedAt && (!b.publishedAt || *a.publishedAt > *b.publishedAt);
        }
        return a.id < b.id;
    }

    QList<ArticleId> ids() const
    {
        QList<IndexRow> matching;
        for (const IndexRow &row : m_archive.rows) {
            if (matches(row)) {
                matching.append(row);
            }
        }
        std::sort(matching.begin(), matching.end(),
                  [this](const IndexRow &a, const IndexRow &b) { return isBefore(a, b); });
        QList<ArticleId> ids;
        for (const IndexRow &row : matching) {
            ids.append(row.id);
        }
        return ids;
    }

    static bool isAhead(const FacetCount &a, const FacetCount &b)
    {
        if (a.total != b.total) {
            return a.total > b.total;
        }
        return a.name != b.name       ? a.name < b.name
               : a.domain != b.domain ? a.domain < b.domain
                                      : a.id < b.id;
    }

    QList<FacetCount> topics() const
    {
        const Reference other = without(forgetTopics);
        QList<FacetCount> facets;
        for (const TopicEntry &topic : m_archive.topics) {
            FacetCount facet{topic.id, topic.name, {}, 0, 0};
            for (const IndexRow &row : m_archive.rows) {
                if (row.topics.contains(topic.id)) {
                    facet.total += isOfKind(row);
                    facet.count += other.matches(row);
                }
            }
            facets.append(facet);
        }
        std::sort(facets.begin(), facets.end(), isAhead);
        return facets;
    }

    QList<FacetCount> providers() const
    {
        const Reference other = without(forgetProviders);
        QList<FacetCount> facets;
        for (const ProviderEntry &provider : m_archive.providers) {
            FacetCount facet{provider.id, provider.name, provider.domain, 0, 0};
            for (const IndexRow &row : m_archive.rows) {
                if (row.provider == provider.id) {
                    facet.total += isOfKind(row);
                    facet.count += other.matches(row);
                }
            }
            facets.append(facet);
        }
        std::sort(facets.begin(), facets.end(), isAhead);
        return facets;
    }

    void addCharts(QueryAnswer &answer) const
    {
        const Reference undatable = without(forgetDate);
        const Reference unratable = without(forgetQuality);
        QMap<qint64, ValueCount> days;
        QMap<qint64, ValueCount> qualities;
        for (const IndexRow &row : m_archive.rows) {
            if (!isOfKind(row)) {
                continue;
            }
            const qint64 day = row.publishedAt ? utcDate(*row.publishedAt).toJulianDay() : 0;
            ValueCount &dayCount = row.publishedAt ? days[day] : answer.undated;
            dayCount.value = day;
            ++dayCount.total;
            dayCount.count += undatable.matches(row);
            ValueCount &qualityCount = row.quality ? qualities[*row.quality] : answer.unrated;
            qualityCount.value = row.quality.value_or(0);
            ++qualityCount.total;
            qualityCount.count += unratable.matches(row);
        }
        answer.days = days.values();
        answer.qualities = qualities.values();
    }

    void addWithout(QueryAnswer &answer) const
    {
        answer.withoutDate = without(forgetDate).size();
        answer.withoutQuality = without(forgetQuality).size();
        answer.withoutTopics = without(forgetTopics).size();
        answer.withoutProviders = without(forgetProviders).size();
        answer.withoutWords = without(forgetWords).size();
        answer.withoutKinds = without(forgetKinds).size();
    }

    const ReferenceArchive &m_archive;
    Query m_query;
    TermHits m_hits;
};

/// Where two answers differ, in words; empty if they are equal.
inline QString difference(const QueryAnswer &found, const QueryAnswer &expected)
{
    const auto numbers = [](const QueryAnswer &a) {
        return QList<qint64>{a.isCancelled,      a.articles,        a.mentions,
                             a.undated.value,    a.undated.total,   a.undated.count,
                             a.unrated.value,    a.unrated.total,   a.unrated.count,
                             a.withoutDate,      a.withoutQuality,  a.withoutTopics,
                             a.withoutProviders, a.withoutWords,    a.withoutKinds,
                             a.archiveArticles,  a.archiveMentions, a.archiveUnpublished};
    };
    QString text;
    QDebug out(&text);
    if (found.ids != expected.ids) {
        out << "ids" << found.ids << "not" << expected.ids;
    }
    if (numbers(found) != numbers(expected)) {
        out << "numbers" << numbers(found) << "not" << numbers(expected);
    }
    const auto facets = [&out](const char *name, const auto &left, const auto &right) {
        for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
            if (i >= left.size() || i >= right.size() || !(left.at(i) == right.at(i))) {
                out << name << "differ from" << i << "of" << left.size() << right.size();
                return;
            }
        }
    };
    facets("topics", found.topics, expected.topics);
    facets("providers", found.providers, expected.providers);
    facets("days", found.days, expected.days);
    facets("qualities", found.qualities, expected.qualities);
    return text;
}

} // namespace Microfiche::Test
