// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/frameticker.h"
#include "grid/gridgeometry.h"
#include "grid/scrollmotion.h"

#include <QElapsedTimer>
#include <QQuickItem>

#include <optional>

namespace Microfiche
{

/// A surface of equal cells, perhaps in groups, that scrolls up and down: its measures, its place,
/// and how it moves. The first cell that is seen below the heading is its anchor: it keeps its
/// place whatever happens to the measures.
class GridSurface : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(qreal aimedCellWidth MEMBER m_aimedCellWidth NOTIFY measuresChanged)
    Q_PROPERTY(int forcedColumns MEMBER m_forcedColumns NOTIFY measuresChanged)
    Q_PROPERTY(qreal cellHeight MEMBER m_cellHeight NOTIFY measuresChanged)
    Q_PROPERTY(qreal columnGap MEMBER m_columnGap NOTIFY measuresChanged)
    Q_PROPERTY(qreal rowGap MEMBER m_rowGap NOTIFY measuresChanged)
    Q_PROPERTY(qreal leadingMargin MEMBER m_leadingMargin NOTIFY measuresChanged)
    Q_PROPERTY(qreal trailingMargin MEMBER m_trailingMargin NOTIFY measuresChanged)
    Q_PROPERTY(qreal topMargin MEMBER m_topMargin NOTIFY measuresChanged)
    Q_PROPERTY(qreal bottomMargin MEMBER m_bottomMargin NOTIFY measuresChanged)
    Q_PROPERTY(qreal groupHeight MEMBER m_groupHeight NOTIFY measuresChanged)
    Q_PROPERTY(qreal groupGap MEMBER m_groupGap NOTIFY measuresChanged)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY measuresChanged)
    Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(int columns READ columns NOTIFY cellsChanged)
    Q_PROPERTY(qreal cellWidth READ cellWidth NOTIFY cellsChanged)
    Q_PROPERTY(int topRow READ topRow NOTIFY scrolled)
    Q_PROPERTY(qreal topOffset READ topOffset NOTIFY scrolled)
    Q_PROPERTY(int firstVisibleIndex READ firstVisibleIndex NOTIFY scrolled)
    Q_PROPERTY(int lastVisibleIndex READ lastVisibleIndex NOTIFY scrolled)
    Q_PROPERTY(qreal position READ position NOTIFY scrolled)
    Q_PROPERTY(qreal pageSize READ pageSize NOTIFY scrolled)
    Q_PROPERTY(bool moving READ isMoving NOTIFY movingChanged)
    Q_PROPERTY(bool gliding READ isGliding NOTIFY movingChanged)

public:
    explicit GridSurface(QQuickItem *parent = nullptr);

    int columns() const { return m_geometry.columns; }
    qreal cellWidth() const { return m_geometry.cell.width(); }
    int topRow() const { return m_place.row; }
    qreal topOffset() const { return m_place.offset; }
    int firstVisibleIndex() const { return visibleRange().first; }
    int lastVisibleIndex() const { return visibleRange().last; }
    /// As a ScrollBar has it: position runs from 0 to 1 - pageSize.
    qreal position() const;
    qreal pageSize() const;
    bool isMoving() const { return m_motion.isRunning() || m_isDragged; }
    bool isGliding() const { return m_motion.isGliding(); }

    Q_INVOKABLE void setPosition(qreal position);
    Q_INVOKABLE int indexAtPosition(qreal position) const; ///< what would be first; -1 if none
    Q_INVOKABLE void scrollBy(qreal pixels);               ///< at once
    Q_INVOKABLE void beginDrag();
    Q_INVOKABLE void dragTo(qreal translation);
    Q_INVOKABLE void endDrag();             ///< what was thrown glides on
    Q_INVOKABLE void glide(qreal velocity); ///< pixels a second, down if positive

Q_SIGNALS:
    void measuresChanged();
    void reducedMotionChanged();
    void cellsChanged();
    void scrolled();
    void travelled(); ///< the user, or what the user did, went to another place
    void movingChanged();

protected:
    const GridGeometry &geometry() const { return m_geometry; }
    GridPlace place() const { return m_place; }
    GridPlace placeAtRest() const; ///< where an ease under way will end
    IndexRange visibleRange() const;
    int anchorIndex() const { return m_anchorIndex; }
    bool isAtTop() const { return m_place == m_geometry.top(); }

    void jumpTo(GridPlace place);
    void easeTo(GridPlace place); ///< jumps, where it is far or motion is not wanted
    void stopMoving();
    /// The cells are now these many, and the anchor is found at this index.
    void setCells(int count, int anchorIndex);
    void setGroups(const QList<int> &firstIndexes);
    void relayout();

    /// The user went to another place, and so to another anchor.
    virtual void placeTaken() {}
    /// What should be seen as well, now that the anchor was put back into its place.
    virtual GridPlace placeKept(GridPlace place) const { return place; }

    void wheelEvent(QWheelEvent *event) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    GridPlace placeAt(qreal position) const;
    void takePlace(GridPlace place);
    void restorePlace();
    void setPlace(GridPlace place);
    void setMotion(const ScrollMotion &motion, bool isDragged = false);
    void tick(int milliseconds);

    qreal m_aimedCellWidth = 256;
    int m_forcedColumns = 0;
    qreal m_cellHeight = 0;
    qreal m_columnGap = 0;
    qreal m_rowGap = 0;
    qreal m_leadingMargin = 0;
    qreal m_trailingMargin = 0;
    qreal m_topMargin = 0;
    qreal m_bottomMargin = 0;
    qreal m_groupHeight = 0;
    qreal m_groupGap = 0;
    bool m_mirrored = false;
    bool m_reducedMotion = false;

    QList<int> m_groupFirsts;
    GridGeometry m_geometry;
    GridPlace m_place;
    int m_anchorIndex = 0;
    double m_anchorShare = 0;   ///< how much of the anchor's row lies above the view, in rows
    double m_anchorHeading = 0; ///< or how many pixels of its group's heading lie below the top
    bool m_anchoredAtTop = true;

    ScrollMotion m_motion;
    FrameTicker m_ticker;
    bool m_isDragged = false;
    std::optional<double> m_dragTranslation;
    DragSpeed m_dragSpeed;
    QElapsedTimer m_dragClock;
};

} // namespace Microfiche
