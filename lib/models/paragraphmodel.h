// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A long text in parts that are each laid out within a frame. Grows as one reads on: a book of a
/// megabyte is never laid out at once.
class ParagraphModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by who has a text to show")
    Q_PROPERTY(bool isWhole READ isWhole NOTIFY grown)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY grown)

public:
    enum Role { TextRole = Qt::UserRole + 1 };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Begins with the first few parts.
    void setParagraphs(const QStringList &paragraphs);
    bool isWhole() const { return m_shown == m_paragraphs.size(); }
    bool isEmpty() const { return m_paragraphs.isEmpty(); }
    Q_INVOKABLE void showMore();

Q_SIGNALS:
    void grown();

private:
    QStringList m_paragraphs;
    qsizetype m_shown = 0;
};

/// `text` made safe to show and cut where its lines end, no part much longer than a page. Takes
/// long for a long text: call it off the interface thread.
QStringList paragraphsOf(const QString &text);

} // namespace Microfiche
