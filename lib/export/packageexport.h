// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"
#include "store/store.h"

#include <functional>

namespace Microfiche
{

/// What came of an export.
struct PackageReport {
    qint64 files = 0; ///< originals that are in the package
    qint64 pictures = 0;
    qint64 marks = 0;
    QStringList damaged; ///< originals that are not, by the paths that they came from
    QString problem;     ///< why there is no package; empty if there is
};

/// Writes a .tar.zst file from which an import elsewhere makes the same archive: every version of
/// these articles byte for byte, with the pictures that the archive has of them and of mentions
/// among them, what was marked, and, if asked for, the saved searches. The file is whole or not
/// there. Blocks, on a thread without a window; `goOn` is told how many articles are done, and
/// false ends it.
class PackageExport
{
public:
    PackageExport(Store &store, PictureStore pictures);

    PackageReport write(const QList<ArticleId> &ids, bool withSearches, const QString &path,
                        const std::function<bool(qint64 done)> &goOn);

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
