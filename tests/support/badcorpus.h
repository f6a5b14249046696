// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Microfiche::Test
{

/// A file that means no good, and what an import is to make of it.
struct BadFile {
    enum class End { Rejected, Taken };

    QByteArray id; ///< of RELIABILITY.md, section 3
    QByteArray bytes;
    End end = End::Rejected;
    QByteArray title = {}; ///< that is shown of it, if it is taken
};

/// Y, F, E, V, D, N and U of the bad-input corpus, and `mutations` files that `seed` makes of a
/// good one, whose end is not known but that they have one.
QList<BadFile> badFiles();
QList<QByteArray> mutatedFiles(int mutations, quint32 seed);

/// Puts the P rows into a folder that is there: links, pipes, sockets, devices, names that are no
/// UTF-8, what may not be read, what is far too large.
void putBadPaths(const QByteArray &folder);
/// How many of them an import tells as rejected, and how many it passes by.
inline constexpr int BadPathsRejected = 3;
inline constexpr int BadPathsSkipped = 6;
inline constexpr int BadPathsTaken = 2;

} // namespace Microfiche::Test
