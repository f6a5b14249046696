// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postinglists_p.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace Microfiche
{

PostingLists::PostingLists(ArticleId lastId, std::optional<int> column)
    : m_lastId(lastId)
    , m_column(column)
    , m_bits(size_t(lastId / 64 + 1), 0)
{
}

PostingLists::PostingLists(PhrasePlaces &phrase)
    : m_lastId(phrase.lastId())
    , m_phrase(&phrase)
{
}

void PostingLists::beginSegment(const TermRange &range)
{
    m_range = range;
    m_term.clear();
}

/// A page goes on with the rows of the last term of the page before, then comes with further
/// terms, each with its rows; behind them it says where each begins.
bool PostingLists::takePage(const QByteArray &page)
{
    constexpr qsizetype head = 4;
    require(page.size() >= head);
    const qsizetype rowsAt = qFromBigEndian<quint16>(page.constData());
    const qsizetype end = qFromBigEndian<quint16>(page.constData() + 2);
    LeafBytes places(page, end, page.size());
    auto termAt = places.isAtEnd() ? end : qsizetype(places.number());
    require(head <= termAt && termAt <= end);
    if (m_isWithin) {
        completePlaces(LeafBytes(page, head, rowsAt > 0 ? rowsAt : termAt));
        takeRows(LeafBytes(page, rowsAt > 0 ? rowsAt : termAt, termAt));
    }
    for (bool isFirst = true; termAt < end; isFirst = false) {
        const qsizetype nextAt = places.isAtEnd() ? end : termAt + qsizetype(places.number());
        require(termAt < nextAt);
        LeafBytes bytes(page, termAt, nextAt);
        const quint64 kept = isFirst ? 0 : bytes.number();
        require(kept <= quint64(m_term.size()));
        endTerm();
        m_term.truncate(qsizetype(kept));
        const quint64 added = bytes.number();
        m_term.append(bytes.take(added));
        require(quint64(m_term.size()) == kept + added);
        if (m_range.holds(m_term)) {
            beginTerm();
            takeRows(bytes);
        } else if (m_range.from < m_term) {
            return false;
        }
        termAt = nextAt;
    }
    return true;
}

void PostingLists::beginTerm()
{
    m_isWithin = true;
    m_goneOfTerm = m_gone.value(m_term);
    m_nextGone = m_goneOfTerm.cbegin();
    if (m_phrase) {
        m_phrase->beginList();
    }
}

void PostingLists::endTerm()
{
    require(!m_cut);
    m_isWithin = false;
    if (m_newlyGone.empty()) {
        return;
    }
    Gone &gone = m_gone[m_term];
    const auto known = qptrdiff(gone.size());
    gone.insert(gone.end(), m_newlyGone.cbegin(), m_newlyGone.cend());
    std::inplace_merge(gone.begin(), gone.begin() + known, gone.end());
    m_newlyGone.clear();
}

/// Each row is given by its distance from the one before, and the first one of a page as it is;
/// then how long the list of places is that follows, which may go on on the next page, and in the
/// last bit whether what older segments say of the row has become wrong. Without any place, it does
/// not have the term any more.
void PostingLists::takeRows(LeafBytes rows)
{
    auto nextGone = m_nextGone;
    quint64 row = 0;
    while (!rows.isAtEnd()) {
        row += rows.number();
        const quint64 sizeAndBit = rows.number();
        const quint64 size = sizeAndBit / 2;
        const QByteArrayView places = rows.take(size);
        const auto id = ArticleId(row);
        while (nextGone != m_goneOfTerm.cend() && *nextGone < id) {
            ++nextGone;
        }
        const bool isGone = nextGone != m_goneOfTerm.cend() && *nextGone == id;
        if (size > 0 && !isGone && isWanted(id)) {
            needsPlaces() ? takePlaces(id, places, size) : add(id);
        }
        // Other places matter only where it matters which.
        if (size == 0 || (needsPlaces() && sizeAndBit % 2 == 1)) {
            m_newlyGone.push_back(id);
        }
    }
    m_nextGone = nextGone;
}

bool PostingLists::isWanted(ArticleId id) const
{
    return id > 0 && id <= m_lastId && (!m_phrase || m_phrase->mayGoOnIn(id));
}

void PostingLists::takePlaces(ArticleId id, QByteArrayView places, quint64 size)
{
    if (quint64(places.size()) < size) {
        constexpr quint64 most = 1 << 30; // SQLite has no longer values
        require(!m_cut && size <= most);
        m_cut = Cut{id, places.toByteArray(), qsizetype(size)};
    } else if (m_phrase) {
        m_phrase->take(id, places);
    } else if (isInColumn(places)) {
        add(id);
    }
}

void PostingLists::completePlaces(LeafBytes rest)
{
    if (!m_cut) {
        return;
    }
    m_cut->places.append(rest.take(quint64(m_cut->size - m_cut->places.size())));
    if (m_cut->places.size() == m_cut->size) {
        const Cut whole = *std::exchange(m_cut, std::nullopt);
        takePlaces(whole.id, whole.places, quint64(whole.size));
    }
}

/// Places are numbers from 2 on; a 1 is followed by the column of those behind it.
bool PostingLists::isInColumn(QByteArrayView places) const
{
    LeafBytes bytes(places);
    quint64 column = 0;
    while (!bytes.isAtEnd()) {
        if (bytes.number() == 1) {
            column = bytes.number();
        } else if (column == quint64(*m_column)) {
            return true;
        }
    }
    return false;
}

} // namespace Microfiche
