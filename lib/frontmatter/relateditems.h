// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/fieldreader.h"

namespace Microfiche
{

/// The links of the field `related` of the article `self`: in the file's order, one per address,
/// the first wins; an entry without a usable address is left out with a warning. A link to the
/// article itself is none.
QList<RelatedItem> relatedItems(const Field &field, const ArticleKey &self, FieldReader &reader);

} // namespace Microfiche
