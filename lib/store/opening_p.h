// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection_p.h"
#include "store/store.h"

#include <memory>

namespace Microfiche
{

/// What became of an archive that was to be opened; `writing` is there if it was, and can be
/// written to.
struct OpenedArchive {
    Store::OpenAnswer answer;
    std::unique_ptr<Connection> writing = {};
    Connection::Access reading = Connection::Access::Reading; ///< how readers open it
};

/// What is to be said of the archive at `path` before SQLite may write to it. Throws SqlError.
Store::OpenAnswer lookAtArchive(const QString &path);

/// Opens the archive at `path`. Throws nothing.
OpenedArchive openArchive(const QString &path, Store::IfMissing ifMissing, Store::Need need);
/// The same for whoever keeps others from putting another archive in its place.
OpenedArchive openSettledArchive(const QString &path, Store::IfMissing ifMissing, Store::Need need);

} // namespace Microfiche
