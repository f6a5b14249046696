// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/bodytext.h"

#include "frontmatter/htmltext.h"

namespace Microfiche
{

namespace
{

constexpr std::string_view Blank = " \t\n\f\v";

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(Blank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(Blank) - first + 1);
}

/// An HTML page or fragment begins with a tag and ends with one; Markdown that merely begins with
/// one does not.
bool isHtml(std::string_view text)
{
    if (text.size() < 3 || text.front() != '<' || text.back() != '>') {
        return false;
    }
    const char c = text[1];
    return c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Without blank lines before, but with the first line's indentation, which Markdown needs.
std::string_view withoutBlankLines(std::string_view text)
{
    const size_t first = text.find_first_not_of(Blank);
    if (first == std::string_view::npos) {
        return {};
    }
    const size_t lineBegin = text.rfind('\n', first) + 1; // npos + 1 is 0
    return text.substr(lineBegin, text.find_last_not_of(Blank) + 1 - lineBegin);
}

std::string_view cutAtCharacter(std::string_view text, size_t size)
{
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

} // namespace

BodyText bodyText(std::string_view body)
{
    BodyText result;
    if (const std::string_view page = trimmed(body); isHtml(page)) {
        const HtmlText html = htmlText(page, MaxBodyBytes);
        result.text = QString::fromStdString(html.text);
        result.isCut = html.isCut;
        return result;
    }
    std::string_view text = withoutBlankLines(body);
    result.isCut = text.size() > MaxBodyBytes;
    if (result.isCut) {
        text = cutAtCharacter(text, MaxBodyBytes);
    }
    result.text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return result;
}

} // namespace Microfiche
