// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace Microfiche
{

/// The longest body that is kept as text, in UTF-8 bytes; the file keeps the rest.
inline constexpr size_t MaxBodyBytes = size_t{1024} * 1024;

struct BodyText {
    QString text;
    bool isCut = false;
};

/// A body as plain text to read. HTML loses its tags, scripts and styles, and its blocks become
/// paragraphs; nothing is loaded or run. Anything else, Markdown among it, stays as it is, without
/// blank lines around it.
BodyText bodyText(std::string_view body);

} // namespace Microfiche
