// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace Microfiche
{

class Console;

/// Waits for an answer of the store. Throws the StoreError of what could not be read, which
/// runVerb() catches.
template <typename Value>
Value waitFor(QFuture<Value> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.takeResult() : Value();
}

using IfMissing = Store::IfMissing;

/// The archive at `path`; none if it cannot be opened, which is said. One that must be there
/// already is opened for reading.
std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console);
std::unique_ptr<Store> openArchive(const QString &path, IfMissing ifMissing, Console &console,
                                   Store::Need need);

} // namespace Microfiche
