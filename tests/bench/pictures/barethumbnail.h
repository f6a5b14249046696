// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace Microfiche::Bench
{

/// What a thumbnail costs at the least: libjpeg-turbo's own decoding at the lowest scale that
/// covers `wanted`, and Qt's smooth scaling to the smallest size that does. Of sound JPEG only.
QImage bareThumbnail(const QByteArray &bytes, QSize wanted);

} // namespace Microfiche::Bench
