// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/webpheader_p.h"

#include <QtEndian>

namespace Microfiche
{

namespace
{

constexpr qsizetype FileHeadLength = 12;  // RIFF, length, WEBP
constexpr qsizetype ChunkHeadLength = 8;  // name, length
constexpr qsizetype FrameHeadLength = 16; // of an animation's, before its chunks
constexpr char HasAlpha = 0x10;

struct Chunk {
    QByteArrayView name;
    QByteArrayView data;
};

/// What one picture is made of.
struct Frame {
    Chunk alpha; ///< beside a lossy image
    Chunk image;
};

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes.at(at));
}

/// The chunk at `at`, which is moved behind it. None if it is cut.
std::optional<Chunk> takeChunk(QByteArrayView bytes, qsizetype &at)
{
    if (bytes.size() - at < ChunkHeadLength) {
        return std::nullopt;
    }
    const auto length = qint64(qFromLittleEndian<quint32>(bytes.data() + at + 4));
    if (length > bytes.size() - at - ChunkHeadLength) {
        return std::nullopt;
    }
    const Chunk chunk{bytes.sliced(at, 4), bytes.sliced(at + ChunkHeadLength, length)};
    at += ChunkHeadLength + length + length % 2;
    return chunk;
}

/// The first that is whole among the chunks from `at` on.
std::optional<Frame> findFrame(QByteArrayView bytes, qsizetype at, bool isInside = false)
{
    Frame frame;
    while (const std::optional<Chunk> chunk = takeChunk(bytes, at)) {
        if (chunk->name == "VP8 " || chunk->name == "VP8L") {
            frame.image = *chunk;
            return frame;
        }
        if (chunk->name == "ALPH") {
            frame.alpha = *chunk;
        } else if (chunk->name == "ANMF") {
            return isInside ? std::nullopt : findFrame(chunk->data, FrameHeadLength, true);
        }
    }
    return std::nullopt;
}

/// RFC 6386, 9.1
QSize lossySize(QByteArrayView data)
{
    const bool isKeyFrame = data.size() >= 10 && (byteAt(data, 0) & 1) == 0;
    if (!isKeyFrame || data.sliced(3, 3) != QByteArrayView("\x9d\x01\x2a")) {
        return {};
    }
    constexpr quint16 SizeBits = 0x3fff;
    return {qFromLittleEndian<quint16>(data.data() + 6) & SizeBits,
            qFromLittleEndian<quint16>(data.data() + 8) & SizeBits};
}

/// WebP lossless bitstream specification, 3
QSize losslessSize(QByteArrayView data)
{
    if (data.size() < 5 || byteAt(data, 0) != 0x2f) {
        return {};
    }
    const auto bits = qFromLittleEndian<quint32>(data.data() + 1);
    constexpr quint32 SizeBits = 0x3fff;
    return bits >> 29 == 0 ? QSize(int(bits & SizeBits) + 1, int(bits >> 14 & SizeBits) + 1)
                           : QSize();
}

void append(QByteArray &bytes, const Chunk &chunk)
{
    const quint32 length = qToLittleEndian(quint32(chunk.data.size()));
    bytes += chunk.name;
    bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    bytes += chunk.data;
    if (chunk.data.size() % 2 != 0) {
        bytes += '\0';
    }
}

/// What the extended format says first of a picture with transparency.
QByteArray extension(QSize size)
{
    QByteArray data(10, '\0');
    data[0] = HasAlpha;
    for (int i = 0; i < 3; ++i) {
        data[4 + i] = char((size.width() - 1) >> (8 * i));
        data[7 + i] = char((size.height() - 1) >> (8 * i));
    }
    return data;
}

QByteArray still(const Frame &frame, QSize size)
{
    QByteArray chunks = QByteArrayLiteral("WEBP");
    if (!frame.alpha.data.isEmpty() && frame.image.name == "VP8 ") {
        const QByteArray extended = extension(size);
        append(chunks, {"VP8X", extended});
        append(chunks, frame.alpha);
    }
    append(chunks, frame.image);
    QByteArray file;
    append(file, {"RIFF", chunks});
    return file;
}

} // namespace

std::optional<PictureHeader> readWebpHeader(const QByteArray &bytes)
{
    if (bytes.size() < FileHeadLength) {
        return std::nullopt;
    }
    const auto length = qint64(qFromLittleEndian<quint32>(bytes.constData() + 4));
    if (length + ChunkHeadLength > bytes.size()) {
        return std::nullopt;
    }
    const std::optional<Frame> frame =
        findFrame(QByteArrayView(bytes).first(length + ChunkHeadLength), FileHeadLength);
    if (!frame) {
        return std::nullopt;
    }
    const bool isLossy = frame->image.name == "VP8 ";
    PictureHeader header;
    header.size = isLossy ? lossySize(frame->image.data) : losslessSize(frame->image.data);
    if (header.size.isEmpty()) {
        return std::nullopt;
    }
    // The lossless decoder makes its pixels before it hands them over.
    constexpr int LossyBytes = 4;
    constexpr int LosslessBytes = 8;
    header.decodeBytes =
        qint64(header.size.width()) * header.size.height() * (isLossy ? LossyBytes : LosslessBytes);
    header.bytes = still(*frame, header.size);
    return header;
}

} // namespace Microfiche
