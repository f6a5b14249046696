// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/pictureheader.h"

#include "pictures/avifheader_p.h"
#include "pictures/jpegheader_p.h"
#include "pictures/webpheader_p.h"

#include <algorithm>
#include <array>
#include <climits>

namespace Microfiche
{

namespace
{

constexpr qsizetype PngSignatureLength = 8;
constexpr qsizetype PngChunkFrame = 12; // length, type, checksum
constexpr int MaxScans = 100;
/// Passes over pixels: 16 over the largest picture, more over smaller ones.
constexpr qint64 MaxScannedPixels = 16 * MaxPicturePixels;

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<quint8>(bytes.at(at));
}

quint16 bigEndian16(const QByteArray &bytes, qsizetype at)
{
    return quint16(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}

quint32 bigEndian32(const QByteArray &bytes, qsizetype at)
{
    return quint32(bigEndian16(bytes, at)) << 16 | bigEndian16(bytes, at + 2);
}

quint16 littleEndian16(const QByteArray &bytes, qsizetype at)
{
    return quint16(byteAt(bytes, at + 1) << 8 | byteAt(bytes, at));
}

bool isDrawnChunk(QByteArrayView type)
{
    static constexpr std::array<const char *, 5> drawn{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
    return std::any_of(drawn.begin(), drawn.end(), [&](const char *name) { return type == name; });
}

/// Takes size and memory from the IHDR chunk at `at`.
bool readPngSize(const QByteArray &bytes, qsizetype at, quint32 length, PictureHeader &header)
{
    if (length != 13) {
        return false;
    }
    const quint32 width = bigEndian32(bytes, at + 8);
    const quint32 height = bigEndian32(bytes, at + 12);
    if (width == 0 || height == 0 || width > INT_MAX || height > INT_MAX) {
        return false;
    }
    header.size = QSize(int(width), int(height));
    const qint64 pixels = qint64(width) * height;
    const int pixelBytes = byteAt(bytes, at + 16) > 8 ? 8 : 4;
    header.decodeBytes = pixels > MaxPicturePixels ? pixels : pixels * pixelBytes;
    return true;
}

/// Compressed text and colour profiles may unpack to anything, so only what is drawn goes on.
std::optional<PictureHeader> readPng(const QByteArray &bytes)
{
    PictureHeader header;
    header.bytes = bytes.first(PngSignatureLength);
    qsizetype at = PngSignatureLength;
    while (bytes.size() - at >= PngChunkFrame) {
        const quint32 length = bigEndian32(bytes, at);
        if (length > quint64(bytes.size() - at - PngChunkFrame)) {
            return std::nullopt;
        }
        const QByteArrayView type = QByteArrayView(bytes).sliced(at + 4, 4);
        const bool isFirst = at == PngSignatureLength;
        if (isFirst != (type == "IHDR") || (isFirst && !readPngSize(bytes, at, length, header))) {
            return std::nullopt;
        }
        const qsizetype whole = qsizetype(length) + PngChunkFrame;
        if (isDrawnChunk(type)) {
            header.bytes += QByteArrayView(bytes).sliced(at, whole);
        }
        if (type == "IEND") {
            return header;
        }
        at += whole;
    }
    return std::nullopt;
}

/// The place after a chain of sub-blocks that begins at `at`, or -1.
qsizetype skipSubBlocks(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size()) {
        const quint8 length = byteAt(bytes, at);
        at += 1 + length;
        if (length == 0) {
            return at;
        }
    }
    return -1;
}

qsizetype colorTableLength(quint8 flags)
{
    return (flags & 0x80) != 0 ? 3 * (qsizetype(2) << (flags & 0x07)) : 0;
}

/// Qt makes an image of the logical screen and tells the size of the frame, or the other way round;
/// both count. Cut after the first image, so that no decoder visits the others.
std::optional<PictureHeader> readGif(const QByteArray &bytes)
{
    constexpr qsizetype ScreenEnd = 13;
    constexpr qsizetype DescriptorLength = 10;
    if (bytes.size() < ScreenEnd) {
        return std::nullopt;
    }
    PictureHeader header;
    header.size = QSize(littleEndian16(bytes, 6), littleEndian16(bytes, 8));
    qsizetype at = ScreenEnd + colorTableLength(byteAt(bytes, 10));
    while (at >= 0 && at + 2 <= bytes.size() && bytes.at(at) == '\x21') {
        at = skipSubBlocks(bytes, at + 2);
    }
    if (at < 0 || at + DescriptorLength > bytes.size() || bytes.at(at) != '\x2c') {
        return std::nullopt;
    }
    const QSize frame(littleEndian16(bytes, at + 5), littleEndian16(bytes, at + 7));
    if (frame.isEmpty()) {
        return std::nullopt;
    }
    header.size = header.size.expandedTo(frame);
    header.decodeBytes = qint64(header.size.width()) * header.size.height() * 4;
    const qsizetype data = at + DescriptorLength + colorTableLength(byteAt(bytes, at + 9)) + 1;
    const qsizetype end = skipSubBlocks(bytes, data);
    if (end < 0 || end > bytes.size()) {
        return std::nullopt;
    }
    header.bytes = bytes.first(end) + '\x3b';
    return header;
}

} // namespace

std::optional<PictureHeader> readPictureHeader(PictureFormat format, const QByteArray &bytes)
{
    switch (format) {
    case PictureFormat::None: return std::nullopt;
    case PictureFormat::Png: return readPng(bytes);
    case PictureFormat::Jpeg: return readJpegHeader(bytes);
    case PictureFormat::Gif: return readGif(bytes);
    case PictureFormat::WebP: return readWebpHeader(bytes);
    case PictureFormat::Avif: return readAvifHeader(bytes);
    }
    return std::nullopt;
}

bool isTooLarge(const PictureHeader &header)
{
    const qint64 pixels = qint64(header.size.width()) * header.size.height();
    return pixels > MaxPicturePixels || header.decodeBytes > MaxDecodeBytes ||
           header.scans > MaxScans || pixels * header.scans > MaxScannedPixels;
}

} // namespace Microfiche
