// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// One bar: how many articles lie in it in the whole archive, and how many of the answer.
class HistogramBar
{
    Q_GADGET
    QML_VALUE_TYPE(histogramBar)
    Q_PROPERTY(int total MEMBER total CONSTANT)
    Q_PROPERTY(int count MEMBER count CONSTANT)
    Q_PROPERTY(QString label MEMBER label CONSTANT)

public:
    qint64 from = 0; ///< first value in it (a score or a Julian day)
    qint64 to = 0;   ///< last value in it
    int total = 0;
    int count = 0; ///< without this chart's own clause
    QString label; ///< "June 2021", "80 to 84"

    friend bool operator==(const HistogramBar &, const HistogramBar &) = default;
};

/// A label below the bars.
class AxisTick
{
    Q_GADGET
    QML_VALUE_TYPE(axisTick)
    Q_PROPERTY(qreal position MEMBER position CONSTANT)
    Q_PROPERTY(QString label MEMBER label CONSTANT)

public:
    qreal position = 0; ///< in bars from the start of the first one
    QString label;

    friend bool operator==(const AxisTick &, const AxisTick &) = default;
};

} // namespace Microfiche
