// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What archives of these sizes cost to ask, to browse and to grow. They are made in `folder`, or
/// used if they are there already.
Figures archivesFigures(const QString &folder, const QList<int> &sizes);

} // namespace Microfiche::Bench
