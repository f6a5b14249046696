// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Microfiche
{

/// One row of a CSV file, with its end (RFC 4180), in UTF-8.
QByteArray csvRow(const QStringList &cells);

} // namespace Microfiche
