// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archiveanswers.h"
#include "models/articlelistmodel.h"
#include "models/articlemarks.h"
#include "models/articleselection.h"
#include "models/completionmodel.h"
#include "models/datehistogram.h"
#include "models/facetmodel.h"
#include "models/groupmodel.h"
#include "models/heathistogram.h"
#include "models/importstatus.h"
#include "models/openarticle.h"
#include "models/openpicture.h"
#include "models/picturekeeping.h"
#include "models/qualityhistogram.h"
#include "models/queryeditor.h"
#include "models/savedsearchmodel.h"
#include "models/scrollplaces.h"
#include "models/unreadsearch.h"

#include <QObject>
#include <QTimer>

namespace Microfiche
{

/// One archive in one window: asks the index whenever the query or the archive changes, and hands
/// the answer to the models. What the root QML object gets.
class ArchiveBrowser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QString archiveName READ archiveName NOTIFY stateChanged)
    Q_PROPERTY(Microfiche::QueryEditor *query READ query CONSTANT)
    Q_PROPERTY(Microfiche::ArticleListModel *articles READ articles CONSTANT)
    Q_PROPERTY(Microfiche::ArticleSelection *selection READ selection CONSTANT)
    Q_PROPERTY(Microfiche::UnreadSearch *unread READ unread CONSTANT)
    Q_PROPERTY(Microfiche::GroupModel *groups READ groups CONSTANT)
    Q_PROPERTY(Microfiche::ScrollPlaces *places READ places CONSTANT)
    Q_PROPERTY(Microfiche::FacetModel *topics READ topics CONSTANT)
    Q_PROPERTY(Microfiche::FacetModel *providers READ providers CONSTANT)
    Q_PROPERTY(Microfiche::FacetModel *types READ types CONSTANT)
    Q_PROPERTY(Microfiche::SavedSearchModel *savedSearches READ savedSearches CONSTANT)
    Q_PROPERTY(Microfiche::CompletionModel *completions READ completions CONSTANT)
    Q_PROPERTY(Microfiche::FacetModel *tags READ tags CONSTANT)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY canUndoChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY canUndoChanged)
    Q_PROPERTY(QString redoText READ redoText NOTIFY canUndoChanged)
    Q_PROPERTY(QStringList recentQueries READ recentQueries NOTIFY recentQueriesChanged)
    Q_PROPERTY(Microfiche::DateHistogram *dates READ dates CONSTANT)
    Q_PROPERTY(Microfiche::QualityHistogram *qualities READ qualities CONSTANT)
    Q_PROPERTY(Microfiche::HeatHistogram *heats READ heats CONSTANT)
    Q_PROPERTY(Microfiche::ArticleMarks *marks READ marks CONSTANT)
    Q_PROPERTY(Microfiche::OpenArticle *article READ article CONSTANT)
    Q_PROPERTY(Microfiche::OpenPicture *picture READ picture CONSTANT)
    Q_PROPERTY(Microfiche::PictureKeeping *keeping READ keeping CONSTANT)
    Q_PROPERTY(Microfiche::ImportStatus *imports READ imports CONSTANT)
    Q_PROPERTY(int archiveArticles READ archiveArticles NOTIFY answered)
    Q_PROPERTY(int archiveMentions READ archiveMentions NOTIFY answered)
    Q_PROPERTY(int archiveUnpublished READ archiveUnpublished NOTIFY answered)
    Q_PROPERTY(int archiveUnread READ archiveUnread NOTIFY marksCounted)
    Q_PROPERTY(int archiveStarred READ archiveStarred NOTIFY marksCounted)
    Q_PROPERTY(bool isCounted READ isCounted NOTIFY answered)
    Q_PROPERTY(QString headline READ headline NOTIFY answered)
    Q_PROPERTY(QString sentence READ sentence NOTIFY answered)
    Q_PROPERTY(QString nothingText READ nothingText NOTIFY answered)

