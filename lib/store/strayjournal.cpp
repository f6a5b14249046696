// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/strayjournal_p.h"

#include <QFile>
#include <QtEndian>

namespace Microfiche
{

namespace
{

// SQLite's file format, 1.3 and 3.
constexpr qsizetype HeadSize = 28;
constexpr qsizetype WriteVersion = 18;
constexpr char WritesAhead = 2;
constexpr qsizetype SectorSize = 20;
constexpr qsizetype PageSize = 24;
constexpr qint64 RecordExtra = 8; // number and checksum of a page

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(HeadSize) : QByteArray();
}

} // namespace

// An archive that writes ahead has had no journal since it began to. The one page that says so is
// the only one that it may still find in a journal of its own.
bool hasStrayJournal(const QString &archive)
{
    const QString path = archive + QLatin1String("-journal");
    const QByteArray journal = headOf(path);
    const QByteArray head = headOf(archive);
    const bool isLive = !journal.isEmpty() && journal.at(0) != 0; // else it is done with
    if (!isLive || head.size() < HeadSize || head.at(WriteVersion) != WritesAhead) {
        return false;
    }
    if (journal.size() < HeadSize) {
        return true;
    }
    const qint64 sector = qFromBigEndian<quint32>(journal.constData() + SectorSize);
    const qint64 page = qFromBigEndian<quint32>(journal.constData() + PageSize);
    return QFile(path).size() > sector + page + RecordExtra;
}

} // namespace Microfiche
