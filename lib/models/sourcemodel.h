// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A file as it is, line by line, one line marked if there is something to show.
class SourceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by who has a file to show")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(int markedLine READ markedLine NOTIFY changed)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)

public:
    enum Role { LineRole = Qt::UserRole + 1, NumberRole, MarkedRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString title() const { return m_title; }
    QString note() const { return m_note; }         ///< what is to be said of the marked line
    int markedLine() const { return m_markedLine; } ///< from 1; 0 if none
    bool isOpen() const { return m_isOpen; }

    /// A file is on its way. Another request after it, or a close, and it comes too late.
    quint64 request() { return ++m_request; }
    bool isNewest(quint64 request) const { return request == m_request; }
    void show(const QString &title, const QByteArray &bytes, int markedLine = 0,
              const QString &note = {});
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    QString m_title;
    QString m_note;
    QStringList m_lines;
    int m_markedLine = 0;
    bool m_isOpen = false;
    quint64 m_request = 0;
};

} // namespace Microfiche
