// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a row fits a query, asked the slow and plain way, each row anew.
#pragma once

#include "query/archiveindex.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>
#include <set>

namespace Microfiche::Test
{

/// An archive as a plain list.
struct ReferenceArchive {
    QMap<ArticleId, IndexRow> rows;
    QMap<ProviderId, ProviderEntry> providers;
    QMap<TopicId, TopicEntry> topics;
    QMap<TagId, TagEntry> tags;
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
        for (const MarkedRow &marked : batch.marked) {
            if (rows.contains(marked.id)) {
                IndexRow &row = rows[marked.id];
                row.isSeen = marked.isSeen;
                row.isStarred = marked.isStarred;
                row.hasNote = marked.hasNote;
                row.tags = marked.tags;
            }
        }
        if (batch.tags) {
            tags.clear();
            for (const TagEntry &tag : *batch.tags) {
                tags.insert(tag.id, tag);
            }
        }
    }
};

inline QDate utcDate(UtcSeconds time)
{
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date();
}

/// Whether `value` lies in the range; none if the range asks for nothing.
template <typename Range, typename Value>
std::optional<bool> isIn(const Range &range, bool takesMissing, std::optional<Value> value)
{
    if (!range.from && !range.to) {
        return takesMissing ? std::optional(!value) : std::nullopt;
    }
    if (!value) {
        return takesMissing;
    }
    return (!range.from || *value >= *range.from) && (!range.to || *value <= *range.to);
}

/// A row against what can be asked of it. Answers none where nothing is asked.
class ReferenceRow
{
public:
    using Answer = std::optional<bool>;

    ReferenceRow(const ReferenceArchive &archive, const TermHits &hits, const IndexRow &row)
        : m_archive(archive)
        , m_hits(hits)
        , m_row(row)
    {
    }

    Answer hasDate(const DateRange &dates, bool takesMissing) const
    {
        const auto day =
            m_row.publishedAt ? std::optional(utcDate(*m_row.publishedAt)) : std::nullopt;
        return isIn(dates, takesMissing, day);
    }

    Answer hasTopic(const QStringList &names) const
    {
        if (names.isEmpty()) {
            return {};
        }
        return std::any_of(m_row.topics.begin(), m_row.topics.end(), [&](TopicId id) {
            const auto topic = m_archive.topics.find(id);
            return topic != m_archive.topics.end() &&
                   names.contains(topic->name, Qt::CaseInsensitive);
        });
    }

    Answer hasProvider(const QStringList &names) const
    {
        if (names.isEmpty()) {
            return {};
        }
        const auto provider = m_archive.providers.find(m_row.provider);
        if (provider == m_archive.providers.end()) {
            return false;
        }
        const QStringList known = QStringList{provider->name, provider->domain} + provider->aliases;
        return std::any_of(known.begin(), known.end(), [&](const QString &name) {
            return names.contains(name, Qt::CaseInsensitive);
        });
    }

    Answer hasType(const QStringList &names) const
    {
        return names.isEmpty() ? Answer() : names.contains(m_row.type, Qt::CaseInsensitive);
    }

    Answer hasTag(const QStringList &names) const
    {
        if (names.isEmpty()) {
            return {};
        }
        return std::any_of(m_row.tags.begin(), m_row.tags.end(), [&](TagId id) {
            const auto tag = m_archive.tags.find(id);
            return tag != m_archive.tags.end() && names.contains(tag->name, Qt::CaseInsensitive);
        });
    }

    Answer hasTerm(const StoreTerm &term) const
    {
        const bool isCount = term.kind == StoreTerm::Kind::Cited;
        if (isCount ? !term.count.from && !term.count.to : term.text.trimmed().isEmpty()) {
            return {};
        }
        return m_hits.contains(term) && m_hits[term].contains(m_row.id);
    }

