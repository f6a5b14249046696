// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/htmltext.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

namespace Microfiche
{

namespace
{

/// libxml2 walks all open elements at each end tag: without a bound a page could buy hours.
constexpr int MaxOpenElements = 1'000;

/// Elements that stand on lines of their own; two line feeds part them from the text around.
constexpr std::array<std::string_view, 36> Paragraphs = {
    "address", "article", "aside", "blockquote", "body",       "center",  "dd",      "details",
    "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer",  "form",
    "h1",      "h2",      "h3",    "h4",         "h5",         "h6",      "header",  "hr",
    "main",    "nav",     "ol",    "p",          "pre",        "section", "summary", "table",
    "tfoot",   "thead",   "ul",    "caption"};
constexpr std::array<std::string_view, 3> Lines = {"br", "li", "tr"};
constexpr std::array<std::string_view, 2> Cells = {"td", "th"};
constexpr std::array<std::string_view, 4> Unread = {"script", "style", "template", "title"};

template <size_t N>
bool isOneOf(std::string_view name, const std::array<std::string_view, N> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Takes the parser's events and writes the text, one break between two pieces of it at most.
class TextWriter
{
public:
    TextWriter(size_t maxBytes, HtmlText &out)
        : m_maxBytes(maxBytes)
        , m_out(out)
    {
    }

    void attach(htmlParserCtxtPtr parser) { m_parser = parser; }

    void startElement(std::string_view name)
    {
        m_unread += isOneOf(name, Unread) ? 1 : 0;
        m_preformatted += name == "pre" ? 1 : 0;
        separate(name);
        if (++m_open > MaxOpenElements) {
            stop();
        }
    }

    void endElement(std::string_view name)
    {
        m_unread -= isOneOf(name, Unread) && m_unread > 0 ? 1 : 0;
        m_preformatted -= name == "pre" && m_preformatted > 0 ? 1 : 0;
        --m_open;
        if (name != "br") {
            separate(name);
        }
    }

    void characters(std::string_view text)
    {
        if (m_unread > 0 || m_out.isCut) {
            return;
        }
        for (const char c : text) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                takeSpace(c);
            } else {
                takeVisible(c);
            }
        }
        if (m_out.text.size() > m_maxBytes) {
            stop();
        }
    }

private:
    void separate(std::string_view name)
    {
        if (isOneOf(name, Paragraphs)) {
            m_newlines = std::max(m_newlines, 2);
        } else if (name == "br") {
            ++m_newlines;
        } else if (isOneOf(name, Lines)) {
            m_newlines = std::max(m_newlines, 1);
        } else if (isOneOf(name, Cells)) {
            m_hasSpace = true;
        }
    }

    void takeSpace(char c)
    {
        if (m_preformatted > 0 && c == '\n') {
            ++m_newlines;
        } else if (m_preformatted > 0) {
            takeVisible(c);
        } else {
            m_hasSpace = true;
        }
    }

    void takeVisible(char c)
    {
        if (!m_out.text.empty()) {
            if (m_newlines > 0) {
                m_out.text.append(static_cast<size_t>(std::min(m_newlines, 2)), '\n');
            } else if (m_hasSpace) {
                m_out.text += ' ';
            }
        }
        m_newlines = 0;
        m_hasSpace = false;
        m_out.text += c;
    }

    void stop()
    {
        m_out.isCut = true;
        xmlStopParser(m_parser);
    }

    size_t m_maxBytes;
    HtmlText &m_out;
    htmlParserCtxtPtr m_parser = nullptr;
    int m_open = 0;
    int m_unread = 0;
    int m_preformatted = 0;
    int m_newlines = 0;
    bool m_hasSpace = false;
};

std::string_view view(const xmlChar *text)
{
    return reinterpret_cast<const char *>(text);
}

void onStart(void *writer, const xmlChar *name, const xmlChar ** /*attributes*/)
{
    static_cast<TextWriter *>(writer)->startElement(view(name));
}

void onEnd(void *writer, const xmlChar *name)
{
    static_cast<TextWriter *>(writer)->endElement(view(name));
}

void onCharacters(void *writer, const xmlChar *text, int size)
{
    static_cast<TextWriter *>(writer)->characters(
        {reinterpret_cast<const char *>(text), static_cast<size_t>(size)});
}

/// Scripts and styles come this way.
void onCdata(void * /*writer*/, const xmlChar * /*text*/, int /*size*/) {}

struct FreeParser {
    void operator()(htmlParserCtxt *parser) const { htmlFreeParserCtxt(parser); }
};

void cutToCharacters(std::string &text, size_t maxBytes)
{
    if (text.size() <= maxBytes) {
        return;
    }
    while (maxBytes > 0 && (static_cast<unsigned char>(text[maxBytes]) & 0xc0) == 0x80) {
        --maxBytes;
    }
    text.resize(maxBytes);
}

} // namespace

HtmlText htmlText(std::string_view html, size_t maxBytes)
{
    static const bool isReady = [] { // once, before threads meet in it
        xmlInitParser();
        return true;
    }();
    static_cast<void>(isReady);

    HtmlText result;
    TextWriter writer(maxBytes, result);
    htmlSAXHandler sax = {};
    sax.startElement = onStart;
    sax.endElement = onEnd;
    sax.characters = onCharacters;
    sax.ignorableWhitespace = onCharacters;
    sax.cdataBlock = onCdata;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
        htmlCreatePushParserCtxt(&sax, &writer, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser) {
        return result;
    }
    writer.attach(parser.get());
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    constexpr size_t Piece = size_t{64} * 1024; // so that a stopped parser is not handed the rest
    for (size_t at = 0; at < html.size() && !result.isCut; at += Piece) {
        const std::string_view piece = html.substr(at, Piece);
        htmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
    }
    htmlParseChunk(parser.get(), nullptr, 0, 1);
    cutToCharacters(result.text, maxBytes);
    return result;
}

} // namespace Microfiche
