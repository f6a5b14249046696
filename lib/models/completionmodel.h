// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// How to go on with what is typed in the search field, with counts of the last answer.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, HintRole, CountTextRole };
    Q_ENUM(Role)

    explicit CompletionModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What could stand at `cursor`; nothing where nothing is typed.
    Q_INVOKABLE void suggest(const QString &text, int cursor);
    Q_INVOKABLE void clear();
    /// The text with the row taken, and where the cursor then stands.
    Q_INVOKABLE QString textWith(int row) const;
    Q_INVOKABLE int cursorWith(int row) const;

    /// What was suggested is counted anew.
    void setAnswer(const QueryAnswer &answer);

Q_SIGNALS:
    void countChanged();

private:
    void show(QList<Completion> completions);

    QueryAnswer m_known; ///< its lists of names are shared, not copied
    QString m_text;
    int m_cursor = 0;
    bool m_isNew = false; ///< no answer has come since; after that the rows stay in their places
    QList<Completion> m_completions;
};

} // namespace Microfiche
