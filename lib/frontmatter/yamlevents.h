// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/eventsink.h"

namespace Microfiche
{

/// Tells `sink` the events of the one document in `frontMatter`, as yaml-cpp reads them. Throws
/// FrontMatterError on what is no YAML, on a second document, and on anchors, aliases and tags,
/// which are refused rather than expanded. (RELIABILITY.md, T9, T10)
void tellYamlEvents(std::string_view frontMatter, EventSink &sink);

} // namespace Microfiche
