// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What imports of so many small files cost, each number of them in folders of a thousand; and how
/// much more ten times as many cost, where both were asked for. A million needs 4 GB of disk and
/// minutes.
Figures smallFigures(const QList<int> &sizes);

} // namespace Microfiche::Bench
