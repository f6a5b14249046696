// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace Draw
{

struct Logo {
    QString domain;
    QImage image; ///< 50 x 50
};

/// The marks of the sample's providers.
QList<Logo> logos();

} // namespace Draw
