// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Microfiche::Bench
{

/// One measured value, and what it must be at most: itself, or in proportion to its baseline.
struct Figure {
    QString name;
    QString size; ///< of what it was measured on
    double value = 0;
    QString unit;
    std::optional<double> baseline; ///< in the same unit
    double goal = 0;                ///< for the ratio if there is a baseline, else for the value

    std::optional<double> ratio() const
    {
        return baseline ? std::optional(*baseline > 0 ? value / *baseline : 0.0) : std::nullopt;
    }
    bool holds() const { return ratio().value_or(value) <= goal; }
};

using Figures = QList<Figure>;

QString figureTable(const Figures &figures);
QByteArray figureJson(const Figures &figures);

} // namespace Microfiche::Bench
