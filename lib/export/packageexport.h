// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportreport.h"
#include "pictures/picturestore.h"
#include "store/store.h"

namespace Microfiche
{

/// Writes a .tar.zst file from which an import elsewhere makes the same archive: every version of
/// these articles byte for byte, with the pictures that the archive has of them and of mentions
/// among them, what was marked, and, if asked for, the saved searches. The file is whole or not
/// there. Blocks, on a thread without a window; `goOn` is told how many articles are done, and
/// false ends it.
class PackageExport
{
public:
    PackageExport(Store &store, PictureStore pictures);

    ExportReport write(const QList<ArticleId> &ids, bool withSearches, const QString &path,
                       const ExportProgress &goOn);

private:
    struct Work;
    bool addPictures(Work &work);
    bool addPicturesOf(const QList<PictureId> &ids, Work &work);
    bool addArticles(Work &work);
    bool addFiles(const ArticleDetail &detail, Work &work);
    void addMarks(const ArticleDetail &detail, Work &work);
    bool addTags(Work &work);
    bool addSearches(Work &work);

    Store &m_store;
    PictureStore m_pictures;
};

} // namespace Microfiche
