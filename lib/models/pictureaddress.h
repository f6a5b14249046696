// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QString>

namespace Microfiche
{

/// Where QML finds the archive's picture of an id: image://picture/ID. Asked for once more,
/// image://picture/ID/N, for Qt Quick keeps what an address gave.
QString pictureAddress(PictureId id, int times = 0);

/// The id that an address of pictureAddress() names; 0 if it is none.
PictureId pictureIn(const QString &address);

} // namespace Microfiche
