// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection_p.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <array>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// Result codes of SQLite (sqlite3.h); the upper bits say more than is needed here.
constexpr int PrimaryCode = 0xff;

SqlError::Kind kindOf(int code)
{
    if (code == 266 || code == 522) { // SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ
        return SqlError::Kind::Damaged;
    }
    switch (code & PrimaryCode) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return SqlError::Kind::Locked;
    case 10: // SQLITE_IOERR: what a full disk or a limit on file sizes ends in, too
    case 13: // SQLITE_FULL
        return SqlError::Kind::Full;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return SqlError::Kind::Damaged;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return SqlError::Kind::Unwritable;
    default: return SqlError::Kind::Other;
    }
}

// What every connection to an archive is told before anything else. An archive may come from
// anywhere, so what its schema says is not trusted to call functions.
const char *const CommonPragmas[] = {
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
};

const char *const WritingPragmas[] = {
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -40000",        // KiB: of a million articles, the inner pages and more
    "PRAGMA wal_autocheckpoint = 12000", // pages: what several transactions touch is moved once
    "PRAGMA journal_size_limit = 67108864",
};

QString optionsFor(Connection::Access access)
{
    switch (access) {
    case Connection::Access::Reading: return u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s;
    case Connection::Access::FileAlone: return u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
    case Connection::Access::Writing: break;
    }
    return u"QSQLITE_BUSY_TIMEOUT=5000"_s;
}

// SQLite takes a file that is said to be immutable as it is.
QString fileAlone(const QString &path)
{
    return u"file:%1?immutable=1"_s.arg(QLatin1String(QUrl::toPercentEncoding(path, "/")));
}

} // namespace

SqlError::SqlError(const QSqlError &error)
    : m_kind(kindOf(error.nativeErrorCode().toInt()))
    , m_detail(error.databaseText().toUtf8())
{
}

QString SqlError::message() const
{
    return m_kind == Kind::Other ? messageOf(m_kind).arg(QString::fromUtf8(m_detail))
                                 : messageOf(m_kind);
}

QString SqlError::messageOf(Kind kind)
{
    const auto said = [](const char *text) { return QCoreApplication::translate("Store", text); };
    switch (kind) {
    case Kind::Locked:
        return said(QT_TRANSLATE_NOOP("Store", "Another program is writing to the archive."));
    case Kind::Full:
        return said(QT_TRANSLATE_NOOP("Store", "The disk is full or cannot be written to."));
    case Kind::Damaged: return said(QT_TRANSLATE_NOOP("Store", "The archive is damaged."));
    case Kind::Unwritable:
        return said(QT_TRANSLATE_NOOP("Store", "The archive cannot be written to."));
    case Kind::Other: break;
    }
    return said(QT_TRANSLATE_NOOP("Store", "The archive could not be used: %1"));
}

Rows::~Rows()
{
    m_query->finish();
}

bool Rows::next()
{
    if (m_query->next()) {
        return true;
    }
    if (m_query->lastError().isValid()) {
        throw SqlError(m_query->lastError());
    }
    return false;
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

std::optional<qint64> Rows::optionalInteger(int column) const
{
    const QVariant value = m_query->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

std::optional<int> Rows::optionalNumber(int column) const
{
    const QVariant value = m_query->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

std::optional<bool> Rows::optionalFlag(int column) const
{
    const QVariant value = m_query->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toInt() != 0);
}

Connection::Connection(const QString &path, Access access)
    : m_name("microfiche-"_L1 + QUuid::createUuid().toString(QUuid::Id128))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(access == Access::FileAlone ? fileAlone(path) : path);
    m_database.setConnectOptions(optionsFor(access));
    try {
        if (!m_database.open()) {
            throw SqlError(m_database.lastError());
        }
        for (const char *pragma : CommonPragmas) {
            runOnce(QLatin1String(pragma));
        }
        if (access == Access::Writing) {
            for (const char *pragma : WritingPragmas) {
                runOnce(QLatin1String(pragma));
            }
        }
    } catch (...) {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery &Connection::prepared(const char *sql)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(QString::fromUtf8(sql))) {
            throw SqlError(fresh->lastError());
        }
        query = std::move(fresh);
    }
    return *query;
}

void Connection::execute(QSqlQuery &query)
{
    if (!query.exec()) {
        const SqlError error(query.lastError());
        query.finish();
        throw error;
    }
}

void Connection::runOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        throw SqlError(query.lastError());
    }
}

QVariant Connection::askOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        throw SqlError(query.lastError());
    }
    return query.next() ? query.value(0) : QVariant();
}

Transaction::Transaction(Connection &connection, Connection::Access access)
    : m_connection(connection)
    , m_access(access)
{
    if (access == Connection::Access::Writing) {
        m_connection.run("BEGIN IMMEDIATE");
    } else {
        m_connection.run("BEGIN");
    }
}

Transaction::~Transaction()
{
    if (!m_isOpen) {
        return;
    }
    try {
        m_connection.run("ROLLBACK");
    } catch (const SqlError &) {
        // SQLite has rolled back by itself, as it does when the disk is full.
    }
}

void Transaction::commit()
{
    if (m_access == Connection::Access::Writing) {
        m_connection.run("UPDATE archive SET writes = writes + 1");
    }
    m_connection.run("COMMIT");
    m_isOpen = false;
}

} // namespace Microfiche
