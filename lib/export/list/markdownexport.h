// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportreport.h"
#include "store/store.h"

namespace Microfiche
{

/// Writes a Markdown file of each article and mention into a folder: front matter with the fields
/// of article files (FORMAT.md), the body as readable text. An import reads them. None is written
/// over another file. Blocks, on a thread without a window; `goOn` is told how many articles are
/// done, and false ends it.
ExportReport exportMarkdown(Store &store, const QList<ArticleId> &ids, const QString &folder,
                            const ExportProgress &goOn);

} // namespace Microfiche
