// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

namespace Microfiche
{

/// Waits for the store's answer; an empty one of a store that was closed meanwhile. Throws the
/// StoreError of what could not be read.
template <typename Value>
Value answerOf(QFuture<Value> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.takeResult() : Value();
}

} // namespace Microfiche
