// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "export/list/listexport.h"

namespace Microfiche
{

/// Export of articles for other programs; these give the exit code.
int writeList(Store &store, const QString &archive, const QList<ArticleId> &ids, ListFormat format,
              const QString &heading, const QString &target, Console &console);
int writeMarkdown(Store &store, const QList<ArticleId> &ids, const QString &folder,
                  Console &console);

} // namespace Microfiche
