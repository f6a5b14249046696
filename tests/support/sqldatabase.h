// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

namespace Microfiche::Test
{

/// A connection of the test's own to an archive, to look into it, lock it or damage it.
/// Use it on the thread that made it; link Qt6::Sql.
class SqlDatabase final
{
public:
    explicit SqlDatabase(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                               QStringLiteral("test of ") + path))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open()) {
            qFatal("%s", qUtf8Printable(m_database.lastError().text()));
        }
    }

    ~SqlDatabase()
    {
        const QString name = m_database.connectionName();
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(name);
    }

    Q_DISABLE_COPY_MOVE(SqlDatabase)

    /// Runs `sql`; the first value of the first row, if there is one.
    QVariant run(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql)) {
            qFatal("%s: %s", qUtf8Printable(sql), qUtf8Printable(query.lastError().text()));
        }
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlDatabase m_database;
};

} // namespace Microfiche::Test
