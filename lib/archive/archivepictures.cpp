// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepictures.h"

#include "pictures/fetch/webaddress.h"
#include "pictures/thumbnailstore.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

using State = PictureStatus::State;

State stateOf(PictureState kept)
{
    switch (kept) {
    case PictureState::Missing: return State::Loading;
    case PictureState::Fetched: return State::Ready;
    case PictureState::Gone: return State::Gone;
    case PictureState::Refused: return State::Refused;
    case PictureState::Failed: return State::Failed;
    }
    return State::Loading;
}

PictureState keptState(State state)
{
    switch (state) {
    case State::Ready: return PictureState::Fetched;
    case State::Gone: return PictureState::Gone;
    case State::Refused: return PictureState::Refused;
    case State::Failed: return PictureState::Failed;
    case State::Loading:
    case State::NotAllowed:
    case State::Offline: break;
    }
    return PictureState::Missing;
}

CataloguedPicture catalogued(const PictureRecord &record)
{
    CataloguedPicture picture;
    picture.id = record.id;
    picture.address = record.url;
    picture.publishers = record.publishers;
    picture.carried = record.carried;
    picture.fetched = record.kept.content;
    picture.bytes = record.kept.bytes;
    picture.validators = {record.kept.etag, record.kept.lastModified};
    picture.last = {stateOf(record.kept.state), PictureReason(record.kept.reason)};
    picture.askedAt = record.kept.askedAt;
    picture.waitSeconds = record.kept.waitSeconds;
    return picture;
}

QString hostOf(const QString &address)
{
    return hostName(QUrl(address.trimmed()));
}

KeptPicture keptOf(const CataloguedPicture &picture)
{
    KeptPicture kept;
    kept.picture = picture.id;
    kept.state = keptState(picture.last.state);
    kept.reason = int(picture.last.reason);
    kept.content = picture.fetched;
    kept.bytes = picture.bytes;
    kept.etag = picture.validators.etag;
    kept.lastModified = picture.validators.lastModified;
    kept.askedAt = picture.askedAt;
    kept.waitSeconds = picture.waitSeconds;
    return kept;
}

} // namespace

QFuture<QList<CataloguedPicture>> ArchivePictures::find(const QList<qint64> &ids)
{
    return m_store.pictures(ids).then([](const QList<PictureRecord> &records) {
        QList<CataloguedPicture> pictures;
        for (const PictureRecord &record : records) {
            pictures += catalogued(record);
        }
        return pictures;
    });
}

QFuture<bool> ArchivePictures::keep(const QList<CataloguedPicture> &pictures)
{
    QList<KeptPicture> kept;
    for (const CataloguedPicture &picture : pictures) {
        kept += keptOf(picture);
    }
    return m_store.keepPictures(kept);
}

QFuture<bool> ArchivePictures::keepLikeness(const QHash<QByteArray, Likeness> &pictures)
{
    QList<PictureLikeness> likeness;
    for (auto picture = pictures.cbegin(); picture != pictures.cend(); ++picture) {
        likeness.append({picture.key(), *picture});
    }
    return m_store.keepLikeness(likeness);
}

QFuture<bool> ArchivePictures::noteShown(const QList<qint64> &ids)
{
    return m_store.notePicturesShown(ids);
}

QFuture<QList<PictureUse>> ArchivePictures::uses()
{
    return m_store.pictureWeights().then([](const QList<PictureWeight> &weights) {
        QList<PictureUse> uses;
        for (const PictureWeight &weight : weights) {
            // With its thumbnail, which is kept beside it.
            const qint64 beside = weight.bytes * ThumbnailStore::MostPercent / 100;
            uses.append({weight.content, weight.bytes + beside, weight.lastShown, weight.isToStay});
        }
        return uses;
    });
}

QFuture<QList<QByteArray>> ArchivePictures::forget(const QList<QByteArray> &contents)
{
    return m_store.forgetPictures(contents, Forgotten::Unpicked);
}

QFuture<QList<QByteArray>> ArchivePictures::unnamed(const QList<QByteArray> &contents)
{
    return m_store.unnamedPictures(contents);
}

FetchPolicy fetchPolicyOf(const PicturePolicy &policy)
{
    FetchPolicy::Mode mode = FetchPolicy::Mode::Never;
    switch (policy.mode) {
    case PictureMode::Never: break;
    case PictureMode::Chosen: mode = FetchPolicy::Mode::Chosen; break;
    case PictureMode::All: mode = FetchPolicy::Mode::All; break;
    }
    return FetchPolicy::of(mode, policy.allowed, policy.refused);
}

bool mayBeAsked(const FetchPolicy &policy, const CataloguedPicture &picture)
{
    const QString host = hostOf(picture.address);
    const QStringList &publishers = picture.publishers;
    return publishers.isEmpty()
               ? policy.allows({}, host)
               : std::any_of(publishers.cbegin(), publishers.cend(), [&](const QString &one) {
                     return policy.allows(FetchPolicy::domainName(one), host);
                 });
}

QFuture<QList<PictureId>> forgetLocalRefusals(Store &store, const QList<PictureId> &ids,
                                              const QSet<QString> &hosts)
{
    if (hosts.isEmpty()) {
        return QtFuture::makeReadyFuture(QList<PictureId>());
    }
    return store.pictures(ids)
        .then([&store, hosts](const QList<PictureRecord> &records) {
            QList<PictureId> freed;
            QList<KeptPicture> unasked;
            for (const PictureRecord &record : records) {
                const bool isLocal = record.kept.state == PictureState::Refused &&
                                     record.kept.reason == int(PictureReason::LocalNetwork);
                if (isLocal && hosts.contains(hostOf(record.url))) {
                    KeptPicture kept;
                    kept.picture = record.id;
                    unasked.append(kept);
                    freed.append(record.id);
                }
            }
            const QFuture<bool> keeping =
                freed.isEmpty() ? QtFuture::makeReadyFuture(true) : store.keepPictures(unasked);
            return QFuture(keeping).then(
                [freed](bool isKept) { return isKept ? freed : QList<PictureId>(); });
        })
        .unwrap();
}

} // namespace Microfiche
