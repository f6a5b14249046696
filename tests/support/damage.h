// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sqldatabase.h"

#include <QFile>
#include <QtEndian>

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
    // SQLite's file format, 1.3 and 1.6: interior pages lead to others by the cells they hold.
    file.seek(16);
    const qint64 size = qFromBigEndian<quint16>(file.read(2).constData());
    for (;;) {
        file.seek((page - 1) * size);
        const QByteArray bytes = file.read(size);
        const bool isInterior = bytes.at(0) == 2 || bytes.at(0) == 5;
        if (!isInterior) {
            break;
        }
        const int cells = qFromBigEndian<quint16>(bytes.constData() + 3);
        const qsizetype number = leaf == Leaf::First ? 0 : cells / 2;
        const int cell = qFromBigEndian<quint16>(bytes.constData() + 12 + 2 * number);
        page = qFromBigEndian<quint32>(bytes.constData() + cell);
    }
    file.seek((page - 1) * size);
    file.write(QByteArray(size, char(0xa5)));
}

/// Flips a bit in each of `count` places of a closed archive, behind its head; the same ones for a
/// seed.
inline void flipBits(const QString &archive, quint32 seed, int count)
{
    constexpr qint64 HeadSize = 100;
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
