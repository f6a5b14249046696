// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/idset.h"
#include "store/leafbytes_p.h"

#include <optional>
#include <vector>

namespace Microfiche
{

/// Where words stand one behind the other, gathered word by word: of each word only the places
/// behind those of the word before are kept.
class PhrasePlaces final
{
public:
    /// Rows and places have one number together, so there is an end to either.
    static constexpr ArticleId MostIds = ArticleId(1) << 27;
    static constexpr quint64 MostColumns = 1 << 5;

    /// In rows up to `lastId`, which is less than MostIds; with `column`, only there.
    PhrasePlaces(ArticleId lastId, std::optional<int> column);

    ArticleId lastId() const { return m_lastId; }
    /// The next word's places follow: lists of rows, each in ascending order.
    void beginWord(bool isLast);
    void beginList() { m_cursor = 0; }
    /// Whether places in this row can matter.
    bool mayGoOnIn(ArticleId id) const
    {
        return m_isFirst || (m_rows[size_t(id / 64)] >> (id % 64) & 1) == 1;
    }
    void take(ArticleId id, QByteArrayView places);
    void endWord();
    /// Whether the phrase is nowhere.
    bool isNowhere() const { return !m_isFirst && m_ends.empty(); }

    /// The rows of the last word; ends the gathering.
    IdSet takeIds() { return IdSet::ofBits(std::move(m_found)); }

private:
    using Place = quint64; ///< row, column, and which word of the column

    void take(Place place);
    bool goesOnAt(Place place);

    ArticleId m_lastId;
    std::optional<int> m_column;
    bool m_isFirst = true;
    bool m_isLast = false;
    std::vector<Place> m_ends;   ///< of the words so far, ascending
    std::vector<quint64> m_rows; ///< a bit for each row of these
    size_t m_cursor = 0;         ///< in m_ends: before it is nothing for the rest of the list
    std::vector<Place> m_next;   ///< of the word that is being read
    std::vector<quint64> m_found;
};

} // namespace Microfiche
