// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/picturefailures.h"
#include "pictures/source/picturedownload.h"
#include "store/picturerecords.h"

namespace Microfiche
{

class Console;

/// What `pictures status` says.
QByteArray pictureStatusJson(const PictureSurvey &survey, const PicturePolicy &policy);
void printPictureStatus(const PictureSurvey &survey, const PicturePolicy &policy, Console &console);

/// How a download ended: `pictures fetch`.
QByteArray downloadJson(const DownloadProgress &progress, PictureDownload::State state,
                        const QList<PictureFailure> &failures);
void printDownload(const DownloadProgress &progress, PictureDownload::State state,
                   const QList<PictureFailure> &failures, Console &console);

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
    qint64 removed = 0;   ///< of leftOver
    qint64 forgotten = 0; ///< of fetchedDamaged: they count as never asked for from now on

    bool isHealthy() const { return carriedDamaged + fetchedDamaged + unreadable == 0; }
};
QByteArray pictureCheckJson(const PictureCheck &check);
void printPictureCheck(const PictureCheck &check, Console &console);

} // namespace Microfiche
