// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Microfiche
{

/// Whether a sanitizer keeps a shadow of all memory in this build: terabytes of addresses, several
/// bytes for each one used, and several times as long for everything. A limit of memory or of the
/// processor's time that a test sets cannot be kept then, and is not set.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool IsSanitized = true;
#elif defined(__has_feature)
inline constexpr bool IsSanitized =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool IsSanitized = false;
#endif

} // namespace Microfiche
