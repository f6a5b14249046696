// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturesource.h"

#include <QQmlAbstractUrlInterceptor>
#include <QQuickAsyncImageProvider>

namespace Microfiche
{

/// Says of every image://picture address whose it is, image://picture/ID?ARCHIVE: Qt Quick keeps
/// pictures by address for all windows of the program, and each archive counts from 1.
class PictureAddresses final : public QQmlAbstractUrlInterceptor
{
public:
    explicit PictureAddresses(const QString &archive);

    QUrl intercept(const QUrl &url, DataType type) override;

private:
    const QString m_archive;
};

/// image://picture/ID for QML: the archive's picture of that id at the size asked for, wherever it
/// is to be had from; image://picture/ID/N is the same, asked for once more. QML never sees an
/// address that an article names.
class PicturesProvider final : public QQuickAsyncImageProvider
{
public:
    /// What Qt Quick is told where there is none.
    static constexpr QLatin1String NoPicture{"no picture"};

    /// `tell` hears on any thread what came of each.
    explicit PicturesProvider(PictureSource &source, PictureSource::Listener tell = {});

    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &size) override;

private:
    PictureSource &m_source;
    const PictureSource::Listener m_tell;
};

} // namespace Microfiche
