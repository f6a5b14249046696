// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

namespace Microfiche
{

class Connection;

/// Looks at either end of every table and at some originals, of a small archive at every page.
/// Throws SqlError where it meets damage.
bool isSoundAtAGlance(Connection &connection);
/// Whether full text and articles agree. FTS5 asks for a connection that may write.
void checkWords(Connection &connection, CheckReport &report);
/// Every original against its hash. Throws SqlError.
void checkOriginals(Connection &connection, CheckReport &report);
/// Everything else: SQLite's own checks, links, and every original against its hash.
void checkRows(Connection &connection, CheckReport &report);

} // namespace Microfiche
