// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/regularyaml.h"

#include "frontmatter/nodetree.h"
#include "frontmatter/regularscalar.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

/// Deeper blocks are left to yaml-cpp; an article's are refused long before.
constexpr size_t MaxOpenBlocks = size_t(2) * MaxDepth;

/// Reads line by line, and holds the blocks that are open. A block is a list or map whose entries
/// begin in one column; a column to the left of it ends it.
class RegularReader
{
public:
    RegularReader(std::string_view text, EventSink &sink)
        : m_text(text)
        , m_sink(sink)
    {
    }

    bool read();

private:
    enum class Block : uint8_t { List, Map };
    struct OpenBlock {
        Block block;
        size_t column;
    };

    bool readLine(size_t column);
    bool readEntry(size_t column, bool isFirst, bool isInList);
    bool readValue(size_t column);
    bool finish();

    bool begin(Block block, size_t column);
    bool beginsInside(size_t column, bool isDash) const;
    bool continueAt(size_t column, bool isDash);
    void end();

    bool isDash(size_t column) const { return isMarkBefore('-', column); }
    bool isMarkBefore(char mark, size_t column) const;
    bool isOver(size_t column) const;
    SourceMark mark(size_t column) const { return {m_lineNumber, static_cast<uint32_t>(column)}; }
    const OpenBlock &innermost() const { return m_open[m_depth - 1]; }

    std::string_view m_text;
    EventSink &m_sink;
    RegularScalar m_scalar;
    std::string_view m_line; ///< without its line feed
    uint32_t m_lineNumber = 0;
    std::array<OpenBlock, MaxOpenBlocks> m_open = {};
    size_t m_depth = 0;
    bool m_awaitsValue = true; ///< a name or dash stood last on its line, or nothing stood yet
};

/// Whether the text ends where a line does, yaml-cpp has no doubt that it is UTF-8, and there are
/// no control characters, tabs among them: they mean something else in many places.
bool isPlainText(std::string_view text)
{
    constexpr size_t Least = 4; // it looks at as many for UTF-16 and UTF-32
    if (text.size() < Least || text.back() != '\n' || static_cast<unsigned char>(text[0]) >= 0x80) {
        return false;
    }
    unsigned char odd = 0;
    for (const char c : text) { // without a way out, so that many are looked at in one step
        const auto byte = static_cast<unsigned char>(c);
        odd |= byte < ' ' ? byte ^ '\n' : 0;
    }
    return odd == 0;
}

size_t pastSpaces(std::string_view line, size_t column)
{
    while (column < line.size() && line[column] == ' ') {
        ++column;
    }
    return column;
}

bool RegularReader::read()
{
    if (!isPlainText(m_text)) {
        return false;
    }
    for (size_t at = 0; at < m_text.size(); at += m_line.size() + 1, ++m_lineNumber) {
        m_line = m_text.substr(at, m_text.find('\n', at) - at);
        const size_t column = pastSpaces(m_line, 0);
        if (column < m_line.size() && m_line[column] != '#' && !readLine(column)) {
            return false;
        }
    }
    return finish();
}

/// A line with something on it: dashes, each within the one before, and an entry behind them.
bool RegularReader::readLine(size_t column)
{
    if (column == 0 && (m_line.starts_with("---") || m_line.starts_with("..."))) {
        return false; // the end of a document, or near enough to one
    }
    const bool isInList = isDash(column);
    bool isFirst = beginsInside(column, isInList);
    if (!isFirst && !continueAt(column, isInList)) {
        return false;
    }
    while (isDash(column)) {
        if (isFirst && !begin(Block::List, column)) {
            return false;
        }
        isFirst = true;
        m_awaitsValue = isOver(column + 1);
        if (m_awaitsValue) {
            return true;
        }
        column = pastSpaces(m_line, column + 1);
    }
    return readEntry(column, isFirst, isInList);
}

/// A name and what follows it on its line; behind a dash a scalar too.
bool RegularReader::readEntry(size_t column, bool isFirst, bool isInList)
{
    const bool isScalar = m_scalar.read(m_line.substr(column));
    const size_t after = column + m_scalar.size();
    if (!isScalar || !isMarkBefore(':', after)) {
        return isInList && readValue(column);
    }
    if (m_scalar.size() > MaxKeyBytes || (isFirst && !begin(Block::Map, column))) {
        return false;
    }
    m_sink.scalar(mark(column), m_scalar.kind(), m_scalar.value());
    m_awaitsValue = isOver(after + 1);
    return m_awaitsValue || readValue(pastSpaces(m_line, after + 1));
}

bool RegularReader::readValue(size_t column)
{
    m_awaitsValue = false;
    const std::string_view rest = m_line.substr(column);
    if (rest.starts_with("[]") || rest.starts_with("{}")) {
        rest.front() == '[' ? m_sink.beginList(mark(column)) : m_sink.beginMap(mark(column));
        m_sink.end();
        return isOver(column + 2);
    }
    if (!m_scalar.read(rest)) {
        return false;
    }
    m_sink.scalar(mark(column), m_scalar.kind(), m_scalar.value());
    return isOver(column + m_scalar.size());
}

/// A value that is missing at the end lies where yaml-cpp notices: behind the number sign that
/// tellYamlEvents() puts there, unless only the ends of leftmost blocks are left to notice.
bool RegularReader::finish()
{
    if (m_depth == 0) {
        return false;
    }
    if (m_awaitsValue) {
        const auto [block, column] = innermost();
        const bool endsBlock = column > 1 || (column == 1 && block == Block::List);
        m_sink.scalar(mark(endsBlock ? 1 : 0), ScalarKind::Null, {});
    }
    while (m_depth > 0) {
        end();
    }
    return true;
}

bool RegularReader::begin(Block block, size_t column)
{
    if (m_depth == m_open.size()) {
        return false;
    }
    m_open[m_depth++] = {block, column};
    block == Block::List ? m_sink.beginList(mark(column)) : m_sink.beginMap(mark(column));
    return true;
}

/// Whether what stands at `column` begins the block that is the value awaited.
bool RegularReader::beginsInside(size_t column, bool isDash) const
{
    if (!m_awaitsValue) {
        return false;
    }
    if (m_depth == 0) {
        return column == 0;
    }
    const auto [block, outer] = innermost();
    return column > outer || (column == outer && isDash && block == Block::Map);
}

/// Ends the blocks to the right of `column`; false unless the next one goes on there.
bool RegularReader::continueAt(size_t column, bool isDash)
{
    if (m_awaitsValue && m_depth > 0) {
        m_sink.scalar(mark(column), ScalarKind::Null, {});
    }
    while (m_depth > 0 &&
           (innermost().column > column ||
            (innermost().column == column && innermost().block == Block::List && !isDash))) {
        end();
    }
    return m_depth > 0 && innermost().column == column &&
           (innermost().block == Block::List) == isDash;
}

void RegularReader::end()
{
    m_sink.end();
    --m_depth;
}

/// Whether `mark` stands at `column` and a space or the line's end behind it.
bool RegularReader::isMarkBefore(char mark, size_t column) const
{
    return column < m_line.size() && m_line[column] == mark &&
           (column + 1 == m_line.size() || m_line[column + 1] == ' ');
}

/// Whether nothing but spaces and a comment follows; spaces stand before a comment.
bool RegularReader::isOver(size_t column) const
{
    const size_t next = pastSpaces(m_line, column);
    return next == m_line.size() || (m_line[next] == '#' && next > column);
}

} // namespace

bool tellRegularYaml(std::string_view frontMatter, EventSink &sink)
{
    return RegularReader(frontMatter, sink).read();
}

} // namespace Microfiche
