// SPDX-License-Identifier: GPL-3.0-or-later
//
// The form of the index is told in SQLite's fts5_index.c; its number is kept in the archive.
#include "store/postings_p.h"

#include "store/connection_p.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <vector>

namespace Microfiche
{

namespace
{

constexpr int KnownForm = 4;
constexpr qint64 StructureBlock = 10; // the place of the list of segments
constexpr int SegmentShift = 37;      // a leaf's place is its segment's number, then its own
constexpr int PagesBetweenLooks = 64;
constexpr ArticleId MostIds = 1 << 27; // beyond, a bit for each is not worth it

// The index of whole words, and that of their first two characters (schema.cpp).
constexpr char OfWords = '0';
constexpr char OfBeginnings = '1';
constexpr int CharactersOfBeginning = 2;

/// What is not as it should be.
struct UnknownForm {
};

void require(bool isSo)
{
    if (!isSo) {
        throw UnknownForm();
    }
}

class Bytes
{
public:
    Bytes(const QByteArray &bytes, qsizetype begin, qsizetype end)
    {
        require(0 <= begin && begin <= end && end <= bytes.size());
        m_at = reinterpret_cast<const uchar *>(bytes.constData()) + begin;
        m_end = m_at + (end - begin);
    }

    bool isAtEnd() const { return m_at == m_end; }

    /// Seven bits a byte, the highest first; a ninth byte has eight.
    quint64 number()
    {
        require(m_at != m_end);
        if (*m_at < 0x80) {
            return *m_at++;
        }
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            require(m_at != m_end);
            const uchar byte = *m_at++;
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80) {
                return value;
            }
        }
        require(m_at != m_end);
        return value << 8 | *m_at++;
    }

    /// Passes over as many, or over all that there are.
    void skip(quint64 count) { m_at += std::min(count, quint64(m_end - m_at)); }

    QByteArrayView take(quint64 count)
    {
        require(count <= quint64(m_end - m_at));
        const QByteArrayView taken(m_at, qsizetype(count));
        m_at += count;
        return taken;
    }

private:
    const uchar *m_at = nullptr;
    const uchar *m_end = nullptr;
};

/// A part of the index that was written at one time.
struct Segment {
    qint64 number = 0;
    qint64 firstLeaf = 0;
    qint64 lastLeaf = 0;
};

std::vector<Segment> newestFirst(const QByteArray &structure)
{
    constexpr qsizetype cookie = 4;
    require(structure.size() > cookie && structure.at(cookie) != char(0xff));
    Bytes bytes(structure, cookie, structure.size());
    const quint64 levels = bytes.number();
    bytes.number(); // segments altogether
    bytes.number(); // writes
    std::vector<Segment> segments;
    for (quint64 level = 0; level < levels; ++level) { // from the newest one on
        bytes.number();                                // segments being merged
        std::vector<Segment> ofLevel;
        for (quint64 left = bytes.number(); left > 0; --left) { // from the oldest one on
            Segment segment;
            segment.number = qint64(bytes.number());
            segment.firstLeaf = qint64(bytes.number());
            segment.lastLeaf = qint64(bytes.number());
            ofLevel.push_back(segment);
        }
        segments.insert(segments.end(), ofLevel.rbegin(), ofLevel.rend());
    }
    return segments;
}

/// Terms that lie side by side in the index.
struct Range {
    QByteArray from;
    bool isWhole = false; ///< only `from` itself; else all that begin with it

    bool holds(const QByteArray &term) const
    {
        return isWhole ? term == from : term.startsWith(from);
    }
};

std::vector<Range> rangesOf(const QByteArray &beginning)
{
    const auto characters = std::count_if(beginning.cbegin(), beginning.cend(), [](char byte) {
        return (uchar(byte) & 0xc0) != 0x80; // the first byte of one in UTF-8
    });
    if (characters < CharactersOfBeginning) {
        return {{OfWords + beginning, true}, {OfBeginnings + beginning, false}};
    }
    if (characters == CharactersOfBeginning) {
        return {{OfBeginnings + beginning, true}};
    }
    return {{OfWords + beginning, false}};
}

/// A set of rows, gathered from the segments, of which newer ones come first.
class Postings
{
public:
    explicit Postings(ArticleId lastId)
        : m_lastId(lastId)
        , m_bits(size_t(lastId / 64 + 1), 0)
    {
    }

    /// Takes the pages of a segment from the one that may have the range's first term.
    bool takePages(Rows &rows, const Range &range, const std::function<bool()> &isCancelled);
    QList<ArticleId> ids() const;

private:
    bool takePage(const QByteArray &page, const Range &range);
    void beginTerm();
    void endTerm();
    void takeRows(Bytes rows);

    ArticleId m_lastId;
    std::vector<quint64> m_bits;
    QByteArray m_term;
    bool m_isWithin = false; ///< m_term in the range
    /// Rows of which a segment says that they do not have the term any more, ascending: older ones
    /// that have them are wrong.
    using Gone = std::vector<ArticleId>;
    QHash<QByteArray, Gone> m_gone;
    Gone m_goneOfTerm;
    Gone::const_iterator m_nextGone;
    Gone m_newlyGone; ///< of m_term in this segment
};

