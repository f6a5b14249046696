// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace Microfiche
{

/// How many cells of a terminal `text` takes: two for wide characters, none for combining ones.
int cellCount(QStringView text);
/// `text` within `cells`, with an ellipsis if something is left out.
QString fitted(const QString &text, int cells);
/// `text` filled with spaces to `cells`.
QString padded(const QString &text, int cells, Qt::Alignment alignment = Qt::AlignLeft);

/// A name and a value.
using Fact = std::pair<QString, QString>;
/// One line each, the names to the left, the values under each other to the right.
QStringList factLines(const QList<Fact> &facts);

/// Rows in columns that fit a terminal. Columns are as wide as their widest cell, at most as wide
/// as they may be; the last one takes what is left.
class TextTable
{
public:
    struct Column {
        QString name;
        int most = 0;
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    explicit TextTable(QList<Column> columns)
        : m_columns(std::move(columns))
    {
    }

    void addRow(const QStringList &cells) { m_rows.append(cells); }
    /// The names and the rows, each at most `width` cells wide.
    QStringList lines(int width) const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

} // namespace Microfiche
