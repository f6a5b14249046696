// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/diskproblem.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Microfiche
{

/// All the bytes of a plain file of at most `most` bytes; none for an empty or any other one.
std::optional<QByteArray> readWholeFile(const QString &path, qint64 most);

/// Makes a folder and those above it that are missing, each for its owner alone from the start.
/// Says why it could not.
DiskProblem ensureOwnerFolder(const QString &path);

/// Writes a file that is whole or not there, for its owner alone, and so the folders above it that
/// are missing. Says why it could not.
DiskProblem writeOwnerFile(const QString &path, const QByteArray &bytes);
/// The same for what can be made again: it does not wait for the disk, so that it may be lost, or
/// empty, after the power was.
bool writeSpareFile(const QString &path, const QByteArray &bytes);

} // namespace Microfiche
