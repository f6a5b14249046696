// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Microfiche
{

class Connection;

/// "MFCH" in the head of the file: what makes a SQLite database an archive of ours.
inline constexpr int ApplicationId = 0x4d464348;

/// The schema that this program writes.
int newestSchemaVersion();
/// The oldest one that can be read as it is, where it cannot be brought up to date.
int oldestReadableSchemaVersion();

/// Brings an archive up to schema `target`, each step in a transaction of its own that says so in
/// user_version. An archive that is newer is left alone. Gives the version it is at then.
int migrate(Connection &connection, int target = newestSchemaVersion());

/// A table, index, view or trigger.
struct SchemaEntry {
    QString type;
    QString name;
    QString sql;

    bool isLike(const SchemaEntry &other) const;
};
/// What there is in an archive, by name; and what there is to be in one of that schema. Anything
/// else is another program's, and a trigger or a view would do its work with our rights.
QList<SchemaEntry> schemaOf(Connection &connection);
QList<SchemaEntry> knownSchema(int version);
/// What tells a schema from others, in a few bytes.
QByteArray schemaDigest(const QList<SchemaEntry> &entries);
/// schemaDigest() of the newest one: to make that costs more than all else of opening an archive.
extern const char *const NewestSchemaDigest;

} // namespace Microfiche
