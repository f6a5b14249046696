// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "percentile.h"
#include "told.h"

namespace Microfiche::Bench
{

namespace
{

constexpr int Starts = 9;

Told play(const char *role, const QString &archive)
{
    return runProgram(QStringLiteral("microfiche_bench_window"),
                      {QString::fromLatin1(role), archive});
}

} // namespace

WindowCosts windowCosts(const QString &archive)
{
    const auto empty = [] { return runProgram(QStringLiteral("microfiche_bench_empty"), {}); };
    empty(); // brings programs and archive into memory, for both alike
    play("start", archive);
    QList<double> emptyShown;
    QList<double> shown;
    QList<double> indexed;
    QList<double> memory;
    for (int i = 0; i < Starts; ++i) {
        const Told ofEmpty = empty();
        const Told ours = play("start", archive);
        emptyShown << ofEmpty.milliseconds.value("shown");
        shown << ours.milliseconds.value("shown");
        indexed << ours.milliseconds.value("indexed");
        memory << ours.value("resident") - ofEmpty.value("resident");
    }
    play("search", archive); // brings the full-text index into memory: the disk is not measured
    const Told search = play("search", archive);
    const Told scroll = play("scroll", archive);
    const auto blanks = scroll.values.value("blank");
    return {.emptyShown = percentile(emptyShown, 50),
            .shown = percentile(shown, 50),
            .indexed = percentile(indexed, 50),
            .memoryAboveEmpty = percentile(memory, 50),
            .brush = play("brush", archive).percentileOf("brush", 95),
            .key = search.percentileOf("key", 95),
            .common = search.percentileOf("common", 95),
            .frame = scroll.percentileOf("frame", 99),
            .blank = percentile(blanks, 100)};
}

Figures windowFigures(const WindowCosts &costs, const QString &size)
{
    const QString ms = QStringLiteral("ms");
    return {
        {QStringLiteral("start to first cards, to an empty window"), size, costs.shown, ms,
         costs.emptyShown, 2.5},
        {QStringLiteral("start to complete index"), size, costs.indexed, ms, {}, 1500},
        {QStringLiteral("memory above an empty window"),
         size,
         costs.memoryAboveEmpty,
         QStringLiteral("MB"),
         {},
         150},
        {QStringLiteral("brush: input to frame, p95"), size, costs.brush, ms, {}, 33},
        {QStringLiteral("search: key to first page, p95"), size, costs.key, ms, {}, 50},
        {QStringLiteral("search: word of half of all, p95"), size, costs.common, ms, {}, 100},
        {QStringLiteral("scroll: work for a frame, p99"), size, costs.frame, ms, {}, 8},
        {QStringLiteral("scroll: longest blank card"), size, costs.blank, ms, {}, 100},
    };
}

} // namespace Microfiche::Bench
