// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archivebrowser.h"

#include "async/whenanswered.h"
#include "models/countline.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr int SettledMs = 120;            // a brush that moves on asks anew before
constexpr int FirstCardsMs = 30;          // until they are drawn
constexpr qint64 LongestWaitMs = 600'000; // a machine that slept has slept through its timers
constexpr int FirstCards = 240;           // more than the largest screen shows

int msToNextDay()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime next(now.date().addDays(1), QTime(0, 0), Qt::UTC);
    return static_cast<int>(std::clamp<qint64>(now.msecsTo(next), 1, LongestWaitMs));
}
} // namespace

ArchiveBrowser::ArchiveBrowser(Store &store, Importer &importer, Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_desktop(desktop)
    , m_answers(store)
    , m_marks(store, &m_history)
    , m_articles(store, m_marks)
    , m_selection(m_articles, m_marks)
    , m_unread(m_answers, m_articles, m_marks)
    , m_topics(FacetModel::Of::Topics)
    , m_providers(FacetModel::Of::Providers)
    , m_types(FacetModel::Of::Types)
    , m_tags(FacetModel::Of::Tags)
    , m_savedSearches(store, m_query)
    , m_completions(m_query)
    , m_dates(m_query)
    , m_qualities(m_query)
    , m_heats(m_query)
    , m_article(store, m_marks, desktop)
    , m_picture(store, m_articles, m_query, desktop)
    , m_keeping(store)
    , m_import(store, importer)
{
    m_nextDay.setSingleShot(true);
    connect(&m_nextDay, &QTimer::timeout, this, &ArchiveBrowser::takeDay);
    takeDay();
    connect(&m_keeping, &PictureKeeping::failed, &m_picture, &OpenPicture::tell);
    connect(&m_query, &QueryEditor::changed, this, [this] {
        m_query.setToday(m_desktop.today());
        m_answers.ask(m_query.resolved());
    });
    connect(&m_query, &QueryEditor::settled, this, &ArchiveBrowser::rememberQuery);
    connect(&m_answers, &ArchiveAnswers::answered, this,
            [this](const Query &query, const QueryAnswer &answer) {
                m_articles.prepare(answer.ids, [this, query, answer] { take(query, answer); });
            });
    connect(&m_answers, &ArchiveAnswers::recounted, this,
            [this](const Query &query, const QueryAnswer &answer) {
                m_tags.setAnswer(query, answer);
                m_completions.setAnswer(query, answer);
            });
    connect(&m_answers, &ArchiveAnswers::failed, this, &ArchiveBrowser::tellFailure);
    connect(&m_answers, &ArchiveAnswers::archiveChanged, &m_articles, &ArticleListModel::refresh);
    connect(&m_answers.sidebarCounts(), &QueryCounts::counted, this, &ArchiveBrowser::takeCounts);
    m_chipsSoon.setSingleShot(true);
    m_chipsSoon.setInterval(SettledMs);
    connect(&m_query, &QueryEditor::uncountedChanged, this, [this] {
        m_answers.chipCounts().ask({}); // no longer those of another query
        m_chipsSoon.start();
    });
    connect(&m_chipsSoon, &QTimer::timeout, this,
            [this] { m_answers.chipCounts().ask(m_query.uncounted()); });
    connect(&m_answers.chipCounts(), &QueryCounts::counted, &m_query, &QueryEditor::setCounts);
    connect(&m_completions, &CompletionModel::queriesChanged, this, [this] {
        m_answers.completionCounts().ask({}); // no longer those of another word
        m_completionsSoon.start();
    });
    m_completionsSoon.setSingleShot(true);
    m_completionsSoon.setInterval(SettledMs);
    connect(&m_completionsSoon, &QTimer::timeout, this,
            [this] { m_answers.completionCounts().ask(m_completions.queries()); });
    connect(&m_answers.completionCounts(), &QueryCounts::counted, &m_completions,
            &CompletionModel::setCounts);
    connect(&m_savedSearches, &SavedSearchModel::queriesChanged, this, &ArchiveBrowser::count);
    connect(&m_savedSearches, &SavedSearchModel::listChanged, this,
            &ArchiveBrowser::canUndoChanged);
    connect(&m_history, &UndoHistory::changed, this, &ArchiveBrowser::canUndoChanged);
    connect(&m_query, &QueryEditor::stepped, this, [this] {
        m_history.note(
            tr("the change of the search"), [this] { m_query.undo(); }, [this] { m_query.redo(); });
    });
    connect(&m_history, &UndoHistory::pushed, this, [this] {
        m_query.closeStep();
        m_savedSearches.closeSteps();
    });
    connect(&m_marks, &ArticleMarks::kept, &m_answers, &ArchiveAnswers::takeMarks);
    connect(&m_marks, &ArticleMarks::problemChanged, this, [this] {
        if (!m_marks.problem().isEmpty()) {
            tellFailure(m_marks.problem());
        }
    });
    connect(&importer, &Importer::committed, this, &ArchiveBrowser::takeBatch);
    connect(&importer, &Importer::finished, &m_answers, &ArchiveAnswers::askAgain);
    connect(&importer, &Importer::failed, &m_answers, &ArchiveAnswers::askAgain);
}

QString ArchiveBrowser::archiveName() const
{
    const QString name = QFileInfo(m_store.path()).completeBaseName();
    return name == QLatin1String("archive") ? tr("My archive") : name;
}

void ArchiveBrowser::start()
{
    whenAnswered(
        this, m_store.newest(FirstCards), [this](const QList<ArticleId> &ids) { takeNewest(ids); },
        [this] { loadIndex(); }); // which says what is wrong
}

void ArchiveBrowser::refuse(const QString &problem)
{
    m_problem = problem;
    setState(Refused);
}

// Without its index an archive cannot be shown. With it the last answer stays, and the line beside
// it says why there is no newer one.
void ArchiveBrowser::tellFailure(const QString &reason)
{
    if (!m_answers.isLoaded()) {
        refuse(reason);
    } else {
        m_sentence = reason;
        Q_EMIT answered();
    }
}

void ArchiveBrowser::setState(State state)
{
    if (state != m_state || state == Refused) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void ArchiveBrowser::loadRecentQueries()
{
    whenAnswered(this, m_store.recentQueries(), [this](const QStringList &queries) {
        m_recentQueries = queries;
        Q_EMIT recentQueriesChanged();
    });
}

// It is there at once; how many are kept the store says.
void ArchiveBrowser::rememberQuery()
{
    const QString text = m_query.text();
    if (m_query.isEmpty() || m_recentQueries.value(0) == text) {
        return;
    }
    m_recentQueries.removeAll(text);
    m_recentQueries.prepend(text);
    whenAnswered(this, m_store.rememberQuery(text), [this, text](bool isKept) {
        if (isKept && m_recentQueries.value(0) == text) {
            loadRecentQueries();
        }
    });
    Q_EMIT recentQueriesChanged();
}

void ArchiveBrowser::undo()
{
    if (m_savedSearches.isChangedLast()) {
        m_savedSearches.undo();
    } else {
        m_history.undo();
    }
}

QString ArchiveBrowser::undoText() const
{
    return m_savedSearches.isChangedLast() ? m_savedSearches.undoText() : m_history.undoText();
}

QString ArchiveBrowser::redoText() const
{
    return m_history.redoText();
}

void ArchiveBrowser::copyQuery()
{
    m_desktop.copyText(m_query.text());
}

void ArchiveBrowser::takeDay()
{
    const QDate today = m_desktop.today();
    const QDate before = std::exchange(m_today, today);
    const Query asked = m_query.resolved();
    m_query.setToday(today);
    if (before.isValid() && m_query.resolved() != asked) {
        m_answers.ask(m_query.resolved());
    }
    if (before.isValid() && before != today) {
        count();
    }
    m_nextDay.start(msToNextDay());
}

// The sidebar's own two, then the saved searches.
void ArchiveBrowser::count()
{
    m_answers.sidebarCounts().ask(
        QList<Query>{scopeQuery(QueryEditor::NotSeenOnly), scopeQuery(QueryEditor::StarredOnly)} +
        m_savedSearches.queries(m_desktop.today()));
}

void ArchiveBrowser::takeCounts(const QList<int> &counts)
{
    m_archiveUnread = counts.value(0, -1);
    m_archiveStarred = counts.value(1, -1);
    Q_EMIT marksCounted();
    m_savedSearches.setCounts(counts.mid(2));
}

void ArchiveBrowser::takeBatch(const IndexBatch &batch)
{
    m_answers.add(batch);
    if (batch.tags) {
        m_marks.setTags(*batch.tags);
    }
    QList<ArticleId> changed = batch.gone;
    for (const IndexRow &row : batch.rows) {
        changed << row.id;
    }
    for (const MarkedRow &row : batch.marked) {
        changed << row.id;
    }
    m_article.refresh(changed);
}

bool ArchiveBrowser::isAwaitingIndex() const
{
    return !m_isCounted && m_state != Refused && m_query.query() == Query();
}

// A million rows take the index a second; what is seen first need not wait for them, nor for their
// count, nor share the machine with them.
void ArchiveBrowser::takeNewest(const QList<ArticleId> &ids)
{
    if (!isAwaitingIndex() || ids.isEmpty()) {
        loadIndex();
        return;
    }
    m_articles.prepare(ids, [this, ids] {
        m_articles.setIds(ids);
        setState(Ready);
        QTimer::singleShot(FirstCardsMs, this, &ArchiveBrowser::loadIndex);
    });
}

void ArchiveBrowser::loadIndex()
{
    m_import.loadLast();
    m_savedSearches.load();
    m_marks.loadTags();
    loadRecentQueries();
    whenAnswered(this, m_store.articleCount(),
                 [this](qint64 articles) { takeArticleCount(articles); });
    m_answers.load();
    count();
}

void ArchiveBrowser::takeArticleCount(qint64 articles)
{
    if (isAwaitingIndex() && articles > 0) {
        QueryAnswer known;
        known.articles = static_cast<int>(articles);
        m_archiveArticles = known.articles;
        m_headline = countHeadline(m_query.query(), known);
        Q_EMIT answered();
    }
}

void ArchiveBrowser::take(const Query &query, const QueryAnswer &answer)
{
    m_isCounted = true;
    m_archiveArticles = answer.archiveArticles;
    m_archiveMentions = answer.archiveMentions;
    m_archiveUnpublished = answer.archiveUnpublished;
    m_headline = countHeadline(query, answer);
    m_sentence = countSentence(query, answer, m_import.isRunning());
    m_nothingText = nothingSentence(query, answer);
    m_topics.setAnswer(query, answer);
    m_providers.setAnswer(query, answer);
    m_types.setAnswer(query, answer);
    m_tags.setAnswer(query, answer);
    m_completions.setAnswer(query, answer);
    m_savedSearches.setNames(answer);
    m_dates.setAnswer(answer);
    m_qualities.setAnswer(answer);
    m_heats.setAnswer(answer);
    m_query.setAnswer(answer);
    m_import.setMentions(answer.archiveMentions);
    m_import.setShown(query, answer.articles, answer.archiveArticles);
    m_places.setAnswer(query, answer);
    m_groups.setAnswer(query, answer); // first, so that the articles find their place among them
    m_articles.setIds(answer.ids);
    m_unread.begin();
    Q_EMIT answered();
    setState(m_archiveArticles + m_archiveMentions > 0 ? Ready : Empty);
}

} // namespace Microfiche
