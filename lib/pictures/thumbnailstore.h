// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureloader.h"
#include "pictures/picturestore.h"

#include <QSize>

#include <optional>

namespace Microfiche
{

struct ThumbnailFile;

/// What is known of a picture without decoding it.
struct PictureTraits {
    QSize size;            ///< upright, in its own pixels
    Likeness likeness = 0; ///< see likenessOf()
};

/// Pictures at the size they are drawn at. One thumbnail a picture is made when it is first drawn
/// and kept beside the original, at most 12 % of its bytes: JPEG, or PNG if it is transparent, at
/// the lowest size of a ladder that covers what was asked; it is made again if a larger one is. If
/// none of that weight is worth drawing, only the traits are kept and the original, a small file
/// then, is decoded each time. What is read is checked; what is damaged or another picture's is
/// made anew. Safe on any thread; blocks.
class ThumbnailStore final
{
public:
    static constexpr int MostPercent = 12;

    explicit ThumbnailStore(PictureStore store);

    /// As PictureLoader::load() says; the bytes must be those of the content.
    LoadedPicture load(const QByteArray &content, QSize size, const QByteArray &bytes = {}) const;

    /// Sees to it that there is a thumbnail of the size that cards mostly have; what it looks like.
    Likeness prepare(const QByteArray &content, const QByteArray &bytes = {}) const;

    /// None if the picture has never been loaded at a size, or its thumbnail is damaged.
    std::optional<PictureTraits> traits(const QByteArray &content) const;

    const PictureStore &pictures() const { return m_store; }

private:
    LoadedPicture loadOriginal(const QByteArray &content, QSize size,
                               const QByteArray &atHand) const;
    LoadedPicture make(const QByteArray &content, QSize size, const QByteArray &atHand) const;
    std::optional<ThumbnailFile> read(const QByteArray &content) const;

    PictureStore m_store;
};

} // namespace Microfiche
