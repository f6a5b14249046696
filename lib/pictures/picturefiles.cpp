// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picturefiles.h"

#include "pictures/avifdecoder_p.h"
#include "pictures/picturedecoder.h"
#include "pictures/pictureheader.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPromise>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cerrno>
#include <exception>
#include <utility>

namespace Microfiche
{

namespace
{

using Outcome = GivenPicture::Outcome;

QSize uprightSize(PictureFormat format, const PictureHeader &header)
{
    if (format == PictureFormat::Gif) { // of which the reader says the wrong size
        return header.size;
    }
    if (format == PictureFormat::Avif) {
        return avifSize(header);
    }
    QByteArray bytes = header.bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, readerName(format));
    reader.setAutoDetectImageFormat(false);
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    return isTurned ? reader.size().transposed() : reader.size();
}

PictureFacts factsOf(const QByteArray &bytes)
{
    PictureFacts facts;
    facts.bytes = bytes.size();
    facts.format = pictureFormat(bytes);
    if (facts.format == PictureFormat::None || !canDecode(facts.format)) {
        facts.problem = facts.format == PictureFormat::None ? PictureProblem::Refused
                                                            : PictureProblem::NoDecoder;
        return facts;
    }
    const auto header = readPictureHeader(facts.format, bytes);
    if (!header) {
        facts.problem = PictureProblem::Damaged;
        return facts;
    }
    facts.size = uprightSize(facts.format, *header);
    const bool isLarge = qint64(facts.size.width()) * facts.size.height() > MaxPicturePixels;
    facts.problem =
        isLarge || isTooLarge(*header) ? PictureProblem::TooLarge : PictureProblem::None;
    return facts;
}

/// `path` with a suffix that fits the format.
QString suffixed(const QString &path, PictureFormat format)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool fits = suffix == pictureSuffix(format) ||
                      (format == PictureFormat::Jpeg && (suffix == u"jpeg" || suffix == u"jpe"));
    return fits ? path : path + u'.' + pictureSuffix(format);
}

GivenPicture write(const QByteArray &bytes, const QString &path)
{
    GivenPicture given;
    given.format = pictureFormat(bytes);
    given.path = suffixed(path, given.format);
    // Not every dialog asks before it names a file that is there.
    given.hasReplaced = QFileInfo::exists(given.path);
    if (given.hasReplaced && (given.path != path || !QFile::moveToTrash(given.path))) {
        given.outcome = Outcome::IsThere;
        return given;
    }
    QSaveFile file(given.path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    given.outcome = isWritten ? Outcome::Done : Outcome::NotWritable;
    given.reason = isWritten ? QString() : file.errorString();
    return given;
}

} // namespace

QString pictureSuffix(PictureFormat format)
{
    switch (format) {
    case PictureFormat::None: return {};
    case PictureFormat::Png: return QStringLiteral("png");
    case PictureFormat::Jpeg: return QStringLiteral("jpg");
    case PictureFormat::Gif: return QStringLiteral("gif");
    case PictureFormat::WebP: return QStringLiteral("webp");
    case PictureFormat::Avif: return QStringLiteral("avif");
    }
    return {};
}

class PictureFiles::Private
{
public:
    explicit Private(PictureStore itsStore)
        : store(std::move(itsStore))
    {
        pool.setMaxThreadCount(1);
    }

    /// Does `work` on the thread; `failed` is the answer if memory does not suffice.
    template <typename Answer, typename Work>
    QFuture<Answer> answer(Answer failed, Work work)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        pool.start([promise, failed = std::move(failed), work = std::move(work)] {
            if (!promise->isCanceled()) {
                try {
                    promise->addResult(work());
                } catch (const std::exception &) {
                    promise->addResult(failed);
                }
            }
            promise->finish();
        });
        return promise->future();
    }

    PictureFacts facts(const QByteArray &content) const
    {
        const auto bytes = store.bytes(content);
        PictureFacts none;
        none.problem = store.contains(content) ? PictureProblem::Damaged : PictureProblem::NotThere;
        return bytes ? factsOf(*bytes) : none;
    }

    /// Why there is no folder for what is lent; empty if there is one. A system that names a
    /// folder which is not there would have it in the root of the file system.
    QString prepareLending()
    {
        if (lent && lent->isValid()) {
            return {};
        }
        if (!QFileInfo(QDir::tempPath()).isDir()) {
            return qt_error_string(ENOENT);
        }
        lent = std::make_unique<QTemporaryDir>();
        return lent->isValid() ? QString() : lent->errorString();
    }

    GivenPicture lend(const QByteArray &content, const QString &name)
    {
        const auto bytes = store.bytes(content);
        if (!bytes) {
            return {};
        }
        if (const QString reason = prepareLending(); !reason.isEmpty()) {
            GivenPicture unlent;
            unlent.outcome = Outcome::NotWritable;
            unlent.path = name;
            unlent.reason = reason;
            return unlent;
        }
        // A folder each, as two pictures may have one name; the same one is written once.
        const QString folder = lent->filePath(QString::fromLatin1(content.toHex().left(16)));
        const QString path = suffixed(folder + u'/' + name, pictureFormat(*bytes));
        QDir().mkpath(folder);
        GivenPicture given = write(*bytes, path);
        given.bytes = *bytes;
        return given;
    }

    const PictureStore store;
    std::unique_ptr<QTemporaryDir> lent;
    QThreadPool pool; // last, so that its work ends before what it uses
};

PictureFiles::PictureFiles(PictureStore store)
    : d(std::make_unique<Private>(std::move(store)))
{
    limitImageAllocation();
}

PictureFiles::~PictureFiles()
{
    d->pool.waitForDone();
}

QFuture<PictureFacts> PictureFiles::facts(const QByteArray &content)
{
    return d->answer(PictureFacts{PictureProblem::TooLarge, {}, {}, 0},
                     [this, content] { return d->facts(content); });
}

QFuture<LoadedPicture> PictureFiles::whole(const QByteArray &content)
{
    return d->answer(LoadedPicture{{}, PictureProblem::TooLarge}, [this, content] {
        const auto bytes = d->store.bytes(content);
        return bytes ? decodePicture(*bytes, {}) : LoadedPicture{{}, PictureProblem::NotThere};
    });
}

QFuture<GivenPicture> PictureFiles::save(const QByteArray &content, const QString &path)
{
    return d->answer(GivenPicture{}, [this, content, path] {
        const auto bytes = d->store.bytes(content);
        return bytes ? write(*bytes, path) : GivenPicture{};
    });
}

QFuture<GivenPicture> PictureFiles::lend(const QByteArray &content, const QString &name)
{
    return d->answer(GivenPicture{}, [this, content, name] { return d->lend(content, name); });
}

} // namespace Microfiche
