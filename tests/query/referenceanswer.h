// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a query, worked out the slow and plain way: every number by asking every row anew.
#pragma once

#include "referencerow.h"

namespace Microfiche::Test
{

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
        answer.runs = runs(answer.ids);
        answer.topics = topics();
        answer.providers = providers();
        answer.types = types();
        answer.tags = tags();
        addCharts(answer);
        addWithout(answer);
        for (const IndexRow &row : m_archive.rows) {
            ++(row.isMention ? answer.archiveMentions : answer.archiveArticles);
            answer.archiveUnpublished += row.isUnpublished && !row.isMention;
        }
        return answer;
    }

    int size() const
    {
        return int(std::count_if(m_archive.rows.begin(), m_archive.rows.end(),
                                 [this](const IndexRow &row) { return matches(row); }));
    }

private:
    template <typename Range>
    static Range heeded(const Range &range, Missing missing)
    {
        return missing == Missing::Only ? Range() : range;
    }

    /// What the fields of the query ask.
    bool fitsFields(const IndexRow &row) const
    {
        const ReferenceRow asked(m_archive, m_hits, row);
        const Query &q = m_query;
        // Without a range, only the choice of nothing but missing values is heeded.
        const auto takes = [](const auto &range, Missing missing) {
            return missing == Missing::Only || (!range.isOpen() && missing == Missing::Included);
        };
        return asked.hasDate(heeded(q.date, q.undated), takes(q.date, q.undated)).value_or(true) &&
               isIn(heeded(q.quality, q.unrated), takes(q.quality, q.unrated), row.quality)
                   .value_or(true) &&
               isIn(heeded(q.heat, q.unmeasured), takes(q.heat, q.unmeasured), row.heat)
                   .value_or(true) &&
               asked.hasTopic(q.topics).value_or(true) &&
               asked.hasProvider(q.providers).value_or(true) &&
               asked.hasType(q.types).value_or(true) && asked.hasTag(q.tags).value_or(true);
    }

    bool hasWords(const IndexRow &row) const
    {
        const ReferenceRow asked(m_archive, m_hits, row);
        return std::all_of(m_query.words.begin(), m_query.words.end(), [&](const QString &word) {
            return asked.hasTerm({StoreTerm::Kind::Text, word}).value_or(true);
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
        return fitsFields(row) && hasWords(row) && hasKind(row) &&
               ReferenceRow(m_archive, m_hits, row).holdsAll(m_query.conditions);
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
    static void forgetHeat(Query &query)
    {
        query.heat = {};
        query.unmeasured = Missing::Excluded;
    }
    static void forgetTopics(Query &query) { query.topics.clear(); }
    static void forgetProviders(Query &query) { query.providers.clear(); }
    static void forgetTypes(Query &query) { query.types.clear(); }
    static void forgetTags(Query &query) { query.tags.clear(); }
    static void forgetWords(Query &query) { query.words.clear(); }
    static void forgetKinds(Query &query)
    {
        query.kinds = Kinds::Articles;
        query.unpublishedOnly = false;
    }

    /// ... and without conditions on nothing but `kind`.
    template <typename Forget>
    Reference withoutAny(Condition::Kind kind, Forget forget) const
    {
        Reference other = without(forget);
        other.m_query.conditions.removeIf(
            [kind](const Condition &condition) { return kindsIn(condition) == std::set{kind}; });
        return other;
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
        case SortKey::Provider:
            if (row.provider > 0) {
                value = -providerOrder().indexOf(row.provider);
            }
            break;
        }
        return value && m_query.sort.reversed ? -*value : value;
    }

    /// Named ones by name, or domain, then those that no batch has named.
    QList<ProviderId> providerOrder() const
    {
        QMap<QString, ProviderId> ordered;
        for (const IndexRow &row : m_archive.rows) {
            const ProviderEntry entry = m_archive.providers.value(row.provider);
            const QString name = entry.name.isEmpty() ? entry.domain : entry.name;
            ordered.insert(QStringLiteral("%1\t%2\t%3\t%4")
                               .arg(name.isEmpty() ? 1 : 0)
                               .arg(name.toLower(), entry.domain)
                               .arg(row.provider, 9),
                           row.provider);
        }
        return ordered.values();
    }

    QList<Run> runs(const QList<ArticleId> &ids) const
    {
        QList<Run> runs;
        const bool isByDate = m_query.sort.key == SortKey::Date;
        if (!isByDate && m_query.sort.key != SortKey::Provider) {
            return runs;
        }
        for (const ArticleId id : ids) {
            const IndexRow row = m_archive.rows.value(id);
            const qint64 key =
                isByDate ? (row.publishedAt ? utcDate(*row.publishedAt).toJulianDay() : NoRunKey)
                : row.provider > 0 ? row.provider
                                   : NoRunKey;
            if (runs.isEmpty() || runs.last().key != key) {
                runs.append({key, 0});
            }
            ++runs.last().count;
        }
        return runs;
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
        const Reference other = withoutAny(Condition::Kind::Topic, forgetTopics);
        QList<FacetCount> facets;
        for (const TopicEntry &topic : m_archive.topics) {
            FacetCount facet{topic.id, topic.name, {}, 0, 0};
            bool hasRows = false;
            for (const IndexRow &row : m_archive.rows) {
                if (row.topics.contains(topic.id)) {
                    hasRows = true;
                    facet.total += isOfKind(row);
                    facet.count += other.matches(row);
                }
            }
            if (hasRows) {
                facets.append(facet);
            }
        }
        std::sort(facets.begin(), facets.end(), isAhead);
        return facets;
    }

    QList<FacetCount> providers() const
    {
        const Reference other = withoutAny(Condition::Kind::Provider, forgetProviders);
        QList<FacetCount> facets;
        for (const ProviderEntry &provider : m_archive.providers) {
            FacetCount facet{provider.id, provider.name, provider.domain, 0, 0};
            facet.aliases = provider.aliases;
            bool hasRows = false;
            for (const IndexRow &row : m_archive.rows) {
                if (row.provider == provider.id) {
                    hasRows = true;
                    facet.total += isOfKind(row);
                    facet.count += other.matches(row);
                }
            }
            if (hasRows) {
                facets.append(facet);
            }
        }
        std::sort(facets.begin(), facets.end(), isAhead);
        return facets;
    }

    QList<FacetCount> types() const
    {
        const Reference other = withoutAny(Condition::Kind::Type, forgetTypes);
        QMap<QString, FacetCount> facets;
        for (const IndexRow &row : m_archive.rows) {
            if (!row.type.isEmpty()) {
                FacetCount &facet = facets[row.type];
                facet.name = row.type;
                facet.total += isOfKind(row);
                facet.count += other.matches(row);
            }
        }
        QList<FacetCount> sorted = facets.values();
        std::sort(sorted.begin(), sorted.end(), isAhead);
        return sorted;
    }

    QList<FacetCount> tags() const
    {
        const Reference other = withoutAny(Condition::Kind::Tag, forgetTags);
        QList<FacetCount> facets;
        for (const TagEntry &tag : m_archive.tags) {
            FacetCount facet{tag.id, tag.name, {}, 0, 0};
            facet.color = tag.color;
            for (const IndexRow &row : m_archive.rows) {
                if (row.tags.contains(tag.id)) {
                    facet.total += isOfKind(row);
                    facet.count += other.matches(row);
                }
            }
            facets.append(facet);
        }
        std::sort(facets.begin(), facets.end(), isAhead);
        return facets;
    }

    template <typename ValueOf>
    QList<ValueCount> chart(const Reference &other, ValueCount &missing, ValueOf valueOf) const
    {
        QMap<qint64, ValueCount> counts;
        for (const IndexRow &row : m_archive.rows) {
            const std::optional<qint64> value = valueOf(row);
            ValueCount &count = value ? counts[*value] : missing;
            count.value = value.value_or(0);
            count.total += isOfKind(row);
            count.count += other.matches(row);
        }
        QList<ValueCount> list = counts.values();
        list.removeIf([](const ValueCount &count) { return count.total == 0; });
        return list;
    }

    void addCharts(QueryAnswer &answer) const
    {
        using Kind = Condition::Kind;
        answer.days =
            chart(withoutAny(Kind::Date, forgetDate), answer.undated, [](const IndexRow &row) {
                return row.publishedAt ? std::optional(utcDate(*row.publishedAt).toJulianDay())
                                       : std::nullopt;
            });
        answer.qualities = chart(withoutAny(Kind::Quality, forgetQuality), answer.unrated,
                                 [](const IndexRow &row) { return row.quality; });
        answer.heats = chart(withoutAny(Kind::Heat, forgetHeat), answer.unmeasured,
                             [](const IndexRow &row) { return row.heat; });
    }

    void addWithout(QueryAnswer &answer) const
    {
        answer.withoutDate = without(forgetDate).size();
        answer.withoutQuality = without(forgetQuality).size();
        answer.withoutHeat = without(forgetHeat).size();
        answer.withoutTopics = without(forgetTopics).size();
        answer.withoutProviders = without(forgetProviders).size();
        answer.withoutTypes = without(forgetTypes).size();
        answer.withoutTags = without(forgetTags).size();
        answer.withoutWords = without(forgetWords).size();
        answer.withoutKinds = without(forgetKinds).size();
        const qsizetype words = m_query.words.size();
        for (qsizetype i = 0; i < words; ++i) {
            const auto forget = [i](Query &query) { query.words.removeAt(i); };
            answer.withoutWord.append(i < MaxCountedClauses ? without(forget).size() : -1);
        }
        for (qsizetype i = 0; i < m_query.conditions.size(); ++i) {
            const auto forget = [i](Query &query) { query.conditions.removeAt(i); };
            const bool isCounted = words + i < MaxCountedClauses;
            answer.withoutCondition.append(isCounted ? without(forget).size() : -1);
        }
    }

    const ReferenceArchive &m_archive;
    Query m_query;
    TermHits m_hits;
};

} // namespace Microfiche::Test
