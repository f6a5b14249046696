// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What an import of `folder` costs, beside bare parses of the same files. Each is done `runs`
/// times, by turns, and the quickest counts: other work on the machine only ever adds.
Figures importFigures(const QString &folder, int runs);

} // namespace Microfiche::Bench
