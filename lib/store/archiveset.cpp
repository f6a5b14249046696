// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/archiveset_p.h"

#include "store/durable_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// The archive comes last: as long as it is there, nothing has been put in its place.
constexpr const char *Endings[] = {"-journal", "-shm", "-wal", ""};
const QString Ending = u".microfiche"_s;

/// Whether another process has a lock on these bytes of a file.
bool isLocked(const QString &path, off_t first, off_t count)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = first;
    range.l_len = count;
    const bool isHeld = ::fcntl(file, F_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(file);
    return isHeld;
}

} // namespace

ArchiveSet::ArchiveSet(const QString &archive)
    : m_path(realPath(archive))
{
}

// What never came to be, or is in its place by now, leaves nothing.
ArchiveSet::~ArchiveSet()
{
    if (m_lock && m_lock->isHeld() &&
        (!QFileInfo::exists(asidePath()) || !QFileInfo::exists(newPath()))) {
        removeFolder();
    }
}

QStringList ArchiveSet::files() const
{
    QStringList found;
    for (const char *ending : Endings) {
        const QString path = m_path + QLatin1String(ending);
        if (QFileInfo::exists(path)) {
            found.append(path);
        }
    }
    return found;
}

qint64 ArchiveSet::bytes() const
{
    qint64 sum = 0;
    for (const QString &file : files()) {
        sum += QFileInfo(file).size();
    }
    return sum;
}

// Where SQLite keeps its locks (os_unix.c, wal.c): whoever has an archive open has one of them.
bool ArchiveSet::isInUse() const
{
    return isLocked(m_path, 0x40000000, 512) || isLocked(m_path + "-shm"_L1, 120, 16);
}

QString ArchiveSet::nameBeside(const QString &word) const
{
    QString name = QFileInfo(m_path).fileName();
    if (name.endsWith(Ending)) {
        name.chop(Ending.size());
    }
    return name + u'.' + word + Ending;
}

QString ArchiveSet::folder() const
{
    return QFileInfo(m_path).path() + u'/' + nameBeside(u"repairing"_s).chopped(Ending.size());
}

QString ArchiveSet::newPath() const
{
    return folder() + "/archive"_L1 + Ending;
}

QString ArchiveSet::graftOf(const QString &newPath)
{
    return QFileInfo(newPath).path() + "/graft"_L1;
}

QString ArchiveSet::asidePath() const
{
    return folder() + "/aside"_L1;
}

bool ArchiveSet::lock()
{
    m_lock = std::make_unique<FolderLock>(folder());
    return m_lock->isHeld();
}

bool ArchiveSet::settle()
{
    if (!QFileInfo::exists(folder())) {
        return true;
    }
    const bool isSettled = lock() && (!QFileInfo::exists(asidePath()) || moveOn());
    if (isSettled) {
        removeFolder(); // an unfinished one that stays is in nobody's way
    }
    m_lock.reset();
    return isSettled;
}

bool ArchiveSet::beginReplacing()
{
    return makePrivateFolder(folder()) && lock();
}

bool ArchiveSet::replace(const QString &name)
{
    const QString begun = asidePath() + ".part"_L1;
    QFile::remove(begun);
    if (!makePrivateFile(begun)) {
        return false;
    }
    QFile file(begun);
    const QByteArray bytes = name.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return false;
    }
    file.close();
    return sync(begun) && sync(folder()) && renameDurably(begun, asidePath()) && moveOn();
}

// To be begun again wherever it ended.
bool ArchiveSet::moveOn()
{
    QFile aside(asidePath());
    if (!aside.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QString name = QString::fromUtf8(aside.readAll());
    const bool isPlain = !name.isEmpty() && !name.contains(u'/');
    if (!QFileInfo::exists(newPath())) {
        return true; // it is in its place
    }
    if (!isPlain) {
        return false;
    }
    const QString to = QFileInfo(m_path).path() + u'/' + name;
    const bool isAside =
        std::all_of(std::begin(Endings), std::end(Endings), [&](const char *ending) {
            const QString from = m_path + QLatin1String(ending);
            return !QFileInfo::exists(from) || renameDurably(from, to + QLatin1String(ending));
        });
    return isAside && renameDurably(newPath(), m_path);
}

// Only what was made here: nothing else is known to be in it.
void ArchiveSet::removeFolder()
{
    for (const char *ending : Endings) {
        QFile::remove(newPath() + QLatin1String(ending));
        QFile::remove(graftOf(newPath()) + QLatin1String(ending));
    }
    // The mark goes last: without it a new one that is still there would be taken for unfinished.
    QFile::remove(asidePath() + ".part"_L1);
    QFile::remove(asidePath());
    QDir().rmdir(folder());
}

} // namespace Microfiche
