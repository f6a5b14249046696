// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqliteformat_p.h"
#include "support/sqldatabase.h"

#include <QFile>

namespace Microfiche::Test
{

enum class Leaf { First, Middle };

/// Overwrites one leaf page of a table or index of a closed archive, as a bad sector would. Others
/// of its pages, if it has more, stay sound. Link Qt6::Sql.
inline void smashLeaf(const QString &archive, const QString &table, Leaf leaf = Leaf::Middle)
{
    qint64 page = 0;
    {
        SqlDatabase database(archive);
        page = database
                   .run(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = '%1'")
                            .arg(table))
                   .toLongLong();
    }
    QFile file(archive);
    if (page < 2 || !file.open(QIODevice::ReadWrite)) {
        qFatal("There is no %s to damage", qUtf8Printable(table));
    }
    using namespace SqliteFormat;
    const qint64 size = shortAt(file.read(Head::Size), Head::PageSizeAt);
    for (;;) {
        file.seek((page - 1) * size);
        const QByteArray bytes = file.read(size);
        if (!Page::isInterior(bytes.at(0))) {
            break;
        }
        const int cells = shortAt(bytes, Page::CellCountAt);
        const qsizetype number = leaf == Leaf::First ? 0 : cells / 2;
        page = numberAt(bytes, shortAt(bytes, Page::InteriorHeadSize + 2 * number));
    }
    file.seek((page - 1) * size);
    file.write(QByteArray(size, char(0xa5)));
}

/// Flips a bit in each of `count` places of a closed archive, behind its head; the same ones for a
/// seed.
inline void flipBits(const QString &archive, quint32 seed, int count)
{
    constexpr qint64 HeadSize = SqliteFormat::Head::Size;
    QFile file(archive);
    if (!file.open(QIODevice::ReadWrite) || file.size() <= HeadSize) {
        qFatal("There is nothing to damage in %s", qUtf8Printable(archive));
    }
    quint32 state = seed;
    for (int i = 0; i < count; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        const qint64 at = HeadSize + state % (file.size() - HeadSize);
        file.seek(at);
        const char byte = file.read(1).at(0);
        file.seek(at);
        file.putChar(char(byte ^ (1 << (state >> 29))));
    }
}

} // namespace Microfiche::Test
