// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/yamlreasons.h"

#include "frontmatter/readerwords.h"

#include <yaml-cpp/exceptions.h>

#include <array>
#include <optional>

namespace Microfiche
{

namespace
{

SourceMark markOf(std::string_view source, size_t offset)
{
    SourceMark mark;
    size_t lineBegin = 0;
    for (size_t i = source.find('\n'); i < offset; i = source.find('\n', i + 1)) {
        ++mark.line;
        lineBegin = i + 1;
    }
    mark.column = static_cast<uint32_t>(offset - lineBegin);
    return mark;
}

size_t offsetOf(std::string_view source, SourceMark mark)
{
    size_t offset = 0;
    for (uint32_t line = 0; line < mark.line; ++line) {
        const size_t end = source.find('\n', offset);
        if (end == std::string_view::npos)
            return source.size();
        offset = end + 1;
    }
    return std::min(offset + mark.column, source.size());
}

/// The offset after the quote that closes the one at `open`; none if nothing closes it.
std::optional<size_t> endOfQuote(std::string_view source, size_t open)
{
    const char quote = source[open];
    for (size_t i = open + 1; i < source.size(); ++i) {
        if (quote == '"' && source[i] == '\\') {
            ++i;
        } else if (source[i] == quote) {
            if (quote == '"' || i + 1 == source.size() || source[i + 1] != quote)
                return i + 1;
            ++i; // '' is a quote inside single quotes
        }
    }
    return {};
}

/// Where a quote opens, from `from` on, that nothing closes.
std::optional<size_t> openQuote(std::string_view source, size_t from)
{
    bool atTokenStart = true;
    for (size_t i = from; i < source.size();) {
        const char c = source[i];
        if (atTokenStart && (c == '"' || c == '\'')) {
            const auto end = endOfQuote(source, i);
            if (!end)
                return i;
            i = *end;
            atTokenStart = false;
            continue;
        }
        const bool beforeSpace = i + 1 == source.size() || source[i + 1] == ' ' ||
                                 source[i + 1] == '\n' || source[i + 1] == '\t';
        if (c == '\n' || c == '[' || c == '{' || c == ',')
            atTokenStart = true;
        else if ((c == ':' || c == '?' || (c == '-' && atTokenStart)) && beforeSpace)
            atTokenStart = true;
        else if (c == '#' && (i == 0 || source[i - 1] == ' ' || source[i - 1] == '\n'))
            i = std::min(source.find('\n', i), source.size()) - 1;
        else if (c != ' ' && c != '\t')
            atTokenStart = false;
        ++i;
    }
    return {};
}

struct Reason {
    const char *message; ///< yaml-cpp's, or how it begins
    const char *words;
};

namespace Msg = YAML::ErrorMsg;

constexpr auto Colon = QT_TRANSLATE_NOOP(
    "ArticleReader",
    "A colon with a space after it stands inside a value. Put the value in quotes.");
constexpr auto Escape = QT_TRANSLATE_NOOP(
    "ArticleReader",
    "A backslash begins something that YAML does not know. Write two backslashes.");
constexpr auto Layout = QT_TRANSLATE_NOOP(
    "ArticleReader",
    "This does not follow from the lines before it. Check the indentation, and put values that "
    "hold quotes, brackets or colons in quotes.");
constexpr auto Bracket =
    QT_TRANSLATE_NOOP("ArticleReader", "A bracket is opened before this place and not closed.");

const std::array Reasons = {
    Reason{Msg::TAB_IN_INDENTATION,
           QT_TRANSLATE_NOOP("ArticleReader", "The line is indented with a tab. Use spaces.")},
    Reason{Msg::MAP_VALUE, Colon},
    Reason{Msg::MAP_KEY, Colon},
    Reason{Msg::INVALID_HEX, Escape},
    Reason{Msg::INVALID_UNICODE, Escape},
    Reason{Msg::INVALID_ESCAPE, Escape},
    Reason{Msg::END_OF_MAP_FLOW, Bracket},
    Reason{Msg::END_OF_SEQ_FLOW, Bracket},
    Reason{Msg::END_OF_MAP, Layout},
    Reason{Msg::END_OF_SEQ, Layout},
    Reason{Msg::BLOCK_ENTRY, Layout},
    Reason{Msg::FLOW_END,
           QT_TRANSLATE_NOOP("ArticleReader", "A bracket is closed here that was never opened.")},
};

bool isAbout(const std::string &message, const char *beginning)
{
    return message.starts_with(beginning);
}

bool isAboutAnchors(const std::string &message)
{
    return message.find("alias") != std::string::npos ||
           message.find("anchor") != std::string::npos;
}

} // namespace

QString mustBeQuoted(QChar first)
{
    return ReaderWords::tr("A value that begins with %1 must stand in quotes.").arg(first);
}

FrontMatterError yamlRefusal(const std::string &message, SourceMark at, std::string_view source,
                             size_t lastGood)
{
    if (isAbout(message, Msg::EOF_IN_SCALAR) || isAbout(message, Msg::DOC_IN_SCALAR)) {
        if (const auto open = openQuote(source, std::min(lastGood, source.size())))
            at = markOf(source, *open);
        return {at, ReaderWords::tr("A quote is opened here and never closed.")};
    }
    const size_t offset = offsetOf(source, at);
    const char first = offset < source.size() ? source[offset] : '\0';
    if (isAboutAnchors(message))
        return {at, mustBeQuoted(first == '*' ? u'*' : u'&')};
    if (message.find("tag") != std::string::npos)
        return {at, mustBeQuoted(u'!')};
    if (isAbout(message, Msg::UNKNOWN_TOKEN) && first > ' ')
        return {at, mustBeQuoted(QLatin1Char(first))};
    for (const Reason &reason : Reasons) {
        if (isAbout(message, reason.message))
            return {at, ReaderWords::tr(reason.words)};
    }
    return {at, ReaderWords::tr("The front matter is no YAML from here on (%1).")
                    .arg(QString::fromStdString(message))};
}

} // namespace Microfiche
