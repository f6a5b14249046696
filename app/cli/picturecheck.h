// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"

#include <QList>
#include <QString>

namespace Microfiche
{

class Console;

/// An address whose picture is kept, but not as it was.
struct DamagedPicture {
    QString address;
    QString title; ///< of an article that has it; empty if none has
    PictureStore::Soundness soundness = PictureStore::Soundness::Damaged;
};

/// What `pictures verify` found: how many files it looked for, and which of them were no good.
struct PictureCheck {
    qint64 checked = 0;
    qint64 bytes = 0;          ///< on the disk, each content once, as fetchedBytes
    qint64 fetchedBytes = 0;   ///< of those that were fetched and not carried as well
    qint64 carriedDamaged = 0; ///< missing among them; an import of their folder brings them back
    qint64 fetchedDamaged = 0; ///< missing among them; they can be fetched again
    qint64 unreadable = 0;     ///< of either kind; they may be as they should
    qint64 leftOver = 0;       ///< files that no picture has
    qint64 leftOverBytes = 0;
    qint64 removed = 0;            ///< of leftOver
    qint64 forgotten = 0;          ///< of fetchedDamaged: they count as never asked for from now on
    QList<DamagedPicture> damaged; ///< and what is unreadable: each by its address

    bool isHealthy() const { return carriedDamaged + fetchedDamaged + unreadable == 0; }
};
QByteArray pictureCheckJson(const PictureCheck &check);
void printPictureCheck(const PictureCheck &check, Console &console);

} // namespace Microfiche
