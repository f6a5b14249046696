// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

namespace Microfiche
{

/// Waits for the store's answer. A store that was closed meanwhile gives none: then an empty one.
/// Throws the StoreError of what could not be read.
template <typename Value>
Value answer(QFuture<Value> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.takeResult() : Value();
}

} // namespace Microfiche
