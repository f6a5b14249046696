// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace Microfiche
{

/// Whether another thread wants no answer any more; never without a flag. Orders nothing: who reads
/// it a little late works a little longer.
inline bool isSet(const std::atomic_bool *flag)
{
    return flag && flag->load(std::memory_order_relaxed);
}

} // namespace Microfiche
