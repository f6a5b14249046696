// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the quick reader and yaml-cpp agree on a file, and on files with mistakes made in it.
#pragma once

#include "../fuzz/mutation.h"
#include "../fuzz/readercomparison.h"
#include "frontmatter/sourcetext.h"

namespace Microfiche::Test
{

/// What stands between the fences of a file, or all of it if they are not found.
inline std::string frontMatterOf(const QByteArray &bytes)
{
    const auto source = decode(bytes);
    if (const auto *text = std::get_if<SourceText>(&source)) {
        const std::string utf8 = text->utf8.toStdString();
        const auto parts = cutAtFences(utf8);
        if (const auto *cut = std::get_if<FileParts>(&parts)) {
            return std::string(cut->frontMatter);
        }
    }
    return bytes.toStdString();
}

/// Where the two differ on a file or on `mutations` of it; empty if nowhere.
inline std::string disagreement(const QByteArray &bytes, int mutations, uint64_t seed = 1)
{
    const std::string original = frontMatterOf(bytes);
    std::string text = original;
    Mutator mutator(seed);
    for (int round = 0; round <= mutations; ++round) {
        if (const auto comparison = compareReaders(text); !comparison.difference.empty()) {
            return comparison.difference + " in:\n" + text;
        }
        text = mutator.mutated(original);
    }
    return {};
}

} // namespace Microfiche::Test
