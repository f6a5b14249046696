// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmark does in processes of their own, so that each has its memory to itself.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche::Bench
{

/// What a process took for its work; starting the process is not part of it.
struct Cost {
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double peakMegabytes = 0;
};

/// Plays the role that `arguments` name and prints its cost; nothing if they name none.
std::optional<int> playRole(const QStringList &arguments);

/// The files of `folder` through yaml-cpp's event interface, in one thread, and nothing else.
Cost costOfParsing(const QString &folder);
/// The same through libyaml's, by a program beside this one.
Cost costOfLibyaml(const QString &folder);
/// A whole import of `folder` into the archive at `archive`.
Cost costOfImport(const QString &folder, const QString &archive);
/// All titles of the archive at `archive` sorted anew.
Cost costOfTitles(const QString &archive);

} // namespace Microfiche::Bench
