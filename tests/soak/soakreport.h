// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Microfiche::Soak
{

/// A line of the table that a trial ends with.
struct Row {
    QString what;
    qint64 count = 0;
    bool isLoss = false; ///< what must be none
};

struct Report {
    QStringList table; ///< lines that stand above the rows, if there is more to tell
    QList<Row> rows;
    QStringList losses; ///< what was lost, and how to see it again

    bool isWell() const { return losses.isEmpty(); }
};

} // namespace Microfiche::Soak
