// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Microfiche
{

/// Where an import puts the pictures that a folder carries. Called on worker threads.
class CarriedPictures
{
public:
    virtual ~CarriedPictures() = default;

    /// Keeps the picture in `bytes` and gives back its content hash; empty if these are no bytes of
    /// a picture, or it could not be kept.
    virtual QByteArray keep(const QByteArray &bytes) = 0;

    /// Where they are kept, so that an import of what lies around it passes by; empty if not in a
    /// folder.
    virtual QString folder() const { return {}; }
};

} // namespace Microfiche
