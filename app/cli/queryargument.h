// SPDX-License-Identifier: GPL-3.0-or-later
// A query between the shell and the language.
#pragma once

#include <QString>
#include <QStringList>

namespace Microfiche
{

/// The query that the arguments of a command line make together. The shell takes the quotes of
/// title:"night ferry" away and leaves one argument: where names or words may stand behind its key,
/// and nothing but words does, it is read with its quotes, of topic:Diablo 4,Druid each name. What
/// has a quote of the language, or asks for more behind the space, stays as it is.
QString queryOf(const QStringList &arguments);

} // namespace Microfiche
