// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picturedecoder.h"

#include "pictures/avifdecoder_p.h"
#include "pictures/jpegheader_p.h"
#include "pictures/pictureformat.h"
#include "pictures/pictureheader.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <mutex>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qint64 BytesAPixel = 4;

LoadedPicture problem(PictureProblem what)
{
    return {{}, what};
}

qint64 pixels(QSize size)
{
    return qint64(size.width()) * size.height();
}

/// `source` scaled down to cover `wanted`, within what one image may take.
QSize coveringSize(QSize source, QSize wanted)
{
    QSize covering = source;
    if (!wanted.isEmpty() && source.width() > wanted.width() && source.height() > wanted.height()) {
        covering = source.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    }
    while (pixels(covering) * 4 > MaxDecodeBytes) {
        covering /= 1.1;
    }
    return covering.expandedTo(QSize(1, 1));
}

/// In a format that is drawn without conversion; in place, as a second copy may be 128 MiB.
QImage forScreen(QImage image)
{
    const auto format =
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    return std::move(image).convertToFormat(format);
}

/// Whether the decoder can make one pixel of each block of 8 x 8.
bool isEighth(QSize source, QSize target)
{
    return target.width() * 8 <= source.width() && target.height() * 8 <= source.height();
}

/// What decoding takes at most: JPEG is made small as it is read, the rest before it is.
qint64 bytesNeeded(PictureFormat format, const PictureHeader &header, QSize stored, QSize target)
{
    if (format == PictureFormat::Jpeg) {
        return header.decodeBytes + BytesAPixel * pixels(target);
    }
    return std::max(header.decodeBytes, BytesAPixel * pixels(stored));
}

LoadedPicture readPicture(PictureFormat format, const PictureHeader &header, QSize size)
{
    QByteArray bytes = header.bytes;
    QByteArray coarse; // must outlive what reads it
    QBuffer coarseBuffer(&coarse);
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return problem(PictureProblem::Damaged);
    }
    QImageReader reader(&buffer, readerName(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    QSize fullSize;
    QSize decoded = header.size;
    // GIF tells a size that is not that of the image it makes; its header has been checked.
    if (format != PictureFormat::Gif) {
        if (stored.isEmpty()) {
            return problem(PictureProblem::Damaged);
        }
        if (pixels(stored) > MaxPicturePixels) {
            return problem(PictureProblem::TooLarge);
        }
        const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        fullSize = isTurned ? stored.transposed() : stored;
        const QSize target = coveringSize(stored, isTurned ? size.transposed() : size);
        decoded = target;
        if (target != stored && reader.supportsOption(QImageIOHandler::ScaledSize)) {
            reader.setScaledSize(target);
        }
        if (format == PictureFormat::Jpeg && header.scans > 1 && isEighth(stored, target)) {
            coarse = withoutFineScans(bytes);
            coarseBuffer.open(QIODevice::ReadOnly);
            reader.setDevice(&coarseBuffer);
        }
    }
    const DecodeMemory::Share share(decodeMemory(), bytesNeeded(format, header, stored, decoded));
    QImage image = forScreen(reader.read());
    if (image.isNull()) {
        return problem(PictureProblem::Damaged);
    }
    if (fullSize.isEmpty()) {
        fullSize = image.size();
    }
    const QSize target = coveringSize(image.size(), size);
    if (target != image.size()) {
        image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    image.setDevicePixelRatio(1);
    return {image, PictureProblem::None, fullSize};
}

LoadedPicture readAvif(const PictureHeader &header, QSize size)
{
    const DecodeMemory::Share share(decodeMemory(), header.decodeBytes);
    AvifPicture read = decodeAvif(header);
    if (read.problem != PictureProblem::None) {
        return problem(read.problem);
    }
    const QSize stored = read.image.size();
    const QSize target = coveringSize(stored, read.isTurned ? size.transposed() : size);
    if (target != stored) {
        read.image = read.image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return {forScreen(read.image.transformed(read.upright)), PictureProblem::None,
            read.isTurned ? stored.transposed() : stored};
}

} // namespace

bool canDecode(PictureFormat format)
{
    // What libavif reads it finds out itself.
    return format == PictureFormat::Avif ||
           QImageReader::supportedImageFormats().contains(readerName(format));
}

void limitImageAllocation()
{
    static std::once_flag once;
    std::call_once(once, [] {
        const int limit = QImageReader::allocationLimit();
        if (limit == 0 || limit > MaxDecodeMiB) {
            QImageReader::setAllocationLimit(MaxDecodeMiB);
        }
    });
}

DecodeMemory &decodeMemory()
{
    static DecodeMemory memory(MaxDecodeBytes + MaxDecodeBytes / 4);
    return memory;
}

LoadedPicture decodePicture(const QByteArray &bytes, QSize size)
{
    if (bytes.size() > MaxPictureBytes) {
        return problem(PictureProblem::TooLarge);
    }
    const PictureFormat format = pictureFormat(bytes);
    if (format == PictureFormat::None) {
        return problem(PictureProblem::Refused);
    }
    if (!canDecode(format)) {
        return problem(PictureProblem::NoDecoder);
    }
    const std::optional<PictureHeader> header = readPictureHeader(format, bytes);
    if (!header) {
        return problem(PictureProblem::Damaged);
    }
    if (isTooLarge(*header)) {
        return problem(PictureProblem::TooLarge);
    }
    return format == PictureFormat::Avif ? readAvif(*header, size)
                                         : readPicture(format, *header, size);
}

} // namespace Microfiche
