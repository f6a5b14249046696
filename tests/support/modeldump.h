// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace Microfiche::Test
{

/// What a list model shows, a line a row: "Druid | 12 | true", the roles by their QML names.
inline QStringList dump(const QAbstractItemModel &model, const QList<QByteArray> &roles)
{
    const QHash<int, QByteArray> names = model.roleNames();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList values;
        for (const QByteArray &role : roles) {
            values << model.data(model.index(row, 0), names.key(role, -1)).toString();
        }
        lines << values.join(QStringLiteral(" | "));
    }
    return lines;
}

/// The same of a role that holds a value, a line of which `line` makes.
template <typename Value, typename Line>
QStringList dump(const QAbstractItemModel &model, const QByteArray &role, Line line)
{
    const int key = model.roleNames().key(role, -1);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        lines << line(model.data(model.index(row, 0), key).template value<Value>());
    }
    return lines;
}

} // namespace Microfiche::Test
