// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/fieldreader.h"

namespace Microfiche
{

/// The article that `tree` tells, without its body; warnings go to `reader`. Throws
/// FrontMatterError if a name stands twice, or if title or address are missing or unusable.
Article toArticle(const NodeTree &tree, FieldReader &reader);

} // namespace Microfiche
