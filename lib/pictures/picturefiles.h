// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureformat.h"
#include "pictures/pictureloader.h"
#include "pictures/picturestore.h"

#include <QFuture>

#include <memory>

namespace Microfiche
{

/// What the bytes of a picture say of it, before any of it is drawn.
struct PictureFacts {
    PictureProblem problem = PictureProblem::NotThere; ///< why it cannot be drawn
    PictureFormat format = PictureFormat::None;
    QSize size; ///< upright, in pixels; empty where that is not to be known
    qint64 bytes = 0;

    friend bool operator==(const PictureFacts &, const PictureFacts &) = default;
};

/// As files of that format are called: "jpg"; empty for none.
QString pictureSuffix(PictureFormat format);

/// What came of giving a picture out.
struct GivenPicture {
    enum class Outcome {
        Done,
        NotThere,    ///< its bytes are missing or damaged
        IsThere,     ///< another file has the name that it would get, and cannot make way
        NotWritable, ///< see `reason`
    };

    Outcome outcome = Outcome::NotThere;
    QString path;             ///< of the file, with the suffix of its format
    bool hasReplaced = false; ///< another, which lies in the trash
    QString reason;
    QByteArray bytes; ///< if it was lent
    PictureFormat format = PictureFormat::None;
};

/// The very bytes of pictures of the store, for whoever wants more of them than to look at. On a
/// thread of its own.
class PictureFiles final
{
public:
    explicit PictureFiles(PictureStore store);
    ~PictureFiles(); ///< waits for what is asked
    Q_DISABLE_COPY_MOVE(PictureFiles)

    QFuture<PictureFacts> facts(const QByteArray &content);
    /// The whole picture.
    QFuture<LoadedPicture> whole(const QByteArray &content);
    /// Writes the original bytes to `path`: whole or not at all. A suffix that is not theirs gets
    /// theirs behind it, but then no file is replaced.
    QFuture<GivenPicture> save(const QByteArray &content, const QString &path);
    /// The same as a file `name` (without suffix) in a folder that lasts as long as this.
    QFuture<GivenPicture> lend(const QByteArray &content, const QString &name);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
