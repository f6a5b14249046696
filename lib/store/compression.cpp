// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/compression_p.h"

#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace Microfiche
{

namespace
{

struct FreeContext {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, FreeContext>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, FreeContext>;

struct Unpacked {
    QByteArray bytes;
    qint64 end = 0; ///< where unpacking ended, by itself or by damage
};

/// The unpacked bytes from `begin` to `end`, or as many of them as there are before any damage.
Unpacked unpack(QByteArrayView frame, qint64 begin, qint64 end)
{
    Unpacked unpacked;
    const Decompressor context(ZSTD_createDCtx());
    if (!context) {
        return unpacked;
    }
    QByteArray chunk(qsizetype(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    ZSTD_inBuffer input{frame.data(), size_t(frame.size()), 0};
    while (unpacked.end < end) {
        ZSTD_outBuffer output{chunk.data(), size_t(chunk.size()), 0};
        const size_t left = ZSTD_decompressStream(context.get(), &output, &input);
        if (ZSTD_isError(left) || output.pos == 0) {
            break;
        }
        const qint64 start = unpacked.end;
        unpacked.end += qint64(output.pos);
        const qint64 from = std::max(start, begin);
        const qint64 to = std::min(unpacked.end, end);
        if (from < to) {
            unpacked.bytes.append(chunk.constData() + (from - start), to - from);
        }
    }
    return unpacked;
}

/// A checksum that does not fit would take the last bytes of a frame away, sound or not.
QByteArrayView withoutChecksum(QByteArrayView frame)
{
    constexpr qsizetype ChecksumBytes = 4;
    return frame.first(std::max<qsizetype>(frame.size() - ChecksumBytes, 0));
}

} // namespace

QByteArray compressed(const QByteArray &bytes, Packing packing)
{
    const Compressor context(ZSTD_createCCtx());
    if (!context) {
        return {};
    }
    const auto set = [&context](ZSTD_cParameter parameter, int value) {
        ZSTD_CCtx_setParameter(context.get(), parameter, value);
    };
    set(ZSTD_c_checksumFlag, 1);
    if (packing == Packing::Text) {
        set(ZSTD_c_compressionLevel, 6);
    } else {
        // Related entries come back hundreds of files later, beyond what the low levels look back.
        set(ZSTD_c_compressionLevel, 1);
        set(ZSTD_c_windowLog, 21);
        set(ZSTD_c_hashLog, 17);
    }
    QByteArray frame(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(context.get(), frame.data(), size_t(frame.size()),
                                       bytes.constData(), size_t(bytes.size()));
    if (ZSTD_isError(size)) {
        return {};
    }
    frame.truncate(qsizetype(size));
    frame.squeeze();
    return frame;
}

std::optional<QByteArray> decompressed(const QByteArray &frame, qint64 offset, qint64 length)
{
    if (offset < 0 || length < 0 || offset > MaxUnpackedBytes || length > MaxUnpackedBytes) {
        return std::nullopt;
    }
    const Unpacked unpacked = unpack(withoutChecksum(frame), offset, offset + length);
    return unpacked.end < offset + length ? std::nullopt : std::optional(unpacked.bytes);
}

QByteArray salvaged(const QByteArray &frame)
{
    return unpack(withoutChecksum(frame), 0, MaxUnpackedBytes).bytes;
}

std::optional<QByteArray> decompressed(const QByteArray &frame)
{
    const unsigned long long size =
        ZSTD_getFrameContentSize(frame.constData(), size_t(frame.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
        size > static_cast<unsigned long long>(MaxUnpackedBytes)) {
        return std::nullopt;
    }
    const Unpacked unpacked = unpack(frame, 0, qint64(size));
    return unpacked.end < qint64(size) ? std::nullopt : std::optional(unpacked.bytes);
}

} // namespace Microfiche
