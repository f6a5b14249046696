// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/yamlescape.h"

#include <charconv>
#include <cstdint>

namespace Microfiche
{

namespace
{

/// What a backslash and `c` stand for; empty if that depends on what follows, or on nothing. Not
/// here: \N and \_, which yaml-cpp 0.7 and later ones read as different bytes.
std::string_view meaningOf(char c)
{
    using namespace std::string_view_literals;
    switch (c) {
    case '0': return "\0"sv;
    case 'a': return "\a";
    case 'b': return "\b";
    case 't': return "\t";
    case 'n': return "\n";
    case 'v': return "\v";
    case 'f': return "\f";
    case 'r': return "\r";
    case 'e': return "\x1b";
    case ' ': return " ";
    case '"': return "\"";
    case '\'': return "'";
    case '\\': return "\\";
    case '/': return "/";
    case 'L': return "\xe2\x80\xa8";
    case 'P': return "\xe2\x80\xa9";
    default: return {};
    }
}

size_t hexDigitsAfter(char c)
{
    switch (c) {
    case 'x': return 2;
    case 'u': return 4;
    case 'U': return 8;
    default: return 0;
    }
}

void appendUtf8(uint32_t code, std::string &out)
{
    const auto append = [&out](uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        append(code);
        return;
    }
    if (code < 0x800) {
        append(0xc0 | (code >> 6));
    } else if (code < 0x10000) {
        append(0xe0 | (code >> 12));
        append(0x80 | ((code >> 6) & 0x3f));
    } else {
        append(0xf0 | (code >> 18));
        append(0x80 | ((code >> 12) & 0x3f));
        append(0x80 | ((code >> 6) & 0x3f));
    }
    append(0x80 | (code & 0x3f));
}

} // namespace

size_t appendUnescaped(std::string_view text, std::string &out)
{
    if (text.size() < 2) {
        return 0;
    }
    if (const std::string_view meaning = meaningOf(text[1]); !meaning.empty()) {
        out += meaning;
        return 2;
    }
    const size_t count = hexDigitsAfter(text[1]);
    const std::string_view digits = text.substr(2, count);
    uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const bool isSurrogate = code >= 0xd800 && code < 0xe000;
    if (count == 0 || digits.size() < count || error != std::errc() ||
        end != digits.data() + digits.size() || isSurrogate || code > 0x10ffff) {
        return 0;
    }
    appendUtf8(code, out);
    return 2 + count;
}

} // namespace Microfiche
