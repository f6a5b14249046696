// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/eventsink.h"

namespace Microfiche
{

/// Tells `sink` the events of front matter in the plain, regular shape that programs write: maps
/// and lists in blocks, scalars that begin and end on their line. Judges nothing: whatever is not
/// known to be read alike by yaml-cpp makes it step aside. Then it returns false, and what it told
/// the sink until there counts for nothing. What it tells whole is what tellYamlEvents() tells.
[[nodiscard]] bool tellRegularYaml(std::string_view frontMatter, EventSink &sink);

} // namespace Microfiche
