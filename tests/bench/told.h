// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace Microfiche::Bench
{

/// What a program of the benchmark told, by name, and when the line came, from its start.
struct Told {
    QHash<QByteArray, QList<double>> values;
    QHash<QByteArray, double> milliseconds;

    double value(const char *name) const { return values.value(name).value(0); }
    /// What was never told was not measured, which must not pass for a good figure.
    double percentileOf(const char *name, int percent) const;
};

/// Starts a program that lies beside this one and waits for its end.
Told runProgram(const QString &program, const QStringList &arguments);

} // namespace Microfiche::Bench
