// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Microfiche
{

/// Where the pages are damaged that say which tables an archive has and where each begins, nothing
/// of it can be read, though all of it may be there. But the same program always begins an archive
/// in the same way. Copies `damaged` to `to` with these pages as they are in `fresh`, the bytes of
/// an archive that was made just now, and its log beside it. False if that does not fit what is
/// there, or cannot be written: then nothing is left at `to`.
bool graftSchema(const QString &damaged, const QByteArray &fresh, const QString &to);

} // namespace Microfiche
