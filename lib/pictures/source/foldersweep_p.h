// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/oldfiles.h"
#include "pictures/source/picturesource.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace Microfiche
{

class PictureCatalog;

/// Takes out of the store what is from before this session and named by nobody, one part of the
/// folder after the other, behind whatever else goes on. What is kept meanwhile stays, named yet or
/// not. Lives on the source's thread.
class FolderSweep final : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<SweptPictures>>;

    FolderSweep(PictureStore store, PictureCatalog &catalog);
    ~FolderSweep() override; ///< waits for the part in hand

    void start(PictureStore::Moment before, const Promise &promise);
    /// Ends soon; what was promised is answered with what was swept.
    void cancel();

private:
    void goOn();
    void ask(const OldFiles &old);
    void sweep(const OldFiles &old, const QList<QByteArray> &unnamed);
    void end();

    const PictureStore m_store;
    PictureCatalog &m_catalog;
    PictureStore::Moment m_before = 0;
    Promise m_promise; ///< null while nothing is swept
    QStringList m_parts;
    SweptPictures m_swept;
    std::atomic<bool> m_isCancelled = false;
    QThreadPool m_disk;
};

} // namespace Microfiche
