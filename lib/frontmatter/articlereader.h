// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/article.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace Microfiche
{

/// A place in a file, counted from 1; 0 where there is none. Columns count characters.
struct TextPosition {
    int line = 0;
    int column = 0;

    friend bool operator==(const TextPosition &, const TextPosition &) = default;
};

/// What is wrong with a file and where, in words for a person.
struct ReadProblem {
    TextPosition at;
    QString reason;

    friend bool operator==(const ReadProblem &, const ReadProblem &) = default;
};

struct ReadArticle {
    Article article;
    QList<ReadProblem> warnings; ///< fields that were left out, and why
};

/// Either an article or the one reason why the file is none.
using ReadResult = std::variant<ReadArticle, ReadProblem>;

/// Limits on one file. (RELIABILITY.md, "Proposed limits")
inline constexpr qint64 MaxFileBytes = qint64{16} * 1024 * 1024;
inline constexpr qsizetype MaxFrontMatterBytes = qsizetype{1024} * 1024;
inline constexpr int MaxDepth = 8;
inline constexpr int MaxNodes = 100'000;

/// Version of what makes bytes an article. Raise it when other bytes do: files that were rejected
/// under an older one are then read again.
inline constexpr int ArticleRules = 1;

/// Reads one article file: YAML front matter between `---` lines, then an optional body. Or one
/// object in JSON with the same fields, as a news interface answers them.
/// LF, CRLF, CR and a byte order mark are taken. Throws nothing; safe on any thread with a stack of
/// at least 1 MiB.
ReadResult readArticle(const QByteArray &bytes);

/// Whether the first bytes of a file look like front matter, so that it is worth reading on.
bool beginsWithFence(const QByteArray &head);

} // namespace Microfiche
