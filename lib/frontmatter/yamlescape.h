// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Microfiche
{

/// Appends to `out` what the escape that `text` begins with stands for in double quotes, and
/// returns its length; 0 if it is none that every yaml-cpp reads alike.
size_t appendUnescaped(std::string_view text, std::string &out);

} // namespace Microfiche
