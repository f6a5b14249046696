// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/opening_p.h"

#include "store/archiveset_p.h"
#include "store/backups_p.h"
#include "store/connection_p.h"
#include "store/durable_p.h"
#include "store/logdamage_p.h"
#include "store/schema_p.h"
#include "store/sqliteformat_p.h"
#include "store/strayjournal_p.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <bit>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;
using Opening = Store::Opening;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Store::OpenAnswer refused(Opening opening, const QString &message)
{
    return {opening, message};
}

Store::OpenAnswer damaged(Opening opening, const QString &message)
{
    return {opening, message, true};
}

Store::OpenAnswer refused(const SqlError &error)
{
    switch (error.kind()) {
    case SqlError::Kind::Damaged: return damaged(Opening::Unreadable, error.message());
    case SqlError::Kind::Locked:
        return refused(Opening::Locked, Words::tr("The archive is in use by another program."));
    case SqlError::Kind::Unwritable:
        return refused(Opening::Unreadable,
                       Words::tr("The archive cannot be opened for writing here."));
    default: return refused(Opening::Unreadable, error.message());
    }
}

Store::OpenAnswer madeByNewer()
{
    return refused(Opening::MadeByNewer,
                   Words::tr("A newer Microfiche made this archive. It was not touched."));
}

/// Whether a number can only be what it is because a bit of it was hit.
bool isHit(int number, int sound)
{
    return std::popcount(quint32(number) ^ quint32(sound)) == 1;
}

Store::OpenAnswer judged(int applicationId, int schemaVersion)
{
    constexpr int NoSchemaSoon = 255; // so that the next ones are not taken for damage
    const bool isVersionHit = (schemaVersion < 0 || schemaVersion > NoSchemaSoon) &&
                              isHit(schemaVersion, newestSchemaVersion());
    if (isHit(applicationId, ApplicationId) || (applicationId == ApplicationId && isVersionHit)) {
        return damaged(Opening::Unreadable, SqlError::messageOf(SqlError::Kind::Damaged));
    }
    if (applicationId != ApplicationId) {
        return refused(Opening::NotAnArchive,
                       Words::tr("This database is not a Microfiche archive."));
    }
    if (schemaVersion > newestSchemaVersion()) {
        return madeByNewer();
    }
    return {Opening::Opened, {}};
}

// Looks at the head of the file as bytes: SQLite might write to a file that it opens.
Store::OpenAnswer lookAtHead(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return refused(Opening::Unreadable,
                       Words::tr("The archive cannot be read: %1").arg(file.errorString()));
    }
    namespace Head = SqliteFormat::Head;
    const QByteArray head = file.read(Head::Size);
    if (head.isEmpty()) {
        return {Opening::Opened, {}};
    }
    if (head.size() < Head::Size || !head.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return damaged(Opening::NotAnArchive, Words::tr("This file is not a Microfiche archive."));
    }
    return judged(int(SqliteFormat::numberAt(head, Head::ApplicationIdAt)),
                  int(SqliteFormat::numberAt(head, Head::UserVersionAt)));
}

/// A log, or a journal.
Store::OpenAnswer foreignLog(const QString &log)
{
    return refused(Opening::Unreadable,
                   Words::tr("%1 is of another archive, or of an older state of this one. Nothing "
                             "was touched. To open the archive without it, move it away.")
                       .arg(log));
}

// What is not ours may be a trigger or a view that would work with our rights.
Store::OpenAnswer judged(const QList<SchemaEntry> &found, const QList<SchemaEntry> &known)
{
    if (std::equal(found.cbegin(), found.cend(), known.cbegin(), known.cend(),
                   [](const SchemaEntry &a, const SchemaEntry &b) { return a.isLike(b); })) {
        return {Opening::Opened, {}}; // both by name
    }
    const auto isIn = [](const QList<SchemaEntry> &all) {
        return [&all](const SchemaEntry &entry) {
            return std::any_of(all.cbegin(), all.cend(),
                               [&](const SchemaEntry &other) { return other.isLike(entry); });
        };
    };
    const auto stranger = std::find_if_not(found.cbegin(), found.cend(), isIn(known));
    if (stranger != found.cend()) {
        return damaged(Opening::NotAnArchive,
                       Words::tr("This archive was changed by another program: the %1 \"%2\" is "
                                 "not Microfiche's. It was not touched.")
                           .arg(stranger->type, stranger->name));
    }
    if (!std::all_of(known.cbegin(), known.cend(), isIn(found))) {
        return damaged(Opening::Unreadable, SqlError::messageOf(SqlError::Kind::Damaged));
    }
    return {Opening::Opened, {}};
}

