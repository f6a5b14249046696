// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "damages.h"

#include <QStringList>

namespace Microfiche::Soak
{

/// What came of one damaged archive.
struct TrialResult {
    enum class Found { AtStart, ByCheck, Nowhere };

    Found found = Found::Nowhere;
    bool isRefused = false;    ///< a repair was refused, with word of what to move away
    qint64 there = 0;          ///< originals, byte for byte
    qint64 named = 0;          ///< lost, and said so
    qint64 counted = 0;        ///< lost with their names, and their number said
    qint64 warned = 0;         ///< lost, where the repair said that it cannot tell how many are
    qint64 silent = 0;         ///< lost without a word
    qint64 withLog = 0;        ///< only in a log that was hit, and gone without a word
    qint64 shownOtherwise = 0; ///< articles that show something else than before
    bool isCrash = false;      ///< a process of it crashed or came to no end
    QStringList wrongs;        ///< what must not be, crashes and silent losses among it
};

/// Looks at the damaged archive at `path` as a start does, checks it, repairs it, checks it again,
/// and holds what it has against `expected`; each in a process of its own, which has its time.
TrialResult runTrial(const QString &path, const Expected &expected, const DamageKind &kind);

} // namespace Microfiche::Soak
