// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of SQLite's files where SQLite itself cannot or must not be asked.
// https://www.sqlite.org/fileformat2.html; the numbers of its sections stand beside each part.
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace Microfiche::SqliteFormat
{

/// A big-endian number; 0 where the bytes end before it does.
inline quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

inline quint16 shortAt(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

/// The first bytes of a database. (1.3)
namespace Head
{
inline constexpr qsizetype Size = 100;
inline constexpr qsizetype PageSizeAt = 16; ///< a short
inline constexpr qsizetype WriteVersionAt = 18;
inline constexpr qsizetype ReadVersionAt = 19;
inline constexpr char WritesAhead = 2; ///< as one of these versions: there is a log
inline constexpr qsizetype PageCountAt = 28;
inline constexpr qsizetype UserVersionAt = 60;
inline constexpr qsizetype ApplicationIdAt = 68;
} // namespace Head

/// A page of a table or an index. On the first one it begins behind the head. (1.6)
namespace Page
{
inline constexpr char InteriorIndex = 2;
inline constexpr char InteriorTable = 5;
inline constexpr char LeafIndex = 10;
inline constexpr char LeafTable = 13;
inline constexpr qsizetype CellCountAt = 3; ///< a short
inline constexpr qsizetype LastChildAt = 8; ///< of an interior page
inline constexpr qsizetype LeafHeadSize = 8;
inline constexpr qsizetype InteriorHeadSize = 12;

inline bool isTable(char type)
{
    return type == InteriorTable || type == LeafTable;
}
inline bool isIndex(char type)
{
    return type == InteriorIndex || type == LeafIndex;
}
inline bool isInterior(char type)
{
    return type == InteriorIndex || type == InteriorTable;
}
} // namespace Page

/// The journal in which older transactions are kept to be undone. (3)
namespace Journal
{
inline constexpr qsizetype HeadSize = 28;
inline constexpr qsizetype SectorSizeAt = 20;
inline constexpr qsizetype PageSizeAt = 24;
inline constexpr qint64 RecordExtra = 8; ///< number and checksum beside each page
} // namespace Journal

/// The log into which is written ahead. (4.1, 4.2)
namespace Log
{
inline constexpr qsizetype HeadSize = 32;
inline constexpr quint32 MagicLittle = 0x377f0682;
inline constexpr quint32 MagicBig = 0x377f0683;
inline constexpr qsizetype PageSizeAt = 8;
inline constexpr qsizetype SaltsInHeadAt = 16;
inline constexpr qsizetype SaltsSize = 8;
inline constexpr qsizetype FrameHeadSize = 24;
inline constexpr qsizetype PagesAfterAt = 4; ///< 0 but in the last frame of a transaction
inline constexpr qsizetype SaltsInFrameAt = 8;
} // namespace Log

} // namespace Microfiche::SqliteFormat
