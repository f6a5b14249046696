// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturesource.h"

#include <QQuickAsyncImageProvider>

namespace Microfiche
{

/// image://picture/ID for QML: the archive's picture of that id at the size asked for, wherever it
/// is to be had from. QML never sees an address that an article names.
class PicturesProvider final : public QQuickAsyncImageProvider
{
public:
    /// What Qt Quick is told where there is none.
    static constexpr QLatin1String NoPicture{"no picture"};

    explicit PicturesProvider(PictureSource &source);

    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

private:
    PictureSource &m_source;
};

} // namespace Microfiche
