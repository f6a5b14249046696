// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"

#include <QStringList>

namespace Microfiche
{

/// Why a query found nothing, as far as one can tell: a slip in it, names that nothing goes by.
QStringList reasonsForNothing(const QString &query, const QueryAnswer &answer);

} // namespace Microfiche
