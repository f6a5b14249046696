// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undohistory.h"

#include <utility>

namespace Microfiche
{

namespace
{

constexpr int MostCommands = 200;

/// What somebody else has done and keeps.
class NotedCommand final : public QUndoCommand
{
public:
    NotedCommand(const QString &text, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(text)
        , m_undo(std::move(undo))
        , m_redo(std::move(redo))
    {
    }
    void undo() override { m_undo(); }
    void redo() override
    {
        if (std::exchange(m_isDone, true)) {
            m_redo();
        }
    }

private:
    std::function<void()> m_undo;
    std::function<void()> m_redo;
    bool m_isDone = false; ///< pushing it is the first time
};

} // namespace

UndoHistory::UndoHistory(QObject *parent)
    : QObject(parent)
{
    m_stack.setUndoLimit(MostCommands);
    connect(&m_stack, &QUndoStack::indexChanged, this, &UndoHistory::changed);
    connect(&m_stack, &QUndoStack::undoTextChanged, this, &UndoHistory::changed);
    connect(&m_stack, &QUndoStack::redoTextChanged, this, &UndoHistory::changed);
}

QString UndoHistory::undoText() const
{
    //: %1 is what was done: "Star 12 articles"
    return canUndo() ? tr("Undo %1").arg(m_stack.undoText()) : QString();
}

QString UndoHistory::redoText() const
{
    //: %1 is what was undone: "Star 12 articles"
    return canRedo() ? tr("Redo %1").arg(m_stack.redoText()) : QString();
}

void UndoHistory::push(std::unique_ptr<QUndoCommand> command)
{
    m_stack.push(command.release()); // the stack owns it
    Q_EMIT pushed();
}

void UndoHistory::note(const QString &text, std::function<void()> undo, std::function<void()> redo)
{
    m_stack.push(new NotedCommand(text, std::move(undo), std::move(redo))); // likewise
}

// The stack deletes a command that is obsolete where it comes by, without asking it. One that is
// deep in the stack is met later.
void UndoHistory::takeBack(QUndoCommand *command, Failed failed)
{
    const bool isNewest = m_stack.index() > 0 && m_stack.command(m_stack.index() - 1) == command;
    const bool isNext =
        m_stack.index() < m_stack.count() && m_stack.command(m_stack.index()) == command;
    if (failed == Failed::Redoing && isNewest) {
        m_stack.undo();
    } else if (failed == Failed::Undoing && isNext) {
        m_stack.redo();
    } else {
        command->setObsolete(true);
    }
    dropObsolete();
}

void UndoHistory::dropObsolete()
{
    while (m_stack.index() > 0 && m_stack.command(m_stack.index() - 1)->isObsolete()) {
        m_stack.undo();
    }
    while (m_stack.index() < m_stack.count() && m_stack.command(m_stack.index())->isObsolete()) {
        m_stack.redo();
    }
}

void UndoHistory::undo()
{
    m_stack.undo();
    dropObsolete();
}

void UndoHistory::redo()
{
    m_stack.redo();
    dropObsolete();
}

} // namespace Microfiche
