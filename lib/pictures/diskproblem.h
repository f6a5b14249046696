// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// Why a file could not be written.
enum class DiskProblem {
    None,
    Full,       ///< or its owner's share of it is
    ReadOnly,   ///< the whole disk is
    NotAllowed, ///< to this user
    Other
};

/// What an errno says of it; None for 0.
DiskProblem diskProblemOf(int error);

} // namespace Microfiche
