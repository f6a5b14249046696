// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QByteArray>

namespace Microfiche
{

class Console;

/// What an import did, and what the archive holds after it, if that could be counted. Lists that
/// had to be cut say by how much, in `rejectedNotListed` and `warningsNotListed`.
QByteArray importJson(const ImportSummary &summary, const std::optional<ArchiveStats> &stats);
/// Says beside the JSON that its lists were cut, if they were.
void sayWhatIsCut(const ImportSummary &summary, Console &console);

/// The same for a person.
void printReport(const ImportSummary &summary, const std::optional<ArchiveStats> &stats,
                 Console &console);

} // namespace Microfiche
