// SPDX-License-Identifier: GPL-3.0-or-later
// The quoting that the lexer undoes.
#pragma once

#include <QStringList>

namespace Microfiche
{

/// `word` so that it is read as this one word, the beginning of one.
QString wordText(const QString &word);
/// `words` so that they are read as these whole ones, alone or behind a key.
QString phraseText(const QString &words);
/// `item` so that it is read behind a key of text, its last word the beginning of one.
QString beginningText(const QString &item);
/// `item` so that it is read as the one item of a clause, be that one of a list or not.
QString itemText(const QString &item);
/// `items` so that they are read as these items of a clause.
QString itemsText(const QStringList &items);

} // namespace Microfiche
