// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archivebrowser.h"

#include "models/countline.h"

#include <QFileInfo>

namespace Microfiche
{

namespace
{
constexpr int IndexPage = 50'000;
constexpr int ImportAnswerMs = 250;
} // namespace

ArchiveBrowser::ArchiveBrowser(Store &store, Importer &importer, Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_articles(store)
    , m_topics(FacetModel::Of::Topics)
    , m_providers(FacetModel::Of::Providers)
    , m_dates(m_query)
    , m_qualities(m_query)
    , m_article(store, desktop)
    , m_import(store, importer)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(ImportAnswerMs);
    connect(&m_askSoon, &QTimer::timeout, this, &ArchiveBrowser::ask);
    connect(&m_query, &QueryEditor::changed, this, &ArchiveBrowser::ask);
    connect(&importer, &Importer::committed, this, &ArchiveBrowser::takeBatch);
    connect(&importer, &Importer::finished, this, &ArchiveBrowser::ask);
    connect(&importer, &Importer::failed, this, &ArchiveBrowser::ask);
}

QString ArchiveBrowser::archiveName() const
{
    const QString name = QFileInfo(m_store.path()).completeBaseName();
    return name == QLatin1String("archive") ? tr("My archive") : name;
}

void ArchiveBrowser::start()
{
    m_import.loadLast();
    loadIndex(0);
}

void ArchiveBrowser::refuse(const QString &problem)
{
    m_problem = problem;
    setState(Refused);
}

void ArchiveBrowser::setState(State state)
{
    if (state != m_state || state == Refused) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void ArchiveBrowser::loadIndex(ArticleId after)
{
    m_store.indexRows(after, IndexPage).then(this, [this](const IndexBatch &batch) {
        m_index.apply(batch);
        if (batch.rows.size() == IndexPage) {
            loadIndex(batch.rows.last().id);
            return;
        }
        m_isLoaded = true;
        for (const IndexBatch &later : std::exchange(m_early, {})) {
            m_index.apply(later);
        }
        ask();
    });
}

void ArchiveBrowser::takeBatch(const IndexBatch &batch)
{
    if (m_isLoaded) {
        m_index.apply(batch);
    } else {
        m_early << batch; // a page that comes after it may have been read before it
    }
    m_isTitleOrderOld = true;
    QList<ArticleId> changed = batch.gone;
    for (const IndexRow &row : batch.rows) {
        changed << row.id;
    }
    m_articles.refresh(changed);
    m_article.refresh(changed);
    if (!m_askSoon.isActive()) {
        m_askSoon.start();
    }
}

// Full-text hits and title order come from the store first; the index combines them with the rest.
void ArchiveBrowser::ask()
{
    if (!m_isLoaded) {
        return;
    }
    const quint64 question = ++m_question;
    const Query query = m_query.query();
    if (query.sort.key == SortKey::Title && m_isTitleOrderOld) {
        m_isTitleOrderOld = false;
        m_store.titleOrder().then(this, [this](const QList<ArticleId> &ids) {
            m_index.setTitleOrder(ids);
            ask();
        });
        return;
    }
    if (query.words.isEmpty()) {
        askIndex(query, {});
        return;
    }
    m_store.search(query.words).then(this, [this, query, question](const QList<ArticleId> &hits) {
        if (question == m_question) {
            askIndex(query, hits);
        }
    });
}

void ArchiveBrowser::askIndex(const Query &query, const QList<ArticleId> &hits)
{
    m_index.ask(query, hits)
        .then(this, [this, query, question = m_question](const QueryAnswer &answer) {
            if (question == m_question) {
                take(query, answer);
            }
        });
}

void ArchiveBrowser::take(const Query &query, const QueryAnswer &answer)
{
    m_archiveArticles = answer.archiveArticles;
    m_archiveMentions = answer.archiveMentions;
    m_archiveUnpublished = answer.archiveUnpublished;
    m_headline = countHeadline(query, answer);
    m_sentence = countSentence(query, answer, m_import.isRunning());
    m_nothingText = nothingSentence(query, answer);
    m_topics.setAnswer(query, answer);
    m_providers.setAnswer(query, answer);
    m_dates.setAnswer(answer);
    m_qualities.setAnswer(answer);
    m_query.setAnswer(answer);
    m_import.setMentions(answer.archiveMentions);
    m_articles.setIds(answer.ids);
    Q_EMIT answered();
    setState(m_archiveArticles + m_archiveMentions > 0 ? Ready : Empty);
}

} // namespace Microfiche
