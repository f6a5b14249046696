// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

namespace Microfiche
{

/// Which answers count where one asks again and again. Of two different questions the newer one
/// wins. The same question, asked again because the archive changed, waits for the answer that is
/// under way: else a slow answer would never come while an import runs.
class Inquiry
{
public:
    /// Another question: answers to those before no longer count.
    quint64 begin()
    {
        m_isUnderWay = true;
        m_isOutdated = false;
        return ++m_newest;
    }
    bool isUnderWay() const { return m_isUnderWay; }
    bool isNewest(quint64 question) const { return question == m_newest; }

    /// Whether the newest question may be asked again now; if not, end() reminds of it.
    bool mayRepeat()
    {
        m_isOutdated = m_isUnderWay;
        return !m_isUnderWay;
    }
    /// The newest question is answered. Whether to ask it again, for the archive changed meanwhile.
    bool end()
    {
        m_isUnderWay = false;
        return std::exchange(m_isOutdated, false);
    }

private:
    quint64 m_newest = 0;
    bool m_isUnderWay = false;
    bool m_isOutdated = false;
};

} // namespace Microfiche
