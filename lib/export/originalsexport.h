// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportreport.h"
#include "store/store.h"

namespace Microfiche
{

/// Writes the original files of articles, every version of them, into a folder that is there: byte
/// for byte, under their own names as far as these are safe, none over another file. What an
/// earlier export left there is not written twice. Blocks, on a thread without a window.
ExportReport exportOriginals(Store &store, const QList<ArticleId> &ids, const QString &folder,
                             const ExportProgress &goOn);

} // namespace Microfiche
