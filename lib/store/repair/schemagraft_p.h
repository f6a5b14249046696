// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Microfiche
{

/// Where the pages are damaged that say which tables an archive has and where each begins, nothing
/// of it can be read, though all of it may be there. But the same program always begins an archive
/// in the same way. Copies `damaged` to `to` with these pages as they are in `fresh`, an archive
/// that was made just now, and its log beside it.
/// DoesNotFit: what is there was begun otherwise, by an older program or as the copy that a backup
/// is; read by this schema it would give one table's rows as another's. NotWritten: there is no
/// place for the copy. With either, nothing is left at `to`.
enum class Grafting { Done, DoesNotFit, NotWritten };
Grafting graftSchema(const QString &damaged, const QString &fresh, const QString &to);

} // namespace Microfiche
