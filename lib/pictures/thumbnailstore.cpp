// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/thumbnailstore.h"

#include "pictures/ownerfile_p.h"
#include "pictures/picturedecoder.h"
#include "pictures/pictureformat.h"
#include "pictures/thumbnailfile_p.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

/// A window that is made wider by little should not have all thumbnails made again. 160, 320, 640
/// and so on, to which most pictures of the web are decoded without being scaled, and one between
/// each two.
constexpr int FirstStep = 160;
constexpr int BetweenPercent = 140;
/// Covers a card of the window on a screen of twice the density.
constexpr QSize UsualSize(640, 360);

/// `size` with its longer side at the next step of the ladder.
QSize onLadder(QSize size)
{
    const int longer = std::max(size.width(), size.height());
    int step = FirstStep;
    while (step * BetweenPercent / 100 < longer) {
        step *= 2;
    }
    if (step < longer) {
        step = step * BetweenPercent / 100;
    }
    return size.scaled(step, step, Qt::KeepAspectRatio).expandedTo(size);
}

bool covers(QSize image, QSize wanted)
{
    return image.width() >= wanted.width() && image.height() >= wanted.height();
}

QImage scaledToCover(const QImage &image, QSize size)
{
    const QSize covering = image.size().scaled(size, Qt::KeepAspectRatioByExpanding);
    return covers(image.size(), covering)
               ? image.scaled(covering, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
               : image;
}

} // namespace

ThumbnailStore::ThumbnailStore(PictureStore store)
    : m_store(std::move(store))
{
}

LoadedPicture ThumbnailStore::load(const QByteArray &content, QSize size,
                                   const QByteArray &bytes) const
{
    if (content.size() != PictureHashLength) {
        return {{}, PictureProblem::NotThere};
    }
    if (size.isEmpty()) {
        return loadOriginal(content, size, bytes);
    }
    const std::optional<ThumbnailFile> file = read(content);
    if (!file) {
        return make(content, size, bytes);
    }
    if (file->picture.isEmpty()) {
        LoadedPicture picture = loadOriginal(content, size, bytes);
        picture.likeness = file->traits.likeness;
        return picture;
    }
    const LoadedPicture thumbnail = decodePicture(file->picture, size);
    if (thumbnail.image.isNull() || !covers(thumbnail.image.size(), size)) {
        // Large enough for both shapes, or the two would be made in turn.
        return make(content, size.expandedTo(thumbnail.image.size()), bytes);
    }
    return {thumbnail.image, PictureProblem::None, file->traits.size, file->traits.likeness};
}

Likeness ThumbnailStore::prepare(const QByteArray &content, const QByteArray &bytes) const
{
    const std::optional<ThumbnailFile> file = read(content);
    return file ? file->traits.likeness : make(content, UsualSize, bytes).likeness;
}

LoadedPicture ThumbnailStore::loadOriginal(const QByteArray &content, QSize size,
                                           const QByteArray &atHand) const
{
    if (!atHand.isEmpty()) {
        return decodePicture(atHand, size);
    }
    const std::optional<QByteArray> bytes = m_store.bytes(content);
    if (!bytes) {
        return {{}, m_store.contains(content) ? PictureProblem::Damaged : PictureProblem::NotThere};
    }
    return decodePicture(*bytes, size);
}

LoadedPicture ThumbnailStore::make(const QByteArray &content, QSize size,
                                   const QByteArray &atHand) const
{
    LoadedPicture picture = loadOriginal(content, onLadder(size), atHand);
    if (picture.problem != PictureProblem::None) {
        return picture;
    }
    picture.likeness = likenessOf(picture.image);
    const qint64 most =
        QFileInfo(m_store.filePath(content)).size() * MostPercent / 100 - BareThumbnailBytes;
    if (most >= 0) {
        ThumbnailFile file{{picture.fullSize, picture.likeness}, {}};
        if (picture.image.size() != picture.fullSize) {
            file.picture = encodeThumbnail(picture.image, most);
        }
        // Where it cannot be kept, it is made again.
        writeSpareFile(m_store.thumbnailPath(content), encodeThumbnailFile(content, file));
    }
    picture.image = scaledToCover(picture.image, size);
    return picture;
}

std::optional<ThumbnailFile> ThumbnailStore::read(const QByteArray &content) const
{
    const auto bytes = readWholeFile(m_store.thumbnailPath(content), MaxPictureBytes);
    return bytes ? decodeThumbnailFile(content, *bytes) : std::nullopt;
}

std::optional<PictureTraits> ThumbnailStore::traits(const QByteArray &content) const
{
    if (content.size() != PictureHashLength) {
        return std::nullopt;
    }
    const std::optional<ThumbnailFile> file = read(content);
    return file ? std::optional(file->traits) : std::nullopt;
}

} // namespace Microfiche
