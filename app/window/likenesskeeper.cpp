// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/likenesskeeper.h"

#include <utility>

namespace Microfiche
{

namespace
{
constexpr int GatherMs = 1500; // the cards of a page, and not while they are awaited
constexpr qsizetype MostTold = 100'000;
} // namespace

LikenessKeeper::LikenessKeeper(Store &store, PictureLoader &loader)
    : m_store(store)
    , m_loader(loader)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(GatherMs);
    connect(&m_soon, &QTimer::timeout, this, &LikenessKeeper::keep);
    m_loader.setWitness(
        [this](const QByteArray &content, Likeness likeness) { take(content, likeness); });
}

LikenessKeeper::~LikenessKeeper()
{
    m_loader.setWitness({});
    keep();
}

void LikenessKeeper::take(const QByteArray &content, Likeness likeness)
{
    const std::lock_guard lock(m_mutex);
    if (m_told.contains(content)) {
        return;
    }
    if (m_told.size() >= MostTold) {
        m_told.clear();
    }
    m_told.insert(content);
    if (m_unkept.isEmpty()) {
        QMetaObject::invokeMethod(&m_soon, qOverload<>(&QTimer::start));
    }
    m_unkept.append({content, likeness});
}

void LikenessKeeper::keep()
{
    const std::lock_guard lock(m_mutex);
    if (!m_unkept.isEmpty()) {
        m_store.keepLikeness(std::exchange(m_unkept, {}));
    }
}

} // namespace Microfiche
