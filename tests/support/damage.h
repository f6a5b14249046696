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

} // namespace Microfiche::Test
