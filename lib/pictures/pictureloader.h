// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/likeness.h"
#include "pictures/picturestore.h"

#include <QFuture>
#include <QImage>
#include <QSize>

#include <functional>
#include <memory>

namespace Microfiche
{

/// Why there is no picture.
enum class PictureProblem {
    None,
    NotThere,  ///< the store holds nothing under that hash
    Damaged,   ///< the bytes are not what they were, end too early or make no picture
    TooLarge,  ///< over one of the limits
    Refused,   ///< no format that is shown
    NoDecoder, ///< one that is shown, but nothing on this machine reads it
    Cancelled  ///< the loader ended before it came to it
};

struct LoadedPicture {
    QImage image; ///< null if there is a problem
    PictureProblem problem = PictureProblem::None;
    QSize fullSize = {};   ///< of the picture itself, upright, however large it is asked for
    Likeness likeness = 0; ///< 0 as well where nobody has found out
};

/// Decodes pictures of the store at the size they are drawn at, on at most two threads of its own,
/// the newest request first. Limits: 10 MiB, 40 megapixels by the header, first frame only.
class PictureLoader final
{
public:
    /// What decoded pictures may take in memory, the least recently used leaving first. Some pages
    /// of cards: what is drawn is held by the window already, and a thumbnail on the disk is read
    /// in less time than a frame takes.
    static constexpr qint64 DefaultMemoryBytes = 32LL * 1024 * 1024;

    explicit PictureLoader(PictureStore store, qint64 memoryBytes = DefaultMemoryBytes);
    ~PictureLoader(); ///< cancels what waits, waits for what runs
    Q_DISABLE_COPY_MOVE(PictureLoader)

    /// The picture of `content`, scaled down to cover `size` (device pixels; the smallest scale at
    /// which neither side falls below it), never scaled up; as it is if `size` is empty. Finished
    /// at once if it is in memory, else on a decoding thread. Cancel the future to drop the
    /// request. `bytes` are those of the content if they are at hand, so that few are read again.
    QFuture<LoadedPicture> load(const QByteArray &content, QSize size,
                                const QByteArray &bytes = {});

    /// Makes what load() would make on the disk, behind all that is to be loaded: the thumbnail,
    /// and what the picture looks like, which is the answer; 0 if it cannot be made.
    QFuture<Likeness> prepare(const QByteArray &content, const QByteArray &bytes = {});

    /// What pictures look like that are loaded from now on, told on any thread. Once this returns,
    /// the witness before it is not called any more.
    using Witness = std::function<void(const QByteArray &content, Likeness likeness)>;
    void setWitness(Witness witness);

private:
    class LoadJob;
    class PrepareJob;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
