// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/pictureformat.h"

namespace Microfiche
{

namespace
{

/// The brand of an ISO media file ("....ftypavif"), or nothing.
QByteArray mediaBrand(const QByteArray &head)
{
    return head.size() >= 12 && head.mid(4, 4) == "ftyp" ? head.mid(8, 4) : QByteArray();
}

} // namespace

PictureFormat pictureFormat(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n")) {
        return PictureFormat::Png;
    }
    if (head.startsWith("\xff\xd8\xff")) {
        return PictureFormat::Jpeg;
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
        return PictureFormat::Gif;
    }
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") {
        return PictureFormat::WebP;
    }
    const QByteArray brand = mediaBrand(head);
    if (brand == "avif" || brand == "avis") {
        return PictureFormat::Avif;
    }
    return PictureFormat::None;
}

QByteArray readerName(PictureFormat format)
{
    switch (format) {
    case PictureFormat::None: return {};
    case PictureFormat::Png: return QByteArrayLiteral("png");
    case PictureFormat::Jpeg: return QByteArrayLiteral("jpeg");
    case PictureFormat::Gif: return QByteArrayLiteral("gif");
    case PictureFormat::WebP: return QByteArrayLiteral("webp");
    case PictureFormat::Avif: return QByteArrayLiteral("avif");
    }
    return {};
}

} // namespace Microfiche
