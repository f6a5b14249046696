// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/chunkparser_p.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <queue>

namespace Microfiche
{

/// Chunks on their way from the walk through the workers to the writer: handed to the workers in
/// any order, to the writer in that of the walk. What is on its way is bounded, so that memory does
/// not grow with the archive. Safe on any thread.
class Pipeline
{
public:
    /// At most `maxWeight` bytes of files are on their way, or one chunk.
    explicit Pipeline(qint64 maxWeight);

    /// Waits until there is room. False once the pipeline is stopped.
    bool put(Chunk &&chunk);
    /// Nothing more will be put.
    void close();

    /// The next chunk for a worker; none at the end, or once stopped.
    std::optional<Chunk> take();
    void parsed(ParsedChunk &&chunk);

    /// The next chunk in the order of the walk; none at the end, or once stopped, or if it is not
    /// there at `until`, or cannot come before what was given out is released.
    std::optional<ParsedChunk> next(std::chrono::steady_clock::time_point until);
    std::optional<ParsedChunk> next();
    /// The same without waiting.
    std::optional<ParsedChunk> nextIfThere();
    /// Nothing comes before something is released, or ever.
    bool isHeldUp();
    /// A chunk of that weight is off the way: it is in the archive.
    void release(qint64 weight);

    /// Waits until nothing is on its way any more. False once the pipeline is stopped.
    bool awaitEmpty();

    /// Wakes up everybody; nothing is handed out any more.
    void stop();

private:
    bool isNextThere() const;
    bool isNothingToCome() const;
    template <typename Room>
    void awaitRoom(std::unique_lock<std::mutex> &lock, Room &&isRoom);
    std::optional<ParsedChunk> giveNext();

    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_work;
    std::condition_variable m_done;
    std::queue<Chunk> m_waiting;
    std::map<quint64, ParsedChunk> m_parsed; ///< done ahead of their turn
    const qint64 m_maxWeight;
    qint64 m_weight = 0;
    quint64 m_nextPut = 0;
    quint64 m_nextOut = 0;
    bool m_isRoomAwaited = false;
    bool m_isClosed = false;
    bool m_isStopped = false;
};

} // namespace Microfiche
