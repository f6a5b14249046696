// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <memory>

namespace Microfiche
{

class Connection;

/// What became of an archive that was to be opened; `writing` is there if it was.
struct OpenedArchive {
    Store::OpenAnswer answer;
    std::unique_ptr<Connection> writing;
};

/// Opens the archive at `path`. Throws nothing.
OpenedArchive openArchive(const QString &path, Store::IfMissing ifMissing);

} // namespace Microfiche
