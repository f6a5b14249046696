// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderbench.h"

#include "percentile.h"
#include "query/querytext.h"
#include "roles.h"
#include "store/store.h"

#include <QElapsedTimer>

namespace Microfiche::Bench
{

namespace
{

constexpr int PageRows = 50'000;
constexpr int Times = 10;
// A key press has 50 ms up to the first page; what follows a first ask is one of them.
constexpr double MostMilliseconds = 50;
constexpr double MostCommonMilliseconds = 100;
// The archive keeps what a session's first ask needs, but not for people who sort otherwise.
constexpr double MostFirstTitles = 1000;
constexpr double MostFirstLinks = 500;
constexpr double MostSorting = 10'000;
constexpr double MostMegabytes = 100;

/// An archive with its index, asked as the window asks: store, then index.
class Asked
{
public:
    explicit Asked(const QString &path)
    {
        if (answerOf(m_store.open(path, Store::IfMissing::Refuse)).opening !=
            Store::Opening::Opened) {
            qFatal("The archive to be measured could not be opened.");
        }
        for (const ArticleId after : answerOf(m_store.indexPages(PageRows))) {
            m_index.apply(answerOf(m_store.indexRows(after, PageRows)));
        }
    }

    /// Milliseconds up to the answer.
    double ask(const QString &text)
    {
        QElapsedTimer clock;
        clock.start();
        const Query query = std::get<Query>(parseQuery(text));
        TermHits hits;
        for (const StoreTerm &term : query.storeTerms()) {
            hits.insert(term, answerOf(m_store.idsOf(term)));
        }
        if (query.sort.key == SortKey::Title && !m_isOrdered) {
            m_index.setTitleOrder(answerOf(m_store.titleOrder()));
            m_isOrdered = true;
        }
        m_index.evaluate(query, hits);
        return double(clock.nsecsElapsed()) / 1e6;
    }

    double percentile95(const QStringList &texts)
    {
        QList<double> milliseconds;
        for (int time = 0; time < Times; ++time) {
            for (const QString &text : texts) {
                milliseconds << ask(text);
            }
        }
        return percentile(milliseconds, 95);
    }

private:
    template <typename Answer>
    static Answer answerOf(QFuture<Answer> future)
    {
        future.waitForFinished();
        return future.takeResult();
    }

    Store m_store;
    ArchiveIndex m_index;
    bool m_isOrdered = false;
};

} // namespace

Figures orderFigures(const QString &path, const QString &size)
{
    Figures figures;
    const auto add = [&](const QString &name, double value, double goal) {
        figures += Figure{name, size, value, QStringLiteral("ms"), {}, goal};
    };
    Asked asked(path);
    const QStringList titles{QStringLiteral("sort:title"), QStringLiteral("sort:-title")};
    const QStringList cited{QStringLiteral("cited:>=30"), QStringLiteral("cited:..3")};
    add(QStringLiteral("sort:title, first ask"), asked.ask(titles.first()), MostFirstTitles);
    add(QStringLiteral("sort:title, later asks, p95"), asked.percentile95(titles),
        MostMilliseconds);
    add(QStringLiteral("other orders, p95"),
        asked.percentile95({QStringLiteral("sort:quality"), QStringLiteral("sort:-heat"),
                            QStringLiteral("sort:provider"), QStringLiteral("sort:-date")}),
        MostMilliseconds);
    add(QStringLiteral("phrase that ends in a letter, p95"),
        asked.percentile95({QStringLiteral("\"mand g\"*"), QStringLiteral("\"kan n\"*"),
                            QStringLiteral("title:\"trove s\"*")}),
        MostMilliseconds);
    // More than half of the generated providers' articles are by a "… News".
    add(QStringLiteral("the same behind a word of half of all, p95"),
        asked.percentile95({QStringLiteral("\"news s\"*")}), MostCommonMilliseconds);
    add(QStringLiteral("text that says nothing, p95"), asked.percentile95({QStringLiteral("-")}),
        MostMilliseconds);
    add(QStringLiteral("cited, first ask"), asked.ask(cited.first()), MostFirstLinks);
    add(QStringLiteral("cited, later asks, p95"), asked.percentile95(cited), MostMilliseconds);
    const Cost sorting = costOfTitles(path);
    add(QStringLiteral("sorting titles anew, CPU time"), sorting.cpuSeconds * 1000, MostSorting);
    figures += Figure{QStringLiteral("sorting titles anew, peak memory"),
                      size,
                      sorting.peakMegabytes,
                      QStringLiteral("MB"),
                      {},
                      MostMegabytes};
    return figures;
}

} // namespace Microfiche::Bench
