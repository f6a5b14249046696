// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/archiveindex.h"

#include "query/evaluation_p.h"
#include "query/roworder_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr Slot BlockSize = 16'384; ///< small enough for a block of all columns to stay in the cache

bool isSet(const std::atomic_bool *flag)
{
    return flag && flag->load(std::memory_order_relaxed);
}

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
    QList<ArticleId> idsOf(const Evaluation &evaluation, const std::vector<Slot> &sorted,
                           int passing) const;

    IndexColumns columns;
    RowOrder order;
    std::array<std::optional<Overview>, 3> overviews; ///< by Kinds
    int mentions = 0;
};

void ArchiveIndex::Private::forgetDerived()
{
    order.clear();
    overviews.fill(std::nullopt);
    mentions = int(std::count_if(columns.flags.begin(), columns.flags.end(), [](quint8 flags) {
        return (flags & IndexColumns::IsMention) != 0;
    }));
}

const Overview &ArchiveIndex::Private::overview(Kinds kinds)
{
    auto &overview = overviews[size_t(kinds)];
    if (!overview) {
        overview.emplace(columns, kinds);
    }
    return *overview;
}

/// The ids of the rows that pass. First picks slots without branching, as Evaluation::collect()
/// does, then looks up ids: these lie all over the memory, unlike the verdicts, which the cache
/// holds.
QList<ArticleId> ArchiveIndex::Private::idsOf(const Evaluation &evaluation,
                                              const std::vector<Slot> &sorted, int passing) const
{
    QList<ArticleId> ids(passing);
    ArticleId *next = ids.data();
    std::vector<Slot> picked(BlockSize);
    for (size_t begin = 0; begin < sorted.size(); begin += BlockSize) {
        const size_t end = std::min(begin + BlockSize, sorted.size());
        size_t size = 0;
        for (size_t place = begin; place < end; ++place) {
            picked[size] = sorted[place];
            size += evaluation.passes(sorted[place]);
        }
        for (size_t i = 0; i < size; ++i) {
            *next++ = columns.ids[picked[i]];
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
    d->forgetDerived();
}

void ArchiveIndex::setTitleOrder(const QList<ArticleId> &ids)
{
    d->columns.setTitleOrder(ids);
    d->order.clear();
}

int ArchiveIndex::articleCount() const
{
    return int(d->columns.count()) - d->mentions;
}

int ArchiveIndex::mentionCount() const
{
    return d->mentions;
}

bool ArchiveIndex::contains(ArticleId id) const
{
    return d->columns.find(id).has_value();
}

QueryAnswer ArchiveIndex::evaluate(const Query &query, const TermHits &hits,
                                   const std::atomic_bool *cancelled) const
{
    const IndexColumns &columns = d->columns;
    Evaluation evaluation(columns, query, hits);
    for (Slot begin = 0; begin < columns.count(); begin += BlockSize) {
        if (isSet(cancelled)) {
            return cancelledAnswer();
        }
        evaluation.run(begin, std::min(begin + BlockSize, columns.count()));
    }
    const std::vector<Slot> *order = d->order.sorted(columns, query.sort, cancelled);
    if (!order || isSet(cancelled)) {
        return cancelledAnswer();
    }
    QueryAnswer answer;
    evaluation.fill(answer);
    d->overview(query.kinds).fill(answer, columns, evaluation.counts());
    answer.ids = d->idsOf(evaluation, *order, answer.articles + answer.mentions);
    return answer;
}

QList<int> ArchiveIndex::countOf(const QList<Query> &queries, const TermHits &hits,
                                 const std::atomic_bool *cancelled) const
{
    QList<int> counts;
    for (const Query &query : queries) {
        const QueryAnswer answer = evaluate(query, hits, cancelled);
        if (answer.isCancelled) {
            return {};
        }
        counts.append(answer.articles + answer.mentions);
    }
    return counts;
}

size_t ArchiveIndex::bytesUsed() const
{
    return d->columns.bytesUsed() + d->order.bytesUsed();
}

} // namespace Microfiche
