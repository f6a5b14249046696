// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backups_p.h"

#include "store/checker_p.h"
#include "store/connection_p.h"
#include "store/durable_p.h"
#include "store/opening_p.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;
using Outcome = BackupResult::Outcome;

constexpr qint64 DaySeconds = 24 * 60 * 60;
constexpr int NameLength = 20; // of the time in a name
const QString NameFormat = u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s;
const QString BackupEnding = u".microfiche"_s;
const QString Unfinished = u".unfinished"_s;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// What an archive is known by, and how much is in it.
struct Content {
    QByteArray id;
    qint64 writes = -1;
    QList<qint64> counts;

    friend bool operator==(const Content &, const Content &) = default;
};

// What a person would miss, and what it hangs on. Not every schema has all of them.
constexpr const char *CountedTables[] = {"article",      "version", "block",       "file", "mark",
                                         "saved_search", "tag",     "article_tag", "note"};

Content contentOf(Connection &connection)
{
    const Transaction snapshot(connection, Connection::Access::Reading);
    Content content;
    {
        auto rows = connection.run("SELECT id, writes FROM archive");
        rows.next();
        content.id = rows.bytes(0);
        content.writes = rows.integer(1);
    }
    for (const char *table : CountedTables) {
        const QString name = QLatin1String(table);
        if (connection.askOnce(u"SELECT count(*) FROM sqlite_master WHERE name = '%1'"_s.arg(name))
                .toInt() > 0) {
            content.counts.append(
                connection.askOnce(u"SELECT count(*) FROM %1"_s.arg(name)).toLongLong());
        }
    }
    return content;
}

std::optional<Content> contentOf(const QString &path)
{
    try {
        Connection connection(path, Connection::Access::FileAlone);
        return contentOf(connection);
    } catch (const SqlError &) {
        return std::nullopt;
    }
}

BackupResult failed(Outcome outcome, const QString &message)
{
    return {outcome, {}, message, 0};
}

BackupResult failed(const SqlError &error)
{
    return failed(error.kind() == SqlError::Kind::Damaged ? Outcome::Damaged : Outcome::Failed,
                  error.message());
}

BackupResult unwritable(const QString &folder)
{
    return failed(Outcome::Failed, Words::tr("No backup can be made in %1.").arg(folder));
}

/// One that is being made.
class Making final
{
public:
    enum class Look { Quick, AtEveryOriginal };

    Making(const QString &archive, Look look)
        : m_archive(realPath(archive))
        , m_folder(backupFolder(archive))
        , m_look(look)
    {
    }

    BackupResult make(BackupRule rule);

private:
    std::optional<BackupResult> reasonNotTo(const Content &content, BackupRule rule) const;
    std::optional<BackupResult> reasonForSpace() const;
    BackupResult write();
    std::optional<BackupResult> verify(const Content &expected) const;
    QList<Backup> sameArchive(const Content &content) const;
    BackupResult finish(const Content &content);
    void removeUnfinished() const;

    QString m_archive;
    QString m_folder;
    QString m_part;
    Look m_look;
};

BackupResult Making::make(BackupRule rule)
{
    if (const auto answer = lookAtArchive(m_archive);
        answer.opening != Store::Opening::Opened || QFileInfo(m_archive).size() == 0) {
        return failed(answer.isDamaged ? Outcome::Damaged : Outcome::Failed, answer.message);
    }
    std::optional<BackupResult> reason;
    try {
        Connection source(m_archive, Connection::Access::Reading);
        reason = reasonNotTo(contentOf(source), rule);
    } catch (const SqlError &error) {
        reason = failed(error);
    }
    if (!reason) {
        reason = reasonForSpace();
    }
    if (reason) {
        return *reason;
    }
    if (!makePrivateFolder(m_folder)) {
        return unwritable(m_folder);
    }
    const FolderLock lock(m_folder);
    if (!lock.isHeld()) {
        return failed(Outcome::Failed, Words::tr("A backup is being made already."));
    }
    removeUnfinished();
    BackupResult result = write();
    removeUnfinished();
    return result;
}

QList<Backup> Making::sameArchive(const Content &content) const
{
    QList<Backup> same;
    for (const Backup &backup : backupsOf(m_archive)) {
        const auto found = contentOf(backup.path);
        if (found && found->id == content.id) {
            same.append(backup);
        }
    }
    return same;
}

std::optional<BackupResult> Making::reasonNotTo(const Content &content, BackupRule rule) const
{
    if (std::all_of(content.counts.cbegin(), content.counts.cend(),
                    [](qint64 count) { return count == 0; })) {
        return failed(Outcome::NotNeeded, Words::tr("There is nothing in the archive yet."));
    }
    if (rule == BackupRule::Now) {
        return std::nullopt;
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const Backup &backup : sameArchive(content)) {
        // One from tomorrow says that the clock went back, and nothing else.
        if (std::abs(now - backup.madeAt) < DaySeconds) {
            return failed(Outcome::NotNeeded, Words::tr("There is a backup of today."));
        }
        const auto found = contentOf(backup.path);
        if (found && found->writes == content.writes) {
            return failed(Outcome::NotNeeded,
                          Words::tr("Nothing was written to the archive since the last backup."));
        }
    }
    return std::nullopt;
}

