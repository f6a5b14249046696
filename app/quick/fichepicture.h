// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace Microfiche
{

/// What a card without a picture shows: a sheet of frames in a topic's hue and two letters.
struct FicheLook {
    qreal hue = 0; ///< 0..1
    int seed = 0;  ///< which frames are light and which dark
    QString letters;
    bool isDark = false;
    bool isMirrored = false; ///< letters at the right

    /// As it stands in an address: dark/mirrored/hue/seed/letters.
    static FicheLook fromAddress(const QString &address);
};

/// Draws `look` in `size` device pixels, of which `scale` make a unit of the design.
QImage drawFiche(const FicheLook &look, const QSize &size, qreal scale);

} // namespace Microfiche
