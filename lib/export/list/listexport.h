// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportreport.h"
#include "pictures/thumbnailstore.h"
#include "store/store.h"

#include <optional>

namespace Microfiche
{

/// A file of many articles.
enum class ListFormat {
    Csv,    ///< a row each, for a spreadsheet (RFC 4180, UTF-8)
    Json,   ///< `{"news":[…]}` with the fields of article files; an import reads it
    Bibtex, ///< an entry each, to be cited
    Csl,    ///< the same as CSL-JSON (citeproc-js, Zotero)
    Html    ///< one page with small pictures inside, which needs nothing else
};

/// By the ending of a file's name; CSL-JSON's is `.csl.json`.
std::optional<ListFormat> listFormatOf(const QString &fileName);

/// Writes articles and mentions into one file, which is whole or not there. Blocks, on a thread
/// without a window; `goOn` is told how many articles are done, and false ends it.
class ListExport
{
public:
    ListExport(Store &store, ThumbnailStore pictures);

    /// In the order of `ids`; `heading` is what a page is named.
    ExportReport write(const QList<ArticleId> &ids, ListFormat format, const QString &heading,
                       const QString &path, const ExportProgress &goOn);

private:
    Store &m_store;
    ThumbnailStore m_pictures;
};

} // namespace Microfiche
