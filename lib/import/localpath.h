// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace Microfiche
{

/// The path that a file: address names, as the file system has it: its bytes need be no UTF-8.
/// Empty for any other address.
QByteArray localPath(const QUrl &address);

/// The last name in a path.
QByteArray nameInPath(QByteArray path);

} // namespace Microfiche
