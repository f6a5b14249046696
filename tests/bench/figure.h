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
    double goal = 0;                ///< for the ratio if there is one, else for the value

    /// None to a baseline of 0 either: nothing is a proportion of nothing.
    std::optional<double> ratio() const
    {
        return baseline.value_or(0) > 0 ? std::optional(value / *baseline) : std::nullopt;
    }
    bool holds() const { return ratio().value_or(value) <= goal; }
};

using Figures = QList<Figure>;

/// How much more each figure is in `large` than in `small`, measured on ten times fewer articles;
/// what was 0 there must still be within its own goal. Both are of the same figures. A value that
/// is held against two baselines grows once.
Figures growthFigures(const Figures &large, const Figures &small, const QString &size);

QString figureTable(const Figures &figures);
QByteArray figureJson(const Figures &figures);

} // namespace Microfiche::Bench