public:
    /// Loading until the first articles are known; Empty if it holds nothing; Refused if it
    /// cannot be opened or read.
    enum State { Loading, Empty, Ready, Refused };
    Q_ENUM(State)

    ArchiveBrowser(Store &store, Importer &importer, Desktop &desktop, QObject *parent = nullptr);

    /// Loads the index of the store, which is open. `problem` if it is not.
    void start();
    void refuse(const QString &problem);

    /// To be held by whoever may wait for it to end.
    std::shared_ptr<IndexRunner> index() const { return m_answers.index(); }
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString archiveName() const;
    QueryEditor *query() { return &m_query; }
    ArticleListModel *articles() { return &m_articles; }
    ArticleSelection *selection() { return &m_selection; }
    UnreadSearch *unread() { return &m_unread; }
    GroupModel *groups() { return &m_groups; }
    ScrollPlaces *places() { return &m_places; }
    FacetModel *topics() { return &m_topics; }
    FacetModel *types() { return &m_types; }
    SavedSearchModel *savedSearches() { return &m_savedSearches; }
    CompletionModel *completions() { return &m_completions; }
    HeatHistogram *heats() { return &m_heats; }
    /// As many as the store keeps, newest first.
    const QStringList &recentQueries() const { return m_recentQueries; }
    FacetModel *tags() { return &m_tags; }
    bool canUndo() const { return m_savedSearches.isChangedLast() || m_history.canUndo(); }
    bool canRedo() const { return m_history.canRedo(); }
    QString undoText() const; ///< what undo() does, as a menu says it
    QString redoText() const;
    /// Takes back the newest change: of marks, of the saved searches or of the query.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo() { m_history.redo(); }
    /// Puts the query into the clipboard, as `microfiche list` reads it.
    Q_INVOKABLE void copyQuery();
    /// Asks again for what "today" means, if another day has begun. Goes on by itself.
    void takeDay();
    FacetModel *providers() { return &m_providers; }
    DateHistogram *dates() { return &m_dates; }
    QualityHistogram *qualities() { return &m_qualities; }
    ArticleMarks *marks() { return &m_marks; }
    OpenArticle *article() { return &m_article; }
    OpenPicture *picture() { return &m_picture; }
    PictureKeeping *keeping() { return &m_keeping; }
    ImportStatus *imports() { return &m_import; }
    /// Whether counts, facets and charts are there; the newest articles come before them.
    bool isCounted() const { return m_isCounted; }
    int archiveArticles() const { return m_archiveArticles; } ///< -1 while nobody knows
    int archiveMentions() const { return m_archiveMentions; } ///< likewise
    int archiveUnpublished() const { return m_archiveUnpublished; }
    int archiveUnread() const { return m_archiveUnread; }   ///< articles; -1 while nobody knows
    int archiveStarred() const { return m_archiveStarred; } ///< articles and mentions
    /// Asks the same again, for what has been marked since.
    Q_INVOKABLE void askAgain() { m_answers.askAgain(); }
    QString headline() const { return m_headline; }
    QString sentence() const { return m_sentence; }
    QString nothingText() const { return m_nothingText; }

Q_SIGNALS:
    void stateChanged();
    void answered();
    void marksCounted();
    void recentQueriesChanged();
    void canUndoChanged();

private:
    void loadRecentQueries();
    void rememberQuery();
    void takeBatch(const IndexBatch &batch);
    void count();
    void takeCounts(const QList<int> &counts);
    bool isAwaitingIndex() const;
    void takeNewest(const QList<ArticleId> &ids);
    void loadIndex();
    void takeArticleCount(qint64 articles);
    void take(const Query &query, const QueryAnswer &answer);
    void tellFailure(const QString &reason);
    void setState(State state);

    Store &m_store;
    Desktop &m_desktop;
    ArchiveAnswers m_answers;
    UndoHistory m_history;
    ArticleMarks m_marks;
    QueryEditor m_query;
    ArticleListModel m_articles;
    ArticleSelection m_selection;
    UnreadSearch m_unread;
    GroupModel m_groups;
    ScrollPlaces m_places;
    FacetModel m_topics;
    FacetModel m_providers;
    FacetModel m_types;
    FacetModel m_tags;
    SavedSearchModel m_savedSearches;
    CompletionModel m_completions;
    DateHistogram m_dates;
    QualityHistogram m_qualities;
    HeatHistogram m_heats;
    OpenArticle m_article;
    OpenPicture m_picture;
    PictureKeeping m_keeping;
    ImportStatus m_import;
    State m_state = Loading;
    QString m_problem;
    int m_archiveArticles = -1;
    int m_archiveMentions = -1;
    int m_archiveUnpublished = -1;
    int m_archiveUnread = -1;
    int m_archiveStarred = -1;
    bool m_isCounted = false;
    QString m_headline;
    QString m_sentence;
    QString m_nothingText;
    QStringList m_recentQueries;
    QDate m_today;            ///< as it was last asked for
    QTimer m_nextDay;         ///< "the last 30 days" are others then
    QTimer m_chipsSoon;       ///< what the answer does not tell of the chips is counted
    QTimer m_completionsSoon; ///< a word that is typed on suggests others before they are counted
};

} // namespace Microfiche
