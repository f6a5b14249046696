// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "percentile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QProcess>

#include <algorithm>

namespace Microfiche::Bench
{

namespace
{

constexpr int Starts = 5;

/// What a program told, by name, and when the line came, from its start.
struct Told {
    QHash<QByteArray, QList<double>> values;
    QHash<QByteArray, double> milliseconds;

    double value(const char *name) const { return values.value(name).value(0); }
    /// What was never told was not measured, which must not pass for a good figure.
    double percentileOf(const char *name, int percent) const
    {
        if (values.value(name).isEmpty()) {
            qFatal("Nothing was told of %s", name);
        }
        return percentile(values.value(name), percent);
    }
};

Told run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    Told told;
    const auto takeLines = [&] {
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().trimmed().split(' ');
            told.values[words.first()] << words.value(1).toDouble();
            told.milliseconds[words.first()] = double(clock.nsecsElapsed()) / 1e6;
        }
    };
    while (process.waitForReadyRead(-1)) {
        takeLines();
    }
    process.waitForFinished(-1);
    takeLines();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(u' ')));
    }
    return told;
}

Told play(const char *role, const QString &archive)
{
    return run(QStringLiteral("microfiche_bench_window"), {QString::fromLatin1(role), archive});
}

} // namespace

WindowCosts windowCosts(const QString &archive)
{
    const auto empty = [] { return run(QStringLiteral("microfiche_bench_empty"), {}); };
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
