// SPDX-License-Identifier: GPL-3.0-or-later
#include "dropbench.h"

#include "percentile.h"
#include "told.h"

namespace Microfiche::Bench
{

namespace
{

constexpr int Drops = 5;
constexpr double MostMilliseconds = 300;

} // namespace

Figures dropFigures(const QString &folder, const QString &size)
{
    const auto drop = [&folder] {
        return runProgram(QStringLiteral("microfiche_bench_window"),
                          {QStringLiteral("drop"), folder})
            .value("dropped");
    };
    drop(); // brings program and files into memory: the disk is not measured
    QList<double> waits;
    for (int i = 0; i < Drops; ++i) {
        waits << drop();
    }
    return {{QStringLiteral("drop to first cards"),
             size,
             percentile(waits, 50),
             QStringLiteral("ms"),
             {},
             MostMilliseconds}};
}

} // namespace Microfiche::Bench
