// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <functional>

namespace Microfiche
{

/// What came of an export.
struct MarkdownReport {
    qint64 files = 0;
    QStringList damaged; ///< titles or addresses of articles that could be read in part only
    QString problem;     ///< why it ended before its end; empty if it did not
};

/// Writes a Markdown file of each article and mention into a folder: front matter with the fields
/// of article files (FORMAT.md), the body as readable text. An import reads them. None is written
/// over another file. Blocks, on a thread without a window; `goOn` is told how many articles are
/// done, and false ends it.
MarkdownReport exportMarkdown(Store &store, const QList<ArticleId> &ids, const QString &folder,
                              const std::function<bool(qint64 done)> &goOn);

} // namespace Microfiche
