// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/avifdecoder_p.h"

#include <avif/avif.h>

#include <algorithm>
#include <memory>

namespace Microfiche
{

namespace
{

struct Destroy {
    void operator()(avifDecoder *decoder) const { avifDecoderDestroy(decoder); }
};
using Decoder = std::unique_ptr<avifDecoder, Destroy>;

PictureProblem problemOf(avifResult result)
{
    switch (result) {
    case AVIF_RESULT_OK: return PictureProblem::None;
    case AVIF_RESULT_NO_CODEC_AVAILABLE: return PictureProblem::NoDecoder;
    case AVIF_RESULT_OUT_OF_MEMORY: return PictureProblem::TooLarge;
    default: return PictureProblem::Damaged;
    }
}

/// Of all decoders that libavif may have, dav1d is the one that keeps to the limit of pixels.
avifCodecChoice codec()
{
    return avifCodecName(AVIF_CODEC_CHOICE_DAV1D, AVIF_CODEC_FLAG_CAN_DECODE) != nullptr
               ? AVIF_CODEC_CHOICE_DAV1D
               : AVIF_CODEC_CHOICE_AUTO;
}

bool isWithin(const avifImage &image, const PictureHeader &header)
{
    return image.width > 0 && image.height > 0 &&
           quint64(image.width) * image.height <=
               quint64(header.size.width()) * quint64(header.size.height());
}

/// Reads what stands around the picture. Its bytes are the header's, which must outlive it.
PictureProblem open(const Decoder &decoder, const PictureHeader &header)
{
    if (!decoder) {
        return PictureProblem::TooLarge;
    }
    decoder->codecChoice = codec();
    decoder->maxThreads = 1; // the loader has its own
    decoder->ignoreExif = AVIF_TRUE;
    decoder->ignoreXMP = AVIF_TRUE;
    decoder->imageCountLimit = 1;
    decoder->imageSizeLimit = uint32_t(header.size.width()) * uint32_t(header.size.height());
    decoder->imageDimensionLimit = uint32_t(std::max(header.size.width(), header.size.height()));
    // Widely seen, and shown by browsers.
    decoder->strictFlags = AVIF_STRICT_ENABLED & ~avifStrictFlags(AVIF_STRICT_PIXI_REQUIRED);
    avifResult result = avifDecoderSetSource(decoder.get(), AVIF_DECODER_SOURCE_PRIMARY_ITEM);
    if (result == AVIF_RESULT_OK) {
        result = avifDecoderSetIOMemory(decoder.get(),
                                        reinterpret_cast<const uint8_t *>(header.bytes.constData()),
                                        size_t(header.bytes.size()));
    }
    if (result == AVIF_RESULT_OK) {
        result = avifDecoderParse(decoder.get());
    }
    if (result == AVIF_RESULT_OK && !isWithin(*decoder->image, header)) {
        return PictureProblem::Damaged; // the two disagree
    }
    return problemOf(result);
}

bool isTurned(const avifImage &image)
{
    return (image.transformFlags & AVIF_TRANSFORM_IROT) != 0 && image.irot.angle % 2 != 0;
}

QTransform uprightOf(const avifImage &image)
{
    QTransform upright;
    if ((image.transformFlags & AVIF_TRANSFORM_IMIR) != 0) { // after it was turned
#if AVIF_VERSION >= 1000000
        const bool isSideways = image.imir.axis != 0;
#else
        const bool isSideways = image.imir.mode != 0;
#endif
        upright.scale(isSideways ? -1 : 1, isSideways ? 1 : -1);
    }
    if ((image.transformFlags & AVIF_TRANSFORM_IROT) != 0) {
        upright.rotate(-90.0 * image.irot.angle); // counted against the clock
    }
    return upright;
}

/// Straight into the image's own pixels.
PictureProblem convert(const avifImage &from, QImage &image)
{
    const bool hasAlpha = from.alphaPlane != nullptr;
    image = QImage(int(from.width), int(from.height),
                   hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) {
        return PictureProblem::TooLarge;
    }
    avifRGBImage pixels = {};
    avifRGBImageSetDefaults(&pixels, &from);
    pixels.depth = 8;
    pixels.format = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? AVIF_RGB_FORMAT_BGRA : AVIF_RGB_FORMAT_ARGB;
    pixels.alphaPremultiplied = hasAlpha ? AVIF_TRUE : AVIF_FALSE;
    pixels.pixels = image.bits();
    pixels.rowBytes = uint32_t(image.bytesPerLine());
    return problemOf(avifImageYUVToRGB(&from, &pixels));
}

} // namespace

AvifPicture decodeAvif(const PictureHeader &header)
{
    AvifPicture picture;
    const Decoder decoder(avifDecoderCreate());
    picture.problem = open(decoder, header);
    if (picture.problem == PictureProblem::None) {
        picture.problem = problemOf(avifDecoderNextImage(decoder.get()));
    }
    if (picture.problem == PictureProblem::None) {
        const avifImage &image = *decoder->image;
        picture.problem =
            isWithin(image, header) ? convert(image, picture.image) : PictureProblem::Damaged;
        picture.upright = uprightOf(image);
        picture.isTurned = isTurned(image);
    }
    if (picture.problem != PictureProblem::None) {
        picture.image = {};
    }
    return picture;
}

QSize avifSize(const PictureHeader &header)
{
    const Decoder decoder(avifDecoderCreate());
    if (open(decoder, header) != PictureProblem::None) {
        return {};
    }
    const QSize size(int(decoder->image->width), int(decoder->image->height));
    return isTurned(*decoder->image) ? size.transposed() : size;
}

} // namespace Microfiche
