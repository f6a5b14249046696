// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of pictures that were to be loaded: why some did not come, and who was not asked.
#pragma once

#include "pictures/source/picturedownload.h"
#include "store/picturerecords.h"

#include <QMap>
#include <QString>

namespace Microfiche
{

/// Pictures that did not come, by what became of them.
struct PictureLosses {
    qint64 gone = 0;
    /// Refused or failed; None: not asked for, since their server had failed too often.
    QMap<PictureReason, qint64> reasons;

    qint64 all() const;
    /// Whether asking again could bring any: nobody is ever asked for what lies at a local address.
    bool mayComeYet() const;
    void add(const PictureLosses &others);
};

PictureLosses lossesOf(const PictureSurvey &survey);
/// What a download does not ask for again: gone or refused.
PictureLosses lostForGoodOf(const PictureSurvey &survey);
PictureLosses lossesOf(const DownloadProgress &progress);

/// "refused (local address)"; "40 gone from the server, 21 no answer in time".
QString lossesText(const PictureLosses &losses);

/// Who is asked for what is missing, and who is not, as a sentence without its full stop; empty
/// where all are.
QString askedText(const PictureSurvey &survey, const PicturePolicy &policy);
/// The same where nobody is asked at all; empty where somebody is.
QString nobodyAskedText(const PictureSurvey &survey, const PicturePolicy &policy);

} // namespace Microfiche
