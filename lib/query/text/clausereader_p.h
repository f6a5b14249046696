// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/text/querylexer_p.h"

namespace Microfiche
{

/// What a word or a clause asks, whatever stands around it and but for its minus. Not for `sort:`
/// and `is:any`, which ask nothing of an article.
std::variant<Condition, QueryError> readClause(const QueryToken &token);

} // namespace Microfiche
