// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenpictures.h"

#include <algorithm>

namespace Microfiche::Bench
{

SeenPictures::SeenPictures(WatchedWindow &watched)
    : m_watched(watched)
    , m_grid(watched.itemsOf("CardGrid").value(0))
{
}

QPointF SeenPictures::middle() const
{
    return m_grid->mapToScene(QPointF(m_grid->width() / 2, m_grid->height() / 2));
}

QQuickItem *SeenPictures::pictureOf(int row)
{
    QQuickItem *card = nullptr;
    QMetaObject::invokeMethod(m_grid, "itemAt", Q_RETURN_ARG(QQuickItem *, card), Q_ARG(int, row));
    if (!card) {
        return nullptr;
    }
    QQuickItem *&picture = m_pictures[card];
    if (!picture) {
        picture = WatchedWindow::itemsOf("CardPicture", card).value(0);
    }
    return picture;
}

std::set<int> SeenPictures::look()
{
    std::set<int> blank;
    const int first = m_grid->property("firstVisibleIndex").toInt();
    const int last = std::min(lastRow(), m_watched.browser().articles()->rowCount() - 1);
    for (int row = first; row <= last; ++row) {
        const QQuickItem *picture = m_watched.isCardShown(row) ? pictureOf(row) : nullptr;
        if (!picture) {
            continue; // the card itself is awaited
        }
        if (picture->property("hasPicture").toBool()) {
            m_shown.insert(row);
        } else {
            blank.insert(row);
        }
    }
    return blank;
}

} // namespace Microfiche::Bench
