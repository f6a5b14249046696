// SPDX-License-Identifier: GPL-3.0-or-later
#include "importbench.h"

#include "dropbench.h"
#include "roles.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace Microfiche::Bench
{

namespace
{

constexpr double Megabyte = 1e6;

struct Source {
    int files = 0;
    double megabytes = 0;

    QString text() const
    {
        return QStringLiteral("%1 files, %2 MB").arg(files).arg(megabytes, 0, 'f', 1);
    }
};

Source measureSource(const QString &folder)
{
    Source source;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++source.files;
        source.megabytes += double(files.fileInfo().size()) / Megabyte;
    }
    return source;
}

void keepBest(Cost *best, const Cost &cost, bool isFirst)
{
    *best = isFirst ? cost
                    : Cost{std::min(best->wallSeconds, cost.wallSeconds),
                           std::min(best->cpuSeconds, cost.cpuSeconds),
                           std::max(best->peakMegabytes, cost.peakMegabytes)};
}

} // namespace

Figures importFigures(const QString &folder, int runs)
{
    const Source source = measureSource(folder);
    Cost parse;
    Cost libyaml;
    Cost first;
    Cost again;
    double archiveMegabytes = 0;
    costOfParsing(folder); // brings the files into memory, for both alike
    for (int run = 0; run < runs; ++run) {
        const QTemporaryDir home;
        const QString archive = home.filePath(QStringLiteral("bench.microfiche"));
        keepBest(&parse, costOfParsing(folder), run == 0);
        keepBest(&libyaml, costOfLibyaml(folder), run == 0);
        keepBest(&first, costOfImport(folder, archive), run == 0);
        archiveMegabytes = double(QFileInfo(archive).size()) / Megabyte;
        keepBest(&again, costOfImport(folder, archive), run == 0);
    }
    const QString size = source.text();
    const QString seconds = QStringLiteral("s");
    const QString megabytes = QStringLiteral("MB");
    return Figures{
               {QStringLiteral("import, CPU time, to a bare parse"), size, first.cpuSeconds,
                seconds, parse.cpuSeconds, 1.3},
               {QStringLiteral("import, wall time, to a bare parse"), size, first.wallSeconds,
                seconds, parse.wallSeconds, 0.125},
               {QStringLiteral("import, wall time, to a bare libyaml parse"), size,
                first.wallSeconds, seconds, libyaml.wallSeconds, 1},
               {QStringLiteral("import, peak memory"),
                size,
                first.peakMegabytes,
                megabytes,
                {},
                200},
               {QStringLiteral("archive file, to its source"), size, archiveMegabytes, megabytes,
                source.megabytes, 0.25},
               {QStringLiteral("import again, to the first time"), size, again.wallSeconds, seconds,
                first.wallSeconds, 0.03},
           } +
           dropFigures(folder, size);
}

} // namespace Microfiche::Bench