    bool is(ArticleState state) const
    {
        switch (state) {
        case ArticleState::Mention: return m_row.isMention;
        case ArticleState::Unpublished: return m_row.isUnpublished;
        case ArticleState::Removed: return m_row.isRemoved;
        case ArticleState::Unread: return !m_row.isSeen;
        case ArticleState::Starred: return m_row.isStarred;
        case ArticleState::WithPicture: return m_row.hasPicture;
        case ArticleState::WithRelated: return m_row.hasRelated;
        case ArticleState::WithBody: return m_row.hasBody;
        case ArticleState::WithTag: return !m_row.tags.isEmpty();
        case ArticleState::WithNote: return m_row.hasNote;
        }
        return false;
    }

    /// What a condition says of every row alike: true where it says nothing, and so on; else none.
    static Answer constant(const Condition &condition)
    {
        const Answer plain = plainConstant(condition);
        return plain ? Answer(*plain != condition.isNegated) : Answer();
    }

    Answer holds(const Condition &condition) const
    {
        if (const Answer same = constant(condition)) {
            return *same ? Answer() : same;
        }
        const Answer answer = holdsPlainly(condition);
        return answer ? Answer(*answer != condition.isNegated) : answer;
    }

    /// Whether all conditions that ask anything hold.
    bool holdsAll(const QList<Condition> &conditions) const
    {
        return std::all_of(conditions.begin(), conditions.end(),
                           [&](const Condition &part) { return holds(part).value_or(true); });
    }

private:
    static Answer plainConstant(const Condition &condition)
    {
        using Kind = Condition::Kind;
        if (condition.kind != Kind::All && condition.kind != Kind::Any) {
            static const ReferenceArchive nothing;
            static const TermHits noHits;
            static const IndexRow noRow;
            const ReferenceRow any(nothing, noHits, noRow);
            return any.holdsPlainly(condition) ? Answer() : Answer(true);
        }
        const bool isAny = condition.kind == Kind::Any;
        const auto count = [&](bool said) {
            return std::count_if(
                condition.parts.begin(), condition.parts.end(),
                [said](const Condition &part) { return constant(part) == Answer(said); });
        };
        if (condition.parts.isEmpty()) {
            return true;
        }
        if (count(isAny) > 0) {
            return isAny;
        }
        return count(!isAny) == condition.parts.size() ? Answer(!isAny) : Answer();
    }

    Answer holdsPlainly(const Condition &condition) const
    {
        using Kind = Condition::Kind;
        switch (condition.kind) {
        case Kind::All:
        case Kind::Any: return holdsJointly(condition);
        case Kind::Term: return hasTerm(condition.term);
        case Kind::State: return is(condition.state);
        case Kind::Date: return hasDate(condition.dates, condition.takesMissing);
        case Kind::Quality: return isIn(condition.scores, condition.takesMissing, m_row.quality);
        case Kind::Heat: return isIn(condition.scores, condition.takesMissing, m_row.heat);
        case Kind::Topic: return hasTopic(condition.names);
        case Kind::Provider: return hasProvider(condition.names);
        case Kind::Type: return hasType(condition.names);
        case Kind::Tag: return hasTag(condition.names);
        }
        return {};
    }

    Answer holdsJointly(const Condition &condition) const
    {
        Answer joint;
        for (const Condition &part : condition.parts) {
            if (const Answer answer = holds(part)) {
                const bool before = joint.value_or(condition.kind == Condition::Kind::All);
                joint =
                    condition.kind == Condition::Kind::All ? before && *answer : before || *answer;
            }
        }
        return joint;
    }

    const ReferenceArchive &m_archive;
    const TermHits &m_hits;
    const IndexRow &m_row;
};

/// The kinds of all that a condition asks, however deep.
inline std::set<Condition::Kind> kindsIn(const Condition &condition)
{
    using Kind = Condition::Kind;
    if (const auto same = ReferenceRow::constant(condition)) {
        return *same ? std::set<Kind>() : std::set{Kind::All};
    }
    if (condition.kind != Kind::All && condition.kind != Kind::Any) {
        return {condition.kind};
    }
    std::set<Kind> kinds;
    for (const Condition &part : condition.parts) {
        if (!ReferenceRow::constant(part)) {
            kinds.merge(kindsIn(part));
        }
    }
    return kinds;
}

} // namespace Microfiche::Test
