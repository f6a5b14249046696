// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/phraseplaces_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int RowShift = 37;
constexpr int ColumnShift = 32;
constexpr quint64 MostPlaces = quint64(1) << 31; // the full-text index has no more

} // namespace

PhrasePlaces::PhrasePlaces(ArticleId lastId, std::optional<int> column)
    : m_lastId(lastId)
    , m_column(column)
    , m_found(size_t(lastId / 64 + 1), 0)
{
}

void PhrasePlaces::beginWord(bool isLast)
{
    m_isLast = isLast;
    m_cursor = 0;
}

/// Places are distances from the one before, and 2; a 1 is followed by the column of those behind.
void PhrasePlaces::take(ArticleId id, QByteArrayView places)
{
    constexpr quint64 columnMark = 1;
    constexpr quint64 added = 2;
    LeafBytes bytes(places);
    quint64 column = 0;
    quint64 at = 0;
    while (!bytes.isAtEnd()) {
        quint64 number = bytes.number();
        if (number == columnMark) {
            column = bytes.number();
            at = 0;
            number = bytes.number();
        }
        require(number >= added && column < MostColumns);
        at += number - added;
        require(at < MostPlaces);
        if (!m_column || column == quint64(*m_column)) {
            take(quint64(id) << RowShift | column << ColumnShift | at);
        }
    }
}

void PhrasePlaces::take(Place place)
{
    if (!m_isFirst && !goesOnAt(place)) {
        return;
    }
    if (m_isLast) {
        const quint64 row = place >> RowShift;
        m_found[size_t(row / 64)] |= quint64(1) << (row % 64);
    } else {
        m_next.push_back(place);
    }
}

/// Whether the word before stands before `place`. Steps that double: a list may hold all rows of
/// the one before, or a few.
bool PhrasePlaces::goesOnAt(Place place)
{
    if ((place & (MostPlaces - 1)) == 0) {
        return false; // the first word of its column
    }
    const Place wanted = place - 1;
    size_t step = 1;
    size_t end = m_cursor;
    while (end < m_ends.size() && m_ends[end] < wanted) {
        m_cursor = end + 1;
        end += step;
        step *= 2;
    }
    const auto begin = m_ends.cbegin();
    const auto found = std::lower_bound(begin + qptrdiff(m_cursor),
                                        begin + qptrdiff(std::min(end, m_ends.size())), wanted);
    m_cursor = size_t(found - begin);
    return m_cursor < m_ends.size() && m_ends[m_cursor] == wanted;
}

void PhrasePlaces::endWord()
{
    if (!std::is_sorted(m_next.cbegin(), m_next.cend())) { // a word may come in several lists
        std::sort(m_next.begin(), m_next.end());
    }
    m_ends.swap(m_next);
    m_next.clear();
    m_rows.assign(size_t(m_lastId / 64 + 1), 0);
    for (const Place end : m_ends) {
        const quint64 row = end >> RowShift;
        m_rows[size_t(row / 64)] |= quint64(1) << (row % 64);
    }
    m_isFirst = false;
}

} // namespace Microfiche
