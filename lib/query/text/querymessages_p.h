// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringView>

namespace Microfiche
{

/// The translation context of what is said about a query's text.
class QueryMessages
{
    Q_DECLARE_TR_FUNCTIONS(QueryMessages)
};

/// A part of the query as a message repeats it: cut where it would drown the message.
QString quotedPart(QStringView part);

} // namespace Microfiche
