// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/keybindings.h"

#include "window/keys/pressedkey.h"

#include <QKeySequence>

#include <algorithm>
#include <iterator>

namespace Microfiche
{

namespace
{

constexpr QLatin1Char Between('\t'); // which no key is written with
constexpr QLatin1String PresetLine("preset");
constexpr QLatin1String ReaderPreset("classic-reader");

QStringList usualKeys(const WindowAction &action, KeyBindings::Preset preset)
{
    return defaultKeys(action, preset == KeyBindings::ClassicReader ? KeyPreset::ClassicReader
                                                                    : KeyPreset::Standard);
}

template <typename Keeps>
QStringList filtered(const QStringList &keys, Keeps keeps)
{
    QStringList kept;
    std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(kept), keeps);
    return kept;
}

} // namespace

KeyBindings::KeyBindings(QObject *parent)
    : QObject(parent)
{
    decide();
}

void KeyBindings::setPreset(Preset preset)
{
    if (preset != m_preset) {
        m_preset = preset;
        decide();
    }
}

QStringList KeyBindings::keysOf(const QString &id) const
{
    return m_keys.value(id);
}

QStringList KeyBindings::freeKeysOf(const QString &id) const
{
    return filtered(keysOf(id), [](const QString &key) { return !isControlsKey(key); });
}

QStringList KeyBindings::controlsKeysOf(const QString &id) const
{
    return filtered(keysOf(id), isControlsKey);
}

QString KeyBindings::textOf(const QString &id) const
{
    return keyText(keysOf(id).value(0));
}

QString KeyBindings::nameOf(const QString &id) const
{
    const WindowAction *action = windowAction(id);
    return action ? actionName(*action) : QString();
}

bool KeyBindings::isForTyping(const QString &id) const
{
    const WindowAction *action = windowAction(id);
    return action && action->isForTyping;
}

bool KeyBindings::isEditedOf(const QString &id) const
{
    const WindowAction *action = windowAction(id);
    return action && keysOf(id) != usualKeys(*action, m_preset);
}

QString KeyBindings::keyText(const QString &key)
{
    return QKeySequence::fromString(key, QKeySequence::PortableText)
        .toString(QKeySequence::NativeText);
}

QString KeyBindings::pressed(int key, int modifiers)
{
    return pressedKey(key, Qt::KeyboardModifiers(modifiers)).key;
}

QString KeyBindings::whyNot(int key, int modifiers)
{
    switch (pressedKey(key, Qt::KeyboardModifiers(modifiers)).refusal) {
    case KeyRefusal::LeadsThrough:
        return tr("This key leads through the window. Press another one.");
    case KeyRefusal::NoKey:
    case KeyRefusal::None: break;
    }
    return {};
}

QString KeyBindings::ownerOf(const QString &key) const
{
    return m_owners.value(normalKey(key));
}

void KeyBindings::add(const QString &id, const QString &wanted)
{
    const QString key = normalKey(wanted);
    if (key.isEmpty() || !windowAction(id) || keysOf(id).contains(key)) {
        return;
    }
    const QStringList keys = keysOf(id) + QStringList{key};
    takeFromOthers(id, key);
    keepOwn(id, keys);
    decide();
}

void KeyBindings::remove(const QString &id, const QString &key)
{
    QStringList keys = keysOf(id);
    if (keys.removeAll(normalKey(key)) > 0) {
        keepOwn(id, keys);
        decide();
    }
}

void KeyBindings::reset(const QString &id)
{
    const WindowAction *action = windowAction(id);
    if (!action || !isEditedOf(id)) {
        return;
    }
    for (const QString &key : usualKeys(*action, m_preset)) {
        takeFromOthers(id, key);
    }
    m_own.remove(id);
    decide();
}

void KeyBindings::resetAll()
{
    if (!m_own.isEmpty()) {
        m_own.clear();
        decide();
    }
}

// Who has it as a usual key loses it by itself: see decide().
void KeyBindings::takeFromOthers(const QString &id, const QString &key)
{
    const QString owner = ownerOf(key);
    if (owner != id && m_own.contains(owner)) {
        QStringList keys = m_own.value(owner);
        keys.removeAll(key);
        keepOwn(owner, keys);
    }
}

// What is as usual is not the user's own, so that a later preset or version may say otherwise.
void KeyBindings::keepOwn(const QString &id, const QStringList &keys)
{
    const WindowAction *action = windowAction(id);
    if (action && keys == usualKeys(*action, m_preset)) {
        m_own.remove(id);
    } else {
        m_own.insert(id, keys);
    }
}

void KeyBindings::decide()
{
    m_keys.clear();
    m_owners.clear();
    for (auto own = m_own.cbegin(); own != m_own.cend(); ++own) {
        m_keys.insert(own.key(), own.value());
        for (const QString &key : own.value()) {
            m_owners.insert(key, own.key());
        }
    }
    for (const WindowAction &action : windowActions()) {
        const QString id = QLatin1String(action.id);
        if (m_own.contains(id)) {
            continue;
        }
        for (const QString &key : usualKeys(action, m_preset)) {
            if (!m_owners.contains(key)) {
                m_owners.insert(key, id);
                m_keys[id] << key;
            }
        }
    }
    ++m_revision;
    Q_EMIT changed();
}

QString KeyBindings::text() const
{
    QStringList lines;
    if (m_preset == ClassicReader) {
        lines << PresetLine + Between + ReaderPreset;
    }
    for (const WindowAction &action : windowActions()) {
        const auto own = m_own.constFind(QLatin1String(action.id));
        if (own != m_own.constEnd()) {
            lines << (QStringList{own.key()} + own.value()).join(Between);
        }
    }
    return (lines + m_unknown).join(QLatin1Char('\n'));
}

void KeyBindings::restore(const QString &text)
{
    m_preset = Standard;
    m_own.clear();
    m_unknown.clear();
    QStringList taken;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        QStringList keys = line.split(Between, Qt::SkipEmptyParts);
        const QString id = keys.isEmpty() ? QString() : keys.takeFirst();
        if (id == PresetLine) {
            m_preset = keys.value(0) == ReaderPreset ? ClassicReader : Standard;
        } else if (!windowAction(id)) {
            m_unknown << line;
        } else if (!m_own.contains(id)) {
            QStringList own;
            for (const QString &kept : std::as_const(keys)) {
                const QString key = normalKey(kept);
                if (!key.isEmpty() && !taken.contains(key)) {
                    own << key;
                    taken << key;
                }
            }
            m_own.insert(id, own);
        }
    }
    decide();
}

} // namespace Microfiche
