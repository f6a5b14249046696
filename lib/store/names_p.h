// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/numbering_p.h"
#include "store/recentids_p.h"
#include "store/records.h"
#include "store/seenhashes_p.h"

#include <QSet>

namespace Microfiche
{

/// A provider and the name that an article calls it by; both 0 if it names none.
struct ProviderUse {
    ProviderId provider = 0;
    qint64 name = 0;
};

/// The writer's way from names and addresses to ids: types, topics, providers and pictures are
/// stored once. Remembers what the index has not been told yet.
class Names final
{
public:
    explicit Names(Connection &connection)
        : m_connection(connection)
        , m_pictureNumbering(connection, "SELECT max(id) FROM picture")
    {
    }

    /// To be called with every new transaction.
    void begin() { m_pictureNumbering.begin(); }

    qint64 type(const QString &name); ///< 0 for an empty one
    TopicId topic(const QString &name);
    ProviderUse provider(const Provider &provider);
    PictureId picture(const QString &url);

    /// Says that one article more (1) or fewer (-1) uses a name.
    void count(ProviderUse use, int by);
    /// Notes where the bytes of a picture are kept, if any article names it.
    void setContent(const QString &url, const ContentHash &content);

    /// Writes the counts, and tells what is new since the last time.
    void takeNews(IndexBatch &news);
    /// Forgets everything, as after a transaction that was undone.
    void forget();

private:
    std::optional<PictureId> knownPicture(const QString &url, qint64 hash);
    ProviderId providerOf(const QString &domain, const QString &name);
    qint64 nameOf(ProviderId provider, const QString &name);
    void addLogos(ProviderId provider, const QList<Picture> &logos);

    Connection &m_connection;
    RecentIds<QString, qint64> m_types{1024};
    RecentIds<QString, TopicId> m_topics{8192};
    RecentIds<std::pair<QString, QString>, ProviderUse> m_providers{8192};
    RecentIds<QString, PictureId> m_pictures{8192};
    HashedNumbering m_pictureNumbering; ///< by addresses
    RecentIds<std::pair<ProviderId, PictureId>, bool> m_logos{8192};
    QHash<qint64, int> m_uses; ///< changes that are not written yet, by name
    QSet<ProviderId> m_touched;
    QHash<ProviderId, ProviderEntry> m_told;
    QList<TopicEntry> m_newTopics;
};

/// Providers with ids from `first` to `last` as the index knows them.
QList<ProviderEntry> providerEntries(Connection &connection, ProviderId first, ProviderId last);

} // namespace Microfiche
