// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Pictures of formats that Qt does not write everywhere: 32 x 24, red, green and blue from left to
/// right, the lowest four rows white.
namespace PictureBytes
{

QByteArray lossyWebp();
QByteArray losslessWebp();
QByteArray clearWebp();    ///< its red is transparent
QByteArray animatedWebp(); ///< of two frames, the second as clearWebp()
QByteArray avif();
QByteArray clearAvif();    ///< its red is transparent
QByteArray turnedAvif();   ///< to be turned by a quarter, against the clock
QByteArray mirroredAvif(); ///< to be shown with left and right exchanged

/// The same with another size in its head.
QByteArray withLossySize(QByteArray webp, quint16 width, quint16 height);
QByteArray withLosslessSize(QByteArray webp, quint32 width, quint32 height);
QByteArray withAvifSize(QByteArray avif, quint32 width, quint32 height);

} // namespace PictureBytes
