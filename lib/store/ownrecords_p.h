// SPDX-License-Identifier: GPL-3.0-or-later
// What a person adds to an archive besides marks: saved searches, what was asked. None of it can be
// had back from files. Each call is a transaction of its own; they throw SqlError.
#pragma once

#include "store/picturerecords.h"

namespace Microfiche
{

class Connection;

inline constexpr int KeptRecentQueries = 12;

QList<SavedSearch> readSavedSearches(Connection &connection);
QList<SavedSearch> putSavedSearches(Connection &connection, QList<SavedSearch> searches);
QStringList readRecentQueries(Connection &connection);
void putRecentQuery(Connection &connection, const QString &query);

// picturefinder.cpp: no person's, and had back by drawing the pictures again
void putLikeness(Connection &connection, const QList<PictureLikeness> &pictures);

} // namespace Microfiche
