// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queryeditor.h"

namespace Microfiche::Test
{

inline Query read(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

inline QStringList labels(const QueryEditor &editor)
{
    QStringList all;
    for (const QueryChip &chip : editor.chips()) {
        all << chip.label;
    }
    return all;
}

inline QStringList notes(const QueryEditor &editor)
{
    QStringList all;
    for (const QueryChip &chip : editor.chips()) {
        all << chip.label + (chip.note.isEmpty() ? QString() : QLatin1Char(' ') + chip.note);
    }
    return all;
}

} // namespace Microfiche::Test
