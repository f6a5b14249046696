// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/chunker_p.h"

#include "frontmatter/articlereader.h"
#include "store/waitfor.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

// Large enough for a block to pack well and for a transaction to be worth its fsync. They begin
// small, for the first cards to come at once.
constexpr qint64 FirstChunkBytes = 128LL * 1024;
constexpr qint64 ChunkBytes = 2LL * 1024 * 1024;
constexpr qsizetype ChunkFiles = 512;
constexpr qint64 LeastWeight = 1536; // opening a file is work, and its article takes memory
constexpr qint64 UnreadWeight = 512;

qint64 bytesOfChunk(quint64 number)
{
    return number < 4 ? FirstChunkBytes << number : ChunkBytes;
}

bool isUnchanged(const WalkedFile &file, const LedgerEntry &known)
{
    return file.refusal.isEmpty() && known.size == file.size && known.modifiedNs == file.modifiedNs;
}

bool covers(const QByteArray &root, const QByteArray &folder)
{
    return folder.startsWith(root) &&
           (folder.size() == root.size() || folder.at(root.size()) == '/');
}

/// A file that is imported alone lies where its folder was dropped before all the same.
QByteArray outermost(const WalkedRange &range, const LedgerEntry *known)
{
    const bool isFartherOut = known && known->root && known->root->size() < range.root.size() &&
                              covers(*known->root, range.folder);
    return isFartherOut ? *known->root : range.root;
}

} // namespace

Chunker::Chunker(Store &store, Rejected rejected, Sink sink, Settle settle)
    : m_store(store)
    , m_rejected(rejected)
    , m_sink(std::move(sink))
    , m_settle(std::move(settle))
{
}

bool Chunker::add(WalkedRange &&range)
{
    auto ledger =
        m_store.ledger(range.folder, range.files.constFirst().name, range.files.constLast().name);
    const auto before = std::exchange(m_asked, Asked{std::move(range), std::move(ledger)});
    return !before || takeIn(before->range, before->ledger.result());
}

bool Chunker::takeIn(const WalkedRange &range, const QHash<QByteArray, LedgerEntry> &ledger)
{
    if (range.isPacked) {
        notePacked(range);
    } else if (!ledger.isEmpty()) {
        m_known.append({range.root, range.folder, range.files.constFirst().name,
                        range.files.constLast().name});
        for (const LedgerEntry &known : ledger) {
            QByteArray &root = m_known.last().root;
            root = outermost({root, range.folder, {}}, &known);
        }
    }
    return std::all_of(range.files.cbegin(), range.files.cend(), [&](const WalkedFile &file) {
        const auto known = ledger.constFind(file.name);
        return add(file, known == ledger.cend() ? nullptr : &*known, range);
    });
}

bool Chunker::add(const WalkedFile &file, const LedgerEntry *known, const WalkedRange &range)
{
    const bool isArticle = known && !known->hash.isEmpty();
    const bool isSettled = known && isUnchanged(file, *known) && (isArticle || isJudged(*known));
    const QByteArray root = outermost(range, known);
    const bool isInNewRoot = isArticle && known->root != root;
    m_hasNew = m_hasNew || isInNewRoot;
    if (isSettled && !known->rejected && !isInNewRoot) {
        ++(isArticle ? m_unchanged : m_others);
        return true;
    }
    m_chunk.files.append({{range.folder, file.name, file.size, file.modifiedNs},
                          root,
                          isArticle ? known->hash : ContentHash(),
                          file.refusal,
                          {},
                          {}});
    if (isSettled) {
        m_chunk.files.last().known = known->rejected
                                         ? FileOutcome(StillRejected{known->file, *known->rejected})
                                         : FileOutcome(UnchangedFile{});
        m_chunk.weight += UnreadWeight;
    } else if (file.packed && file.packed->judged) {
        m_chunk.files.last().known = file.packed->judged;
        m_chunk.weight += UnreadWeight;
    } else {
        m_hasNew = m_hasNew || !isArticle;
        if (file.packed) {
            m_chunk.files.last().bytes = file.packed->bytes;
        }
        ++m_readInChunk;
        const bool isRead = file.refusal.isEmpty() && file.size <= MaxFileBytes;
        m_chunk.weight += isRead ? std::max(file.size, LeastWeight) : LeastWeight;
    }
    const bool isFull =
        m_chunk.weight >= bytesOfChunk(m_chunk.number) || m_readInChunk >= ChunkFiles;
    return !isFull || handOn();
}

/// Whether it was found to be no article by what it holds, and by the rules of today.
bool Chunker::isJudged(const LedgerEntry &known) const
{
    return known.rules == ArticleRules && (!known.rejected || m_rejected == Rejected::AsBefore);
}

bool Chunker::flush()
{
    const auto last = std::exchange(m_asked, std::nullopt);
    if (last && !takeIn(last->range, last->ledger.result())) {
        return false;
    }
    return m_chunk.files.isEmpty() || handOn();
}

bool Chunker::finish()
{
    return flush() && (!m_hasNew || askForPictures(m_known)) &&
           (m_packed.isEmpty() || (m_settle() && askForPictures(m_packed.values())));
}

/// Whatever comes of a folder in between, one stretch of it.
void Chunker::notePacked(const WalkedRange &range)
{
    const Stretch stretch{range.root, range.folder, range.files.constFirst().name,
                          range.files.constLast().name};
    const auto noted = m_packed.find(range.folder);
    if (noted == m_packed.end()) {
        m_packed.insert(range.folder, stretch);
    } else {
        noted->first = std::min(noted->first, stretch.first);
        noted->last = std::max(noted->last, stretch.last);
    }
}

bool Chunker::askForPictures(const QList<Stretch> &stretches)
{
    for (const Stretch &known : stretches) {
        const QStringList urls =
            waitFor(m_store.unkeptPictures(known.folder, known.first, known.last));
        if (urls.isEmpty()) {
            continue;
        }
        m_chunk.wanted.append({known.root, known.folder, urls});
        m_chunk.weight = LeastWeight * urls.size();
        if (!handOn()) {
            return false;
        }
    }
    return true;
}

bool Chunker::handOn()
{
    m_readInChunk = 0;
    Chunk next;
    next.number = m_chunk.number + 1;
    return m_sink(std::exchange(m_chunk, std::move(next)));
}

} // namespace Microfiche
