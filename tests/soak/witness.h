// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive shows to whoever opens it. Damaged ones are opened in processes of their own:
// these are the roles that such a process plays, and how its words are read.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Microfiche::Soak
{

/// One file of one article: its original is there, and has this hash.
struct Witnessed {
    qint64 version = 0;
    QByteArray hash;    ///< of the bytes that the archive gives
    QByteArray address; ///< what the article is known by
    QByteArray path;
    QByteArray shown; ///< a hash of what is shown of the article; empty where another file is
};

/// Opens the archive and does what a window does in its first moments. Ends with 0 if all seems
/// well, 1 if damage was met.
int beginAndTell(const QString &archive);

/// Prints a line for every original that the archive gives. Ends with 0.
int witnessAndTell(const QString &archive);

/// From what witnessAndTell() printed; none if that did not come to its end.
std::optional<QList<Witnessed>> witnessedIn(const QByteArray &words);

} // namespace Microfiche::Soak
