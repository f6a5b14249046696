// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

namespace Microfiche
{

QList<Completion> completions(const QString &, qsizetype, const QueryAnswer &, int)
{
    return {};
}

} // namespace Microfiche
