// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/cardgrid.h"

#include <QAccessible>
#include <QDeadlineTimer>

#include <utility>

namespace Microfiche
{

namespace
{

constexpr int creationsPerFrame = 24;
constexpr int besideLaterMs = 150;
constexpr IndexRange nothingAnnounced = {-1, -1};

} // namespace

/// Delegates are made only until the view has its fill, and bound while there is time; what a frame
/// cannot take, the next ones do.
class CardGrid::FrameBudget
{
public:
    explicit FrameBudget(QDeadlineTimer deadline)
        : m_deadline(deadline)
    {
    }

    /// Whether one more may be bound; the first one always may, so that there is an end.
    bool takeBinding() { return m_bindings++ == 0 || !m_deadline.hasExpired(); }
    bool takeCreation() { return m_creations-- > 0; }

private:
    QDeadlineTimer m_deadline;
    int m_bindings = 0;
    int m_creations = creationsPerFrame;
};

CardGrid::CardGrid(QQuickItem *parent)
    : GridSurface(parent)
    , m_veil(this)
    , m_pool(m_canvas)
    , m_headings(m_canvas)
    , m_announced(nothingAnnounced)
{
    m_canvas.setParentItem(this);
    m_veil.stackAfter(&m_canvas);
    setFlag(ItemIsFocusScope);
    setActiveFocusOnTab(true);
    setFiltersChildMouseEvents(true);
    connect(this, &CardGrid::delegateChanged, this, &CardGrid::replaceDelegates);
    m_besideLater.setSingleShot(true);
    m_besideLater.setInterval(besideLaterMs);
    connect(&m_besideLater, &QTimer::timeout, this, &CardGrid::polish);
}

void CardGrid::setDelegate(QQmlComponent *delegate)
{
    if (delegate == m_pool.component()) {
        return;
    }
    if (m_pool.component()) {
        m_pool.component()->disconnect(this);
    }
    m_pool.setComponent(delegate, m_role.toLatin1());
    if (delegate) {
        connect(delegate, &QQmlComponent::statusChanged, this, &CardGrid::polish);
    }
    Q_EMIT delegateChanged();
}

void CardGrid::setSelectionModel(QItemSelectionModel *selection)
{
    if (selection == m_selection) {
        return;
    }
    if (m_selection) {
        m_selection->disconnect(this);
    }
    m_selection = selection;
    if (selection) {
        connect(selection, &QItemSelectionModel::selectionChanged, this, &CardGrid::markAll);
        connect(selection, &QItemSelectionModel::modelChanged, this, &CardGrid::markAll);
    }
    markAll();
    Q_EMIT selectionModelChanged();
}

void CardGrid::positionAt(int index, PositionMode mode)
{
    if (index < 0 || index >= count()) {
        return;
    }
    switch (mode) {
    case Contain: jumpTo(geometry().containing(index, place())); break;
    case Beginning: jumpTo(geometry().beginningAt(index)); break;
    case Center: jumpTo(geometry().centredOn(index)); break;
    }
}

int CardGrid::indexAt(qreal x, qreal y) const
{
    return geometry().indexAt({x, y}, place());
}

QList<int> CardGrid::indexesIn(const QRectF &area) const
{
    QList<int> found;
    const IndexRange seen = visibleRange();
    for (int index = seen.first; index <= seen.last && geometry().isDrawable(); ++index) {
        if (geometry().cellRect(index, place()).intersects(area)) {
            found.append(index);
        }
    }
    return found;
}

QQuickItem *CardGrid::itemAt(int index) const
{
    const auto card = m_cards.find(index);
    return card != m_cards.end() && visibleRange().contains(index) ? card->second.item() : nullptr;
}

void CardGrid::placeTaken()
{
    m_anchor.follow(m_model, count() > 0 ? anchorIndex() : -1);
    m_isCurrentInView = isInView(currentIndex(), place());
}

GridPlace CardGrid::placeKept(GridPlace place) const
{
    // The card that opened a pane must not leave the view because the pane made it narrow.
    const bool isLost = m_isCurrentInView && !isInView(currentIndex(), place);
    return isLost ? geometry().containing(currentIndex(), place) : place;
}

void CardGrid::updatePolish()
{
    const IndexRange visible = visibleRange();
    IndexRange rows = geometry().visibleRows(place());
    const bool isEmpty = rows.last < rows.first;
    const IndexRange kept =
        isEmpty ? visible : geometry().indexesOfRows({rows.first - 1, rows.last + 1});
    // Where all is new, it appears at once; the rows beside those that are seen wait until it stays
    // so for a while.
    const bool isAllNew = std::exchange(m_areValuesStale, false);
    FrameBudget budget(isAllNew ? QDeadlineTimer(QDeadlineTimer::Forever)
                                : QDeadlineTimer(m_bindingMs, Qt::PreciseTimer));
    releaseOutside(isAllNew ? visible : kept);
    if (isAllNew) {
        bindAll();
        m_placeOfNew = place();
        m_besideLater.start();
    } else if (place() != m_placeOfNew) {
        m_besideLater.stop();
    }
    const bool isFull = bindStale(budget) && fill(visible, budget) &&
                        (m_besideLater.isActive() || fill(kept, budget));
    for (const auto &[index, card] : m_cards) {
        const QRectF rect = geometry().cellRect(index, place());
        card.item()->setPosition(rect.topLeft());
        card.item()->setSize(rect.size());
    }
    m_veil.repaintAll();
    m_pool.hideWaiting();
    m_headings.show(geometry(), place());
    if (!isFull) {
        QMetaObject::invokeMethod(this, &QQuickItem::polish, Qt::QueuedConnection);
    }
    announceRange();
    announceFocus();
}

void CardGrid::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    m_canvas.setSize(newGeometry.size());
    m_veil.setSize(newGeometry.size());
    GridSurface::geometryChange(newGeometry, oldGeometry);
}

