// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchpolicy.h"
#include "pictures/source/picturecatalog.h"
#include "store/store.h"

namespace Microfiche
{

/// What the picture source knows of addresses is what the archive does. The store must outlive
/// whoever asks.
class ArchivePictures final : public PictureCatalog
{
public:
    explicit ArchivePictures(Store &store)
        : m_store(store)
    {
    }

    QFuture<QList<CataloguedPicture>> find(const QList<qint64> &ids) override;
    QFuture<bool> keep(const QList<CataloguedPicture> &pictures) override;
    QFuture<bool> keepLikeness(const QHash<QByteArray, Likeness> &pictures) override;
    QFuture<bool> noteShown(const QList<qint64> &ids) override;
    QFuture<QList<PictureUse>> uses() override;
    QFuture<QList<QByteArray>> forget(const QList<QByteArray> &contents) override;
    QFuture<QList<QByteArray>> unnamed(const QList<QByteArray> &contents) override;

private:
    Store &m_store;
};

/// The policy as fetches are asked of it.
FetchPolicy fetchPolicyOf(const PicturePolicy &policy);
/// Whether any of those who name it may be asked for it.
bool mayBeAsked(const FetchPolicy &policy, const CataloguedPicture &picture);

/// Those of `ids` that were refused for lying on this machine or network and are on one of `hosts`,
/// which may: they count as never asked for from now on.
QFuture<QList<PictureId>> forgetLocalRefusals(Store &store, const QList<PictureId> &ids,
                                              const QSet<QString> &hosts);

} // namespace Microfiche
