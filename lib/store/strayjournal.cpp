// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/strayjournal_p.h"

#include "store/sqliteformat_p.h"

#include <QFile>

namespace Microfiche
{

namespace
{

using namespace SqliteFormat;

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(Journal::HeadSize) : QByteArray();
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
    if (!isLive || head.size() < Journal::HeadSize ||
        head.at(Head::WriteVersionAt) != Head::WritesAhead) {
        return false;
    }
    if (journal.size() < Journal::HeadSize) {
        return true;
    }
    const qint64 sector = numberAt(journal, Journal::SectorSizeAt);
    const qint64 page = numberAt(journal, Journal::PageSizeAt);
    return QFile(path).size() > sector + page + Journal::RecordExtra;
}

} // namespace Microfiche
