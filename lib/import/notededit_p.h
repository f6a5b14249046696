// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/packagenotes.h"
#include "store/store.h"

namespace Microfiche
{

/// What somebody said of articles elsewhere, to be said here too. What is said here stays: a tag
/// keeps its colour, and a note that differs follows the one that is there. Blocks; throws
/// StoreError.
MarkEdit editOf(const PackageNotes &notes, Store &store);

} // namespace Microfiche
