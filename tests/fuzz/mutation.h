// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with a few mistakes in them, the same ones for the same seed.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace Microfiche::Test
{

class Mutator
{
public:
    explicit Mutator(uint64_t seed)
        : m_state(seed)
    {
    }

    std::string mutated(std::string_view original)
    {
        std::string text(original);
        for (size_t edits = 1 + below(4); edits > 0 && !text.empty(); --edits) {
            edit(text);
        }
        return text;
    }

private:
    void edit(std::string &text)
    {
        const size_t at = below(text.size());
        const size_t line = lineBegin(text, at);
        switch (below(8)) {
        case 0: text[at] = oddByte(); break;
        case 1: text.insert(at, 1, oddByte()); break;
        case 2: text.erase(at, 1 + below(6)); break;
        case 3: text.insert(at, piece()); break;
        case 4: text.insert(line, piece()); break;
        case 5: text.insert(line, 1 + below(4), ' '); break;
        case 6:
            text.erase(line, std::min(text.find_first_not_of(' ', line) - line, below(4)));
            break;
        default: // a line, somewhere else
            text.insert(lineBegin(text, below(text.size())),
                        text.substr(line, text.find('\n', line) - line) + '\n');
        }
    }

    static size_t lineBegin(const std::string &text, size_t at)
    {
        return at == 0 ? 0 : text.rfind('\n', at - 1) + 1; // npos + 1 is 0
    }

    char oddByte()
    {
        using namespace std::string_view_literals;
        constexpr auto Odd =
            "\n\n  \t\"\"''[]{}::,--?##&*!|>%@`\\~<=.\r\x04\xe2\x80\xef\xbb\xbf\x7f"sv;
        return Odd[below(Odd.size())];
    }

    const char *piece()
    {
        constexpr std::array Pieces{
            ": ",   ":\n",  " #",   "#",           "- ",       "-\n",      "- - ", "\n  ",
            "\n\n", "a: ",  "a:\n", "  a: b\n",    "- a: b\n", "? ",       "[]",   "{}",
            "[a]",  "{a: ", "|\n",  ">-\n",        "---\n",    "...\n",    "%A\n", "&a ",
            "*a",   "!a ",  "null", "~",           "''",       "\"\"",     "\\\"", "\\u00e9",
            "\\x4", "\\n",  "\\\n", "\\U0001f600", "\xc3\xa9", "\xc2\x85", "\t",   "\r\n"};
        return Pieces[below(Pieces.size())];
    }

    size_t below(size_t end) { return static_cast<size_t>(next() % end); }

    /// SplitMix64: the same everywhere.
    uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    uint64_t m_state;
};

} // namespace Microfiche::Test
