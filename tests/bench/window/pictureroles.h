// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on an archive whose articles have a picture each. Each tells "peak": the most
// memory that the process ever had.
#pragma once

#include <QString>

namespace Microfiche::Bench
{

/// Allows all pictures and goes down row by row as they come, from disk or from a server of this
/// machine: tells "frame", what the interface thread works for each frame, and "shown", how many
/// cards showed theirs.
bool arrive(const QString &archive);

/// Scrolls quickly through all, then jumps about, then scrolls the wall: tells "late" for each card
/// that was there before its picture, and "shown".
bool browse(const QString &archive);

} // namespace Microfiche::Bench
