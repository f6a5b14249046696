// SPDX-License-Identifier: GPL-3.0-or-later
// What came of asking for pictures, and whose may be asked for. Those that write are transactions
// of their own; all throw SqlError.
#pragma once

#include "store/picturerecords.h"

#include <QSet>

#include <functional>

namespace Microfiche
{

class Connection;

/// Whether the archive has tables for this. One that can only be read may be from before.
bool keepsPictures(Connection &connection);

/// Which of these were fetched and are there.
QSet<PictureId> fetchedAmong(Connection &connection, const QList<PictureId> &ids);
/// What was fetched for it and is kept; empty if nothing is.
ContentHash fetchedContent(Connection &connection, PictureId picture);
/// By hand, of whichever address; only for what was fetched.
bool isPicked(Connection &connection, const ContentHash &content);
QList<PictureRecord> readPictureRecords(Connection &connection, const QList<PictureId> &ids);
void putKeptPictures(Connection &connection, const QList<KeptPicture> &pictures);
void putShown(Connection &connection, const QList<PictureId> &ids);
void putPicked(Connection &connection, const QList<PictureId> &ids, bool isPicked);

PicturePolicy readPicturePolicy(Connection &connection);
void putPicturePolicy(Connection &connection, const PicturePolicy &policy);

QList<ContentHash> readCarriedPictures(Connection &connection);
QList<PictureWeight> readPictureWeights(Connection &connection);
QList<ContentHash> forgetPictures(Connection &connection, const QList<ContentHash> &contents,
                                  Forgotten which);

/// Which of these no picture has; none where an archive keeps too little to tell.
QList<ContentHash> unnamedPictures(Connection &connection, const QList<ContentHash> &contents);

ClearedPictures clearPictures(Connection &connection);
ClearedPictures unclearPictures(Connection &connection);
QList<ContentHash> dropClearedPictures(Connection &connection);

// picturesurvey.cpp; what is cancelled ends anywhere
PictureSurvey surveyPictures(Connection &connection, const std::optional<IdSet> &articles,
                             const std::function<bool()> &isCancelled);

} // namespace Microfiche
