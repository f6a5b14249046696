// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/articlelistmodel.h"

#include <vector>

namespace Microfiche
{

/// The articles of the list that a person has chosen, to do something with all of them. They are
/// known by their ids, so they stay chosen when the order changes; what is no longer in the answer
/// is no longer chosen, for nobody sees it. A bit an id: a million are chosen in milliseconds.
class ArticleSelection : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    ArticleSelection(ArticleListModel &articles, ArticleMarks &marks, QObject *parent = nullptr);

    int count() const { return m_count; }
    int revision() const { return m_revision; } ///< grows with every change: bind to it
    QString text() const;                       ///< "1,431 selected"
    Q_INVOKABLE bool contains(qint64 articleId) const;
    IdSet ids() const;

    /// Takes a row in, or out again. The next range begins here.
    Q_INVOKABLE void toggle(int row);
    /// Takes in all rows from where the range began, or from `from` if nowhere yet, and gives up
    /// those that it took in before.
    Q_INVOKABLE void extendTo(int row, int from);
    /// Takes in these and, with `keep`, what was chosen when the last call without it came.
    Q_INVOKABLE void chooseRows(const QList<int> &rows, bool keep);
    /// What is chosen now is what chooseRows() keeps.
    Q_INVOKABLE void beginRows();
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clear();

    Q_INVOKABLE void setStarred(bool isStarred);
    Q_INVOKABLE void setSeen(bool isSeen);
    Q_INVOKABLE void addTag(const QString &name);

Q_SIGNALS:
    void changed();

private:
    using Bits = std::vector<quint64>; ///< bit 0 of the first one is id 0

    void put(Bits bits);
    void follow();
    static void set(Bits &bits, ArticleId id);

    ArticleListModel &m_articles;
    ArticleMarks &m_marks;
    Bits m_bits;
    Bits m_before;          ///< the range
    ArticleId m_anchor = 0; ///< where the range begins; 0: nowhere yet
    int m_count = 0;
    int m_revision = 0;
};

} // namespace Microfiche
