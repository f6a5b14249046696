// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/diskproblem.h"

#include <cerrno>

namespace Microfiche
{

DiskProblem diskProblemOf(int error)
{
    switch (error) {
    case 0: return DiskProblem::None;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return DiskProblem::Full;
    case EROFS: return DiskProblem::ReadOnly;
    case EACCES:
    case EPERM: return DiskProblem::NotAllowed;
    default: return DiskProblem::Other;
    }
}

} // namespace Microfiche
