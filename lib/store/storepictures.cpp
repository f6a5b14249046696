// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ownrecords_p.h"
#include "store/picturekeeping_p.h"
#include "store/readers_p.h"
#include "store/store_p.h"

namespace Microfiche
{

QFuture<QList<PictureRecord>> Store::pictures(const QList<PictureId> &ids)
{
    return d->read([=](Connection &archive) { return readPictureRecords(archive, ids); });
}

QFuture<PictureSurvey> Store::pictureSurvey(const std::optional<IdSet> &articles)
{
    return d->readUntilCancelled(
        [articles](Connection &archive, const std::function<bool()> &isCancelled) {
            return surveyPictures(archive, articles, isCancelled);
        });
}

QFuture<QList<PictureWeight>> Store::pictureWeights()
{
    return d->read([](Connection &archive) { return readPictureWeights(archive); });
}

QFuture<QList<ContentHash>> Store::carriedPictures()
{
    return d->read([](Connection &archive) { return readCarriedPictures(archive); });
}

QFuture<QList<PictureOwner>> Store::pictureOwners(const QList<ContentHash> &contents)
{
    return d->read([=](Connection &archive) { return readPictureOwners(archive, contents); });
}

QFuture<PicturePolicy> Store::picturePolicy()
{
    return d->read([](Connection &archive) { return readPicturePolicy(archive); });
}

QFuture<bool> Store::setPicturePolicy(const PicturePolicy &policy)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putPicturePolicy(*own.connection, policy);
        return true;
    });
}

QFuture<bool> Store::keepPictures(const QList<KeptPicture> &pictures)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putKeptPictures(*own.connection, pictures);
        return true;
    });
}

QFuture<bool> Store::notePicturesShown(const QList<PictureId> &ids)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putShown(*own.connection, ids);
        return true;
    });
}

QFuture<bool> Store::pickPictures(const QList<PictureId> &ids, bool isPicked)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putPicked(*own.connection, ids, isPicked);
        return true;
    });
}

QFuture<QList<ContentHash>> Store::forgetPictures(const QList<ContentHash> &contents,
                                                  Forgotten which)
{
    return d->write<QList<ContentHash>>({}, [=](Private::Writer &own) {
        return Microfiche::forgetPictures(*own.connection, contents, which);
    });
}

QFuture<QList<ContentHash>> Store::unnamedPictures(const QList<ContentHash> &contents)
{
    return d->read(
        [=](Connection &archive) { return Microfiche::unnamedPictures(archive, contents); });
}

QFuture<std::optional<ClearedPictures>> Store::clearPictures()
{
    return d->write<std::optional<ClearedPictures>>({}, [](Private::Writer &own) {
        return std::optional(Microfiche::clearPictures(*own.connection));
    });
}

QFuture<std::optional<ClearedPictures>> Store::unclearPictures()
{
    return d->write<std::optional<ClearedPictures>>({}, [](Private::Writer &own) {
        return std::optional(Microfiche::unclearPictures(*own.connection));
    });
}

QFuture<QList<ContentHash>> Store::dropClearedPictures()
{
    return d->write<QList<ContentHash>>(
        {}, [](Private::Writer &own) { return Microfiche::dropClearedPictures(*own.connection); });
}

QFuture<bool> Store::keepLikeness(const QList<PictureLikeness> &pictures)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putLikeness(*own.connection, pictures);
        return true;
    });
}

} // namespace Microfiche
