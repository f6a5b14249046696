// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Microfiche
{

/// `text` with its HTML entities (`&nbsp;`, `&#8217;`, `&#x2019;`) as the characters they stand
/// for, decoded once: `&amp;lt;` is `&lt;`. An entity ends with a semicolon; what is none, stands
/// for nothing or for NUL stays as it is. &#128; to &#159; mean Windows-1252, as in browsers.
QString withEntitiesDecoded(const QString &text);

} // namespace Microfiche
