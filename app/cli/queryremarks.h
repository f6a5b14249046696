// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/queryargument.h"
#include "query/queryanswer.h"

namespace Microfiche
{

class Console;
class Store;

/// Says what looks like a slip in a query, whatever it found; and of one that found nothing why, as
/// far as one can tell: names that nothing goes by, quotes that the shell took.
void sayRemarks(Store &store, const QueryArgument &query, const QueryAnswer &answer,
                Console &console);

} // namespace Microfiche
