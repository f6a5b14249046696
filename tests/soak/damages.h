// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which an archive comes to harm.
#pragma once

#include "samples.h"

#include <QRandomGenerator>

namespace Microfiche::Soak
{

/// What a kind of damage is done to.
enum class Base {
    Whole,          ///< an archive that was closed
    Logged,         ///< one with its log, as a kill leaves it
    LogHit,         ///< the same; what only the log has may be gone
    StaleLog,       ///< beside a log of its own past
    ForeignLog,     ///< beside a log of another archive
    ForeignJournal, ///< beside a journal of another archive
};

struct DamageKind {
    const char *name;
    Base base;
    /// Does it to the archive at `path`; the same for one state of `random`.
    void (*harm)(const QString &path, QRandomGenerator &random);
};

const QList<DamageKind> &damageKinds();

/// What was in an archive before it was damaged.
struct Expected {
    const QList<Witnessed> &sure; ///< must be there afterwards, or be named
    const QList<Witnessed> &all;  ///< with what only a log had that was hit
};

/// Copies what the kind is done to, does it, and says what was in it.
Expected makeDamaged(const DamageKind &kind, const Samples &samples, const QString &path,
                     QRandomGenerator &random);

} // namespace Microfiche::Soak
