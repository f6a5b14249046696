// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

namespace Microfiche
{

class Connection;

/// Import runs and what was reported of them.
qint64 beginRun(Connection &connection);
void endRun(Connection &connection, const ImportSummary &summary);
/// The newest run; without a report, and not finished, if it was broken off.
std::optional<ImportSummary> lastRun(Connection &connection);

} // namespace Microfiche
