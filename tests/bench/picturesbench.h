// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What so many pictures cost to make small, to fetch from a server of this machine, and to look
/// at. They are made in `folder`, or used if they are there already.
Figures picturesFigures(const QString &folder, int count);

} // namespace Microfiche::Bench
