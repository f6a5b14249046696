// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/cardpool.h"

#include <QMetaProperty>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlInfo>
#include <QQuickWindow>

#include <utility>

namespace Microfiche
{

namespace
{

// A button within the card may have the focus, which is not the next card's to keep.
void takeFocusFrom(QQuickItem *item)
{
    QQuickItem *focused = item->window() ? item->window()->activeFocusItem() : nullptr;
    if (focused && (focused == item || item->isAncestorOf(focused))) {
        focused->setFocus(false);
    }
}

} // namespace

CardSlot::CardSlot(QQuickItem *item, const QByteArray &valueName)
    : m_item(item)
    , m_indexProperty(item->metaObject()->indexOfProperty("index"))
    , m_valueProperty(item->metaObject()->indexOfProperty(valueName.constData()))
    , m_currentProperty(item->metaObject()->indexOfProperty("current"))
    , m_selectedProperty(item->metaObject()->indexOfProperty("selected"))
{
}

void CardSlot::write(int property, const QVariant &value) const
{
    if (property >= 0) {
        m_item->metaObject()->property(property).write(m_item, value);
    }
}

void CardSlot::set(const QVariantMap &values) const
{
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        write(m_item->metaObject()->indexOfProperty(value.key().toLatin1().constData()),
              value.value());
    }
}

void CardPool::setComponent(QQmlComponent *component, const QByteArray &valueName)
{
    for (const CardSlot &slot : std::exchange(m_waiting, {})) {
        discard(slot);
    }
    m_component = component;
    m_valueName = valueName;
    m_isBroken = false;
}

std::optional<CardSlot> CardPool::reuse()
{
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    const CardSlot slot = m_waiting.back();
    m_waiting.pop_back();
    slot.item()->setVisible(true);
    return slot;
}

bool CardPool::canCreate() const
{
    return m_component && !m_isBroken && m_component->status() != QQmlComponent::Loading;
}

std::optional<CardSlot> CardPool::create(int index, const QVariant &value)
{
    return create({{QStringLiteral("index"), index}, {QString::fromLatin1(m_valueName), value}});
}

std::optional<CardSlot> CardPool::create(const QVariantMap &values)
{
    QQmlComponent *component = m_component;
    if (!component || !canCreate()) {
        return std::nullopt;
    }
    QQmlContext *context = component->creationContext();
    QObject *object = component->beginCreate(context ? context : qmlContext(m_canvas.parentItem()));
    auto *item = qobject_cast<QQuickItem *>(object);
    if (!item) {
        if (object) {
            component->completeCreate();
        }
        return refuse(*component, object);
    }
    QQmlEngine::setObjectOwnership(item, QQmlEngine::CppOwnership);
    item->setParent(&m_canvas);
    item->setParentItem(&m_canvas);
    QVariantMap initial;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (item->metaObject()->indexOfProperty(value.key().toLatin1().constData()) >= 0) {
            initial.insert(value.key(), value.value());
        }
    }
    component->setInitialProperties(item, initial);
    component->completeCreate();
    return component->isError() ? refuse(*component, item) : CardSlot(item, m_valueName);
}

void CardPool::giveBack(CardSlot slot)
{
    takeFocusFrom(slot.item());
    m_waiting.push_back(slot);
}

void CardPool::discard(CardSlot slot)
{
    slot.item()->setVisible(false);
    slot.item()->deleteLater();
}

void CardPool::hideWaiting()
{
    for (const CardSlot &slot : m_waiting) {
        slot.item()->setVisible(false);
    }
}

std::optional<CardSlot> CardPool::refuse(const QQmlComponent &component, QObject *object)
{
    m_isBroken = true;
    qmlWarning(m_canvas.parentItem(), component.errors())
        << "The delegate of a grid of cards is to be an item.";
    if (auto *item = qobject_cast<QQuickItem *>(object)) {
        item->setVisible(false);
    }
    if (object) {
        object->deleteLater();
    }
    return std::nullopt;
}

} // namespace Microfiche