/// What is to be in an archive of a schema. It is looked at more than once, and takes a good part
/// of the time of opening to make.
class Known
{
public:
    const QList<SchemaEntry> &schema(int version)
    {
        if (version != m_version) {
            m_schema = knownSchema(version);
            m_version = version;
        }
        return m_schema;
    }

private:
    int m_version = -1;
    QList<SchemaEntry> m_schema;
};

/// What a connection sees of an archive.
struct Sight {
    Store::OpenAnswer answer;
    bool isDamaged = false;
    QByteArray id;
    qint64 writes = 0;
};

Sight look(Connection &connection, Known &known)
{
    const Transaction snapshot(connection, Connection::Access::Reading);
    const int version = connection.askOnce(u"PRAGMA user_version"_s).toInt();
    Sight sight;
    sight.answer = judged(connection.askOnce(u"PRAGMA application_id"_s).toInt(), version);
    if (sight.answer.opening != Opening::Opened) {
        return sight;
    }
    if (const QList<SchemaEntry> found = schemaOf(connection);
        version != newestSchemaVersion() || schemaDigest(found) != NewestSchemaDigest) {
        sight.answer = judged(found, known.schema(version));
    }
    sight.isDamaged = sight.answer.opening == Opening::Unreadable;
    if (!sight.isDamaged) {
        auto rows = connection.run("SELECT id, writes FROM archive");
        rows.next();
        sight.id = rows.bytes(0);
        sight.writes = rows.integer(1);
    }
    return sight;
}

// A connection that can only read leaves the archive and its log as they are.
Sight look(const QString &path, Connection::Access access, Known &known)
{
    try {
        Connection connection(path, access);
        return look(connection, known);
    } catch (const SqlError &error) {
        return {refused(error), error.kind() == SqlError::Kind::Damaged, {}, 0};
    }
}

bool isForeign(const Sight &withLog, const Sight &alone)
{
    switch (withLog.answer.opening) {
    case Opening::Opened:
    case Opening::NotAnArchive: return withLog.id != alone.id || withLog.writes < alone.writes;
    default: return withLog.isDamaged;
    }
}

// What the file says may be older than what the write-ahead log beside it says. But SQLite takes
// any log for the file's own: one that is not would replace its content.
Store::OpenAnswer lookInside(const QString &path, Known &known)
{
    // SQLite puts its files beside the real one.
    const QString real = QFileInfo(path).canonicalFilePath();
    if (hasStrayJournal(real)) {
        return foreignLog(real + "-journal"_L1);
    }
    if (QFileInfo(real + "-journal"_L1).size() > 0) {
        return {Opening::Opened, {}}; // a transaction is to be undone first, and then looked at
    }
    const Sight alone = look(path, Connection::Access::FileAlone, known);
    const QString log = real + "-wal"_L1;
    if (QFileInfo(log).size() == 0) {
        return alone.answer;
    }
    // Looked at later, so that it is not behind where another Microfiche is writing.
    const Sight withLog = look(path, Connection::Access::Reading, known);
    const bool isSound = alone.answer.opening == Opening::Opened;
    if (isSound && isForeign(withLog, alone)) {
        return foreignLog(log);
    }
    if (withLog.answer.opening == Opening::Opened && !ArchiveSet(path).isInUse() &&
        isLogDamaged(log)) {
        return damaged(Opening::Unreadable,
                       Words::tr("The archive's log is damaged: some of what came last cannot be "
                                 "read. Nothing was touched."));
    }
    return withLog.answer;
}

// What is about to be changed is kept as it is first.
Store::OpenAnswer keepBeforeMigration(const QString &path)
{
    const BackupResult backup = backUpBeforeMigration(path);
    switch (backup.outcome) {
    case BackupResult::Outcome::Made:
    case BackupResult::Outcome::NotNeeded: return {Opening::Opened, {}};
    case BackupResult::Outcome::Damaged: return damaged(Opening::Unreadable, backup.message);
    default: break;
    }
    return refused(Opening::Unreadable,
                   Words::tr("An older Microfiche made this archive. Before it is brought up to "
                             "date, a backup is made of it. %1")
                       .arg(backup.message));
}

OpenedArchive openForWriting(const QString &path, Known &known)
{
    OpenedArchive opened;
    auto connection = std::make_unique<Connection>(path, Connection::Access::Writing);
    if (connection->askOnce(u"PRAGMA page_count"_s).toInt() > 0) {
        opened.answer = look(*connection, known).answer;
        if (opened.answer.opening != Opening::Opened) {
            return opened;
        }
        if (connection->askOnce(u"PRAGMA user_version"_s).toInt() < newestSchemaVersion()) {
            opened.answer = keepBeforeMigration(path);
        }
        if (opened.answer.opening != Opening::Opened) {
            return opened;
        }
    }
    // The first transaction of a new archive is written without a log, so that the head of the
    // file says what it is from the first byte on.
    if (migrate(*connection) > newestSchemaVersion()) {
        opened.answer = madeByNewer();
        return opened;
    }
    connection->askOnce(u"PRAGMA journal_mode = WAL"_s);
    opened.answer = {Opening::Opened, {}};
    opened.writing = std::move(connection);
    return opened;
}

