// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"

#include <QHash>
#include <QStringList>

namespace Microfiche
{

/// What a picture store holds from before some moment: what nobody names of it was left by a
/// process that ended between writing a file and noting it.
struct OldFiles {
    struct Picture {
        PictureStore::Moment keptAt = 0;
        qint64 bytes = 0; ///< with its thumbnail
    };
    QHash<QByteArray, Picture> pictures; ///< by their hash
    QStringList unfinished;              ///< paths of files that were never given their name
};

/// The folders in which the pictures of a store are, so that one can be looked at after another.
QStringList storeParts(const PictureStore &store);

/// Blocks for as long as it takes to walk one of them.
OldFiles oldFilesIn(const PictureStore &store, const QString &part, PictureStore::Moment before);

} // namespace Microfiche
