// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <optional>
#include <utility>

namespace Microfiche
{

/// What was lately looked up, within bounds: when the younger half is full, the older is forgotten.
template <typename Key, typename Value>
class RecentIds final
{
public:
    explicit RecentIds(qsizetype half)
        : m_half(half)
    {
    }

    std::optional<Value> find(const Key &key)
    {
        if (const auto young = m_young.constFind(key); young != m_young.cend()) {
            return *young;
        }
        const auto old = m_old.constFind(key);
        if (old == m_old.cend()) {
            return std::nullopt;
        }
        const Value value = *old;
        insert(key, value);
        return value;
    }

    void insert(const Key &key, const Value &value)
    {
        if (m_young.size() >= m_half) {
            m_old = std::exchange(m_young, {});
        }
        m_young.insert(key, value);
    }

    void remove(const Key &key)
    {
        m_young.remove(key);
        m_old.remove(key);
    }

    void clear()
    {
        m_young.clear();
        m_old.clear();
    }

private:
    qsizetype m_half;
    QHash<Key, Value> m_young;
    QHash<Key, Value> m_old;
};

} // namespace Microfiche
