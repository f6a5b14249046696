// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backups.h"

namespace Microfiche
{

/// The same before an archive is brought up to date, which waits for it: without a look at every
/// original, since that costs none.
BackupResult backUpBeforeMigration(const QString &archive);

/// Whether the archive at `path` can be read from beginning to end as SQLite sees it. Reads it
/// alone, without anything that lies beside it.
bool isReadable(const QString &path);

/// A size in words for a person.
QString sizeText(qint64 bytes);

} // namespace Microfiche
