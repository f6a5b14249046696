// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair/repair.h"

#include "store/archiveset_p.h"
#include "store/backups_p.h"
#include "store/checker_p.h"
#include "store/citations_p.h"
#include "store/durable_p.h"
#include "store/logdamage_p.h"
#include "store/opening_p.h"
#include "store/repair/salvager_p.h"
#include "store/repair/schemagraft_p.h"
#include "store/schema_p.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;
using Outcome = RepairReport::Outcome;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

RepairReport failed(const QString &message)
{
    RepairReport report;
    report.message = message;
    return report;
}

RepairReport failed(const std::exception &error)
{
    if (const auto *failure = dynamic_cast<const SalvageFailure *>(&error)) {
        return failed(failure->message());
    }
    const auto *sqlError = dynamic_cast<const SqlError *>(&error);
    return failed(sqlError ? sqlError->message()
                           : Words::tr("There is not enough memory for this."));
}

/// Why `bytes` cannot be written anew into `folder`.
std::optional<QString> reasonForSpace(const QString &folder, qint64 bytes)
{
    constexpr qint64 Spare = 16 * 1024 * 1024;
    const qint64 needed = bytes + bytes / 4 + Spare;
    const qint64 free = freeBytes(folder);
    if (free < 0 || free >= needed) {
        return std::nullopt;
    }
    return Words::tr("This needs %1 of free space in %2, and there are %3. Nothing was changed.")
        .arg(sizeText(needed), folder, sizeText(free));
}

QStringList problemsOf(Connection &connection)
{
    CheckReport report;
    checkWords(connection, report);
    checkRows(connection, report);
    return report.problems;
}

// All in one transaction, which only counts if nothing is wrong thereafter.
bool rebuildDerived(Connection &connection)
{
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("DELETE FROM title_order");
    connection.run("DELETE FROM title_change");
    connection.run("DELETE FROM citation");
    countCitations(connection);
    connection.runOnce(u"REINDEX"_s);
    connection.run("INSERT INTO article_fts (article_fts) VALUES ('rebuild')");
    connection.run("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)");
    CheckReport report;
    checkRows(connection, report);
    if (!report.problems.isEmpty()) {
        return false;
    }
    transaction.commit();
    return true;
}

/// What there is to be told of an archive in which nothing is wrong, or nothing any more.
std::optional<RepairReport> mendInPlace(const QString &path)
{
    try {
        const OpenedArchive opened =
            openSettledArchive(path, Store::IfMissing::Refuse, Store::Need::Writing);
        if (!opened.writing) {
            return opened.answer.isDamaged ? std::nullopt
                                           : std::optional(failed(opened.answer.message));
        }
        RepairReport report;
        if (problemsOf(*opened.writing).isEmpty()) {
            report.outcome = Outcome::Sound;
            return report;
        }
        if (rebuildDerived(*opened.writing)) {
            report.outcome = Outcome::Rebuilt;
            return report;
        }
    } catch (const SqlError &error) {
        if (error.kind() == SqlError::Kind::Full) {
            return failed(error);
        }
    }
    return std::nullopt;
}

/// What can be read of a damaged archive; `fresh` is one that nothing was done to, and `graft`
/// where a copy may be made.
std::unique_ptr<SalvageSource> sourceOf(const QString &from, const QString &fresh,
                                        const QString &graft)
{
    auto source = std::make_unique<SalvageSource>(from);
    if (source->knowsTables()) {
        return source;
    }
    const qint64 bytes = QFileInfo(from).size() + QFileInfo(from + "-wal"_L1).size();
    if (const auto reason = reasonForSpace(QFileInfo(graft).path(), 2 * bytes)) {
        throw SalvageFailure(*reason); // for the copy, and the new archive beside it
    }
    switch (graftSchema(from, fresh, graft)) {
    case Grafting::DoesNotFit: break;
    case Grafting::NotWritten: throw SalvageFailure(SqlError::messageOf(SqlError::Kind::Full));
    case Grafting::Done:
        if (auto grafted = std::make_unique<SalvageSource>(graft); grafted->knowsTables()) {
            return grafted;
        }
    }
    return source;
}

