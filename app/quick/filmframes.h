// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quick/pixelrectangles.h"

#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Frames of film in rows: the first ones filled, the others hollow. From the leading edge.
class FilmFrames : public Microfiche::PixelRectangles
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int columns MEMBER m_columns NOTIFY changed)
    Q_PROPERTY(int rows MEMBER m_rows NOTIFY changed)
    Q_PROPERTY(int filled MEMBER m_filled NOTIFY changed)
    Q_PROPERTY(QSizeF frame MEMBER m_frame NOTIFY changed)
    Q_PROPERTY(qreal gap MEMBER m_gap NOTIFY changed)
    Q_PROPERTY(QColor fill MEMBER m_fill NOTIFY changed)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY changed)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY changed)

public:
    explicit FilmFrames(QQuickItem *parent = nullptr);

    QList<Box> boxes(qreal scale) const override;

Q_SIGNALS:
    void changed();

private:
    void measure();

    int m_columns = 5;
    int m_rows = 1;
    int m_filled = 0;
    QSizeF m_frame{7, 9};
    qreal m_gap = 4;
    QColor m_fill;
    QColor m_edge;
    bool m_mirrored = false;
};

} // namespace Microfiche
