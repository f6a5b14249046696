// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/windowaction.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace Microfiche
{

namespace
{

using enum ActionGroup;
constexpr bool Typing = true;

constexpr WindowAction Actions[] = {
    {"import-files",
     File,
     QT_TRANSLATE_NOOP("WindowAction", "Import files…"),
     {"Ctrl+O"},
     {},
     Typing},
    {"import-folder",
     File,
     QT_TRANSLATE_NOOP("WindowAction", "Import a folder…"),
     {"Ctrl+Shift+O"},
     {},
     Typing},
    {"pictures", File, QT_TRANSLATE_NOOP("WindowAction", "Pictures from the web…"), {}, {}, Typing},
    {"last-import", File, QT_TRANSLATE_NOOP("WindowAction", "The last import"), {}, {}, Typing},
    {"open-archive",
     File,
     QT_TRANSLATE_NOOP("WindowAction", "Open another archive…"),
     {},
     {},
     Typing},
    {"leave-sample", File, QT_TRANSLATE_NOOP("WindowAction", "Leave the sample"), {}, {}, Typing},
    {"quit", File, QT_TRANSLATE_NOOP("WindowAction", "Quit"), {"Ctrl+Q"}, {}, Typing},

    {"undo", Edit, QT_TRANSLATE_NOOP("WindowAction", "Undo"), {"Ctrl+Z"}, {"Z"}},
    {"redo",
     Edit,
     QT_TRANSLATE_NOOP("WindowAction", "Redo"),
     {"Ctrl+Shift+Z", "Ctrl+Y"},
     {"Shift+Z"}},
    {"select-all", Edit, QT_TRANSLATE_NOOP("WindowAction", "Select all"), {"Ctrl+A"}},
    {"search", Edit, QT_TRANSLATE_NOOP("WindowAction", "Search"), {"Ctrl+F", "/"}, {}, Typing},
    {"save-search",
     Edit,
     QT_TRANSLATE_NOOP("WindowAction", "Save this search"),
     {"Ctrl+D"},
     {},
     Typing},
    {"copy-query",
     Edit,
     QT_TRANSLATE_NOOP("WindowAction", "Copy this query as text"),
     {},
     {},
     Typing},
    {"show-all", Edit, QT_TRANSLATE_NOOP("WindowAction", "Show all articles"), {}, {}, Typing},

    {"view-cards", View, QT_TRANSLATE_NOOP("WindowAction", "Cards"), {"Ctrl+1"}, {"1"}, Typing},
    {"view-list", View, QT_TRANSLATE_NOOP("WindowAction", "List"), {"Ctrl+2"}, {"2"}, Typing},
    {"view-table", View, QT_TRANSLATE_NOOP("WindowAction", "Table"), {"Ctrl+3"}, {"3"}, Typing},
    {"view-wall",
     View,
     QT_TRANSLATE_NOOP("WindowAction", "Wall of pictures"),
     {"Ctrl+4"},
     {"4"},
     Typing},
    {"larger",
     View,
     QT_TRANSLATE_NOOP("WindowAction", "Larger cards"),
     {"Ctrl++", "Ctrl+="},
     {},
     Typing},
    {"smaller", View, QT_TRANSLATE_NOOP("WindowAction", "Smaller cards"), {"Ctrl+-"}, {}, Typing},
    {"usual-size",
     View,
     QT_TRANSLATE_NOOP("WindowAction", "Usual size of cards"),
     {"Ctrl+0"},
     {},
     Typing},
    {"group-none", View, QT_TRANSLATE_NOOP("WindowAction", "Do not group"), {}, {}, Typing},
    {"group-day", View, QT_TRANSLATE_NOOP("WindowAction", "Group by day"), {}, {}, Typing},
    {"group-month", View, QT_TRANSLATE_NOOP("WindowAction", "Group by month"), {}, {}, Typing},
    {"group-provider",
     View,
     QT_TRANSLATE_NOOP("WindowAction", "Group by provider"),
     {},
     {},
     Typing},
    {"sidebar", View, QT_TRANSLATE_NOOP("WindowAction", "Sidebar"), {"F9"}, {"U"}, Typing},
    {"full-screen", View, QT_TRANSLATE_NOOP("WindowAction", "Full screen"), {"F11"}, {"F"}, Typing},
    {"menu-bar", View, QT_TRANSLATE_NOOP("WindowAction", "Menu bar"), {}, {}, Typing},
    {"menu", View, QT_TRANSLATE_NOOP("WindowAction", "Menu"), {"F10"}, {}, Typing},

    {"next", Go, QT_TRANSLATE_NOOP("WindowAction", "Next article"), {"J"}},
    {"previous", Go, QT_TRANSLATE_NOOP("WindowAction", "Previous article"), {"K"}},
    {"next-unread", Go, QT_TRANSLATE_NOOP("WindowAction", "Next article not seen"), {"N"}},
    {"previous-unread", Go, QT_TRANSLATE_NOOP("WindowAction", "Previous article not seen"), {"P"}},
    {"read-on", Go, QT_TRANSLATE_NOOP("WindowAction", "Read on, then the next article"), {"Space"}},
    {"back", Go, QT_TRANSLATE_NOOP("WindowAction", "Back"), {"Alt+Left", "Back"}},
    {"forward", Go, QT_TRANSLATE_NOOP("WindowAction", "Forward"), {"Alt+Right", "Forward"}},
    {"jump", Go, QT_TRANSLATE_NOOP("WindowAction", "Jump to date…"), {"Ctrl+G"}, {}, Typing},
    {"step-back",
     Go,
     QT_TRANSLATE_NOOP("WindowAction", "A step back: close, clear"),
     {"Esc"},
     {},
     Typing},

    {"open", Article, QT_TRANSLATE_NOOP("WindowAction", "Open"), {"Return", "Enter"}, {"O"}},
    {"original",
     Article,
     QT_TRANSLATE_NOOP("WindowAction", "Open original"),
     {"Ctrl+Return", "Ctrl+Enter"},
     {"V"}},
    {"copy-link", Article, QT_TRANSLATE_NOOP("WindowAction", "Copy link")},
    {"view-picture", Article, QT_TRANSLATE_NOOP("WindowAction", "View the picture"), {"I"}},
    {"star", Article, QT_TRANSLATE_NOOP("WindowAction", "Star, or take the star away"), {"S"}},
    {"seen", Article, QT_TRANSLATE_NOOP("WindowAction", "Mark as seen, or as not seen"), {"M"}},
    {"tag", Article, QT_TRANSLATE_NOOP("WindowAction", "Tag…"), {"T"}},

    {"palette", Help, QT_TRANSLATE_NOOP("WindowAction", "Find an action…"), {"Ctrl+K"}, {}, Typing},
    {"keys", Help, QT_TRANSLATE_NOOP("WindowAction", "Keys…"), {"?"}},
    {"about", Help, QT_TRANSLATE_NOOP("WindowAction", "About Microfiche"), {}, {}, Typing},
};

constexpr const char *GroupNames[] = {
    QT_TRANSLATE_NOOP("WindowAction", "File"),    QT_TRANSLATE_NOOP("WindowAction", "Edit"),
    QT_TRANSLATE_NOOP("WindowAction", "View"),    QT_TRANSLATE_NOOP("WindowAction", "Go"),
    QT_TRANSLATE_NOOP("WindowAction", "Article"), QT_TRANSLATE_NOOP("WindowAction", "Help")};

void append(QStringList &keys, const DefaultKeys &added)
{
    for (const char *key : added) {
        if (key) {
            keys << QLatin1String(key);
        }
    }
}

} // namespace

std::span<const WindowAction> windowActions()
{
    return Actions;
}

const WindowAction *windowAction(const QString &id)
{
    const auto *found = std::ranges::find_if(
        Actions, [&id](const WindowAction &action) { return id == QLatin1String(action.id); });
    return found == std::end(Actions) ? nullptr : found;
}

QString actionName(const WindowAction &action)
{
    return QCoreApplication::translate("WindowAction", action.name);
}

QString groupName(ActionGroup group)
{
    return QCoreApplication::translate("WindowAction", GroupNames[static_cast<int>(group)]);
}

QStringList defaultKeys(const WindowAction &action, KeyPreset preset)
{
    QStringList keys;
    append(keys, action.standard);
    if (preset == KeyPreset::ClassicReader) {
        append(keys, action.classicReader);
    }
    return keys;
}

} // namespace Microfiche
