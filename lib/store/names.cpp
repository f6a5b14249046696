// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/names_p.h"

#include "store/connection_p.h"
#include "store/keyhash_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int MaxLogos = 16;          // of one provider; more than that is noise
constexpr qsizetype MaxTold = 50'000; // providers whose last news is remembered

} // namespace

qint64 Names::type(const QString &name)
{
    if (name.isEmpty()) {
        return 0;
    }
    if (const auto known = m_types.find(name)) {
        return *known;
    }
    const qint64 id = findOrInsert(m_connection, "SELECT id FROM type WHERE name = ?",
                                   "INSERT INTO type (name) VALUES (?) RETURNING id", name)
                          .id;
    m_types.insert(name, id);
    return id;
}

TopicId Names::topic(const QString &name)
{
    if (const auto known = m_topics.find(name)) {
        return *known;
    }
    const NamedRow row = findOrInsert(m_connection, "SELECT id FROM topic WHERE name = ?",
                                      "INSERT INTO topic (name) VALUES (?) RETURNING id", name);
    const auto id = static_cast<TopicId>(row.id);
    if (row.isNew) {
        m_newTopics.append({id, name});
    }
    m_topics.insert(name, id);
    return id;
}

ProviderUse Names::provider(const Provider &provider)
{
    if (provider.domain.isEmpty() && provider.name.isEmpty()) {
        return {};
    }
    const std::pair key(provider.domain, provider.name);
    std::optional<ProviderUse> use = m_providers.find(key);
    if (!use) {
        use.emplace();
        use->provider = providerOf(provider.domain, provider.name);
        use->name = nameOf(use->provider, provider.name);
        m_providers.insert(key, *use);
    }
    addLogos(use->provider, provider.logos);
    return *use;
}

ProviderId Names::providerOf(const QString &domain, const QString &name)
{
    const QString ownName = domain.isEmpty() ? name : QString();
    const NamedRow row = findOrInsert(
        m_connection, "SELECT id FROM provider WHERE domain = ? AND own_name = ?",
        "INSERT INTO provider (domain, own_name) VALUES (?, ?) RETURNING id", domain, ownName);
    const auto id = static_cast<ProviderId>(row.id);
    if (row.isNew) {
        m_touched.insert(id);
    }
    return id;
}

qint64 Names::nameOf(ProviderId provider, const QString &name)
{
    const NamedRow row = findOrInsert(
        m_connection, "SELECT id FROM provider_name WHERE provider = ? AND name = ?",
        "INSERT INTO provider_name (provider, name) VALUES (?, ?) RETURNING id", provider, name);
    if (row.isNew) {
        m_touched.insert(provider);
    }
    return row.id;
}

void Names::addLogos(ProviderId provider, const QList<Picture> &logos)
{
    for (const Picture &logo : logos) {
        const PictureId id = picture(logo.url);
        if (id == 0 || m_logos.find({provider, id})) {
            continue;
        }
        m_logos.insert({provider, id}, true);
        int count = 0;
        bool isKnown = false;
        {
            auto rows =
                m_connection.run("SELECT picture FROM provider_logo WHERE provider = ?", provider);
            for (; rows.next(); ++count) {
                isKnown = isKnown || rows.integer(0) == id;
            }
        }
        if (!isKnown && count < MaxLogos) {
            m_connection.run(
                "INSERT INTO provider_logo (provider, position, picture) VALUES (?, ?, ?)",
                provider, count, id);
            m_touched.insert(provider);
        }
    }
}

std::optional<PictureId> Names::knownPicture(const QString &url, qint64 hash)
{
    if (!m_pictureNumbering.mayHold(hash)) {
        return std::nullopt;
    }
    auto rows = m_connection.run("SELECT id, url FROM picture WHERE url_hash = ?", hash);
    while (rows.next()) {
        if (rows.text(1) == url) {
            m_pictures.insert(url, rows.integer(0));
            return rows.integer(0);
        }
    }
    return std::nullopt;
}