std::optional<BackupResult> Making::reasonForSpace() const
{
    const qint64 needed =
        2 * (QFileInfo(m_archive).size() + QFileInfo(m_archive + "-wal"_L1).size());
    const QString folder = QFileInfo(m_archive).path();
    const qint64 free = freeBytes(folder);
    if (free < 0 || free >= needed) {
        return std::nullopt;
    }
    BackupResult result =
        failed(Outcome::NoSpace,
               Words::tr("No backup was made: that needs %1 of free space in %2, and there are %3.")
                   .arg(sizeText(needed), folder, sizeText(free)));
    result.bytesNeeded = needed;
    return result;
}

// Somebody may write between the counting and the copying; then both are done again.
BackupResult Making::write()
{
    constexpr int Tries = 3;
    m_part = m_folder + u'/' + QDateTime::currentDateTimeUtc().toString(NameFormat) + Unfinished;
    for (int i = 0; i < Tries; ++i) {
        removeUnfinished();
        if (!makePrivateFile(m_part)) {
            return unwritable(m_folder);
        }
        try {
            Connection source(m_archive, Connection::Access::Reading);
            const Content content = contentOf(source);
            source.runOnce(u"VACUUM INTO '%1'"_s.arg(QString(m_part).replace(u'\'', "''"_L1)));
            const auto copied = contentOf(m_part);
            if (copied && copied->writes > content.writes) {
                continue;
            }
            const auto reason = verify(content);
            return reason ? *reason : finish(content);
        } catch (const SqlError &error) {
            return failed(error);
        }
    }
    return failed(Outcome::Failed, Words::tr("Too much is being written to the archive."));
}

std::optional<BackupResult> Making::verify(const Content &expected) const
{
    const auto damaged = [] {
        return failed(Outcome::Damaged, SqlError::messageOf(SqlError::Kind::Damaged));
    };
    if (!sync(m_part)) {
        return unwritable(m_folder);
    }
    if (!isReadable(m_part) || contentOf(m_part) != expected) {
        return damaged();
    }
    if (m_look == Look::AtEveryOriginal) {
        Connection copy(m_part, Connection::Access::FileAlone);
        CheckReport report;
        checkOriginals(copy, report);
        if (!report.problems.isEmpty()) {
            return damaged();
        }
    }
    return std::nullopt;
}

BackupResult Making::finish(const Content &content)
{
    const QString base = m_part.chopped(Unfinished.size());
    QString path = base + BackupEnding;
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = base + u'-' + QString::number(number) + BackupEnding;
    }
    if (!renameDurably(m_part, path)) {
        return unwritable(m_folder);
    }
    QList<Backup> others = sameArchive(content);
    others.removeIf([&path](const Backup &backup) { return backup.path == path; });
    for (const Backup &old : others.mid(KeptBackups - 1)) {
        QFile::remove(old.path);
    }
    return {Outcome::Made, path, {}, 0};
}

void Making::removeUnfinished() const
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u'*' + Unfinished + u'*'}, QDir::Files)) {
        QFile::remove(folder.filePath(name));
    }
}

} // namespace

QString backupFolder(const QString &archive)
{
    QString name = realPath(archive);
    if (name.endsWith(BackupEnding)) {
        name.chop(BackupEnding.size());
    }
    return name + ".backups"_L1;
}

QList<Backup> backupsOf(const QString &archive)
{
    QList<Backup> backups;
    const QDir folder(backupFolder(archive));
    for (const QFileInfo &info : folder.entryInfoList({u'*' + BackupEnding}, QDir::Files)) {
        QDateTime madeAt = QDateTime::fromString(info.fileName().left(NameLength), NameFormat);
        madeAt.setTimeSpec(Qt::UTC);
        if (madeAt.isValid()) {
            backups.append({info.filePath(), madeAt.toSecsSinceEpoch(), info.size()});
        }
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) {
        // Of one second, the one with the higher number behind the time is the newer one.
        const auto key = [](const Backup &one) {
            return std::tuple(one.madeAt, one.path.size(), one.path);
        };
        return key(a) > key(b);
    });
    return backups;
}

BackupResult backUp(const QString &archive, BackupRule rule)
{
    try {
        return Making(archive, Making::Look::AtEveryOriginal).make(rule);
    } catch (const std::exception &) {
        return failed(Outcome::Failed, Words::tr("There is not enough memory for this."));
    }
}

BackupResult backUpBeforeMigration(const QString &archive)
{
    return Making(archive, Making::Look::Quick).make(BackupRule::Now);
}

bool isReadable(const QString &path)
{
    try {
        Connection connection(path, Connection::Access::FileAlone);
        return connection.askOnce(u"PRAGMA quick_check(1)"_s).toString() == "ok"_L1;
    } catch (const SqlError &) {
        return false;
    }
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

} // namespace Microfiche
