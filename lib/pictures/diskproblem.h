// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// Why what came could not be kept.
enum class DiskProblem {
    None,
    Catalog,    ///< the file is written, but not that it is there
    Full,       ///< or its owner's share of it is
    ReadOnly,   ///< the whole disk is
    NotAllowed, ///< to this user
    Other
};

/// What an errno says of it; None for 0.
DiskProblem diskProblemOf(int error);

} // namespace Microfiche
