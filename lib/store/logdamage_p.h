// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Microfiche
{

/// Whether transactions are missing from a write-ahead log that had reached the disk: SQLite reads
/// a log up to the first thing in it that does not fit, says nothing of what stands behind that,
/// and writes over it. A log that a kill or a loss of power broke off is not damaged. To be asked
/// while nobody writes to the log.
bool isLogDamaged(const QString &log);

} // namespace Microfiche
