// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/list/listwriter_p.h"

#include <QJsonObject>

namespace Microfiche
{

/// The names of an article's own fields in the order in which files have them; others follow.
QStringList newsFieldOrder();

/// An article as a file tells it (FORMAT.md): what is not known is left out, and so is the
/// publisher's encrypted text.
QJsonObject newsFields(const ExportedArticle &article);

} // namespace Microfiche
