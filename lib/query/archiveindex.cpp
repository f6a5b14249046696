// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/archiveindex.h"

#include "query/index/cancelflag_p.h"
#include "query/index/evaluation_p.h"
#include "query/index/roworder_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

QueryAnswer cancelledAnswer()
{
    QueryAnswer answer;
    answer.isCancelled = true;
    return answer;
}

} // namespace

class ArchiveIndex::Private
{
public:
    void forgetDerived();
    const Overview &overview(Kinds kinds);
    bool evaluate(const Query &query, const TermHits &hits, QueryAnswer &answer,
                  const std::atomic_bool *cancelled);
    bool clearUp(const Evaluation &evaluation, const Query &query, const TermHits &hits,
                 RowCounts &counts, QueryAnswer &answer, const std::atomic_bool *cancelled);
    QList<ArticleId> idsOf(const SlotBits &rows, const std::vector<Slot> &sorted, int size) const;

    IndexColumns columns;
    RowOrder order;
    TermRows termRows;
    std::array<std::optional<Overview>, 3> overviews; ///< by Kinds
};

void ArchiveIndex::Private::forgetDerived()
{
    order.clear();
    termRows.clear();
    overviews.fill(std::nullopt);
}

const Overview &ArchiveIndex::Private::overview(Kinds kinds)
{
    auto &overview = overviews[size_t(kinds)];
    if (!overview) {
        overview.emplace(columns, kinds);
    }
    return *overview;
}

/// False if cancelled.
bool ArchiveIndex::Private::evaluate(const Query &query, const TermHits &hits, QueryAnswer &answer,
                                     const std::atomic_bool *cancelled)
{
    Evaluation evaluation(columns, query, hits, termRows);
    if (!evaluation.countEverything(cancelled)) {
        return false;
    }
    evaluation.fill(answer);
    RowCounts counts = evaluation.fieldCounts();
    if (!clearUp(evaluation, query, hits, counts, answer, cancelled)) {
        return false;
    }
    const std::vector<Slot> *sorted = order.sorted(columns, query.sort, cancelled);
    if (!sorted || isSet(cancelled)) {
        return false;
    }
    overview(query.kinds).fill(answer, columns, counts);
    answer.ids = idsOf(evaluation.passingRows(), *sorted, evaluation.passing());
    answer.runs = order.runs(columns, query.sort, evaluation.passingCounts());
    return true;
}

/// Counts anew what one evaluation of so many conditions does not tell. False if cancelled.
bool ArchiveIndex::Private::clearUp(const Evaluation &evaluation, const Query &query,
                                    const TermHits &hits, RowCounts &counts, QueryAnswer &answer,
                                    const std::atomic_bool *cancelled)
{
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = Field(i);
        if (evaluation.isUnclear(field)) {
            Evaluation other(columns, withoutField(query, field), hits, termRows);
            if (!other.countEverything(cancelled)) {
                return false;
            }
            counts.take(field, other.passingCounts());
        }
    }
    if (evaluation.areWordsUnclear()) {
        Query wordless = query;
        wordless.words.clear();
        Evaluation other(columns, wordless, hits, termRows);
        if (!other.countPassing(cancelled)) {
            return false;
        }
        answer.withoutWords = other.passing();
    }
    return true;
}

/// The ids of these rows, in this order. First picks slots without branching, since whether a row
/// passes is often a coin's toss; then looks up ids: these lie all over the memory, unlike the
/// bits, which the cache holds. Ids without a gap need no look-up.
QList<ArticleId> ArchiveIndex::Private::idsOf(const SlotBits &rows, const std::vector<Slot> &sorted,
                                              int size) const
{
    QList<ArticleId> ids(size);
    ArticleId *next = ids.data();
    const bool isGapless = columns.hasGaplessIds();
    std::array<Slot, BlockSize> picked;
    for (size_t begin = 0; begin < sorted.size(); begin += BlockSize) {
        const size_t end = std::min(begin + BlockSize, sorted.size());
        size_t count = 0;
        for (size_t place = begin; place < end; ++place) {
            const Slot slot = sorted[place];
            picked[count] = slot;
            count += (rows[slot / 64] >> (slot % 64)) & 1;
        }
        for (size_t i = 0; i < count; ++i) {
            *next++ = isGapless ? columns.ids.front() + picked[i] : columns.ids[picked[i]];
        }
    }
    return ids;
}

ArchiveIndex::ArchiveIndex()
    : d(std::make_unique<Private>())
{
}
ArchiveIndex::~ArchiveIndex() = default;
ArchiveIndex::ArchiveIndex(ArchiveIndex &&) noexcept = default;
ArchiveIndex &ArchiveIndex::operator=(ArchiveIndex &&) noexcept = default;

void ArchiveIndex::apply(const IndexBatch &batch)
{
    d->columns.apply(batch);
    if (batch.saysMarksOnly()) {
        d->overviews.fill(std::nullopt);
    } else {
        d->forgetDerived();
    }
}

void ArchiveIndex::reserve(qsizetype rows)
{
    d->columns.reserve(size_t(std::max(rows, qsizetype(0))));
}

void ArchiveIndex::setTitleOrder(const QList<ArticleId> &ids)
{
    d->columns.setTitleOrder(ids);
    d->order.clear();
}

int ArchiveIndex::articleCount() const
{
    return int(d->columns.count()) - mentionCount();
}

int ArchiveIndex::mentionCount() const
{
    const auto &flags = d->columns.flags;
    return int(std::count_if(flags.begin(), flags.end(),
                             [](quint8 ofRow) { return (ofRow & IndexColumns::IsMention) != 0; }));
}

bool ArchiveIndex::contains(ArticleId id) const
{
    return d->columns.find(id).has_value();
}

bool ArchiveIndex::isSeen(ArticleId id) const
{
    const auto slot = d->columns.find(id);
    return slot && (d->columns.flags[*slot] & IndexColumns::IsSeen) != 0;
}

QueryAnswer ArchiveIndex::evaluate(const Query &query, const TermHits &hits,
                                   const std::atomic_bool *cancelled) const
{
    QueryAnswer answer;
    const bool isAnswered = d->evaluate(query, hits, answer, cancelled);
    d->termRows.forgetUnused();
    return isAnswered ? answer : cancelledAnswer();
}

QList<int> ArchiveIndex::countOf(const QList<Query> &queries, const TermHits &hits,
                                 const std::atomic_bool *cancelled) const
{
    QList<int> counts;
    for (const Query &query : queries) {
        Evaluation evaluation(d->columns, query, hits, d->termRows);
        if (!evaluation.countPassing(cancelled)) {
            return {};
        }
        counts.append(evaluation.passing());
    }
    return counts;
}

size_t ArchiveIndex::bytesUsed() const
{
    return d->columns.bytesUsed() + d->order.bytesUsed() + d->termRows.bytesUsed();
}

} // namespace Microfiche
