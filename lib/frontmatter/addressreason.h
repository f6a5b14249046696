// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/nodetree.h"

namespace Microfiche
{

/// Why `value` is no web address, in words for a person.
QString addressReason(NodeRef value);

} // namespace Microfiche