// In a place where nothing can be written SQLite cannot share what it knows of the log. Without a
// log it need not: then the file is all there is.
OpenedArchive openForReading(const QString &path, Known &known)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    const bool hasLog =
        QFileInfo(real + "-wal"_L1).size() > 0 || QFileInfo(real + "-journal"_L1).size() > 0;
    const auto access = hasLog ? Connection::Access::Reading : Connection::Access::FileAlone;
    Connection connection(path, access);
    OpenedArchive opened{look(connection, known).answer, nullptr, access};
    if (opened.answer.opening == Opening::Opened &&
        connection.askOnce(u"PRAGMA user_version"_s).toInt() < oldestReadableSchemaVersion()) {
        opened.answer = refused(
            Opening::Unreadable,
            Words::tr("An older Microfiche made this archive. It must be brought up to date first, "
                      "and it cannot be written to here."));
    }
    return opened;
}

OpenedArchive openWritableIfMay(const QString &path, Store::Need need, Known &known)
{
    if (need == Store::Need::Writing || QFileInfo(path).isWritable()) {
        try {
            return openForWriting(path, known);
        } catch (const SqlError &error) {
            if (need == Store::Need::Writing || error.kind() != SqlError::Kind::Unwritable) {
                throw;
            }
        }
    }
    return openForReading(path, known);
}

Store::OpenAnswer lookAtArchive(const QString &path, Known &known)
{
    const Store::OpenAnswer answer = lookAtHead(path);
    if (answer.opening == Opening::Opened && QFileInfo(path).size() > 0) {
        return lookInside(path, known);
    }
    if (answer.opening == Opening::Opened && QFileInfo(path + "-wal"_L1).size() > 0) {
        return foreignLog(path + "-wal"_L1); // SQLite would throw it away
    }
    return answer;
}

OpenedArchive openExisting(const QString &path, Store::IfMissing ifMissing, Store::Need need)
{
    Known known;
    if (QFileInfo(path).size() == 0 &&
        (ifMissing == Store::IfMissing::Refuse || !backupsOf(path).isEmpty())) {
        return {damaged(Opening::NotAnArchive,
                        Words::tr("This file is empty. It is not a Microfiche archive."))};
    }
    const Store::OpenAnswer answer = lookAtArchive(path, known);
    if (answer.opening != Opening::Opened) {
        return {answer};
    }
    return openWritableIfMay(path, need, known);
}

OpenedArchive openNew(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!makePrivateFolder(folder) || !makePrivateFile(path)) {
        return {refused(Opening::Unreadable,
                        Words::tr("The archive cannot be made in %1.").arg(folder))};
    }
    try {
        Known known;
        return openForWriting(path, known);
    } catch (const SqlError &error) {
        QFile::remove(path);
        return {refused(error)};
    }
}

} // namespace

Store::OpenAnswer lookAtArchive(const QString &path)
{
    Known known;
    return lookAtArchive(path, known);
}

OpenedArchive openArchive(const QString &path, Store::IfMissing ifMissing, Store::Need need)
{
    if (path.isEmpty()) {
        return {refused(Opening::Unreadable, Words::tr("No archive was named."))};
    }
    // Another one may be about to take its place.
    if (!ArchiveSet(path).settle()) {
        return {refused(Opening::Locked, Words::tr("The archive is being repaired."))};
    }
    return openSettledArchive(path, ifMissing, need);
}

OpenedArchive openSettledArchive(const QString &path, Store::IfMissing ifMissing, Store::Need need)
{
    try {
        const QFileInfo info(path);
        if (info.isDir()) {
            return {refused(Opening::NotAnArchive,
                            Words::tr("This is a folder, not a Microfiche archive."))};
        }
        if (info.exists()) {
            return openExisting(path, ifMissing, need);
        }
        if (ifMissing == Store::IfMissing::Refuse) {
            return {refused(Opening::Missing,
                            Words::tr("There is no archive here. Import something first."))};
        }
        return openNew(path);
    } catch (const SqlError &error) {
        return {refused(error)};
    } catch (const std::exception &) {
        return {refused(Opening::Unreadable, Words::tr("The archive could not be opened."))};
    }
}

} // namespace Microfiche
