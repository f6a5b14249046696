// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QString>

namespace Microfiche
{

/// A condition in words, as a chip says it: "not Druid", "with a picture", "fox or hare".
QString conditionLabel(const Condition &condition);

} // namespace Microfiche
