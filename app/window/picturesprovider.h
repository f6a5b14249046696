// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureloader.h"
#include "store/store.h"

#include <QQuickAsyncImageProvider>

namespace Microfiche
{

/// image://picture/ID for QML: the archive's picture of that id at the size asked for. QML never
/// sees an address that an article names.
class PicturesProvider final : public QQuickAsyncImageProvider
{
public:
    /// What Qt Quick is told where there is none.
    static constexpr QLatin1String NoPicture{"no picture"};

    /// `loader` must outlive the store.
    PicturesProvider(Store &store, PictureLoader &loader);

    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

private:
    Store &m_store;
    PictureLoader &m_loader;
};

} // namespace Microfiche
