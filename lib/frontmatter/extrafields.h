// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/nodetree.h"

#include <QJsonValue>

namespace Microfiche
{

/// A value of a field that is unknown here, as the file has it: lists and maps as such, scalars as
/// text unless they are plainly a number without leading zeros, true, false or null. Of several
/// entries with one name the first is kept.
QJsonValue toJson(NodeRef node);

} // namespace Microfiche
