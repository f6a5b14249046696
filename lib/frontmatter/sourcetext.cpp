// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/sourcetext.h"

#include "frontmatter/readerwords.h"

#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace std::string_view_literals;

constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf"sv;

enum class Encoding { Utf8, Utf16, Utf32 };

/// By byte order mark, or by a first fence whose dashes have NULs between them.
Encoding encodingOf(std::string_view bytes)
{
    for (const auto start : {"\xff\xfe\0\0"sv, "\0\0\xfe\xff"sv, "-\0\0\0-"sv, "\0\0\0-\0"sv}) {
        if (bytes.starts_with(start)) {
            return Encoding::Utf32;
        }
    }
    for (const auto start : {"\xff\xfe"sv, "\xfe\xff"sv, "-\0-\0"sv, "\0-\0-"sv}) {
        if (bytes.starts_with(start)) {
            return Encoding::Utf16;
        }
    }
    return Encoding::Utf8;
}

TextPosition positionAt(std::string_view text, size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const size_t lineBegin = before.rfind('\n') + 1; // npos + 1 is 0
    return positionIn(text, static_cast<uint32_t>(line), static_cast<uint32_t>(offset - lineBegin));
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

QByteArray withLineFeeds(QByteArray text)
{
    if (!text.contains('\r')) {
        return text;
    }
    text.replace("\r\n", "\n");
    text.replace('\r', '\n');
    return text;
}

/// Where decoding had to put a U+FFFD first.
TextPosition firstDamage(const QByteArray &before, const QByteArray &after)
{
    const auto different =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).second;
    auto offset = static_cast<size_t>(different - after.begin());
    while (offset > 0 && offset < static_cast<size_t>(after.size()) &&
           isContinuation(after[static_cast<qsizetype>(offset)])) {
        --offset;
    }
    return positionAt(std::string_view(after.data(), static_cast<size_t>(after.size())), offset);
}

QString size(qint64 bytes)
{
    return ReaderWords::tr("%1 MiB").arg(QLocale().toString(bytes / 1024 / 1024));
}

bool isFence(std::string_view line, std::string_view mark)
{
    return line.starts_with(mark) &&
           line.find_first_not_of(" \t", mark.size()) == std::string_view::npos;
}

/// "--- text" would begin a second YAML document.
bool beginsDocument(std::string_view line)
{
    return (line.starts_with("--- ") || line.starts_with("---\t") || line.starts_with("... ") ||
            line.starts_with("...\t"));
}

ReadProblem noFrontMatter(std::string_view text)
{
    if (text.starts_with("+++")) {
        return {{1, 1},
                ReaderWords::tr("The front matter is TOML, between lines of plus signs. Articles "
                                "have YAML between lines of three dashes.")};
    }
    return {
        {1, 1},
        ReaderWords::tr("No front matter. The file does not begin with a line of three dashes.")};
}

} // namespace

TextPosition positionIn(std::string_view text, uint32_t line, uint32_t column)
{
    size_t begin = 0;
    for (uint32_t i = 0; i < line && begin < text.size(); ++i) {
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    }
    const std::string_view before = text.substr(begin, column);
    const auto characters =
        std::count_if(before.begin(), before.end(), [](char c) { return !isContinuation(c); });
    return {static_cast<int>(line) + 1, static_cast<int>(characters) + 1};
}

std::variant<SourceText, ReadProblem> decode(const QByteArray &bytes)
{
    if (bytes.size() > MaxFileBytes) {
        return ReadProblem{
            {}, ReaderWords::tr("%1. Files over 16 MiB are not read.").arg(size(bytes.size()))};
    }
    const std::string_view view(bytes.data(), static_cast<size_t>(bytes.size()));
    switch (encodingOf(view)) {
    case Encoding::Utf16:
        return ReadProblem{{1, 1}, ReaderWords::tr("The file is UTF-16. Save it as UTF-8.")};
    case Encoding::Utf32:
        return ReadProblem{{1, 1}, ReaderWords::tr("The file is UTF-32. Save it as UTF-8.")};
    case Encoding::Utf8: break;
    }
    if (const size_t nul = view.find('\0'); nul != std::string_view::npos) {
        return ReadProblem{positionAt(view, nul),
                           ReaderWords::tr("The file holds a NUL byte. It is binary, no text.")};
    }

    SourceText source;
    source.utf8 = withLineFeeds(view.starts_with(ByteOrderMark) ? bytes.mid(3) : bytes);
    if (!source.utf8.isValidUtf8()) {
        const QByteArray repaired = QString::fromUtf8(source.utf8).toUtf8();
        source.warning =
            ReadProblem{firstDamage(source.utf8, repaired),
                        ReaderWords::tr("The file is not valid UTF-8 from here on. What could not "
                                        "be read is shown as \ufffd.")};
        source.utf8 = repaired;
    }
    return source;
}

std::variant<FileParts, ReadProblem> cutAtFences(std::string_view text)
{
    if (text.empty()) {
        return ReadProblem{{1, 1}, ReaderWords::tr("The file is empty.")};
    }
    size_t lineEnd = std::min(text.find('\n'), text.size());
    if (!isFence(text.substr(0, lineEnd), "---")) {
        return noFrontMatter(text);
    }

    const size_t begin = std::min(lineEnd + 1, text.size());
    const size_t limit = begin + static_cast<size_t>(MaxFrontMatterBytes);
    int lineNumber = 2;
    for (size_t at = begin; at < text.size(); at = lineEnd + 1, ++lineNumber) {
        lineEnd = std::min(text.find('\n', at), text.size());
        if (at > limit) {
            return ReadProblem{{1, 1}, ReaderWords::tr("The front matter is longer than 1 MiB.")};
        }
        const std::string_view line = text.substr(at, lineEnd - at);
        if (isFence(line, "---") || isFence(line, "...")) {
            return FileParts{text.substr(begin, at - begin),
                             text.substr(std::min(lineEnd + 1, text.size())), lineNumber + 1};
        }
        if (beginsDocument(line)) {
            return ReadProblem{
                {lineNumber, 1},
                ReaderWords::tr("A second document begins here. An article is one.")};
        }
    }
    if (text.size() > limit) {
        return ReadProblem{{1, 1}, ReaderWords::tr("The front matter is longer than 1 MiB.")};
    }
    return ReadProblem{{1, 1},
                       ReaderWords::tr("The front matter is opened here and never closed.")};
}

bool beginsWithFence(const QByteArray &head)
{
    std::string_view view(head.data(), static_cast<size_t>(head.size()));
    if (encodingOf(view) != Encoding::Utf8) {
        return true; // the reader says what is wrong with it
    }
    if (view.starts_with(ByteOrderMark)) {
        view.remove_prefix(ByteOrderMark.size());
    }
    return isFence(view.substr(0, view.find_first_of("\r\n")), "---");
}

} // namespace Microfiche
