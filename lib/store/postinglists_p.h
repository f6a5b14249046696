// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/idset.h"
#include "store/phraseplaces_p.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace Microfiche
{

/// Terms that lie side by side in the full-text index.
struct TermRange {
    QByteArray from;
    bool isWhole = false; ///< only `from` itself; else all that begin with it

    bool holds(const QByteArray &term) const
    {
        return isWhole ? term == from : term.startsWith(from);
    }
};

/// The rows that have a term of some ranges, gathered page by page. What is not as it should be
/// throws UnknownForm.
class PostingLists final
{
public:
    /// Of rows up to `lastId`; with `column`, only those that have the term in this one.
    PostingLists(ArticleId lastId, std::optional<int> column);
    /// Tells `phrase` the places instead.
    explicit PostingLists(PhrasePlaces &phrase);

    /// Pages of a segment follow, in their order, from one on that is not behind the range's first
    /// term. Of the segments with this range, newer ones come first.
    void beginSegment(const TermRange &range);
    /// False if the range ends there.
    bool takePage(const QByteArray &page);
    void endSegment() { endTerm(); }

    /// Ends the gathering.
    IdSet takeIds() { return IdSet::ofBits(std::move(m_bits)); }

private:
    void beginTerm();
    void endTerm();
    void takeRows(LeafBytes rows);
    void takePlaces(ArticleId id, QByteArrayView places, quint64 size);
    void completePlaces(LeafBytes rest);
    bool isInColumn(QByteArrayView places) const;
    bool isWanted(ArticleId id) const;
    bool needsPlaces() const { return m_column || m_phrase; }
    void add(ArticleId id) { m_bits[size_t(id / 64)] |= quint64(1) << (id % 64); }

    ArticleId m_lastId;
    std::optional<int> m_column;
    std::vector<quint64> m_bits; ///< one for each id
    PhrasePlaces *m_phrase = nullptr;
    TermRange m_range;
    QByteArray m_term;
    bool m_isWithin = false; ///< m_term in m_range

    /// Rows of which older segments must not be believed, ascending.
    using Gone = std::vector<ArticleId>;
    QHash<QByteArray, Gone> m_gone;
    Gone m_goneOfTerm;
    Gone::const_iterator m_nextGone;
    Gone m_newlyGone; ///< of m_term in this segment

    /// A list of places that goes on on the next page.
    struct Cut {
        ArticleId id = 0;
        QByteArray places;
        qsizetype size = 0;
    };
    std::optional<Cut> m_cut;
};

} // namespace Microfiche
