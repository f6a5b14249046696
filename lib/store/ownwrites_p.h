// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Microfiche
{

/// How often an archive has been written to, before and after a task of our own writer.
struct WriteSpan {
    qint64 before = 0;
    qint64 after = 0;
};

/// Which of an archive's writes were our own, so that what is kept of it in memory can follow them.
/// Another program's are only known to have been.
class OwnWrites final
{
public:
    /// One at a time, in their order.
    void add(const WriteSpan &span)
    {
        if (span.after == span.before) {
            return;
        }
        const bool isOne = span.after == span.before + 1; // else others were in between
        if (!isOne || span.before != m_to) {
            m_from = isOne ? span.before : span.after;
        }
        m_to = span.after;
    }
    /// Whether all that was written between these is known.
    bool cover(qint64 from, qint64 to) const
    {
        return from >= to || (m_from <= from && to <= m_to);
    }

private:
    qint64 m_from = -1;
    qint64 m_to = -1;
};

} // namespace Microfiche
