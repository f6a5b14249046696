// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/picturekeeping_p.h"

#include "store/connection_p.h"
#include "store/names_p.h"
#include "store/numberlist_p.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Microfiche
{

namespace
{

constexpr ArticleId RowsAtOnce = 50'000;
constexpr qsizetype IdsAtOnce = 5'000;

/// A column of bits or numbers by ids, which begin at 1 and have few gaps.
template <typename Value>
Value &at(std::vector<Value> &column, qint64 id)
{
    if (size_t(id) >= column.size()) {
        column.resize(std::max(size_t(id) + 1, column.size() * 2));
    }
    return column[size_t(id)];
}

/// Counts pictures, each table read in its own order: joined in SQL, a million articles take
/// several times as long.
class Survey final
{
public:
    Survey(Connection &connection, const std::function<bool()> &isCancelled)
        : m_connection(connection)
        , m_isCancelled(isCancelled)
    {
    }

    PictureSurvey of(const std::optional<IdSet> &articles)
    {
        readStates();
        readArticles();
        if (articles) {
            takeIn(*articles);
        }
        m_isAll = !articles;
        readPictures();
        readLogos();
        return summed();
    }

private:
    enum Place : quint8 { Missing, Fetched, Gone, Refused, Failed, Carried };
    static constexpr quint8 IsCounted = 0x80;

    ArticleId lastOf(const char *sql)
    {
        auto rows = m_connection.run(sql);
        return rows.next() ? rows.integer(0) : 0;
    }

    bool isAsked(ArticleId article)
    {
        return m_isAll || (size_t(article) < m_isAsked.size() && m_isAsked[size_t(article)] != 0);
    }

    void takeIn(const IdSet &articles)
    {
        const QList<ArticleId> ids = articles.toList();
        for (const ArticleId id : ids) {
            at(m_isAsked, id) = 1;
        }
        for (qsizetype from = 0; from < ids.size() && !m_isCancelled(); from += IdsAtOnce) {
            QByteArray list = "[";
            for (const ArticleId id : ids.mid(from, IdsAtOnce)) {
                list += (list.size() > 1 ? "," : "") + QByteArray::number(id);
            }
            auto rows = m_connection.run(
                "SELECT CAST(group_concat(l.target) AS BLOB) FROM json_each(?) AS asked"
                " CROSS JOIN link AS l ON l.article = asked.value",
                QString::fromLatin1(list + ']'));
            rows.next();
            NumberList targets(rows.bytes(0));
            while (!targets.isAtEnd()) {
                const ArticleId target = targets.next().value_or(0);
                at(m_isAsked, target) |= at(m_isMention, target);
            }
        }
    }

    void readStates()
    {
        if (keepsPictures(m_connection)) {
            auto rows = m_connection.run("SELECT picture, state, bytes, reason FROM kept_picture"
                                         " WHERE NOT is_cleared");
            while (rows.next()) {
                at(m_states, rows.integer(0)) = quint8(rows.number(1));
                at(m_bytes, rows.integer(0)) = quint32(rows.integer(2));
                if (rows.number(3) != 0) {
                    m_reasons.insert(rows.integer(0), rows.number(3));
                }
            }
        }
        if (keepsPictures(m_connection)) {
            readSameContents();
        }
        auto rows = m_connection.run("SELECT id FROM picture WHERE content IS NOT NULL");
        while (rows.next()) {
            at(m_states, rows.integer(0)) = Carried;
        }
    }

    /// What several addresses share, or an import carried as well, takes its place only once.
    void readSameContents()
    {
        auto rows = m_connection.run(
            "SELECT k.picture, k.content, EXISTS (SELECT 1 FROM picture WHERE content = k.content)"
            " FROM (SELECT content FROM kept_picture WHERE content IS NOT NULL"
            "   GROUP BY content HAVING count(*) > 1"
            "  UNION SELECT p.content FROM picture AS p WHERE p.content IS NOT NULL"
            "   AND EXISTS (SELECT 1 FROM kept_picture WHERE content = p.content)) AS same"
            " JOIN kept_picture AS k ON k.content = same.content WHERE NOT k.is_cleared");
        while (rows.next()) {
            if (rows.flag(2)) {
                at(m_bytes, rows.integer(0)) = 0;
            } else {
                m_contents.insert(rows.integer(0), rows.bytes(1));
            }
        }
    }

    qint64 bytesOnce(PictureId picture)
    {
        const auto shared = m_contents.constFind(picture);
        if (shared == m_contents.cend()) {
            return at(m_bytes, picture);
        }
        const bool isFirst = !m_counted.contains(*shared);
        m_counted.insert(*shared);
        return isFirst ? at(m_bytes, picture) : 0;
    }

    void readArticles()
    {
        const ArticleId last = lastOf("SELECT max(id) FROM article");
        for (ArticleId from = 0; from < last && !m_isCancelled(); from += RowsAtOnce) {
            auto rows = m_connection.run("SELECT CAST(group_concat(id) AS BLOB),"
                                         " CAST(group_concat(ifnull(provider, 0)) AS BLOB),"
                                         " CAST(group_concat(shown_version IS NULL) AS BLOB)"
                                         " FROM article WHERE id > ? AND id <= ?",
                                         from, from + RowsAtOnce);
            rows.next();
            NumberList articles(rows.bytes(0));
            NumberList providers(rows.bytes(1));
            NumberList mentions(rows.bytes(2));
            while (!articles.isAtEnd() && !providers.isAtEnd() && !mentions.isAtEnd()) {
                const ArticleId article = articles.next().value_or(0);
                at(m_providers, article) = quint32(providers.next().value_or(0));
                at(m_isMention, article) = quint8(mentions.next().value_or(0));
            }
        }
    }

    void readPictures()
    {
        const ArticleId last = lastOf("SELECT max(id) FROM article");
        for (ArticleId from = 0; from < last && !m_isCancelled(); from += RowsAtOnce) {
            auto rows = m_connection.run("SELECT CAST(group_concat(article) AS BLOB),"
                                         " CAST(group_concat(picture) AS BLOB)"
                                         " FROM article_picture WHERE article > ? AND article <= ?",
                                         from, from + RowsAtOnce);
            rows.next();
            NumberList articles(rows.bytes(0));
            NumberList pictures(rows.bytes(1));
            while (!articles.isAtEnd() && !pictures.isAtEnd()) {
                const ArticleId article = articles.next().value_or(0);
                const PictureId picture = pictures.next().value_or(0);
                if (isAsked(article)) {
                    count(picture, at(m_providers, article));
                }
            }
        }
    }

    void readLogos()
    {
        std::vector<quint8> isNamed; // by provider
        for (size_t article = 0; article < m_providers.size(); ++article) {
            if (isAsked(ArticleId(article))) {
                at(isNamed, m_providers[article]) = 1;
            }
        }
        auto rows = m_connection.run("SELECT provider, picture FROM provider_logo");
        while (rows.next()) {
            if (at(isNamed, rows.integer(0)) != 0) {
                count(rows.integer(1), rows.integer(0));
            }
        }
    }

    void count(PictureId picture, qint64 provider)
    {
        quint8 &state = at(m_states, picture);
        if ((state & IsCounted) != 0) {
            return;
        }
        if (state == Refused || state == Failed) {
            ++m_survey.reasons[m_reasons.value(picture)];
        }
        PictureCount &own = m_counts[provider];
        switch (Place(state)) {
        case Missing:
            ++own.missing;
            m_survey.missing.append(picture);
            break;
        case Fetched:
            ++own.fetched;
            own.fetchedBytes += bytesOnce(picture);
            m_survey.fetched.append(picture);
            break;
        case Gone:
            ++own.gone;
            m_survey.lost.append(picture);
            break;
        case Refused:
            ++own.refused;
            m_survey.lost.append(picture);
            break;
        case Failed:
            ++own.failed;
            m_survey.failed.append(picture);
            break;
        case Carried: ++own.carried; break;
        }
        state |= IsCounted;
    }

    static void add(PictureCount &sum, const PictureCount &one)
    {
        sum.carried += one.carried;
        sum.fetched += one.fetched;
        sum.gone += one.gone;
        sum.refused += one.refused;
        sum.failed += one.failed;
        sum.missing += one.missing;
        sum.fetchedBytes += one.fetchedBytes;
    }

    PictureSurvey summed()
    {
        QHash<QString, PublisherPictures> byDomain;
        QHash<qint64, ProviderEntry> entries;
        for (const ProviderEntry &entry :
             providerEntries(m_connection, 0, std::numeric_limits<ProviderId>::max())) {
            entries.insert(entry.id, entry);
        }
        for (auto one = m_counts.cbegin(); one != m_counts.cend(); ++one) {
            const ProviderEntry entry = entries.value(one.key());
            PublisherPictures &publisher = byDomain[entry.domain];
            publisher.domain = entry.domain;
            publisher.name = entry.domain.isEmpty() ? QString() : entry.name;
            add(publisher.count, one.value());
            add(m_survey.all, one.value());
        }
        m_survey.publishers = byDomain.values();
        std::sort(m_survey.publishers.begin(), m_survey.publishers.end(),
                  [](const PublisherPictures &a, const PublisherPictures &b) {
                      return a.count.all() != b.count.all() ? a.count.all() > b.count.all()
                                                            : a.domain < b.domain;
                  });
        return std::move(m_survey);
    }

    Connection &m_connection;
    const std::function<bool()> &m_isCancelled;
    bool m_isAll = false;
    std::vector<quint8> m_isAsked;            ///< by article
    std::vector<quint32> m_providers;         ///< by article
    std::vector<quint8> m_isMention;          ///< by article
    std::vector<quint8> m_states;             ///< a Place, by picture
    std::vector<quint32> m_bytes;             ///< by picture; none is over 10 MiB
    QHash<PictureId, int> m_reasons;          ///< of pictures that did not come
    QHash<PictureId, ContentHash> m_contents; ///< of pictures whose bytes are others' as well
    QSet<ContentHash> m_counted;              ///< of those
    QHash<qint64, PictureCount> m_counts;
    PictureSurvey m_survey;
};

} // namespace

PictureSurvey surveyPictures(Connection &connection, const std::optional<IdSet> &articles,
                             const std::function<bool()> &isCancelled)
{
    return Survey(connection, isCancelled).of(articles);
}

} // namespace Microfiche
