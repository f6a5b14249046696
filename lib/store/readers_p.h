// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of store.h, each answered on a connection. They throw SqlError.
#pragma once

#include "store/picturerecords.h"

#include <functional>

namespace Microfiche
{

class Connection;

// cardreader.cpp
/// Reads one part of an article. Damage to it is kept in `problem`, so that the other parts are had
/// nevertheless.
void readPart(QString &problem, const std::function<void()> &part);
QList<ArticleCard> readCards(Connection &connection, const QList<ArticleId> &ids);
QList<ArticleCard> readRelated(Connection &connection, ArticleId id);
QList<ArticleCard> readCiting(Connection &connection, ArticleId id, int limit);

// detailreader.cpp
std::optional<ArticleDetail> readDetail(Connection &connection, ArticleId id);
std::optional<ArticleId> findArticle(Connection &connection, const ArticleKey &key);
std::optional<QByteArray> readOriginal(Connection &connection, VersionId version);
std::optional<PictureOrigin> readPictureOrigin(Connection &connection, PictureId picture);

// indexreader.cpp
IndexBatch readIndexRows(Connection &connection, ArticleId after, int limit);
QList<ArticleId> readIndexPages(Connection &connection, int limit);
QList<ArticleId> readNewest(Connection &connection, int limit);
qint64 readArticleCount(Connection &connection);
/// How often the archive has been written to.
qint64 readWrites(Connection &connection);
/// Of all articles and mentions; what is cancelled ends anywhere.
IdSet readAllIds(Connection &connection, const std::function<bool()> &isCancelled);

// termreader.cpp; what is cancelled ends anywhere
IdSet readTerm(Connection &connection, const StoreTerm &term,
               const std::function<bool()> &isCancelled);

// picturefinder.cpp
/// Articles and mentions with the picture at that address, or with one of the article at it, be it
/// under other addresses, in other bytes that look the same, or never loaded.
IdSet readPictured(Connection &connection, const QString &address,
                   const std::function<bool()> &isCancelled);
QList<PictureOwner> readPictureOwners(Connection &connection, const QList<ContentHash> &contents);

// statsreader.cpp; `path` is the archive's own
qint64 readMentionCount(Connection &connection);
ArchiveStats readStats(Connection &connection, const QString &path);

} // namespace Microfiche
