// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/boundvalues_p.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <exception>
#include <memory>
#include <unordered_map>

class QSqlError;

namespace Microfiche
{

/// What SQL could not do. It never leaves the room: every task is caught where it is answered.
class SqlError final : public std::exception
{
public:
    enum class Kind { Locked, Full, Damaged, Unwritable, Other };

    explicit SqlError(const QSqlError &error);

    Kind kind() const { return m_kind; }
    /// In words for a person.
    QString message() const;
    static QString messageOf(Kind kind);
    const char *what() const noexcept override { return m_detail.constData(); }

private:
    Kind m_kind = Kind::Other;
    QByteArray m_detail;
};

/// The answer to one statement. Gives the statement back when it goes, so that no forgotten cursor
/// holds a snapshot open; until then the same statement must not be run again.
class Rows final
{
public:
    explicit Rows(QSqlQuery &query)
        : m_query(&query)
    {
    }
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    bool next();
    bool isNull(int column) const;
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    int number(int column) const { return m_query->value(column).toInt(); }
    bool flag(int column) const { return number(column) != 0; }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    /// As it stands there, to be written elsewhere.
    QVariant value(int column) const { return m_query->value(column); }
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<int> optionalNumber(int column) const;
    std::optional<bool> optionalFlag(int column) const;
    /// Rows that an INSERT, UPDATE or DELETE has written.
    int changed() const { return m_query->numRowsAffected(); }

private:
    QSqlQuery *m_query;
};

/// One connection to an archive, for the thread that made it. Throws SqlError.
class Connection final
{
public:
    /// FileAlone reads what the file itself holds, as if it had no log, and makes no file beside
    /// it.
    enum class Access { Reading, Writing, FileAlone };

    Connection(const QString &path, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Runs `sql`, which is prepared once and kept: give a literal. Values are always bound, each
    /// to a '?'.
    template <typename... Values>
    Rows run(const char *sql, const Values &...values)
    {
        QSqlQuery &query = prepared(sql);
        BoundValues::set(query, values...);
        execute(query);
        return Rows(query);
    }

    /// Runs `sql` once, without keeping it; for schema and pragmas.
    void runOnce(const QString &sql);
    /// The first value of what `sql` gives.
    QVariant askOnce(const QString &sql);

private:
    QSqlQuery &prepared(const char *sql);
    static void execute(QSqlQuery &query);

    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_prepared;
};

/// The row that a name has, or has got now.
struct NamedRow {
    qint64 id = 0;
    bool isNew = false;
};

/// Asks `find` for the id of what `values` name; where there is none, `insert` makes it and returns
/// its id.
template <typename... Values>
NamedRow findOrInsert(Connection &connection, const char *find, const char *insert,
                      const Values &...values)
{
    if (auto rows = connection.run(find, values...); rows.next()) {
        return {rows.integer(0), false};
    }
    auto rows = connection.run(insert, values...);
    rows.next();
    return {rows.integer(0), true};
}

/// A transaction that is undone unless it is committed. Writing ones take the lock at once: a
/// reader that turns writer later fails without waiting; and they are counted in the archive.
class Transaction final
{
public:
    Transaction(Connection &connection, Connection::Access access);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    void commit();

private:
    Connection &m_connection;
    Connection::Access m_access;
    bool m_isOpen = true;
};

} // namespace Microfiche
