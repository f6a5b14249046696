// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>

namespace Microfiche
{

/// What all decoders take at once, however many threads decode. Each waits until what it needs
/// fits; what needs more than there is decodes alone.
class DecodeMemory final
{
public:
    explicit DecodeMemory(qint64 limit)
        : m_limit(limit)
    {
    }
    Q_DISABLE_COPY_MOVE(DecodeMemory)

    /// A part of it, for as long as it lives.
    class Share final
    {
    public:
        Share(DecodeMemory &memory, qint64 bytes); ///< waits
        ~Share();
        Q_DISABLE_COPY_MOVE(Share)

    private:
        DecodeMemory &m_memory;
        const qint64 m_bytes;
    };

    qint64 limit() const { return m_limit; }
    /// The most that was ever taken at once.
    qint64 peak() const;
    /// How many wait now.
    int waiting() const;

private:
    const qint64 m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable m_freed;
    qint64 m_taken = 0;
    qint64 m_peak = 0;
    int m_waiting = 0;
};

} // namespace Microfiche
