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

/// Opens the archive at `path`. Throws nothing.
OpenedArchive openArchive(const QString &path, Store::IfMissing ifMissing, Store::Need need);

} // namespace Microfiche
