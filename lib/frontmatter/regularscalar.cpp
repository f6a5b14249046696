// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/regularscalar.h"

#include "frontmatter/yamlescape.h"

namespace Microfiche
{

namespace
{

/// What a plain scalar may not begin with; `-`, `?` and `:` may, before some characters.
constexpr std::string_view Indicators = "-?:,[]{}#&*!|>'\"%@`";

bool beginsPlain(std::string_view line)
{
    const bool isDashed = line.size() > 1 && line[0] == '-' && line[1] != ' ';
    return isDashed || Indicators.find(line[0]) == std::string_view::npos;
}

/// Offset of what ends a plain scalar: a colon or number sign with a space on its other side.
size_t endOfPlain(std::string_view line)
{
    for (size_t i = 1; i < line.size(); ++i) {
        if ((line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' ')) ||
            (line[i] == '#' && line[i - 1] == ' ')) {
            return i;
        }
    }
    return line.size();
}

bool isNull(std::string_view value)
{
    return value == "~" || value == "null" || value == "Null" || value == "NULL";
}

} // namespace

bool RegularScalar::read(std::string_view line)
{
    if (line.empty()) {
        return false;
    }
    switch (line[0]) {
    case '"': return readDoubleQuoted(line);
    case '\'': return readSingleQuoted(line);
    default: return beginsPlain(line) && readPlain(line);
    }
}

bool RegularScalar::readPlain(std::string_view line)
{
    size_t size = endOfPlain(line);
    while (line[size - 1] == ' ') {
        --size;
    }
    const std::string_view value = line.substr(0, size);
    take(isNull(value) ? ScalarKind::Null : ScalarKind::Plain,
         isNull(value) ? std::string_view() : value, size);
    return true;
}

bool RegularScalar::readSingleQuoted(std::string_view line)
{
    m_unescaped.clear();
    size_t done = 1;
    for (;;) {
        const size_t quote = line.find('\'', done);
        if (quote == std::string_view::npos) {
            return false;
        }
        const bool isEscape = quote + 1 < line.size() && line[quote + 1] == '\'';
        if (!isEscape && m_unescaped.empty()) {
            take(ScalarKind::Quoted, line.substr(1, quote - 1), quote + 1);
            return true;
        }
        m_unescaped += line.substr(done, quote + (isEscape ? 1 : 0) - done);
        if (!isEscape) {
            take(ScalarKind::Quoted, m_unescaped, quote + 1);
            return true;
        }
        done = quote + 2;
    }
}

bool RegularScalar::readDoubleQuoted(std::string_view line)
{
    size_t quote = line.find('"', 1);
    if (quote == std::string_view::npos) {
        return false;
    }
    size_t backslash = line.substr(0, quote).find('\\', 1);
    if (backslash == std::string_view::npos) {
        take(ScalarKind::Quoted, line.substr(1, quote - 1), quote + 1);
        return true;
    }
    m_unescaped.clear();
    size_t done = 1;
    while (backslash != std::string_view::npos) {
        m_unescaped += line.substr(done, backslash - done);
        const size_t size = appendUnescaped(line.substr(backslash), m_unescaped);
        if (size == 0) {
            return false;
        }
        done = backslash + size;
        if (quote < done) { // only then: there may be many backslashes before a quote far away
            quote = line.find('"', done);
            if (quote == std::string_view::npos) {
                return false;
            }
        }
        backslash = line.substr(0, quote).find('\\', done);
    }
    m_unescaped += line.substr(done, quote - done);
    take(ScalarKind::Quoted, m_unescaped, quote + 1);
    return true;
}

void RegularScalar::take(ScalarKind kind, std::string_view value, size_t size)
{
    m_kind = kind;
    m_value = value;
    m_size = size;
}

} // namespace Microfiche
