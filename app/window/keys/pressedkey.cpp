// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/pressedkey.h"

namespace Microfiche
{

namespace
{

bool isHalf(int key)
{
    switch (key) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Meta:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Hyper_L:
    case Qt::Key_Hyper_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case Qt::Key_Multi_key: return true;
    default: return key >= Qt::Key_Dead_Grave && key <= Qt::Key_Dead_Longsolidusoverlay;
    }
}

bool isWay(int key)
{
    return (key >= Qt::Key_Home && key <= Qt::Key_PageDown);
}

} // namespace

PressedKey pressedKey(int key, Qt::KeyboardModifiers modifiers)
{
    constexpr auto Counted =
        Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (isHalf(key)) {
        return {{}, KeyRefusal::NoKey};
    }
    modifiers &= Counted;
    const bool isPlain = (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier;
    const bool isTab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    if (isTab || (isPlain && (isWay(key) || key == Qt::Key_Escape || key == Qt::Key_Menu))) {
        return {{}, KeyRefusal::LeadsThrough};
    }
    const bool isSign = key > Qt::Key_Space && key < Qt::Key_Escape && !QChar::isLetter(uint(key));
    if (isSign) {
        modifiers &= ~Qt::ShiftModifier;
    }
    const QString text = QKeySequence(key | int(modifiers)).toString(QKeySequence::PortableText);
    return {text, text.isEmpty() ? KeyRefusal::NoKey : KeyRefusal::None};
}

QString normalKey(const QString &key)
{
    const QKeySequence sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    const bool isOne = sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown;
    return isOne ? sequence.toString(QKeySequence::PortableText) : QString();
}

bool isControlsKey(const QString &key)
{
    const QKeySequence sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    if (sequence.count() != 1) {
        return false;
    }
    const QKeyCombination pressed = sequence[0];
    const bool isPlain = (pressed.keyboardModifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    const Qt::Key one = pressed.key();
    return isPlain && (one == Qt::Key_Space || one == Qt::Key_Return || one == Qt::Key_Enter ||
                       one == Qt::Key_Backspace || one == Qt::Key_Delete);
}

} // namespace Microfiche
