// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

namespace Microfiche::Bench
{

/// What the real window takes on one archive. Milliseconds and megabytes.
struct WindowCosts {
    double emptyShown = 0; ///< an empty Qt Quick Controls window, from its start to its first frame
    double shown = 0;      ///< ours, from its start to the first cards
    double indexed = 0;    ///< ... to the counts
    double memoryAboveEmpty = 0;
    double brush = 0;  ///< p95, from an input to the frame with new counts and cards
    double key = 0;    ///< p95, from a keystroke to the first page
    double common = 0; ///< the same for a word that half of all articles have
    double frame = 0;  ///< p99, work of the interface thread for one frame of a flick
    double blank = 0;  ///< the longest that a card in sight was blank
};

WindowCosts windowCosts(const QString &archive);

/// Against the goals; `size` is what the figures say it was.
Figures windowFigures(const WindowCosts &costs, const QString &size);

} // namespace Microfiche::Bench
