// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Microfiche
{

/// The words of `text` in the form in which the full-text index keeps them, in their order. They
/// are SQLite's own doing, so that nothing else has to know its rules. Throws SqlError.
QList<QByteArray> tokensOf(const QString &text);

} // namespace Microfiche
