// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/chunker_p.h"

#include "frontmatter/articlereader.h"
#include "import/answer_p.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

// Large enough for a block to pack well and for a transaction to be worth its fsync. They begin
// small, for the first cards to come at once.
constexpr qint64 FirstChunkBytes = 128 * 1024;
constexpr qint64 ChunkBytes = 2 * 1024 * 1024;
constexpr qsizetype ChunkFiles = 512;
constexpr qint64 LeastWeight = 1024; // opening a file is work as well

qint64 bytesOfChunk(quint64 number)
{
    return number < 4 ? FirstChunkBytes << number : ChunkBytes;
}

bool isUnchanged(const WalkedFile &file, const LedgerEntry &known)
{
    return !known.isRejected && known.size == file.size && known.modifiedNs == file.modifiedNs;
}

} // namespace

Chunker::Chunker(Store &store, Sink sink)
    : m_store(store)
    , m_sink(std::move(sink))
{
}

bool Chunker::add(const WalkedRange &range)
{
    const auto ledger =
        m_store.ledger(range.folder, range.files.constFirst().name, range.files.constLast().name)
            .result();
    if (!ledger.isEmpty()) {
        m_known.append({range.root, range.folder, range.files.constFirst().name,
                        range.files.constLast().name});
    }
    for (const WalkedFile &file : range.files) {
        const LedgerEntry known = ledger.value(file.name);
        m_hasNew = m_hasNew || !ledger.contains(file.name);
        if (!known.hash.isEmpty() && file.refusal.isEmpty() && isUnchanged(file, known)) {
            ++m_unchanged;
            continue;
        }
        m_chunk.files.append({{range.folder, file.name, file.size, file.modifiedNs},
                              range.root,
                              known.isRejected ? ContentHash() : known.hash,
                              file.refusal});
        const bool isRead = file.refusal.isEmpty() && file.size <= MaxFileBytes;
        m_chunk.weight += isRead ? std::max(file.size, LeastWeight) : LeastWeight;
        const bool isFull =
            m_chunk.weight >= bytesOfChunk(m_chunk.number) || m_chunk.files.size() >= ChunkFiles;
        if (isFull && !handOn()) {
            return false;
        }
    }
    return true;
}

bool Chunker::finish()
{
    return (m_chunk.files.isEmpty() || handOn()) && (!m_hasNew || askForPictures());
}

bool Chunker::askForPictures()
{
    for (const Stretch &known : std::as_const(m_known)) {
        const QStringList urls =
            answer(m_store.unkeptPictures(known.folder, known.first, known.last));
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
    Chunk next;
    next.number = m_chunk.number + 1;
    return m_sink(std::exchange(m_chunk, std::move(next)));
}

} // namespace Microfiche
