// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Microfiche
{

/// Whether a journal beside an archive cannot be of a transaction of this archive: SQLite would
/// undo that in it nevertheless, and leave nothing of what is there. `archive` is the real path.
bool hasStrayJournal(const QString &archive);

} // namespace Microfiche
