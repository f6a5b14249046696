// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querysteps.h"

#include <array>
#include <utility>

namespace Microfiche
{

QuerySteps::Change QuerySteps::changeBetween(const Query &a, const Query &b)
{
    const std::array differences{
        std::pair(a.words != b.words, Change::Words),
        std::pair(a.date != b.date || a.undated != b.undated, Change::Date),
        std::pair(a.quality != b.quality || a.unrated != b.unrated, Change::Quality),
        std::pair(a.heat != b.heat || a.unmeasured != b.unmeasured, Change::Heat),
        std::pair(a.topics != b.topics || a.providers != b.providers || a.types != b.types ||
                      a.tags != b.tags,
                  Change::Names),
        std::pair(a.conditions != b.conditions, Change::Conditions),
        std::pair(a.kinds != b.kinds || a.unpublishedOnly != b.unpublishedOnly, Change::Kinds),
        std::pair(a.sort != b.sort, Change::Sort),
    };
    Change change = Change::None;
    for (const auto &[isDifferent, what] : differences) {
        if (isDifferent) {
            change = change == Change::None ? what : Change::Many;
        }
    }
    return change;
}

bool QuerySteps::take(const Query &next, bool isTyped)
{
    const Change change = changeBetween(m_now, next);
    if (change == Change::None) {
        return false;
    }
    // A click on a name is a step each; what is dragged or typed goes on.
    const bool isMoving =
        change == Change::Date || change == Change::Quality || change == Change::Heat;
    const bool goesOn = isTyped ? m_isTyped : isMoving && !m_isTyped && change == m_change;
    const bool isStep = !(m_isOpen && goesOn);
    if (isStep) {
        m_past.append(m_now);
        if (m_past.size() > MostSteps) {
            m_past.removeFirst();
        }
    }
    m_future.clear();
    m_now = next;
    m_change = change;
    m_isTyped = isTyped;
    m_isOpen = true;
    return isStep;
}

std::optional<Query> QuerySteps::undo()
{
    if (m_past.isEmpty()) {
        return std::nullopt;
    }
    m_future.append(std::exchange(m_now, m_past.takeLast()));
    m_isOpen = false;
    return m_now;
}

std::optional<Query> QuerySteps::redo()
{
    if (m_future.isEmpty()) {
        return std::nullopt;
    }
    m_past.append(std::exchange(m_now, m_future.takeLast()));
    m_isOpen = false;
    return m_now;
}

} // namespace Microfiche
