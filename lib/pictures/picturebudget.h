// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Microfiche
{

inline constexpr qint64 DefaultPictureBudget = 2LL * 1024 * 1024 * 1024;

/// One address whose picture is kept. Several may have the same bytes.
struct PictureUse {
    QByteArray content;    ///< hash of the picture
    qint64 bytes = 0;      ///< on disk, with its thumbnail
    qint64 lastShown = 0;  ///< grows with every showing: a count, or a clock that only goes forward
    bool isToStay = false; ///< carried by an import or picked by hand
};

/// Which pictures have to go so that those that may go take no more than `budget` bytes: least
/// recently shown first. One that is to stay for any of its addresses is neither counted nor named.
QList<QByteArray> overBudget(const QList<PictureUse> &uses, qint64 budget = DefaultPictureBudget);

} // namespace Microfiche
