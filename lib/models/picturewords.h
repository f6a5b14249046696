// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of pictures and of what came of them.
#pragma once

#include "pictures/picturefiles.h"
#include "store/picturerecords.h"

namespace Microfiche
{

/// "1,280 × 720 pixels, 230 KiB, JPEG"; what is not known is left out.
QString pictureFactsText(const PictureFacts &facts);
/// Why a picture that the archive has is not shown; empty for None.
QString pictureProblemText(PictureProblem problem, StoredKeeping keeping);
QString pictureNotHereText();
/// What came of saving it.
QString savedText(const GivenPicture &given, StoredKeeping keeping);
/// A name for its file without suffix, from its address, else from `title`: safe in any folder.
QString pictureFileName(const QString &address, const QString &title);

} // namespace Microfiche
