// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "witness.h"

#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace Microfiche::Soak
{

/// An archive that was left in order, as one file or with its log, and what was in it.
struct Sample {
    QString archive;
    QList<Witnessed> files;
};

/// What is damaged, in copies.
struct Samples {
    Sample whole;  ///< one file
    Sample half;   ///< the file of `logged` alone: what its log adds is not there
    Sample logged; ///< with a log that holds the other half
    Sample later;  ///< that archive after more was done to it: its log from before is stale
    QString foreignLog;
    QString foreignJournal;
};

/// Made of `folder`, in `home`; none if anything went wrong. Every original of them has been held
/// against its file.
std::optional<Samples> makeSamples(const QString &folder, const QTemporaryDir &home);

} // namespace Microfiche::Soak
