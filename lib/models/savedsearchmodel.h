// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queryanswer.h"
#include "store/store.h"

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

class QueryEditor;

/// The archive's saved searches with how many articles each comes back with now. Every change is
/// kept at once.
class SavedSearchModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int count READ rowCount NOTIFY listChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY listChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY listChanged)
    Q_PROPERTY(bool isChangedLast READ isChangedLast NOTIFY listChanged)
    Q_PROPERTY(bool isAnyChosen READ isAnyChosen NOTIFY chosenChanged)

public:
    enum Role { NameRole = Qt::UserRole + 1, QueryRole, CountTextRole, ProblemRole, ChosenRole };
    Q_ENUM(Role)

    SavedSearchModel(Store &store, QueryEditor &editor, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void load();
    /// Queries to be counted, in the order of the rows; those that make no sense ask for nothing.
    QList<Query> queries(QDate today) const;
    void setCounts(const QList<int> &counts); ///< -1: nobody knows
    /// Names that the archive has; a search for another one says so.
    void setNames(const QueryAnswer &answer);

    /// Saves the query as it stands. Without a name it is called what its chips say.
    Q_INVOKABLE void add(const QString &name);
    Q_INVOKABLE QString suggestedName() const;
    Q_INVOKABLE void open(int row);
    Q_INVOKABLE void rename(int row, const QString &name);
    Q_INVOKABLE void move(int from, int to);
    Q_INVOKABLE void remove(int row);
    /// Takes back the last change of the list that is left.
    Q_INVOKABLE void undo();
    QString undoText() const; ///< what that does: "Put back “Owls”"; empty if there is none
    /// Whether a change that undo() takes back came after the last one of anything else.
    bool isChangedLast() const { return m_stepsSinceQuery > 0; }
    /// Something else was changed.
    void closeSteps();
    /// Whether what is asked is what one of them asks.
    bool isAnyChosen() const;
    /// Why the searches could not be read, the last change not be kept or the last one chosen not
    /// be opened.
    QString problem() const { return m_unopened.isEmpty() ? m_problem : m_unopened; }

Q_SIGNALS:
    void listChanged();
    void chosenChanged();
    void queriesChanged();

private:
    struct Row {
        SavedSearch search;
        std::optional<Query> query; ///< none if its text makes no sense
        QString problem;
        int count = -1; ///< -1: not counted yet
    };
    bool isChosen(const Row &row) const;
    /// One change, from which the list before it can be made.
    struct Step {
        enum class Kind { Added, Renamed, Moved, Removed };
        Kind kind = Kind::Removed;
        SavedSearch search; ///< as it was before; of one that was added, as it is since
        int row = 0;        ///< ... and where
        int to = 0;         ///< where it was moved to
    };
    static constexpr qsizetype MostSteps = 200;
    static Row rowOf(const SavedSearch &search);
    void note(const Step &step);
    void setName(int row, const QString &name);
    void moveRow(int from, int to);
    void takeRow(int row);
    void keep();
    void judge(Row &row) const;

    Store &m_store;
    QueryEditor &m_editor;
    QList<Row> m_rows;
    QList<Step> m_steps; ///< the newest last
    qsizetype m_stepsSinceQuery = 0;
    QString m_problem;
    QString m_unopened;         ///< why the one that was chosen last makes no sense
    bool m_isUnread = false;    ///< the archive has searches that could not be read
    QList<FacetCount> m_topics; ///< of the archive
    QList<FacetCount> m_providers;
    QSet<QString> m_topicNames; ///< all that they go by, folded
    QSet<QString> m_providerNames;
    bool m_areNamesKnown = false;
};

} // namespace Microfiche
