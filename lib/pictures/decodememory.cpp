// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/decodememory.h"

#include <algorithm>

namespace Microfiche
{

DecodeMemory::Share::Share(DecodeMemory &memory, qint64 bytes)
    : m_memory(memory)
    , m_bytes(std::clamp<qint64>(bytes, 0, memory.m_limit))
{
    std::unique_lock lock(m_memory.m_mutex);
    ++m_memory.m_waiting;
    m_memory.m_freed.wait(lock, [this] { return m_memory.m_taken + m_bytes <= m_memory.m_limit; });
    --m_memory.m_waiting;
    m_memory.m_taken += m_bytes;
    m_memory.m_peak = std::max(m_memory.m_peak, m_memory.m_taken);
}

DecodeMemory::Share::~Share()
{
    {
        const std::lock_guard lock(m_memory.m_mutex);
        m_memory.m_taken -= m_bytes;
    }
    m_memory.m_freed.notify_all();
}

qint64 DecodeMemory::peak() const
{
    const std::lock_guard lock(m_mutex);
    return m_peak;
}

int DecodeMemory::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

} // namespace Microfiche
