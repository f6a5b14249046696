// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QList>

#include <optional>

namespace Microfiche
{

/// The queries that one came through, to be gone back and forth. Many small changes of one thing (a
/// brush that is dragged) are one step, until settle() or a change of another thing; so is all that
/// is typed in a row.
class QuerySteps
{
public:
    /// The query became `next`, by typing or by hand. Whether that is a step of its own.
    bool take(const Query &next, bool isTyped);
    /// What comes next is a step of its own.
    void settle() { m_isOpen = false; }

    bool canUndo() const { return !m_past.isEmpty(); }
    bool canRedo() const { return !m_future.isEmpty(); }
    std::optional<Query> undo();
    std::optional<Query> redo();

private:
    /// What differs between two queries; Many if that is more than one thing.
    enum class Change { None, Words, Date, Quality, Heat, Names, Conditions, Kinds, Sort, Many };
    static Change changeBetween(const Query &a, const Query &b);

    static constexpr qsizetype MostSteps = 200;
    QList<Query> m_past;
    Query m_now;
    QList<Query> m_future;
    Change m_change = Change::None; ///< what the newest step changed
    bool m_isTyped = false;         ///< ... and whether it was typed
    bool m_isOpen = false;          ///< whether more of the same belongs to it
};

} // namespace Microfiche
