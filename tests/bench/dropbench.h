// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// How long a person waits for the first cards after dropping `folder` on an empty window, in the
/// real one.
Figures dropFigures(const QString &folder, const QString &size);

} // namespace Microfiche::Bench
