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
    QHash<QByteArray, qint64> pictures; ///< how many bytes, with the thumbnail, by their hash
    QHash<QString, qint64> unfinished; ///< bytes of files that were never given their name, by path
};

/// The folders in which the pictures of a store are, so that one can be looked at after another.
QStringList storeParts(const PictureStore &store);

/// Blocks for as long as it takes to walk one of them.
OldFiles oldFilesIn(const PictureStore &store, const QString &part, PictureStore::Moment before);

} // namespace Microfiche
