// SPDX-License-Identifier: GPL-3.0-or-later
#include "querybench.h"

#include "percentile.h"
#include "plainloop.h"
#include "store/store.h"

#include <QElapsedTimer>

#include <random>

namespace Microfiche::Bench
{

namespace
{

constexpr int Questions = 200;
constexpr int PageRows = 50'000;
constexpr double MostMilliseconds = 16;
constexpr double MostTimesPlain = 3;
constexpr double MostBytesOfRow = 64;

struct Loaded {
    ArchiveIndex index;
    PlainLoop plain;
    QList<TopicEntry> topics;
    QList<ProviderEntry> providers;
};

bool load(const QString &path, Loaded *loaded)
{
    Store store;
    auto opened = store.open(path, Store::IfMissing::Refuse);
    opened.waitForFinished();
    if (opened.result().opening != Store::Opening::Opened) {
        return false;
    }
    ArticleId after = 0;
    for (;;) {
        auto page = store.indexRows(after, PageRows);
        page.waitForFinished();
        const IndexBatch batch = page.result();
        loaded->topics += batch.topics;
        loaded->providers += batch.providers;
        loaded->plain.add(batch);
        loaded->index.apply(batch);
        if (batch.rows.size() < PageRows) {
            break;
        }
        after = batch.rows.last().id;
    }
    loaded->plain.sortByDate();
    return true;
}

/// What a person asks who brushes and ticks: one to four clauses.
class Asker
{
public:
    explicit Asker(const Loaded &loaded)
        : m_topics(loaded.topics)
        , m_providers(loaded.providers)
    {
        const QueryAnswer all = loaded.index.evaluate({});
        m_firstDay = all.days.isEmpty() ? 0 : all.days.first().value;
        m_lastDay = all.days.isEmpty() ? 0 : all.days.last().value;
        m_bestQuality = all.qualities.isEmpty() ? 0 : int(all.qualities.last().value);
    }

    PlainQuestion next()
    {
        PlainQuestion question;
        const int clauses = std::uniform_int_distribution(1, 4)(m_random);
        question.days = between(m_firstDay, m_lastDay);
        if (clauses > 1) {
            const auto range = between(0, m_bestQuality);
            question.qualities = std::pair(int(range.first), int(range.second));
        }
        if (clauses > 2 && !m_topics.isEmpty()) {
            question.topics = {m_topics[below(m_topics.size())].id,
                               m_topics[below(m_topics.size())].id};
        }
        if (clauses > 3 && !m_providers.isEmpty()) {
            question.providers = {m_providers[below(m_providers.size())].id,
                                  m_providers[below(m_providers.size())].id};
        }
        return question;
    }

    Query query(const PlainQuestion &question) const
    {
        Query query;
        query.date = {QDate::fromJulianDay(question.days->first),
                      QDate::fromJulianDay(question.days->second)};
        if (question.qualities) {
            query.quality = {question.qualities->first, question.qualities->second};
        }
        for (const TopicEntry &topic : m_topics) {
            if (isOneOf(question.topics, topic.id)) {
                query.topics << topic.name;
            }
        }
        for (const ProviderEntry &provider : m_providers) {
            if (isOneOf(question.providers, provider.id)) {
                query.providers << provider.domain;
            }
        }
        return query;
    }

private:
    static bool isOneOf(const std::vector<int> &chosen, int id)
    {
        return std::find(chosen.begin(), chosen.end(), id) != chosen.end();
    }
    qsizetype below(qsizetype end)
    {
        return std::uniform_int_distribution<qsizetype>(0, end - 1)(m_random);
    }
    std::pair<qint64, qint64> between(qint64 least, qint64 most)
    {
        std::uniform_int_distribution<qint64> any(least, most);
        return std::minmax({any(m_random), any(m_random)});
    }

    QList<TopicEntry> m_topics;
    QList<ProviderEntry> m_providers;
    qint64 m_firstDay = 0;
    qint64 m_lastDay = 0;
    int m_bestQuality = 0;
    std::mt19937 m_random{1}; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same questions each time
};

template <typename Act>
double millisecondsOf(Act act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

Figures queryFigures(const QString &path, const QString &size)
{
    Loaded loaded;
    if (!load(path, &loaded)) {
        qFatal("The archive to be measured could not be opened.");
    }
    Asker asker(loaded);
    QList<double> ours;
    QList<double> plains;
    for (int i = 0; i < Questions; ++i) {
        const PlainQuestion question = asker.next();
        const Query query = asker.query(question);
        QueryAnswer answer;
        PlainCounts counts;
        ours << millisecondsOf([&] { answer = loaded.index.evaluate(query); });
        plains << millisecondsOf([&] { counts = loaded.plain.answer(question); });
        if (answer.ids.size() != qsizetype(counts.ids.size())) {
            qFatal("The index and the plain loop found %lld and %zu articles.",
                   qlonglong(answer.ids.size()), counts.ids.size());
        }
    }
    const double rows = loaded.index.articleCount() + loaded.index.mentionCount();
    const QString ms = QStringLiteral("ms");
    return {
        {QStringLiteral("answer of the index, p95"),
         size,
         percentile(ours, 95),
         ms,
         {},
         MostMilliseconds},
        {QStringLiteral("answer of the index, p95, to a plain loop"), size, percentile(ours, 95),
         ms, percentile(plains, 95), MostTimesPlain},
        {QStringLiteral("index, memory an article"),
         size,
         double(loaded.index.bytesUsed()) / rows,
         QStringLiteral("B"),
         {},
         MostBytesOfRow},
    };
}

} // namespace Microfiche::Bench