void CardGrid::replaceDelegates()
{
    for (const auto &[index, card] : std::exchange(m_cards, {})) {
        CardPool::discard(card);
    }
    m_pool.setComponent(m_pool.component(), m_role.toLatin1());
    m_roleNumber = roleNumber(m_model, m_pool.valueName());
    polish();
}

void CardGrid::releaseOutside(IndexRange kept)
{
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        if (kept.contains(card->first)) {
            ++card;
        } else {
            m_pool.giveBack(card->second);
            card = m_cards.erase(card);
        }
    }
}

bool CardGrid::fill(IndexRange wanted, FrameBudget &budget)
{
    for (int index = wanted.first; index <= wanted.last; ++index) {
        if (m_cards.contains(index)) {
            continue;
        }
        if (!budget.takeBinding()) {
            return false;
        }
        std::optional<CardSlot> card = m_pool.reuse();
        if (card) {
            bind(*card, index);
        } else if (m_pool.canCreate() && !budget.takeCreation()) {
            return false;
        } else {
            card = m_pool.create(index, valueAt(index));
        }
        if (!card) {
            return true; // until the component is another, there is nothing to wait for
        }
        mark(*card, index);
        m_cards.emplace(index, *card);
    }
    return true;
}

void CardGrid::bindAll()
{
    for (auto &[index, card] : m_cards) {
        bind(card, index);
    }
}

bool CardGrid::bindStale(FrameBudget &budget)
{
    for (auto &[index, card] : m_cards) {
        if (card.isStale()) {
            if (!budget.takeBinding()) {
                return false;
            }
            bind(card, index);
        }
    }
    return true;
}

void CardGrid::bind(CardSlot &slot, int index) const
{
    slot.setIndex(index);
    slot.setValue(valueAt(index));
    slot.setStale(false);
    mark(slot, index);
}

void CardGrid::mark(const CardSlot &slot, int index) const
{
    slot.setCurrent(index == currentIndex() && m_hasKeyboardFocus);
    const QItemSelectionModel *selection = m_selection;
    const bool isSelectable = selection && m_model && selection->model() == m_model;
    slot.setSelected(isSelectable && selection->isSelected(m_model->index(index, 0)));
}

void CardGrid::markAll() const
{
    for (const auto &[index, card] : m_cards) {
        mark(card, index);
    }
}

QVariant CardGrid::valueAt(int index) const
{
    return m_model && m_roleNumber >= 0 ? m_model->index(index, 0).data(m_roleNumber) : QVariant();
}

void CardGrid::announceRange()
{
    const IndexRange range = visibleRange();
    if (range != m_announced) {
        m_announced = range;
        Q_EMIT visibleRangeChanged(range.first, range.last);
    }
}

void CardGrid::announceFocus()
{
    QQuickItem *item = m_hasKeyboardFocus ? itemAt(currentIndex()) : nullptr;
    if (item == m_announcedFocus || isMoving()) {
        return; // while cards fly by there is nothing to read out
    }
    m_announcedFocus = item;
    if (item) {
        sortForReaders();
        QAccessibleEvent event(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void CardGrid::sortForReaders()
{
    // Reuse has shuffled them; a screen reader goes through them as they are stacked.
    std::map<std::pair<int, bool>, QQuickItem *> inOrder; // a heading before its first card
    for (const auto &[group, heading] : m_headings.shown()) {
        inOrder.emplace(std::pair(geometry().groups.firstIndex(group), false), heading.item());
    }
    for (const auto &[index, card] : m_cards) {
        inOrder.emplace(std::pair(index, true), card.item());
    }
    const QQuickItem *previous = nullptr;
    for (const auto &[key, item] : inOrder) {
        if (previous) {
            item->stackAfter(previous);
        }
        previous = item;
    }
}

} // namespace Microfiche
