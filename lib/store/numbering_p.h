// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection_p.h"

namespace Microfiche
{

/// Ids for the new rows of a table: each is one more than the last. Asking for the last once a
/// transaction costs less than having each told by its INSERT.
class Numbering final
{
public:
    /// `last` asks for the highest id that was ever given out.
    Numbering(Connection &connection, const char *last)
        : m_connection(connection)
        , m_last(last)
    {
    }

    enum class Since {
        Empty,  ///< no row was ever there
        Own,    ///< nobody else has added a row since the last transaction
        Unknown ///< others may have
    };
    /// To be called with every new transaction, before next().
    Since begin()
    {
        auto rows = m_connection.run(m_last);
        const qint64 last = rows.next() ? rows.integer(0) : 0;
        const bool isOwn = last + 1 == m_next;
        m_next = last + 1;
        return last == 0 ? Since::Empty : isOwn ? Since::Own : Since::Unknown;
    }
    qint64 next()
    {
        if (m_next == 0) {
            begin();
        }
        return m_next++;
    }
    /// The transaction was undone.
    void forget() { m_next = 0; }

private:
    Connection &m_connection;
    const char *m_last;
    qint64 m_next = 0;
};

} // namespace Microfiche
