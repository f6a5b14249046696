// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Microfiche
{

struct HtmlText {
    std::string text; ///< UTF-8
    bool isCut = false;
};

/// The text of an HTML page in UTF-8, as far as it goes into `maxBytes`. Parsed as it comes, with
/// no tree, no network and no entity of the page's own; nesting beyond reason ends the text.
HtmlText htmlText(std::string_view html, size_t maxBytes);

} // namespace Microfiche
