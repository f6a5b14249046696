// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/articlereader.h"

#include <optional>
#include <string_view>

namespace Microfiche
{

/// A file as text: valid UTF-8 without a byte order mark or NUL, lines ended by LF.
struct SourceText {
    QByteArray utf8;
    std::optional<ReadProblem> warning; ///< bytes that are no UTF-8 became U+FFFD
};

/// UTF-16 and UTF-32 are refused rather than converted: no archive of this format was ever seen
/// in them, and a guess would be made up. (RELIABILITY.md, E01-E11, F12-F14)
std::variant<SourceText, ReadProblem> decode(const QByteArray &bytes);

/// A file cut at its fences.
struct FileParts {
    std::string_view frontMatter; ///< begins on line 2
    std::string_view body;
    int bodyLine = 0; ///< counted from 1
};

/// Cuts `text` after a line `---` and at the next line `---` or `...`; blanks may follow either.
/// Later such lines belong to the body. (RELIABILITY.md, F01-F11)
std::variant<FileParts, ReadProblem> cutAtFences(std::string_view text);

/// `column` bytes into line `line` of `text`, both from 0, as a person counts.
TextPosition positionIn(std::string_view text, uint32_t line, uint32_t column);

} // namespace Microfiche
