// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/querytext.h"

#include <QString>

namespace Microfiche
{

/// A text that is no query, its wrong part marked with carets, and the message: lines of which the
/// first two are at most `width` cells wide.
QString queryErrorText(const QString &text, const QueryError &error, int width);

} // namespace Microfiche
