// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/idset.h"

#include <QHash>
#include <QList>

#include <atomic>
#include <memory>

namespace Microfiche
{

/// What the index knows of one article or mention.
struct IndexRow {
    ArticleId id = 0;
    std::optional<UtcSeconds> publishedAt;
    std::optional<int> quality;
    std::optional<int> heat;
    ProviderId provider = 0; ///< 0: none
    QList<TopicId> topics;
    QString type;
    bool isMention = false;
    bool isUnpublished = false;
    bool isRemoved = false;
    bool hasPicture = false;
    bool hasRelated = false;
    bool hasBody = false;
    bool isSeen = false;
    bool isStarred = false;
    bool hasNote = false;
    QList<TagId> tags;

    friend bool operator==(const IndexRow &, const IndexRow &) = default;
};

struct ProviderEntry {
    ProviderId id = 0;
    QString domain;
    QString name;        ///< the one that half of its articles or more use, else the domain
    QStringList aliases; ///< the other names it goes by
    qint64 logo = 0;     ///< PictureId of its logo, there or not; 0 if none is named

    friend bool operator==(const ProviderEntry &, const ProviderEntry &) = default;
};

struct TopicEntry {
    TopicId id = 0;
    QString name;

    friend bool operator==(const TopicEntry &, const TopicEntry &) = default;
};

/// A tag that a person has made.
struct TagEntry {
    TagId id = 0;
    QString name;
    int color = 0; ///< which one of a palette; the window has it

    friend bool operator==(const TagEntry &, const TagEntry &) = default;
};

/// All that a person says of an article now, as far as the index knows it.
struct MarkedRow {
    ArticleId id = 0;
    bool isSeen = false;
    bool isStarred = false;
    bool hasNote = false;
    QList<TagId> tags;

    friend bool operator==(const MarkedRow &, const MarkedRow &) = default;
};

/// News for the index: rows that came or changed, rows that went, and names not told before. What
/// only a person has said leaves every order as it is.
struct IndexBatch {
    QList<IndexRow> rows;
    QList<ArticleId> gone;
    QList<ProviderEntry> providers;           ///< new or changed
    QList<TopicEntry> topics;                 ///< new
    QList<MarkedRow> marked = {};             ///< those that are not there are left out
    std::optional<QList<TagEntry>> tags = {}; ///< all that there are, if any has changed

    bool saysMarksOnly() const
    {
        return rows.isEmpty() && gone.isEmpty() && providers.isEmpty() && topics.isEmpty();
    }
};

/// What the store answered to each term.
using TermHits = QHash<StoreTerm, IdSet>;

/// The archive's articles as columns in memory. Derived from the store, cheap to rebuild.
/// Belongs to one thread at a time.
class ArchiveIndex
{
public:
    ArchiveIndex();
    ~ArchiveIndex();
    ArchiveIndex(ArchiveIndex &&) noexcept;
    ArchiveIndex &operator=(ArchiveIndex &&) noexcept;

    /// Takes in a batch: first what is gone, then the rows, of which the last one of an id stays.
    /// Rows of ids that are there change, others are added. Ids below 1 are left out.
    void apply(const IndexBatch &batch);
    /// Makes room for so many rows at once, of which most are to come: growing costs more.
    void reserve(qsizetype rows);

    /// Ranks for SortKey::Title: all ids in title order. Ids that are not in it sort last. It may
    /// name rows that are applied later.
    void setTitleOrder(const QList<ArticleId> &ids);

    int articleCount() const;
    int mentionCount() const;
    bool contains(ArticleId id) const;
    bool isSeen(ArticleId id) const; ///< false also of one that is not there

    /// Answers `query`, which is resolved (Query::onDay). `hits` are what the store answered to its
    /// terms; a term that is not among them matches nothing, unless it holds of all. A topic,
    /// provider, type or tag that is not known matches nothing. Each facet and chart is counted
    /// without the clauses of its own: those of its field, and the conditions on its field alone.
    /// `cancelled`, which any thread may set, is looked at every few thousand rows.
    QueryAnswer evaluate(const Query &query, const TermHits &hits = {},
                         const std::atomic_bool *cancelled = nullptr) const;
    /// How many articles and mentions each query would come back with; empty if cancelled.
    QList<int> countOf(const QList<Query> &queries, const TermHits &hits,
                       const std::atomic_bool *cancelled = nullptr) const;

    /// Memory that the columns hold, for figures.
    size_t bytesUsed() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
