// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

namespace Microfiche
{

/// Why a key cannot be an action's.
enum class KeyRefusal {
    None,
    NoKey,       ///< a modifier alone, or half of a letter
    LeadsThrough ///< one that goes through the window or among the articles, whatever else it did
};

struct PressedKey {
    QString key; ///< QKeySequence::PortableText; empty if it is refused
    KeyRefusal refusal = KeyRefusal::None;
};

/// The key that somebody pressed, as a shortcut names it. Shift that only served to type a sign
/// ("?", "+") is none of the key's.
PressedKey pressedKey(int key, Qt::KeyboardModifiers modifiers);
/// As all keys are written here; empty if it is none, or more than one after the other.
QString normalKey(const QString &key);
/// What buttons, fields and rows take for themselves while they have the focus: Space, Enter.
bool isControlsKey(const QString &key);

} // namespace Microfiche
