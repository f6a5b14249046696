// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Microfiche
{

/// A file name that is safe in any folder, as near to `original` as can be: no separators, control
/// characters, leading dots or names that devices have, and short enough. (RELIABILITY.md, T16)
QString safeFileName(const QByteArray &original);

/// `name` with `number` before its ending: `a.md`, 2 -> `a-2.md`.
QString numberedName(const QString &name, int number);

} // namespace Microfiche
