// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/records.h"

#include "store/compression_p.h"

#include <QCryptographicHash>

namespace Microfiche
{

ContentHash contentHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

qint64 OriginalsBlock::add(const QByteArray &bytes)
{
    const qint64 offset = m_unpacked.size();
    m_unpacked.append(bytes);
    return offset;
}

QByteArray OriginalsBlock::packed() const
{
    return m_unpacked.isEmpty() ? QByteArray() : compressed(m_unpacked, Packing::Files);
}

std::optional<QByteArray> OriginalsBlock::unpack(const QByteArray &packed, qint64 offset,
                                                 qint64 length)
{
    return decompressed(packed, offset, length);
}

} // namespace Microfiche
