// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/groupheadings.h"

#include "grid/followedrow.h"

#include <utility>

namespace Microfiche
{

void GroupHeadings::setComponent(QQmlComponent *component)
{
    for (const auto &[group, slot] : std::exchange(m_shown, {})) {
        CardPool::discard(slot);
    }
    m_pool.setComponent(component, {});
}

void GroupHeadings::setModel(QAbstractItemModel *model)
{
    m_model = model;
    forgetValues();
}

QList<int> GroupHeadings::firstIndexes() const
{
    const int role = roleNumber(m_model, "first");
    QList<int> firsts;
    if (role >= 0) {
        const int count = m_model->rowCount();
        firsts.reserve(count);
        for (int group = 0; group < count; ++group) {
            firsts << m_model->index(group, 0).data(role).toInt();
        }
    }
    return firsts;
}

void GroupHeadings::show(const GridGeometry &geometry, GridPlace place)
{
    const IndexRange wanted = geometry.visibleGroups(place);
    for (auto heading = m_shown.begin(); heading != m_shown.end();) {
        if (wanted.contains(heading->first)) {
            ++heading;
        } else {
            m_pool.giveBack(heading->second);
            heading = m_shown.erase(heading);
        }
    }
    if (std::exchange(m_areValuesStale, false)) {
        for (const auto &[group, slot] : m_shown) {
            slot.set(valuesOf(group));
        }
    }
    for (int group = wanted.first; group <= wanted.last; ++group) {
        if (!m_shown.contains(group) && !add(group)) {
            break; // there is no component, or it is broken
        }
    }
    for (const auto &[group, slot] : m_shown) {
        const QRectF rect = geometry.headingRect(group, place);
        slot.item()->setPosition(rect.topLeft());
        slot.item()->setSize(rect.size());
    }
    m_pool.hideWaiting();
}

bool GroupHeadings::add(int group)
{
    std::optional<CardSlot> slot = m_pool.reuse();
    if (slot) {
        slot->set(valuesOf(group));
    } else {
        slot = m_pool.create(valuesOf(group));
        if (!slot) {
            return false;
        }
        slot->item()->setZ(1); // over the cards that go by beneath
    }
    m_shown.emplace(group, *slot);
    return true;
}

QVariantMap GroupHeadings::valuesOf(int group) const
{
    QVariantMap values{{QStringLiteral("index"), group}};
    for (const char *name : {"first", "label", "count"}) {
        const int role = roleNumber(m_model, name);
        if (role >= 0) {
            values.insert(QString::fromLatin1(name), m_model->index(group, 0).data(role));
        }
    }
    return values;
}

} // namespace Microfiche
