// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <span>

namespace Microfiche
{

/// The menus, in their order.
enum class ActionGroup { File, Edit, View, Go, Article, Help };

/// Which keys are the usual ones.
enum class KeyPreset { Standard, ClassicReader };

/// Keys as QKeySequence::PortableText writes them; null where there are no more.
using DefaultKeys = std::array<const char *, 3>;

/// One thing that a person can have the window do: by a key, from a menu, by its name. What it does
/// is said in QML, at the KeyAction of the same id.
struct WindowAction {
    const char *id; ///< as QML and the file of kept keys have it
    ActionGroup group;
    const char *name; ///< to be translated: actionName()
    DefaultKeys standard = {};
    /// What a reader of news feeds used to have besides.
    DefaultKeys classicReader = {};
    /// Its keys work in a text field too. They never are what a field itself takes.
    bool isForTyping = false;
};

/// All of them, by their groups, as menus list them.
std::span<const WindowAction> windowActions();
const WindowAction *windowAction(const QString &id); ///< null if there is none
QString actionName(const WindowAction &action);
QString groupName(ActionGroup group);
/// The usual keys: those of every preset, and then its own.
QStringList defaultKeys(const WindowAction &action, KeyPreset preset);

} // namespace Microfiche
