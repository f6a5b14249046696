// SPDX-License-Identifier: GPL-3.0-or-later
// The quoting that the lexer undoes.
#pragma once

#include <QStringList>

namespace Microfiche
{

/// `word` so that it is read as this one word.
QString wordText(const QString &word);
/// `item` so that it is read as the one item of a clause, be that one of a list or not.
QString itemText(const QString &item);
/// `items` so that they are read as these items of a clause.
QString itemsText(const QStringList &items);

} // namespace Microfiche
