// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/avifheader_p.h"

#include <QList>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

struct Box {
    QByteArrayView type;
    QByteArrayView data;
};

/// The boxes that `bytes` are made of, from `at` on; none if they are made of something else.
/// (ISO/IEC 14496-12, 4.2)
std::optional<QList<Box>> boxesIn(QByteArrayView bytes, qsizetype at = 0)
{
    constexpr qsizetype HeadLength = 8;
    constexpr qsizetype LargeHeadLength = 16;
    QList<Box> boxes;
    while (bytes.size() - at >= HeadLength) {
        const qint64 left = bytes.size() - at;
        auto length = qint64(qFromBigEndian<quint32>(bytes.data() + at));
        qsizetype head = HeadLength;
        if (length == 0) { // to the end
            length = left;
        } else if (length == 1 && left >= LargeHeadLength) {
            const auto large = qFromBigEndian<quint64>(bytes.data() + at + HeadLength);
            length = qint64(std::min<quint64>(large, std::numeric_limits<qint64>::max()));
            head = LargeHeadLength;
        }
        if (length < head || length > left) {
            return std::nullopt;
        }
        boxes.append({bytes.sliced(at + 4, 4), bytes.sliced(at + head, length - head)});
        at += qsizetype(length);
    }
    return at == bytes.size() ? std::optional(boxes) : std::nullopt;
}

/// What stands in the first box of that name, which begins with `skipped` bytes of its own.
std::optional<QList<Box>> boxesOf(const std::optional<QList<Box>> &boxes, QByteArrayView type,
                                  qsizetype skipped)
{
    if (!boxes) {
        return std::nullopt;
    }
    const auto found = std::find_if(boxes->begin(), boxes->end(),
                                    [&](const Box &box) { return box.type == type; });
    if (found == boxes->end() || found->data.size() < skipped) {
        return std::nullopt;
    }
    return boxesIn(found->data, skipped);
}

/// Bytes of a decoded pixel, doubled, as two of four often share a colour.
/// (AV1 codec ISO media file format binding, 2.3)
int doubledPixelBytes(QByteArrayView configuration)
{
    if (configuration.size() < 3) {
        return 0;
    }
    const auto bits = static_cast<quint8>(configuration.at(2));
    const int sampleBytes = (bits & 0x40) != 0 ? 2 : 1;
    const bool isGrey = (bits & 0x10) != 0;
    const bool isHalfWide = (bits & 0x08) != 0;
    const bool isHalfHigh = (bits & 0x04) != 0;
    return sampleBytes * (isGrey ? 2 : isHalfWide && isHalfHigh ? 3 : isHalfWide ? 4 : 6);
}

} // namespace

/// The properties are those of all pictures in the file: of its tiles, its transparency, a small
/// copy. No decoder makes more than the largest of each.
std::optional<PictureHeader> readAvifHeader(const QByteArray &bytes)
{
    constexpr qsizetype VersionLength = 4;
    const auto meta = boxesOf(boxesIn(bytes), "meta", VersionLength);
    const auto properties = boxesOf(boxesOf(meta, "iprp", 0), "ipco", 0);
    if (!properties) {
        return std::nullopt;
    }
    PictureHeader header;
    qint64 pixels = 0;
    int doubledBytes = 0;
    bool hasAlpha = false;
    for (const Box &box : *properties) {
        if (box.type == "av1C") {
            doubledBytes = std::max(doubledBytes, doubledPixelBytes(box.data));
        } else if (box.type == "auxC") {
            hasAlpha = true;
        } else if (box.type == "ispe") {
            if (box.data.size() < VersionLength + 8) {
                return std::nullopt;
            }
            const auto width = qFromBigEndian<quint32>(box.data.data() + VersionLength);
            const auto height = qFromBigEndian<quint32>(box.data.data() + VersionLength + 4);
            constexpr quint32 Longest = 65'536; // what AV1 can code
            if (width == 0 || height == 0 || width > Longest || height > Longest) {
                return std::nullopt;
            }
            if (qint64(width) * height > pixels) {
                pixels = qint64(width) * height;
                header.size = QSize(int(width), int(height));
            }
        }
    }
    if (pixels == 0) {
        return std::nullopt;
    }
    constexpr int ShownBytes = 4;
    doubledBytes = std::max(doubledBytes, 3);
    header.decodeBytes = pixels * ShownBytes + pixels * doubledBytes * (hasAlpha ? 2 : 1) / 2;
    header.bytes = bytes;
    return header;
}

} // namespace Microfiche
