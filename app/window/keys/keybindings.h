// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/keys/windowaction.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Which keys do what: the usual ones of a preset, and what the user has made of them. A key has
/// one action at most: what the user has said goes before what is usual.
/// Keys are single ones, written as QKeySequence::PortableText; what a person reads is made by
/// textOf(). An id that is none has no keys.
class KeyBindings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workspace")
    Q_PROPERTY(Preset preset READ preset WRITE setPreset NOTIFY changed)
    Q_PROPERTY(bool isEdited READ isEdited NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    enum Preset { Standard, ClassicReader };
    Q_ENUM(Preset)

    explicit KeyBindings(QObject *parent = nullptr);

    Preset preset() const { return m_preset; }
    void setPreset(Preset preset); ///< what the user has made of other keys stays
    bool isEdited() const { return !m_own.isEmpty(); }
    int revision() const { return m_revision; } ///< grows with every change: bind to it

    /// Those that work wherever the focus is, and those that a control keeps for itself.
    Q_INVOKABLE QStringList keysOf(const QString &id) const;
    Q_INVOKABLE QStringList freeKeysOf(const QString &id) const;
    Q_INVOKABLE QStringList controlsKeysOf(const QString &id) const;
    Q_INVOKABLE QString textOf(const QString &id) const; ///< of the first one, as a menu says it
    Q_INVOKABLE QString nameOf(const QString &id) const;
    Q_INVOKABLE bool isForTyping(const QString &id) const;
    Q_INVOKABLE bool isEditedOf(const QString &id) const;
    Q_INVOKABLE static QString keyText(const QString &key); ///< in the words of the desktop

    /// What somebody pressed, as a key; empty, and whyNot() says why, if it can be no action's.
    Q_INVOKABLE static QString pressed(int key, int modifiers);
    Q_INVOKABLE static QString whyNot(int key, int modifiers); ///< empty where one waits for more
    Q_INVOKABLE QString ownerOf(const QString &key) const;     ///< id; empty if it is free

    /// Gives the key to this action; whoever had it has it no longer.
    Q_INVOKABLE void add(const QString &id, const QString &key);
    Q_INVOKABLE void remove(const QString &id, const QString &key);
    /// Its usual keys again, from whoever has them.
    Q_INVOKABLE void reset(const QString &id);
    Q_INVOKABLE void resetAll();

    /// To be kept in a file. What is no key is left out; what is no action here may be one in
    /// another version of the program, and is kept as it was.
    QString text() const;
    void restore(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void takeFromOthers(const QString &id, const QString &key);
    void keepOwn(const QString &id, const QStringList &keys);
    void decide();

    Preset m_preset = Standard;
    QHash<QString, QStringList> m_own;  ///< by the user, for an action
    QStringList m_unknown;              ///< lines of the file: of actions that are none here
    QHash<QString, QStringList> m_keys; ///< as it comes out, for each
    QHash<QString, QString> m_owners;   ///< likewise, by key
    int m_revision = 0;
};

} // namespace Microfiche
