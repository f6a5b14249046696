// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a large archive, done to the real window and timed from the input to the
// frame that shows the answer.
#pragma once

#include <QString>

namespace Microfiche::Bench
{

bool start(const QString &archive); ///< tells "shown", "indexed" and "resident"
/// Drops a folder on the window of an empty archive of its own; tells "dropped" when a frame shows
/// cards, and "page" when it is full of them.
bool drop(const QString &folder);
bool brush(const QString &archive); ///< tells "brush" for every step of a drag on the date chart
bool search(
    const QString &archive); ///< tells "key" for every keystroke, "common" for a common word
bool scroll(const QString &archive); ///< tells "frame" for every frame, "blank" for every card

} // namespace Microfiche::Bench
