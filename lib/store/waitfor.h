// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

namespace Microfiche
{

/// Waits for an answer of the store: not on a thread that has a window. A store that was closed
/// meanwhile gives none: then an empty one. Throws the StoreError of what could not be read.
template <typename Value>
Value waitFor(QFuture<Value> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.takeResult() : Value();
}

} // namespace Microfiche
