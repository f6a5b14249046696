// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"

#include <QFuture>
#include <QImage>
#include <QSize>

#include <memory>

namespace Microfiche
{

/// Why there is no picture.
enum class PictureProblem { None, NotCarried, Damaged, TooLarge, Refused, Cancelled };

struct LoadedPicture {
    QImage image; ///< null if there is a problem
    PictureProblem problem = PictureProblem::None;
};

/// Decodes pictures of the store at the size they are drawn at, on at most two threads of its own,
/// the newest request first. Limits: 10 MiB, 40 megapixels by the header, first frame only.
class PictureLoader final
{
public:
    explicit PictureLoader(PictureStore store);
    ~PictureLoader(); ///< cancels what waits, waits for what runs
    Q_DISABLE_COPY_MOVE(PictureLoader)

    /// The picture of `content`, scaled down to cover `size` (device pixels; the smallest scale at
    /// which neither side falls below it), never scaled up. Cancel the future to drop the request.
    QFuture<LoadedPicture> load(const QByteArray &content, QSize size);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
