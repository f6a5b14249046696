// SPDX-License-Identifier: GPL-3.0-or-later
// zstd frames. What comes out of an archive may be damaged, so nothing it says of itself is
// trusted.
#pragma once

#include <QByteArray>

#include <optional>

namespace Microfiche
{

/// Above this no frame is unpacked, whatever it says.
inline constexpr qint64 MaxUnpackedBytes = 512LL * 1024 * 1024;

/// What is packed: one text, or many files that share words, where time counts.
enum class Packing { Text, Files };

/// `bytes` as one frame with a checksum; empty if there is no memory for it.
QByteArray compressed(const QByteArray &bytes, Packing packing);

/// All that is in `frame`; none if it is damaged.
std::optional<QByteArray> decompressed(const QByteArray &frame);
/// `length` bytes at `offset` of what is in `frame`, for those who know their hash: damage
/// elsewhere in the frame does not matter. None if unpacking does not get there.
std::optional<QByteArray> decompressed(const QByteArray &frame, qint64 offset, qint64 length);
/// As much as can be unpacked of `frame`, on the same terms.
QByteArray salvaged(const QByteArray &frame);

} // namespace Microfiche
