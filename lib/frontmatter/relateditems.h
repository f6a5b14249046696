// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/fieldreader.h"

namespace Microfiche
{

/// The links in the field `related`: in the file's order, one per address, the first wins; an entry
/// without a usable address is left out with a warning. A link to the article itself is one too.
QList<RelatedItem> relatedItems(const Field &field, FieldReader &reader);

} // namespace Microfiche
