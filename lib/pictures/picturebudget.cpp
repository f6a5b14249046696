// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picturebudget.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace Microfiche
{

namespace
{

/// One use a picture, shown when any of them was.
QList<PictureUse> perPicture(const QList<PictureUse> &uses)
{
    QHash<QByteArray, PictureUse> merged;
    for (const PictureUse &use : uses) {
        PictureUse &one = merged[use.content];
        one.content = use.content;
        one.bytes = std::max(one.bytes, use.bytes);
        one.lastShown = std::max(one.lastShown, use.lastShown);
        one.isToStay = one.isToStay || use.isToStay;
    }
    return merged.values();
}

} // namespace

QList<QByteArray> overBudget(const QList<PictureUse> &uses, qint64 budget)
{
    QList<PictureUse> pictures = perPicture(uses);
    pictures.removeIf([](const PictureUse &one) { return one.isToStay; });
    std::sort(pictures.begin(), pictures.end(), [](const PictureUse &a, const PictureUse &b) {
        return std::tie(b.lastShown, b.content) < std::tie(a.lastShown, a.content);
    });
    qint64 total = 0;
    QList<QByteArray> tooMany;
    for (const PictureUse &one : std::as_const(pictures)) {
        total += one.bytes;
        if (total > budget) {
            tooMany.prepend(one.content);
        }
    }
    return tooMany;
}

} // namespace Microfiche
