// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace Microfiche
{

/// The text that parseQuery() reads as `normal` among other clauses, be it side by side or within
/// brackets.
QString conditionText(const Condition &normal);
/// `is:mention`, `has:picture` and so on.
QString stateText(ArticleState state);

} // namespace Microfiche
