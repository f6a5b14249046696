// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/pipeline_p.h"

#include <utility>

namespace Microfiche
{

Pipeline::Pipeline(qint64 maxWeight)
    : m_maxWeight(maxWeight)
{
}

bool Pipeline::put(Chunk &&chunk)
{
    std::unique_lock lock(m_mutex);
    awaitRoom(lock, [&] { return m_weight == 0 || m_weight + chunk.weight <= m_maxWeight; });
    if (m_isStopped) {
        return false;
    }
    m_weight += chunk.weight;
    m_nextPut = chunk.number + 1;
    m_waiting.push(std::move(chunk));
    m_work.notify_one();
    return true;
}

void Pipeline::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_work.notify_all();
    m_done.notify_all();
}

std::optional<Chunk> Pipeline::take()
{
    std::unique_lock lock(m_mutex);
    m_work.wait(lock, [this] { return m_isStopped || m_isClosed || !m_waiting.empty(); });
    if (m_isStopped || m_waiting.empty()) {
        return std::nullopt;
    }
    Chunk chunk = std::move(m_waiting.front());
    m_waiting.pop();
    return chunk;
}

void Pipeline::parsed(ParsedChunk &&chunk)
{
    const std::lock_guard lock(m_mutex);
    const quint64 number = chunk.number;
    m_parsed.emplace(number, std::move(chunk));
    m_done.notify_one();
}

template <typename Room>
void Pipeline::awaitRoom(std::unique_lock<std::mutex> &lock, Room &&isRoom)
{
    if (m_isStopped || isRoom()) {
        return;
    }
    m_isRoomAwaited = true;
    m_done.notify_all();
    m_room.wait(lock, [&] { return m_isStopped || isRoom(); });
    m_isRoomAwaited = false;
}

std::optional<ParsedChunk> Pipeline::next()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_isStopped || isNextThere() || isNothingToCome(); });
    return giveNext();
}

std::optional<ParsedChunk> Pipeline::next(std::chrono::steady_clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    m_done.wait_until(lock, until,
                      [this] { return m_isStopped || isNextThere() || isNothingToCome(); });
    return giveNext();
}

/// Unless it is put first.
bool Pipeline::isNothingToCome() const
{
    return m_nextOut == m_nextPut && (m_isClosed || (m_isRoomAwaited && m_weight > 0));
}

bool Pipeline::isHeldUp()
{
    const std::lock_guard lock(m_mutex);
    return isNothingToCome();
}

std::optional<ParsedChunk> Pipeline::nextIfThere()
{
    const std::lock_guard lock(m_mutex);
    return giveNext();
}

bool Pipeline::isNextThere() const
{
    return !m_parsed.empty() && m_parsed.begin()->first == m_nextOut;
}

std::optional<ParsedChunk> Pipeline::giveNext()
{
    if (m_isStopped || !isNextThere()) {
        return std::nullopt;
    }
    ParsedChunk chunk = std::move(m_parsed.begin()->second);
    m_parsed.erase(m_parsed.begin());
    ++m_nextOut;
    return chunk;
}

void Pipeline::release(qint64 weight)
{
    const std::lock_guard lock(m_mutex);
    m_weight -= weight;
    m_room.notify_all();
}

bool Pipeline::awaitEmpty()
{
    std::unique_lock lock(m_mutex);
    awaitRoom(lock, [this] { return m_weight == 0; });
    return !m_isStopped;
}

void Pipeline::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_room.notify_all();
    m_work.notify_all();
    m_done.notify_all();
}

} // namespace Microfiche
