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
        if (end == std::string_view::npos) {
            return source.size();
        }
        offset = end + 1;
    }
    return std::min(offset + mark.column, source.size());
}

/// A value in quotes: from its first quote to the offset after its last; `end` is npos if nothing
/// closes it.
struct Quoted {
    size_t begin;
    size_t end;
};

size_t endOfQuote(std::string_view source, size_t open)
{
    const char quote = source[open];
    for (size_t i = open + 1; i < source.size(); ++i) {
        if (quote == '"' && source[i] == '\\') {
            ++i;
        } else if (source[i] == quote) {
            if (quote == '"' || i + 1 == source.size() || source[i + 1] != quote) {
                return i + 1;
            }
            ++i; // '' is a quote inside single quotes
        }
    }
    return std::string_view::npos;
}

bool isBlankAt(std::string_view source, size_t offset)
{
    return offset >= source.size() || std::string_view(" \t\n").find(source[offset]) < 3;
}

/// The first value in quotes that begins at `from` or after it.
std::optional<Quoted> nextQuoted(std::string_view source, size_t from)
{
    bool atValueStart = true;
    for (size_t i = from; i < source.size(); ++i) {
        const char c = source[i];
        if (atValueStart && (c == '"' || c == '\'')) {
            return Quoted{i, endOfQuote(source, i)};
        }
        const bool isSeparator =
            c == '\n' || c == '[' || c == '{' || c == ',' ||
            ((c == ':' || c == '?' || (c == '-' && atValueStart)) && isBlankAt(source, i + 1));
        if (isSeparator) {
            atValueStart = true;
        } else if (c == '#' && (i == 0 || isBlankAt(source, i - 1))) {
            i = std::min(source.find('\n', i), source.size()) - 1;
        } else if (c != ' ' && c != '\t') {
            atValueStart = false;
        }
    }
    return {};
}

/// The value in quotes that is open at `offset`, or ends right before it, blanks aside.
std::optional<Quoted> quotedBefore(std::string_view source, size_t from, size_t offset)
{
    const size_t last = offset > 0 ? source.find_last_not_of(" \t", offset - 1) : 0;
    for (auto quoted = nextQuoted(source, from); quoted && quoted->begin < offset;
         quoted = nextQuoted(source, quoted->end)) {
        if (quoted->end > last) {
            return quoted;
        }
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
constexpr auto Layout = QT_TRANSLATE_NOOP(
    "ArticleReader",
    "This does not follow from the lines before it. Check the indentation, and put values that "
    "hold quotes, brackets or colons in quotes.");
constexpr auto Bracket =
    QT_TRANSLATE_NOOP("ArticleReader", "A bracket is opened before this place and not closed.");

const std::array Reasons = {
    Reason{Msg::MAP_VALUE, Colon},
    Reason{Msg::MAP_KEY, Colon},
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

/// yaml-cpp says where it stumbled; this is what a person would point at. None if it is the same.
std::optional<FrontMatterError> clearerRefusal(const std::string &message, size_t offset,
                                               std::string_view source, size_t lastGood)
{
    const auto at = [source](size_t place) { return markOf(source, place); };
    const auto quoted = quotedBefore(source, std::min(lastGood, offset), offset);
    if (isAbout(message, Msg::EOF_IN_SCALAR) || isAbout(message, Msg::DOC_IN_SCALAR)) {
        return FrontMatterError(at(quoted ? quoted->begin : offset),
                                ReaderWords::tr("A quote is opened here and never closed."));
    }
    if (isAbout(message, Msg::INVALID_HEX) || isAbout(message, Msg::INVALID_UNICODE) ||
        isAbout(message, Msg::INVALID_ESCAPE)) {
        const size_t backslash = offset > 0 ? source.rfind('\\', offset - 1) : 0;
        return FrontMatterError(at(std::min(backslash, offset)),
                                ReaderWords::tr("A backslash begins something that YAML does not "
                                                "know. Write two backslashes."));
    }
    if (quoted && quoted->end < offset + 1) {
        if (at(quoted->begin).line < at(offset).line) {
            return FrontMatterError(
                at(quoted->begin),
                ReaderWords::tr("A quote is opened here and not closed on its line."));
        }
        return FrontMatterError(at(offset),
                                ReaderWords::tr("The quotes before this are closed already. Write "
                                                "a backslash before a quote inside quotes."));
    }
    const size_t lineBegin = offset > 0 ? source.rfind('\n', offset - 1) + 1 : 0;
    const size_t text = source.find_first_not_of(' ', lineBegin);
    if (text < source.size() && source[text] == '\t') {
        return FrontMatterError(at(lineBegin),
                                ReaderWords::tr("The line is indented with a tab. Use spaces."));
    }
    return {};
}

} // namespace

QString mustBeQuoted(QChar first)
{
    return ReaderWords::tr("A value that begins with %1 must stand in quotes.").arg(first);
}

FrontMatterError yamlRefusal(const std::string &message, SourceMark at, std::string_view source,
                             size_t lastGood)
{
    const size_t offset = offsetOf(source, at);
    if (auto refusal = clearerRefusal(message, offset, source, lastGood)) {
        return *std::move(refusal);
    }
    const char first = offset < source.size() ? source[offset] : '\0';
    if (isAboutAnchors(message)) {
        return {at, mustBeQuoted(first == '*' ? u'*' : u'&')};
    }
    if (message.find("tag") != std::string::npos) {
        return {at, mustBeQuoted(u'!')};
    }
    if (isAbout(message, Msg::UNKNOWN_TOKEN) && first > ' ') {
        return {at, mustBeQuoted(QLatin1Char(first))};
    }
    for (const Reason &reason : Reasons) {
        if (isAbout(message, reason.message)) {
            return {at, ReaderWords::tr(reason.words)};
        }
    }
    return {at, ReaderWords::tr("The front matter is no YAML from here on (%1).")
                    .arg(QString::fromStdString(message))};
}

} // namespace Microfiche
