// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/numbering_p.h"

#include <array>
#include <optional>
#include <vector>

namespace Microfiche
{

/// Which hashes were certainly never put in: a Bloom filter. An import into an empty archive asks
/// of nearly every address whether it is there, and nearly none is. With a million hashes two of a
/// thousand that are not in it look as if they were, with four million one of seven.
class SeenHashes final
{
public:
    void insert(qint64 hash)
    {
        for (const size_t bit : places(hash)) {
            m_bits[bit / 64] |= quint64(1) << (bit % 64);
        }
    }

    bool mayHold(qint64 hash) const
    {
        for (const size_t bit : places(hash)) {
            if ((m_bits[bit / 64] >> (bit % 64) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

private:
    static constexpr size_t Bits = size_t(1) << 24; // 2 MiB

    // Every bit of an address' hash is as good as any other.
    static std::array<size_t, 4> places(qint64 hash)
    {
        const auto bits = quint64(hash);
        return {bits % Bits, (bits >> 14) % Bits, (bits >> 27) % Bits, (bits >> 40) % Bits};
    }

    std::vector<quint64> m_bits = std::vector<quint64>(Bits / 64);
};

/// Ids for the new rows of a table whose rows are found by a hash. As long as all of its rows came
/// through here, it knows of most hashes without a look that there is no such row.
class HashedNumbering final
{
public:
    /// As of a Numbering.
    HashedNumbering(Connection &connection, const char *last)
        : m_numbering(connection, last)
    {
    }

    /// To be called with every new transaction.
    void begin()
    {
        const Numbering::Since since = m_numbering.begin();
        if (since == Numbering::Since::Unknown) {
            m_seen.reset();
        } else if (since == Numbering::Since::Empty && !m_seen) {
            m_seen.emplace();
        }
    }
    bool mayHold(qint64 hash) const { return !m_seen || m_seen->mayHold(hash); }
    /// The id of a new row with that hash.
    qint64 next(qint64 hash)
    {
        if (m_seen) {
            m_seen->insert(hash);
        }
        return m_numbering.next();
    }
    /// The transaction was undone.
    void forget() { m_numbering.forget(); }

private:
    Numbering m_numbering;
    std::optional<SeenHashes> m_seen;
};

} // namespace Microfiche
