// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/eventsink.h"

#include <string>

namespace Microfiche
{

/// "A value that begins with % must stand in quotes."
QString mustBeQuoted(QChar first);

/// What yaml-cpp's `message` means, in words for a person, at the place where the mistake was made
/// rather than where it was noticed. Nothing before `lastGood`, an offset in `source`, is at fault.
FrontMatterError yamlRefusal(const std::string &message, SourceMark at, std::string_view source,
                             size_t lastGood);

} // namespace Microfiche
