// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/filmframes.h"

namespace Microfiche
{

FilmFrames::FilmFrames(QQuickItem *parent)
    : PixelRectangles(parent)
{
    connect(this, &FilmFrames::changed, this, &FilmFrames::measure);
    measure();
}

void FilmFrames::measure()
{
    setImplicitSize(m_columns * (m_frame.width() + m_gap) - m_gap,
                    m_rows * (m_frame.height() + m_gap) - m_gap);
    update();
}

QList<PixelRectangles::Box> FilmFrames::boxes(qreal scale) const
{
    QList<Box> all;
    const qreal frameWidth = snapped(m_frame.width(), scale);
    const qreal frameHeight = snapped(m_frame.height(), scale);
    const qreal thin = hairline(scale);
    for (int i = 0; i < m_columns * m_rows; ++i) {
        const int column = m_mirrored ? m_columns - 1 - i % m_columns : i % m_columns;
        const qreal x = snapped(column * (m_frame.width() + m_gap), scale);
        const int row = i / m_columns;
        const qreal y = snapped(row * (m_frame.height() + m_gap), scale);
        if (i < m_filled) {
            all.append({QRectF(x, y, frameWidth, frameHeight), m_fill});
            continue;
        }
        all.append({QRectF(x, y, frameWidth, thin), m_edge});
        all.append({QRectF(x, y + frameHeight - thin, frameWidth, thin), m_edge});
        all.append({QRectF(x, y + thin, thin, frameHeight - 2 * thin), m_edge});
        all.append({QRectF(x + frameWidth - thin, y + thin, thin, frameHeight - 2 * thin), m_edge});
    }
    return all;
}

} // namespace Microfiche