/// What is in a new archive, which is then one file, on disk and sound; else it fails.
RepairReport salvage(const QString &from, const QString &to, const OriginalParser &parse,
                     const RepairProgress &progress)
{
    if (!makePrivateFile(to)) {
        return failed(Words::tr("Nothing can be written in %1.").arg(QFileInfo(to).path()));
    }
    RepairReport report;
    {
        Connection target(to, Connection::Access::Writing);
        target.runOnce(u"PRAGMA synchronous = OFF"_s); // nothing depends on it before its end
        migrate(target);
        const QString graft = ArchiveSet::graftOf(to);
        const auto source = sourceOf(from, to, graft);
        target.askOnce(u"PRAGMA journal_mode = WAL"_s);
        if (source->isOpen()) {
            report = Salvager(*source, target, parse, progress).run();
        } else {
            report.outcome = Outcome::Salvaged;
        }
        report.areLossesKnown =
            report.areLossesKnown && source->knowsTables() && !isLogDamaged(from + "-wal"_L1);
        if (const QStringList problems = problemsOf(target); !problems.isEmpty()) {
            return failed(Words::tr("The new archive is not sound: %1").arg(problems.constFirst()));
        }
        target.askOnce(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    if (QFileInfo(to + "-wal"_L1).size() > 0 || !sync(to) || !sync(QFileInfo(to).path())) {
        return failed(SqlError::messageOf(SqlError::Kind::Full));
    }
    return report;
}

// Once a day: what has to be made anew twice is not going to be well by itself, and each time the
// damaged one takes as much space again.
QString damagedName(const ArchiveSet &set)
{
    return set.nameBeside("damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd"_s));
}

QString besideOf(const ArchiveSet &set, const QString &name)
{
    return QFileInfo(set.path()).path() + u'/' + name;
}

std::optional<RepairReport> reasonNotTo(const ArchiveSet &set)
{
    if (set.files().isEmpty()) {
        return failed(Words::tr("There is no archive here."));
    }
    if (QFileInfo(set.path()).isDir()) {
        return failed(Words::tr("This is a folder, not a Microfiche archive."));
    }
    if (set.isInUse()) {
        return failed(Words::tr("The archive is in use by another program."));
    }
    return std::nullopt;
}

RepairReport replaced(ArchiveSet &set, const QString &name, RepairReport report)
{
    report.kept = besideOf(set, name);
    if (!set.replace(name)) {
        return failed(Words::tr("The new archive could not take the place of the old one."));
    }
    return report;
}

RepairReport salvageInto(ArchiveSet &set, const OriginalParser &parse,
                         const RepairProgress &progress)
{
    const QString name = damagedName(set);
    if (QFileInfo::exists(besideOf(set, name))) {
        return failed(Words::tr("This archive was repaired today already, and what it was then is "
                                "kept as %1. If it is damaged again, the disk may be failing. To "
                                "repair it once more, move that file away; or restore a backup.")
                          .arg(name));
    }
    if (const auto reason = reasonForSpace(QFileInfo(set.path()).path(), set.bytes())) {
        return failed(*reason);
    }
    RepairReport report = salvage(set.path(), set.newPath(), parse, progress);
    return report.outcome == Outcome::Failed ? report : replaced(set, name, std::move(report));
}

// Whoever looks for a repair is told that there is nothing to be had of something else.
std::optional<RepairReport> reasonOfHead(const QString &path)
{
    const Store::OpenAnswer answer = lookAtArchive(path);
    const bool isNamedOurs = path.endsWith(".microfiche"_L1);
    if (answer.opening == Store::Opening::Opened || (answer.isDamaged && isNamedOurs)) {
        return std::nullopt;
    }
    return failed(answer.message);
}

RepairReport repair(const QString &archive, const OriginalParser &parse,
                    const RepairProgress &progress)
{
    ArchiveSet set(archive);
    if (!set.settle()) {
        return failed(Words::tr("The archive is being repaired."));
    }
    if (const auto reason = reasonNotTo(set)) {
        return *reason;
    }
    if (!set.beginReplacing()) {
        return failed(Words::tr("Nothing can be written in %1.").arg(QFileInfo(set.path()).path()));
    }
    RepairReport report;
    try {
        auto answer = reasonOfHead(set.path());
        if (!answer) {
            answer = mendInPlace(set.path());
        }
        report = answer ? *answer : salvageInto(set, parse, progress);
    } catch (const std::exception &error) {
        report = failed(error);
    }
    return report;
}

RepairReport restore(const QString &archive, const QString &backup)
{
    ArchiveSet set(archive);
    if (!set.settle()) {
        return failed(Words::tr("The archive is being repaired."));
    }
    if (set.isInUse()) {
        return failed(Words::tr("The archive is in use by another program."));
    }
    if (const auto answer = lookAtArchive(backup);
        answer.opening != Store::Opening::Opened || !isReadable(backup)) {
        return failed(Words::tr("This backup cannot be used: %1")
                          .arg(answer.message.isEmpty()
                                   ? SqlError::messageOf(SqlError::Kind::Damaged)
                                   : answer.message));
    }
    if (const auto reason =
            reasonForSpace(QFileInfo(set.path()).path(), QFileInfo(backup).size())) {
        return failed(*reason);
    }
    if (!set.beginReplacing() || !copyDurably(backup, set.newPath()) ||
        !isReadable(set.newPath())) {
        return failed(
            Words::tr("The backup could not be copied to %1.").arg(QFileInfo(set.path()).path()));
    }
    RepairReport report;
    report.outcome = Outcome::Restored;
    {
        Connection copy(set.newPath(), Connection::Access::FileAlone);
        const auto count = [&copy](const QString &sql) { return copy.askOnce(sql).toLongLong(); };
        report.articles = count(u"SELECT count(*) FROM article WHERE shown_version IS NOT NULL"_s);
        report.originals = count(u"SELECT count(*) FROM version"_s);
    }
    const bool hadOne = !set.files().isEmpty();
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    report = replaced(set, set.nameBeside("replaced-"_L1 + time), report);
    report.kept = hadOne ? report.kept : QString();
    return report;
}

} // namespace

RepairReport repairArchive(const QString &archive, const OriginalParser &parse,
                           const RepairProgress &progress)
{
    try {
        return repair(archive, parse, progress);
    } catch (const std::exception &error) {
        return failed(error);
    }
}

RepairReport restoreBackup(const QString &archive, const QString &backup)
{
    try {
        return restore(archive, backup);
    } catch (const std::exception &error) {
        return failed(error);
    }
}

} // namespace Microfiche
