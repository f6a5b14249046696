// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"
#include "query/index/facetnames_p.h"
#include "query/index/topicsets_p.h"
#include "query/index/valuecolumn_p.h"

#include <QHash>

#include <vector>

namespace Microfiche
{

/// The rows as one array a field, all in ascending order of ids. A row's place in them is its slot.
class IndexColumns
{
public:
    enum Flag : quint16 {
        IsMention = 1,
        IsUnpublished = 2,
        IsRemoved = 4,
        HasPicture = 8,
        HasRelated = 16,
        HasBody = 32,
        IsSeen = 64,
        IsStarred = 128,
        HasTag = 256,
        HasNote = 512
    };
    static constexpr quint32 NoTitleRank = 0xFFFFFFFF;

    void apply(const IndexBatch &batch);
    /// Makes room for as many rows at once.
    void reserve(size_t rows);
    void setTitleOrder(const QList<ArticleId> &order);

    Slot count() const { return Slot(ids.size()); }
    std::optional<Slot> find(ArticleId id) const { return findAmong(id, ids.size()); }
    /// Whether every row's id is the one before it and 1.
    bool hasGaplessIds() const;
    size_t bytesUsed() const;

    std::vector<ArticleId> ids;
    ValueColumn days;             ///< Julian day of the publishing time
    std::vector<quint32> seconds; ///< ... and its second within the day
    ValueColumn qualities;
    ValueColumn heats;
    std::vector<FacetNames::Index> providers;
    std::vector<TopicSets::Set> topics;
    std::vector<quint16> types;
    std::vector<TopicSets::Set> tags;
    std::vector<quint16> flags;
    std::vector<quint32> titleRanks;

    FacetNames providerNames;
    FacetNames topicNames;
    FacetNames typeNames; ///< by index: types have no ids
    TopicSets topicSets;
    FacetNames tagNames;
    TopicSets tagSets;

private:
    template <typename Function>
    void forEachColumn(Function function);
    std::optional<Slot> findAmong(ArticleId id, size_t rowCount) const;
    void remove(QList<ArticleId> gone);
    void put(const QList<IndexRow> &rows);
    void learnValues(const std::vector<const IndexRow *> &rows);
    std::vector<Slot> placesOf(const std::vector<const IndexRow *> &rows);
    void append(const std::vector<ArticleId> &newIds);
    void write(Slot slot, const IndexRow &row);
    void mark(Slot slot, const MarkedRow &row);
    void putMarks(const QList<MarkedRow> &rows);
    quint16 typeIndex(const QString &type);
    void arrange(const std::vector<Slot> &order);

    QHash<QString, quint16> m_typeIndexes;
    QHash<ArticleId, quint32> m_awaitedTitleRanks; ///< of rows that are not there yet
};

} // namespace Microfiche
