// SPDX-License-Identifier: GPL-3.0-or-later
#include "damagedarchives.h"

#include "repairtrial.h"
#include "samples.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <vector>

namespace Microfiche::Soak
{

namespace
{

using Found = TrialResult::Found;

/// A line of the table: what came of all archives of one kind of damage.
struct Sum {
    qint64 archives = 0, atStart = 0, byCheck = 0, harmless = 0, refused = 0;
    qint64 there = 0, named = 0, counted = 0, warned = 0, silent = 0, withLog = 0,
           shownOtherwise = 0, crashes = 0;

    void add(const TrialResult &result)
    {
        ++archives;
        atStart += result.found == Found::AtStart ? 1 : 0;
        byCheck += result.found == Found::ByCheck ? 1 : 0;
        harmless += result.found == Found::Nowhere ? 1 : 0;
        refused += result.isRefused ? 1 : 0;
        there += result.there;
        named += result.named;
        counted += result.counted;
        warned += result.warned;
        silent += result.silent;
        withLog += result.withLog;
        shownOtherwise += result.shownOtherwise;
        crashes += result.isCrash ? 1 : 0;
    }
    void add(const Sum &other)
    {
        archives += other.archives;
        atStart += other.atStart;
        byCheck += other.byCheck;
        harmless += other.harmless;
        refused += other.refused;
        there += other.there;
        named += other.named;
        counted += other.counted;
        warned += other.warned;
        silent += other.silent;
        withLog += other.withLog;
        shownOtherwise += other.shownOtherwise;
        crashes += other.crashes;
    }
    QString line(const QString &name) const
    {
        QString line = name.leftJustified(34);
        for (const qint64 count : {archives, atStart, byCheck, harmless, refused, there, named,
                                   counted, warned, shownOtherwise, withLog, silent, crashes}) {
            line += QString::number(count).rightJustified(10);
        }
        return line;
    }
};

QString heading()
{
    QString line = QStringLiteral("kind of damage").leftJustified(34);
    for (const char *column :
         {"archives", "at start", "by check", "harmless", "refused", "there", "named", "counted",
          "warned", "altered", "with log", "silent", "crashes"}) {
        line += QString::fromLatin1(column).rightJustified(10);
    }
    return line;
}

/// The same numbers for every archive, whatever was damaged before it.
QRandomGenerator randomOf(quint32 seed, int number)
{
    const quint32 seeds[] = {seed, quint32(number)};
    return QRandomGenerator(seeds, 2);
}

void keep(const QString &place, const QString &kept, int number)
{
    const QDir to(kept + QStringLiteral("/%1").arg(number));
    to.mkpath(QStringLiteral("."));
    const QDir from(place);
    for (const QString &name : from.entryList(QDir::Files | QDir::Hidden)) {
        QFile::copy(from.filePath(name), to.filePath(name));
    }
}

} // namespace

Report damageArchives(const QString &folder, const DamageOptions &options)
{
    Report report;
    const QTemporaryDir home;
    const auto samples = makeSamples(folder, home);
    if (!samples) {
        report.losses.append(QStringLiteral("The archives that are to be damaged are not sound."));
        return report;
    }
    const QList<DamageKind> &kinds = damageKinds();
    std::vector<Sum> sums(size_t(kinds.size()));
    for (int number = options.first; number < options.first + options.count; ++number) {
        const qsizetype which = number % kinds.size();
        if (!QLatin1String(kinds.at(which).name).contains(options.only)) {
            continue;
        }
        const QTemporaryDir place;
        const QString archive = place.filePath(QStringLiteral("a.microfiche"));
        QRandomGenerator random = randomOf(options.seed, number);
        const Expected expected = makeDamaged(kinds.at(which), *samples, archive, random);
        const TrialResult result = runTrial(archive, expected, kinds.at(which));
        sums[size_t(which)].add(result);
        for (const QString &wrong : result.wrongs) {
            report.losses.append(QStringLiteral("Archive %1 (%2): %3.")
                                     .arg(number)
                                     .arg(QLatin1String(kinds.at(which).name), wrong));
        }
        if (!result.wrongs.isEmpty() && !options.kept.isEmpty()) {
            keep(place.path(), options.kept, number);
        }
        std::fprintf(stderr, "\r%d of %d damaged archives", number - options.first + 1,
                     options.count);
    }
    std::fprintf(stderr, "\n");
    report.table.append(heading());
    Sum all;
    for (qsizetype which = 0; which < kinds.size(); ++which) {
        report.table.append(sums[size_t(which)].line(QLatin1String(kinds.at(which).name)));
        all.add(sums[size_t(which)]);
    }
    report.table.append(all.line(QStringLiteral("all")));
    report.rows = {
        {QStringLiteral("originals there after a repair, byte for byte"), all.there, false},
        {QStringLiteral("originals named as lost"), all.named, false},
        {QStringLiteral("originals lost with their names, and counted"), all.counted, false},
        {QStringLiteral("originals lost, where more may be, it was said"), all.warned, false},
        {QStringLiteral("originals that only a hit log had, gone"), all.withLog, false},
        {QStringLiteral("originals lost without a word"), all.silent, true},
        {QStringLiteral("archives that something crashed or hung on"), all.crashes, true},
    };
    return report;
}

} // namespace Microfiche::Soak
