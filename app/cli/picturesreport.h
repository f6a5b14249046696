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

} // namespace Microfiche
