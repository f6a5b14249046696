// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureheader.h"
#include "pictures/pictureloader.h"

#include <QTransform>

namespace Microfiche
{

struct AvifPicture {
    QImage image; ///< as it is stored
    PictureProblem problem = PictureProblem::None;
    QTransform upright;    ///< what makes it stand as it is meant
    bool isTurned = false; ///< by a quarter: width and height change places
};

/// The first frame, whole. Qt has no reader for AVIF of its own.
AvifPicture decodeAvif(const PictureHeader &header);

/// How large it stands upright, without decoding it; empty if that is not to be known.
QSize avifSize(const PictureHeader &header);

} // namespace Microfiche
