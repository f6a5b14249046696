// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/likeness.h"
#include "pictures/picturebudget.h"
#include "pictures/source/picturestatus.h"

#include <QFuture>
#include <QHash>
#include <QStringList>

namespace Microfiche
{

/// What is known of one picture address.
struct CataloguedPicture {
    qint64 id = 0;
    QString address;        ///< as an article has it; not checked
    QStringList publishers; ///< domains of those who name it, for the policy
    QByteArray carried;     ///< hash of what an import brought; empty if none did
    QByteArray fetched;     ///< hash of what was fetched
    qint64 bytes = 0;       ///< of that
    FetchValidators validators = {};
    /// What came of asking last: Ready, Gone, Refused or Failed; Loading if nobody has asked.
    PictureStatus last = {};
    qint64 askedAt = 0;  ///< seconds since 1970, by a clock that people set
    int waitSeconds = 0; ///< of Failed

    friend bool operator==(const CataloguedPicture &, const CataloguedPicture &) = default;
};

/// The pictures that an archive's articles name. Called on any thread; must not block.
class PictureCatalog
{
public:
    virtual ~PictureCatalog() = default;

    /// Those that are there.
    virtual QFuture<QList<CataloguedPicture>> find(const QList<qint64> &ids) = 0;
    /// Keeps what came of asking for them. False if it could not.
    virtual QFuture<bool> keep(const QList<CataloguedPicture> &pictures) = 0;
    /// Keeps what pictures look like, by their contents.
    virtual QFuture<bool> keepLikeness(const QHash<QByteArray, Likeness> &pictures) = 0;
    virtual QFuture<bool> noteShown(const QList<qint64> &ids) = 0;
    /// All that was fetched and is kept.
    virtual QFuture<QList<PictureUse>> uses() = 0;
    /// Forgets that these were fetched, but for those that were picked to stay meanwhile; gives
    /// those whose files nobody needs any more.
    virtual QFuture<QList<QByteArray>> forget(const QList<QByteArray> &contents) = 0;
    /// Those of them that no picture has.
    virtual QFuture<QList<QByteArray>> unnamed(const QList<QByteArray> &contents) = 0;
};

} // namespace Microfiche
