// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frontmatter/eventsink.h"

#include <string>

namespace Microfiche
{

/// A scalar that ends on the line it begins on. Its value is a piece of that line, or a copy where
/// quotes hold escapes.
class RegularScalar
{
public:
    /// Reads the scalar that `line` begins with; false if it is none, or is not ended there, or
    /// yaml-cpp is to judge it. `line` holds no control characters.
    bool read(std::string_view line);

    ScalarKind kind() const { return m_kind; }
    /// Until the next read().
    std::string_view value() const { return m_value; }
    /// Bytes it takes, quotes and all.
    size_t size() const { return m_size; }

private:
    bool readPlain(std::string_view line);
    bool readSingleQuoted(std::string_view line);
    bool readDoubleQuoted(std::string_view line);
    void take(ScalarKind kind, std::string_view value, size_t size);

    std::string_view m_value;
    size_t m_size = 0;
    ScalarKind m_kind = ScalarKind::Null;
    std::string m_unescaped;
};

} // namespace Microfiche
