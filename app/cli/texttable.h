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

/// Rows in columns that fit a terminal, one at a time: a table may have a million. The last column
/// takes what the others leave.
class TextTable
{
public:
    struct Column {
        QString name;
        int width = 0;
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    /// Lines are at most `width` cells wide, unless that is too narrow for anything.
    TextTable(QList<Column> columns, int width);

    QString header() const;
    QString row(const QStringList &cells) const;

private:
    QList<Column> m_columns;
};

} // namespace Microfiche
