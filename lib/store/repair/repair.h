// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/article.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Microfiche
{

/// What came of a damaged archive.
struct RepairReport {
    enum class Outcome {
        Sound,    ///< nothing was wrong, nothing was done
        Rebuilt,  ///< what is derived from articles was made anew, in place
        Salvaged, ///< a new archive was made of all that could be read
        Restored, ///< a backup took its place
        Failed    ///< everything is as it was
    };

    Outcome outcome = Outcome::Failed;
    QString message; ///< for a person: why it failed
    QString kept;    ///< where the archive is now that was there before
    qint64 articles = 0;
    qint64 originals = 0; ///< files whose very bytes are there
    qint64 marks = 0;
    qint64 savedSearches = 0;
    qint64 lostCount = 0;
    qint64 namelessCount = 0;   ///< of these: nothing but their number is known
    bool areLossesKnown = true; ///< false: more may be lost, and what would tell is lost too
    QStringList lost; ///< the first of them: paths of files, addresses where no path is known
    QStringList lostEarlier; ///< likewise: of a file that changed, what it was before
};
inline constexpr int MaxNamedLosses = 10'000;

/// Turns the bytes of an original into its article; none if it holds none. Called on any thread.
using OriginalParser = std::function<std::optional<Article>(const QByteArray &)>;
/// Told how many of how many originals have been looked at; false ends the repair, and everything
/// stays as it was.
using RepairProgress = std::function<bool(qint64 done, qint64 all)>;

/// Repairs an archive that nobody has open. What is only derived is made anew in place. Otherwise a
/// new archive is made of all that can be read, takes the place of the old one when it is complete,
/// and the old one is kept as `NAME.damaged-DAY.microfiche` with all that lay beside it. Killed at
/// any moment, the next one to open the archive finds the old one or the new one. Throws nothing.
RepairReport repairArchive(const QString &archive, const OriginalParser &parse,
                           const RepairProgress &progress = {});

/// Puts a copy of a backup in the place of an archive that nobody has open. What was there is kept
/// as `NAME.replaced-TIME.microfiche`. Throws nothing.
RepairReport restoreBackup(const QString &archive, const QString &backup);

} // namespace Microfiche
