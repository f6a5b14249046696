// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

class QueryEditor;

/// How to go on with what is typed in the search field, and how many articles each way would leave
/// beside the chips and the rest of what is typed.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, HintRole, CountTextRole };
    Q_ENUM(Role)

    explicit CompletionModel(const QueryEditor &editor, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What could stand at `cursor`; nothing where nothing is typed.
    Q_INVOKABLE void suggest(const QString &text, int cursor);
    Q_INVOKABLE void clear();
    /// The text with the row taken, and where the cursor then stands.
    Q_INVOKABLE QString textWith(int row) const;
    Q_INVOKABLE int cursorWith(int row) const;

    /// Names that could be typed. Rows that are shown stay: one that is about to be taken must not
    /// move.
    void setAnswer(const Query &query, const QueryAnswer &answer);
    /// What to count: a query for each row that has a number.
    QList<Query> queries() const;
    void setCounts(const QList<int> &counts); ///< of queries(); -1: nobody knows

Q_SIGNALS:
    void countChanged();
    void queriesChanged();

private:
    struct Row {
        Completion completion;
        std::optional<Query> query; ///< what is asked once it is taken, if a number says something
        std::optional<int> count;
    };
    struct Known {
        Query query;
        QueryAnswer answer; ///< its lists of names, which are shared
    };

    void chooseKnown();
    Row rowOf(const Completion &completion) const;
    void show(const QList<Completion> &completions);

    const QueryEditor &m_editor;
    Known m_newest;
    Known m_known; ///< the answer to the query without the word that is being typed, or the newest
    QString m_text;
    int m_cursor = 0;
    QList<Row> m_rows;
};

} // namespace Microfiche
