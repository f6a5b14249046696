// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soakreport.h"

namespace Microfiche::Soak
{

/// In a process of its own: imports, and says after each commit which versions are acknowledged.
/// Ends with 0.
int importAndTell(const QString &folder, const QString &archive);

/// Kills so many imports of `folder` at moments that `seed` chooses. After each the archive is
/// healthy, holds every acknowledged version byte for byte and each batch whole or not at all, and
/// an import that is let run makes of it what one that was never killed makes.
Report killImports(const QString &folder, int kills, quint32 seed);

} // namespace Microfiche::Soak
