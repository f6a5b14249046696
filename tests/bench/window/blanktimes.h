// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <functional>
#include <map>
#include <set>
#include <utility>

namespace Microfiche::Bench
{

/// Times how long each row that is looked at stays blank.
class BlankTimes
{
public:
    explicit BlankTimes(std::function<void(double milliseconds)> tell)
        : m_tell(std::move(tell))
    {
    }

    /// `rows` are blank now. Tells of those that no longer are, or are no longer in sight.
    void look(const std::set<int> &rows)
    {
        for (auto at = m_since.begin(); at != m_since.end();) {
            if (rows.contains(at->first)) {
                ++at;
            } else {
                m_tell(milliseconds(at->second));
                at = m_since.erase(at);
            }
        }
        for (const int row : rows) {
            if (const auto [at, isNew] = m_since.try_emplace(row); isNew) {
                at->second.start();
            }
        }
    }
    bool areLeft() const { return !m_since.empty(); }
    /// Tells of those that are blank still: what never came was blank the longest.
    void end() { look({}); }

private:
    static double milliseconds(const QElapsedTimer &clock)
    {
        return double(clock.nsecsElapsed()) / 1e6;
    }

    std::function<void(double)> m_tell;
    std::map<int, QElapsedTimer> m_since;
};

} // namespace Microfiche::Bench
