// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/thumbnailfile_p.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr QByteArrayView Magic("MFTHUMB2");
constexpr qsizetype MagicLength = Magic.size();
constexpr qsizetype SumLength = 32;
constexpr qsizetype ContentAt = MagicLength + SumLength;
constexpr qsizetype LikenessAt = ContentAt + PictureHashLength;
constexpr qsizetype SizeAt = LikenessAt + 8;
static_assert(SizeAt + 8 == BareThumbnailBytes);

/// Best first. Below the last, blocks show.
constexpr std::array Qualities{86, 78, 68};

QByteArray sumOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Blake2b_256);
}

template <typename Int>
void append(QByteArray &bytes, Int value)
{
    const Int swapped = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

bool isOpaque(const QImage &image)
{
    if (!image.hasAlphaChannel()) {
        return true;
    }
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb one) { return qAlpha(one) < 255; })) {
            return false;
        }
    }
    return true;
}

QByteArray encode(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const bool isWritten =
        buffer.open(QIODevice::WriteOnly) && image.save(&buffer, format, quality);
    return isWritten ? bytes : QByteArray();
}

} // namespace

QByteArray encodeThumbnailFile(const QByteArray &content, const ThumbnailFile &file)
{
    QByteArray rest = content;
    append<quint64>(rest, file.traits.likeness);
    append<qint32>(rest, file.traits.size.width());
    append<qint32>(rest, file.traits.size.height());
    rest += file.picture;
    return Magic.toByteArray() + sumOf(rest) + rest;
}

std::optional<ThumbnailFile> decodeThumbnailFile(const QByteArray &content, const QByteArray &bytes)
{
    const bool isSound =
        bytes.size() >= BareThumbnailBytes && bytes.startsWith(Magic) &&
        bytes.mid(MagicLength, SumLength) == sumOf(QByteArrayView(bytes).sliced(ContentAt)) &&
        bytes.mid(ContentAt, PictureHashLength) == content;
    if (!isSound) {
        return std::nullopt;
    }
    ThumbnailFile file;
    file.traits.likeness = qFromBigEndian<quint64>(bytes.constData() + LikenessAt);
    file.traits.size = QSize(qFromBigEndian<qint32>(bytes.constData() + SizeAt),
                             qFromBigEndian<qint32>(bytes.constData() + SizeAt + 4));
    file.picture = bytes.mid(BareThumbnailBytes);
    return file;
}

QByteArray encodeThumbnail(const QImage &image, qint64 most)
{
    if (!isOpaque(image)) {
        const QByteArray png = encode(image, "PNG", -1);
        return png.size() <= most ? png : QByteArray();
    }
    const QImage opaque = image.convertToFormat(QImage::Format_RGB32);
    for (const int quality : Qualities) {
        QByteArray jpeg = encode(opaque, "JPEG", quality);
        if (jpeg.size() <= most) {
            return jpeg;
        }
    }
    return {};
}

} // namespace Microfiche
