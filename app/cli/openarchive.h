// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "store/waitfor.h"

#include <QString>

#include <memory>

namespace Microfiche
{

class Console;

using IfMissing = Store::IfMissing;

/// The archive at `path`; none if it cannot be opened, which is said. One that must be there
/// already is opened for reading.
std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console);
std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console,
                                   Store::Need need);

} // namespace Microfiche