bool Postings::takePages(Rows &rows, const Range &range, const std::function<bool()> &isCancelled)
{
    bool isToGoOn = true;
    bool isDone = true;
    m_term.clear();
    for (int pages = 1; isToGoOn && rows.next(); ++pages) {
        isToGoOn = takePage(rows.bytes(0), range);
        if (pages % PagesBetweenLooks == 0 && isCancelled()) {
            isToGoOn = isDone = false;
        }
    }
    endTerm();
    return isDone;
}

/// A page goes on with the rows of the last term of the page before, then comes with further
/// terms, each with its rows; behind them it says where each begins. False if it ends the range.
bool Postings::takePage(const QByteArray &page, const Range &range)
{
    constexpr qsizetype head = 4;
    require(page.size() >= head);
    const auto rowsAt = qFromBigEndian<quint16>(page.constData());
    const qsizetype end = qFromBigEndian<quint16>(page.constData() + 2);
    Bytes places(page, end, page.size());
    auto termAt = places.isAtEnd() ? end : qsizetype(places.number());
    require(head <= termAt && termAt <= end);
    if (rowsAt > 0 && m_isWithin) {
        takeRows(Bytes(page, rowsAt, termAt));
    }
    for (bool isFirst = true; termAt < end; isFirst = false) {
        const qsizetype nextAt = places.isAtEnd() ? end : termAt + qsizetype(places.number());
        require(termAt < nextAt);
        Bytes bytes(page, termAt, nextAt);
        const quint64 kept = isFirst ? 0 : bytes.number();
        require(kept <= quint64(m_term.size()));
        endTerm();
        m_term.truncate(qsizetype(kept));
        m_term.append(bytes.take(bytes.number()));
        if (range.holds(m_term)) {
            beginTerm();
            takeRows(bytes);
        } else if (range.from < m_term) {
            return false;
        }
        termAt = nextAt;
    }
    return true;
}

void Postings::beginTerm()
{
    m_isWithin = true;
    m_goneOfTerm = m_gone.value(m_term);
    m_nextGone = m_goneOfTerm.cbegin();
}

void Postings::endTerm()
{
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
/// then how long the list of places is that follows, which may go on on the next page. Without any
/// place, the row does not have the term any more.
void Postings::takeRows(Bytes rows)
{
    quint64 *bits = m_bits.data();
    const ArticleId lastId = m_lastId;
    auto nextGone = m_nextGone;
    quint64 row = 0;
    while (!rows.isAtEnd()) {
        row += rows.number();
        const quint64 size = rows.number() / 2; // the last bit is of no interest
        rows.skip(size);
        const auto id = ArticleId(row);
        while (nextGone != m_goneOfTerm.cend() && *nextGone < id) {
            ++nextGone;
        }
        if (size == 0) {
            m_newlyGone.push_back(id);
        } else if (id > 0 && id <= lastId && (nextGone == m_goneOfTerm.cend() || *nextGone != id)) {
            bits[id / 64] |= quint64(1) << (id % 64);
        }
    }
    m_nextGone = nextGone;
}

QList<ArticleId> Postings::ids() const
{
    qsizetype count = 0;
    for (const quint64 word : m_bits) {
        count += std::popcount(word);
    }
    QList<ArticleId> ids(count);
    ArticleId *next = ids.data();
    for (size_t i = 0; i < m_bits.size(); ++i) {
        for (quint64 word = m_bits[i]; word != 0; word &= word - 1) {
            *next++ = ArticleId(i) * 64 + std::countr_zero(word);
        }
    }
    return ids;
}

/// The leaf on which `range` begins if it is in the segment at all.
qint64 firstLeafOf(Connection &connection, const Segment &segment, const Range &range)
{
    auto rows = connection.run("SELECT pgno >> 1 FROM article_fts_idx"
                               " WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1",
                               segment.number, range.from);
    return std::max(rows.next() ? rows.integer(0) : 0, segment.firstLeaf);
}

bool readRange(Connection &connection, const Segment &segment, const Range &range,
               Postings &postings, const std::function<bool()> &isCancelled)
{
    const qint64 first = firstLeafOf(connection, segment, range);
    const auto place = [&](qint64 leaf) { return (segment.number << SegmentShift) + leaf; };
    auto rows = connection.run("SELECT block FROM article_fts_data WHERE id BETWEEN ? AND ?"
                               " ORDER BY id",
                               place(first), place(segment.lastLeaf));
    return postings.takePages(rows, range, isCancelled);
}

QByteArray readStructure(Connection &connection)
{
    auto rows = connection.run("SELECT d.block FROM article_fts_config AS c, article_fts_data AS d"
                               " WHERE c.k = 'version' AND c.v = ? AND d.id = ?",
                               KnownForm, StructureBlock);
    require(rows.next());
    return rows.bytes(0);
}

ArticleId readLastId(Connection &connection)
{
    auto rows = connection.run("SELECT coalesce(max(id), 0) FROM article");
    rows.next();
    require(rows.integer(0) <= MostIds);
    return rows.integer(0);
}

} // namespace

std::optional<QList<ArticleId>> readPostings(Connection &connection, const QByteArray &beginning,
                                             const std::function<bool()> &isCancelled)
{
    try {
        Postings postings(readLastId(connection));
        const std::vector<Segment> segments = newestFirst(readStructure(connection));
        for (const Range &range : rangesOf(beginning)) {
            for (const Segment &segment : segments) {
                if (!readRange(connection, segment, range, postings, isCancelled)) {
                    return QList<ArticleId>();
                }
            }
        }
        return postings.ids();
    } catch (const UnknownForm &) {
        return std::nullopt;
    }
}

} // namespace Microfiche