PictureId Names::picture(const QString &url)
{
    if (url.isEmpty()) {
        return 0;
    }
    if (const auto recent = m_pictures.find(url)) {
        return *recent;
    }
    const qint64 hash = addressHash(url);
    if (const auto known = knownPicture(url, hash)) {
        return *known;
    }
    const PictureId id = m_pictureNumbering.next(hash);
    m_connection.run("INSERT INTO picture (id, url_hash, url) VALUES (?, ?, ?)", id, hash, url);
    m_pictures.insert(url, id);
    return id;
}

void Names::count(ProviderUse use, int by)
{
    if (use.name > 0) {
        m_uses[use.name] += by;
        m_touched.insert(use.provider);
    }
}

void Names::setContent(const QString &url, const ContentHash &content)
{
    auto id = m_pictures.find(url);
    if (!id) {
        id = knownPicture(url, addressHash(url));
    }
    if (id) {
        m_connection.run("UPDATE picture SET content = ? WHERE id = ?", content, *id);
    }
}

void Names::takeNews(IndexBatch &news)
{
    for (auto use = m_uses.cbegin(); use != m_uses.cend(); ++use) {
        if (use.value() != 0) {
            m_connection.run("UPDATE provider_name SET uses = uses + ? WHERE id = ?", use.value(),
                             use.key());
        }
    }
    m_uses.clear();
    QList<ProviderId> touched(m_touched.cbegin(), m_touched.cend());
    std::sort(touched.begin(), touched.end());
    if (m_told.size() > MaxTold) {
        m_told.clear();
    }
    for (const ProviderId id : std::as_const(touched)) {
        for (const ProviderEntry &entry : providerEntries(m_connection, id, id)) {
            if (m_told.value(id) != entry) {
                m_told.insert(id, entry);
                news.providers.append(entry);
            }
        }
    }
    m_touched.clear();
    news.topics += std::exchange(m_newTopics, {});
}

void Names::forget()
{
    m_types.clear();
    m_topics.clear();
    m_providers.clear();
    m_pictures.clear();
    m_pictureNumbering.forget();
    m_logos.clear();
    m_uses.clear();
    m_touched.clear();
    m_told.clear();
    m_newTopics.clear();
}

namespace
{
// One domain may carry many houses (video channels, syndication): a name that fewer than half of
// its articles use would call the others by a stranger's name, so the domain stands for them all.
void nameByShare(QList<ProviderEntry> *entries, qint64 usesOfFirst, qint64 uses)
{
    if (entries->isEmpty() || usesOfFirst * 2 >= uses) {
        return;
    }
    ProviderEntry &entry = entries->last();
    if (!entry.domain.isEmpty()) {
        entry.aliases.prepend(entry.name);
        entry.name = entry.domain;
    }
}
} // namespace

QList<ProviderEntry> providerEntries(Connection &connection, ProviderId first, ProviderId last)
{
    QList<ProviderEntry> entries;
    auto rows = connection.run(
        "SELECT p.id, p.domain, n.name,"
        " (SELECT l.picture FROM provider_logo AS l"
        "  JOIN picture AS c ON c.id = l.picture"
        "  WHERE l.provider = p.id ORDER BY c.content IS NULL, l.position LIMIT 1)," // as cards
        " n.uses"
        " FROM provider AS p LEFT JOIN provider_name AS n ON n.provider = p.id AND n.name <> ''"
        " WHERE p.id BETWEEN ? AND ? ORDER BY p.id, n.uses DESC, n.id",
        first, last);
    qint64 usesOfFirst = 0;
    qint64 uses = 0;
    while (rows.next()) {
        const ProviderId id = rows.number(0);
        const QString name = rows.text(2);
        if (!entries.isEmpty() && entries.constLast().id == id) {
            entries.last().aliases.append(name);
            uses += rows.integer(4);
            continue;
        }
        nameByShare(&entries, usesOfFirst, uses);
        usesOfFirst = uses = rows.integer(4);
        const QString domain = rows.text(1);
        entries.append({id, domain, name.isEmpty() ? domain : name, {}, rows.integer(3)});
    }
    nameByShare(&entries, usesOfFirst, uses);
    return entries;
}

} // namespace Microfiche
