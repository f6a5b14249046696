// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What an answer of the index costs on the archive at `path`, on this thread, beside a plain loop
/// that counts the same; and what the index holds. `size` is what the figures say it was.
Figures queryFigures(const QString &path, const QString &size);

} // namespace Microfiche::Bench
