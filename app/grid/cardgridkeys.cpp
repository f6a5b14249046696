// SPDX-License-Identifier: GPL-3.0-or-later
// How a grid of cards is used by keyboard, and how it tells keyboard from pointer.
#include "grid/cardgrid.h"

#include <QKeyEvent>

#include <algorithm>

namespace Microfiche
{

void CardGrid::setCurrentIndex(int index)
{
    const int bounded = std::clamp(index, -1, count() - 1);
    if (bounded == currentIndex()) {
        return;
    }
    takeCurrent(bounded);
    // A card that was clicked while half in view stays under the pointer.
    if (bounded >= 0 && !visibleRange().contains(bounded)) {
        positionAt(bounded, Contain);
    }
    m_isCurrentInView = isInView(bounded, place());
}

void CardGrid::itemChange(ItemChange change, const ItemChangeData &value)
{
    GridSurface::itemChange(change, value);
    if (change == ItemActiveFocusHasChanged) {
        updateKeyboardFocus();
    }
}

void CardGrid::focusInEvent(QFocusEvent *event)
{
    GridSurface::focusInEvent(event);
    switch (event->reason()) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        if (currentIndex() < 0 && count() > 0) {
            takeCurrent(visibleRange().first);
        }
        setKeyboardUsed(true);
        break;
    case Qt::MouseFocusReason: setKeyboardUsed(false); break;
    default: break; // as it was, when the window comes back or a menu closes
    }
}

bool CardGrid::childMouseEventFilter(QQuickItem *item, QEvent *event)
{
    // What is pressed during a glide is for the area that lies over the cards then.
    if (event->type() == QEvent::MouseButtonPress && !isGliding()) {
        takePointer();
    }
    return GridSurface::childMouseEventFilter(item, event);
}

void CardGrid::keyPressEvent(QKeyEvent *event)
{
    event->setAccepted(count() > 0 && takeKey(*event));
}

void CardGrid::takePointer()
{
    stopMoving();
    setKeyboardUsed(false);
}

void CardGrid::stepTo(int wanted)
{
    const int index = wanted >= 0 ? wanted : std::max(currentIndex(), visibleRange().first);
    if (index < 0 || index >= count()) {
        return;
    }
    setKeyboardUsed(true);
    takeCurrent(index);
    easeTo(geometry().containing(index, placeAtRest()));
    m_isCurrentInView = true;
}

void CardGrid::setKeyboardUsed(bool isUsed)
{
    m_isKeyboardUsed = isUsed;
    updateKeyboardFocus();
}

void CardGrid::updateKeyboardFocus()
{
    const bool hasFocus = m_isKeyboardUsed && hasActiveFocus();
    if (hasFocus != m_hasKeyboardFocus) {
        m_hasKeyboardFocus = hasFocus;
        markAll();
        polish();
        Q_EMIT keyboardFocusChanged();
    }
}

bool CardGrid::takeKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const bool isControl = modifiers == Qt::ControlModifier;
    const int key = event.key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        if (currentIndex() < 0 || (!isPlain && !isControl) || event.isAutoRepeat()) {
            return false;
        }
        if (key == Qt::Key_Space) {
            isControl ? Q_EMIT chosenToggled(currentIndex()) : Q_EMIT toggled(currentIndex());
        } else if (isControl) {
            Q_EMIT originalRequested(currentIndex());
        } else {
            Q_EMIT activated(currentIndex());
        }
        return true;
    }
    const bool isFar = key == Qt::Key_Home || key == Qt::Key_End;
    const bool isExtending =
        (modifiers & ~(isFar ? Qt::ControlModifier : Qt::NoModifier)) == Qt::ShiftModifier;
    if (isExtending) {
        const int from = currentIndex();
        const bool isTaken = takeStep(key);
        if (isTaken) {
            Q_EMIT extended(from, currentIndex());
        }
        return isTaken;
    }
    return (isPlain || (isControl && isFar)) && takeStep(key);
}

bool CardGrid::takeStep(int key)
{
    const int index = steppedIndex(key);
    if (index < 0) {
        return false;
    }
    setKeyboardUsed(true);
    const GridPlace target = geometry().containing(index, placeAtRest());
    // At an end the key may be for what is beside the grid.
    if (index == currentIndex() && target == place()) {
        return false;
    }
    // Short rows at the ends of groups do not bend the way down.
    const int column = targetRow(key, 0) >= 0 ? wishedColumn() : -1;
    takeCurrent(index);
    m_wishedColumn = column;
    easeTo(target);
    m_isCurrentInView = true;
    return true;
}

int CardGrid::steppedIndex(int key) const
{
    const int last = count() - 1;
    const int at = currentIndex();
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (key == Qt::Key_Home || key == Qt::Key_End) {
        return key == Qt::Key_Home ? 0 : last;
    }
    if (isSideways ? columns() == 1 : targetRow(key, 0) < 0) {
        return -1;
    }
    if (at < 0) {
        return std::max(0, visibleRange().first);
    }
    if (isSideways) {
        const bool isForward = (key == Qt::Key_Right) != geometry().mirrored;
        return std::clamp(at + (isForward ? 1 : -1), 0, last);
    }
    const int row = geometry().rowOf(at);
    const int target = targetRow(key, row);
    const IndexRange indexes = geometry().indexesOf(target);
    return target == row ? at : std::min(indexes.first + wishedColumn(), indexes.last);
}

int CardGrid::targetRow(int key, int from) const
{
    switch (key) {
    case Qt::Key_Up: return std::max(from - 1, 0);
    case Qt::Key_Down: return std::min(from + 1, geometry().rows() - 1);
    case Qt::Key_PageUp: return geometry().pagedRow(from, false);
    case Qt::Key_PageDown: return geometry().pagedRow(from, true);
    default: return -1;
    }
}

int CardGrid::wishedColumn() const
{
    const int row = geometry().rowOf(std::max(0, currentIndex()));
    const int column = currentIndex() - geometry().indexesOf(row).first;
    return std::max({m_wishedColumn, column, 0});
}

void CardGrid::takeCurrent(int index)
{
    if (index == currentIndex()) {
        return;
    }
    m_current.follow(m_model, index);
    m_wishedColumn = -1;
    m_announcedFocus = nullptr;
    markAll();
    polish();
    Q_EMIT currentIndexChanged();
}

bool CardGrid::isInView(int index, GridPlace place) const
{
    if (index < 0 || index >= count() || !geometry().isDrawable()) {
        return false;
    }
    const QRectF rect = geometry().cellRect(index, place);
    return rect.center().y() > geometry().cover() && rect.center().y() < height();
}

} // namespace Microfiche
