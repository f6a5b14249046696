// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureloader.h"
#include "store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <mutex>

namespace Microfiche
{

/// Keeps in the archive what pictures look like as they are drawn, many at once, so that those that
/// look the same are found together. Must go before the store and the loader do.
class LikenessKeeper final : public QObject
{
    Q_OBJECT

public:
    LikenessKeeper(Store &store, PictureLoader &loader);
    ~LikenessKeeper() override;

private:
    void take(const QByteArray &content, Likeness likeness); ///< on any thread
    void keep();

    Store &m_store;
    PictureLoader &m_loader;
    QTimer m_soon;
    std::mutex m_mutex;
    QSet<QByteArray> m_told; ///< in this session
    QList<PictureLikeness> m_unkept;
};

} // namespace Microfiche
