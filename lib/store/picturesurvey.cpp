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
        readPublishers();
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
    enum Place : quint8 {
        Missing,
        Fetched,
        Gone,
        Refused,
        Failed,
        Carried
    };                         ///< a PictureState, or
    using Publisher = quint32; ///< a place in the survey's publishers, and one more; 0: all of them

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

    /// Providers of one domain are one publisher; all without a domain are one, too.
    void readPublishers()
    {
        QHash<QString, Publisher> byDomain;
        const auto add = [&](ProviderId provider, const QString &domain, const QString &name) {
            const auto known = byDomain.constFind(domain);
            if (known == byDomain.cend()) {
                m_survey.publishers.append({domain, domain.isEmpty() ? QString() : name, {}});
                byDomain.insert(domain, Publisher(m_survey.publishers.size()));
            }
            at(m_publishers, provider) = byDomain.value(domain);
        };
        add(0, {}, {}); // of articles that name no provider
        for (const ProviderEntry &entry :
             providerEntries(m_connection, 0, std::numeric_limits<ProviderId>::max())) {
            add(entry.id, entry.domain, entry.name);
        }
    }

    qint64 bytesOnce(PictureId picture, Publisher publisher)
    {
        const auto shared = m_contents.constFind(picture);
        if (shared == m_contents.cend()) {
            return at(m_bytes, picture);
        }
        const std::pair key(publisher, *shared);
        const bool isFirst = !m_weighed.contains(key);
        m_weighed.insert(key);
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

    /// Nobody looks at tiny ones, so nobody is asked for them: they count readers.
    void readPictures()
    {
        static_assert(TinyPicture == 32); // as the query has it
        const ArticleId last = lastOf("SELECT max(id) FROM article");
        for (ArticleId from = 0; from < last && !m_isCancelled(); from += RowsAtOnce) {
            auto rows = m_connection.run("SELECT CAST(group_concat(article) AS BLOB),"
                                         " CAST(group_concat(picture) AS BLOB)"
                                         " FROM article_picture WHERE article > ? AND article <= ?"
                                         " AND NOT (ifnull(width, 0) BETWEEN 1 AND 31)"
                                         " AND NOT (ifnull(height, 0) BETWEEN 1 AND 31)",
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

    void count(PictureId picture, ProviderId provider)
    {
        const Publisher publisher = std::max(at(m_publishers, provider), Publisher(1));
        Publisher &first = at(m_first, picture);
        if (first == 0) {
            first = publisher;
            countIn(m_survey.all, picture, 0);
            list(picture);
        } else if (first == publisher || m_others.contains({picture, publisher})) {
            return; // by another article of the same
        } else {
            m_others.insert({picture, publisher});
        }
        countIn(m_survey.publishers[publisher - 1].count, picture, publisher);
    }

    void countIn(PictureCount &sum, PictureId picture, Publisher publisher)
    {
        switch (Place(at(m_states, picture))) {
        case Missing: ++sum.missing; break;
        case Fetched:
            ++sum.fetched;
            sum.fetchedBytes += bytesOnce(picture, publisher);
            break;
        case Gone: ++sum.gone; break;
        case Refused: ++sum.refused; break;
        case Failed: ++sum.failed; break;
        case Carried: ++sum.carried; break;
        }
    }

    void list(PictureId picture)
    {
        const auto place = Place(at(m_states, picture));
        if (place == Refused || place == Failed) {
            ++m_survey.reasons[m_reasons.value(picture)];
        }
        switch (place) {
        case Missing: m_survey.missing.append(picture); break;
        case Fetched: m_survey.fetched.append(picture); break;
        case Gone:
        case Refused: m_survey.lost.append(picture); break;
        case Failed: m_survey.failed.append(picture); break;
        case Carried: break;
        }
    }

    PictureSurvey summed()
    {
        m_survey.publishers.removeIf(
            [](const PublisherPictures &publisher) { return publisher.count.all() == 0; });
        std::sort(m_survey.publishers.begin(), m_survey.publishers.end(),
                  [](const PublisherPictures &a, const PublisherPictures &b) {
                      return a.count.all() != b.count.all() ? a.count.all() > b.count.all()
                                                            : a.domain < b.domain;
                  });
        m_states.resize(std::max(m_states.size(), m_first.size()));
        for (size_t picture = 0; picture < m_states.size(); ++picture) {
            if (at(m_first, qint64(picture)) == 0) {
                m_states[picture] = PictureSurvey::NotCounted;
            } else if (m_states[picture] == Carried) {
                m_states[picture] = Fetched;
            }
        }
        m_survey.states = std::move(m_states);
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
    QSet<std::pair<Publisher, ContentHash>> m_weighed; ///< of those
    std::vector<Publisher> m_publishers;               ///< by provider
    std::vector<Publisher> m_first;                    ///< by picture: who named it first
    QSet<std::pair<PictureId, Publisher>> m_others;    ///< who named it as well
    PictureSurvey m_survey;
};

} // namespace

PictureSurvey surveyPictures(Connection &connection, const std::optional<IdSet> &articles,
                             const std::function<bool()> &isCancelled)
{
    return Survey(connection, isCancelled).of(articles);
}

} // namespace Microfiche
