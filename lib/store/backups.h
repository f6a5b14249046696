// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/article.h"

#include <QList>
#include <QString>

namespace Microfiche
{

/// An archive as it was once: a whole archive of its own, in a folder beside the archive.
struct Backup {
    QString path;
    UtcSeconds madeAt = 0;
    qint64 bytes = 0;

    friend bool operator==(const Backup &, const Backup &) = default;
};

/// How many are kept of one archive.
inline constexpr int KeptBackups = 3;

/// `NAME.backups` beside `NAME.microfiche`.
QString backupFolder(const QString &archive);
/// Newest first.
QList<Backup> backupsOf(const QString &archive);

/// When a backup is made.
enum class BackupRule {
    Now,      ///< whatever there is already
    IfChanged ///< if none was made for a day, and the archive has been written to since
};

struct BackupResult {
    enum class Outcome { Made, NotNeeded, NoSpace, Damaged, Failed };

    Outcome outcome = Outcome::Failed;
    QString path;           ///< of the backup, if one was made
    QString message;        ///< for a person: why none was made
    qint64 bytesNeeded = 0; ///< of free space, where there is too little
};

/// Makes a backup, and lets the oldest one of this archive go if the new one is whole: it has been
/// read through, and every original in it fits its hash. Takes as long as it takes to write the
/// archive and read it twice; others read and write it meanwhile. Throws nothing. Killed, it leaves
/// a file that the next one removes.
BackupResult backUp(const QString &archive, BackupRule rule);

} // namespace Microfiche
