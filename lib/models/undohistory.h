// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoStack>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace Microfiche
{

/// All that can be undone in a window, in the order in which it was done.
class UndoHistory : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString redoText READ redoText NOTIFY changed)

public:
    explicit UndoHistory(QObject *parent = nullptr);

    bool canUndo() const { return m_stack.canUndo(); }
    bool canRedo() const { return m_stack.canRedo(); }
    QString
    undoText() const; ///< as a menu says it: "Undo Star 12 articles"; empty if there is none
    QString redoText() const;

    /// Does it, as QUndoStack::push() does.
    void push(std::unique_ptr<QUndoCommand> command);
    /// Notes what has been done already and is undone and done again by these.
    void note(const QString &text, std::function<void()> undo, std::function<void()> redo);
    /// What this command has done last, or undone, has failed: it is where it was before that, or
    /// nowhere if it is new. The command is not asked to do anything.
    enum class Failed { Doing, Undoing, Redoing };
    void takeBack(QUndoCommand *command, Failed failed);

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

Q_SIGNALS:
    void changed();
    void pushed(); ///< something new was done

private:
    void dropObsolete();

    QUndoStack m_stack;
};

} // namespace Microfiche
