// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postings_p.h"

#include "store/connection_p.h"
#include "store/postinglists_p.h"

#include <algorithm>
#include <vector>

namespace Microfiche
{

namespace
{

constexpr int KnownForm = 4;          // it is kept in the archive
constexpr qint64 StructureBlock = 10; // the place of the list of segments
constexpr int SegmentShift = 37;      // a leaf's place is its segment's number, then its own
constexpr quint64 MostSegments = 1 << 16;
constexpr quint64 MostLeaves = quint64(1) << 31;
constexpr int PagesBetweenLooks = 64;
constexpr ArticleId MostIds = PhrasePlaces::MostIds - 1; // beyond, a bit for each is too much

// The index of whole words, and that of their first two characters (schema.cpp).
constexpr char OfWords = '0';
constexpr char OfBeginnings = '1';
constexpr int CharactersOfBeginning = 2;

/// A part of the index that was written at one time.
struct Segment {
    quint64 number = 0;
    quint64 firstLeaf = 0;
    quint64 lastLeaf = 0;
};

std::vector<Segment> newestFirst(const QByteArray &structure)
{
    constexpr qsizetype cookie = 4;
    require(structure.size() > cookie && structure.at(cookie) != char(0xff));
    LeafBytes bytes(structure, cookie, structure.size());
    const quint64 levels = bytes.number();
    bytes.number(); // segments altogether
    bytes.number(); // writes
    std::vector<Segment> segments;
    for (quint64 level = 0; level < levels; ++level) { // from the newest one on
        bytes.number();                                // segments being merged
        std::vector<Segment> ofLevel;
        for (quint64 left = bytes.number(); left > 0; --left) { // from the oldest one on
            Segment segment;
            segment.number = bytes.number();
            segment.firstLeaf = bytes.number();
            segment.lastLeaf = bytes.number();
            require(segment.number < MostSegments && segment.lastLeaf < MostLeaves);
            ofLevel.push_back(segment);
        }
        segments.insert(segments.end(), ofLevel.rbegin(), ofLevel.rend());
    }
    return segments;
}

TermRange wholeWord(const QByteArray &word)
{
    return {OfWords + word, true};
}

std::vector<TermRange> rangesOf(const QByteArray &beginning, WordEnd end)
{
    if (end == WordEnd::Whole) {
        return {wholeWord(beginning)};
    }
    const auto characters = std::count_if(beginning.cbegin(), beginning.cend(), [](char byte) {
        return (uchar(byte) & 0xc0) != 0x80; // the first byte of one in UTF-8
    });
    if (characters < CharactersOfBeginning) {
        return {wholeWord(beginning), {OfBeginnings + beginning, false}};
    }
    if (characters == CharactersOfBeginning) {
        return {{OfBeginnings + beginning, true}};
    }
    return {{OfWords + beginning, false}};
}

/// The leaf on which `range` begins if it is in the segment at all.
quint64 firstLeafOf(Connection &connection, const Segment &segment, const TermRange &range)
{
    auto rows = connection.run("SELECT pgno >> 1 FROM article_fts_idx"
                               " WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1",
                               segment.number, range.from);
    const auto leaf = quint64(rows.next() ? rows.integer(0) : 0);
    require(leaf < MostLeaves);
    return std::max(leaf, segment.firstLeaf);
}

/// False if cancelled.
bool readRange(Connection &connection, const Segment &segment, const TermRange &range,
               PostingLists &lists, const std::function<bool()> &isCancelled)
{
    const quint64 first = firstLeafOf(connection, segment, range);
    const auto place = [&](quint64 leaf) { return (segment.number << SegmentShift) + leaf; };
    auto rows = connection.run("SELECT block FROM article_fts_data WHERE id BETWEEN ? AND ?"
                               " ORDER BY id",
                               place(first), place(segment.lastLeaf));
    lists.beginSegment(range);
    int pages = 0;
    while (rows.next() && lists.takePage(rows.bytes(0))) {
        if (++pages % PagesBetweenLooks == 0 && isCancelled()) {
            return false;
        }
    }
    lists.endSegment();
    return true;
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

/// What `segments` say of these terms. False if cancelled.
bool readTerms(Connection &connection, const std::vector<Segment> &segments,
               const std::vector<TermRange> &ranges, PostingLists &lists,
               const std::function<bool()> &isCancelled)
{
    for (const TermRange &range : ranges) {
        for (const Segment &segment : segments) {
            if (isCancelled() || !readRange(connection, segment, range, lists, isCancelled)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

std::optional<IdSet> readPostings(Connection &connection, const QByteArray &word, WordEnd end,
                                  std::optional<int> column,
                                  const std::function<bool()> &isCancelled)
{
    try {
        PostingLists lists(readLastId(connection), column);
        const std::vector<Segment> segments = newestFirst(readStructure(connection));
        return readTerms(connection, segments, rangesOf(word, end), lists, isCancelled)
                   ? lists.takeIds()
                   : IdSet();
    } catch (const UnknownForm &) {
        return std::nullopt;
    }
}

std::optional<IdSet> readPhrase(Connection &connection, const QList<QByteArray> &words, WordEnd end,
                                std::optional<int> column, const std::function<bool()> &isCancelled)
{
    try {
        PhrasePlaces places(readLastId(connection), column);
        const std::vector<Segment> segments = newestFirst(readStructure(connection));
        for (qsizetype i = 0; i < words.size() && !places.isNowhere(); ++i) {
            const bool isLast = i + 1 == words.size();
            PostingLists lists(places);
            places.beginWord(isLast);
            const auto ranges = rangesOf(words.at(i), isLast ? end : WordEnd::Whole);
            if (!readTerms(connection, segments, ranges, lists, isCancelled)) {
                return IdSet();
            }
            if (!isLast) {
                places.endWord();
            }
        }
        return places.takeIds();
    } catch (const UnknownForm &) {
        return std::nullopt;
    }
}

} // namespace Microfiche
