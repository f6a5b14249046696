// SPDX-License-Identifier: GPL-3.0-or-later
// A query between the shell and the language.
#pragma once

#include <QString>
#include <QStringList>

namespace Microfiche
{

/// The query that the arguments of a command line make together.
struct QueryArgument {
    QString text;
    /// The same with the quotes that the shell took, where it may have taken some: of
    /// title:"night ferry" it leaves one argument. Where names or words may stand behind its key,
    /// and nothing but words does, they get their quotes, of topic:Diablo 4,Druid each name. What
    /// has a quote of the language, or asks for more behind the space, stays as it is.
    QString quoted;
};
/// One argument alone is the query as it stands, since single quotes around the whole leave just
/// that; one among several was in quotes for what stands in it, and gets them back.
QueryArgument queryOf(const QStringList &arguments);

} // namespace Microfiche
