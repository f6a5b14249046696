// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQmlComponent>
#include <QQuickItem>

#include <optional>
#include <vector>

namespace Microfiche
{

/// One delegate, and where it takes what it shows.
class CardSlot
{
public:
    CardSlot(QQuickItem *item, const QByteArray &valueName);

    QQuickItem *item() const { return m_item; }
    void setIndex(int index) const { write(m_indexProperty, index); }
    void setValue(const QVariant &value) const { write(m_valueProperty, value); }
    void setCurrent(bool isCurrent) const { write(m_currentProperty, isCurrent); }
    void setSelected(bool isSelected) const { write(m_selectedProperty, isSelected); }
    void set(const QVariantMap &values) const; ///< by name, those that it has

    /// The model has another value for it than it shows.
    bool isStale() const { return m_isStale; }
    void setStale(bool isStale) { m_isStale = isStale; }

private:
    void write(int property, const QVariant &value) const;

    QQuickItem *m_item;
    int m_indexProperty;
    int m_valueProperty;
    int m_currentProperty;
    int m_selectedProperty;
    bool m_isStale = false;
};

/// The delegates that are made once and then handed from card to card. They belong to the canvas.
class CardPool
{
public:
    explicit CardPool(QQuickItem &canvas)
        : m_canvas(canvas)
    {
    }

    /// Those in the pool are of the old component, and go.
    void setComponent(QQmlComponent *component, const QByteArray &valueName);
    QQmlComponent *component() const { return m_component; }
    const QByteArray &valueName() const { return m_valueName; }

    /// One that waits, still with the index and value that it had.
    std::optional<CardSlot> reuse();
    /// A new one; nothing if the component has errors, which are told once.
    std::optional<CardSlot> create(int index, const QVariant &value);
    /// Only what it has of these: a name that it lacks would be reported as an error for each.
    std::optional<CardSlot> create(const QVariantMap &values);
    bool canCreate() const;

    void giveBack(CardSlot slot);
    static void discard(CardSlot slot);
    /// Those that nobody took are not to be seen.
    void hideWaiting();

private:
    std::optional<CardSlot> refuse(const QQmlComponent &component, QObject *object);

    QQuickItem &m_canvas;
    QPointer<QQmlComponent> m_component;
    QByteArray m_valueName;
    bool m_isBroken = false;
    std::vector<CardSlot> m_waiting;
};

} // namespace Microfiche
