// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What questions cost that the index cannot answer from its columns alone, on the archive at
/// `path`: orders, phrases, links. `size` is what the figures say it was.
Figures orderFigures(const QString &path, const QString &size);

} // namespace Microfiche::Bench
