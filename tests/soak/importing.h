// SPDX-License-Identifier: GPL-3.0-or-later
// Archives as the trials make and read them, in the process that calls.
#pragma once

#include "store/store.h"

#include <functional>

namespace Microfiche::Soak
{

template <typename Value>
Value answerOf(QFuture<Value> future)
{
    future.waitForFinished();
    return future.result();
}

bool open(Store &store, const QString &archive);

/// An import that nobody disturbs; false if it does not come to its end.
bool importWhole(Store &store, const QStringList &paths,
                 const std::function<void(const IndexBatch &)> &committed = {});

} // namespace Microfiche::Soak
