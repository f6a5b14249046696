// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/picturestore.h"

#include "pictures/ownerfile_p.h"
#include "pictures/pictureformat.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

constexpr PictureStore::Moment Second = 1'000'000'000;
constexpr char ThumbnailEnding[] = ".thumbnail";

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

/// That there is no such file in the folder, which itself is there and can be looked into: not a
/// disk that is away, nor a folder that lets nobody in.
bool isAbsent(const QString &path, const QString &folder)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) != 0 && errno == ENOENT &&
           QFileInfo(folder).isDir();
}

/// Only one at a time, among the threads of all processes, keeps or removes a file of a folder.
/// Where folders cannot be locked, all do.
class FolderLock final
{
public:
    explicit FolderLock(const QString &folder)
        : m_folder(::open(QFile::encodeName(folder).constData(),
                          O_RDONLY | O_DIRECTORY | O_CLOEXEC)) // NOLINT: a C function
    {
        while (m_folder >= 0 && ::flock(m_folder, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    ~FolderLock()
    {
        if (m_folder >= 0) {
            ::close(m_folder);
        }
    }
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    const int m_folder;
};

/// Makes a file newer than it was, by a clock that was set back too.
void touch(const QString &path)
{
    const PictureStore::Moment before = PictureStore::writtenAt(path).value_or(0);
    const PictureStore::Moment moment = std::max(PictureStore::now(), before + 1);
    const timespec written = {time_t(moment / Second), long(moment % Second)};
    const std::array times = {timespec{0, UTIME_OMIT}, written};
    ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times.data(), 0);
}

} // namespace

PictureStore::PictureStore(QString folder)
    : m_folder(std::move(folder))
{
}

PictureStore::Kept PictureStore::tryToKeep(const QByteArray &bytes) const
{
    if (bytes.size() > MaxPictureBytes || pictureFormat(bytes) == PictureFormat::None) {
        return {};
    }
    const QByteArray hash = hashOf(bytes);
    const QString path = filePath(hash);
    const QString folder = QFileInfo(path).path();
    if (const DiskProblem problem = ensureOwnerFolder(folder); problem != DiskProblem::None) {
        return {{}, problem};
    }
    const FolderLock lock(folder);
    if (readWholeFile(path, MaxPictureBytes) != bytes) {
        if (const DiskProblem problem = writeOwnerFile(path, bytes); problem != DiskProblem::None) {
            return {{}, problem};
        }
    }
    touch(path);
    return {hash};
}

std::optional<QByteArray> PictureStore::bytes(const QByteArray &hash) const
{
    if (hash.size() != PictureHashLength) {
        return std::nullopt;
    }
    std::optional<QByteArray> bytes = readWholeFile(filePath(hash), MaxPictureBytes);
    // The disk is not trusted: a file that was cut, swapped or decayed is as good as missing.
    if (bytes && hashOf(*bytes) != hash) {
        return std::nullopt;
    }
    return bytes;
}

PictureStore::Checked PictureStore::check(const QByteArray &hash) const
{
    if (hash.size() != PictureHashLength) {
        return {Soundness::Damaged, 0};
    }
    const QString path = filePath(hash);
    // A pipe in the file's place would hang the reader: look before opening. QFileInfo does not
    // tell a file that is not there from one that this process may not see.
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        return {isAbsent(path, m_folder) ? Soundness::Absent : Soundness::Unreadable, 0};
    }
    if (!S_ISREG(facts.st_mode)) {
        return {Soundness::Damaged, 0};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {Soundness::Unreadable, 0};
    }
    QCryptographicHash read(QCryptographicHash::Blake2b_256);
    const bool isRead = read.addData(&file) && file.error() == QFileDevice::NoError;
    if (!isRead || file.pos() != file.size()) {
        return {Soundness::Unreadable, file.pos()};
    }
    return {read.result() == hash ? Soundness::Sound : Soundness::Damaged, file.pos()};
}

bool PictureStore::contains(const QByteArray &hash) const
{
    return hash.size() == PictureHashLength && QFileInfo::exists(filePath(hash));
}

bool PictureStore::isLost(const QByteArray &hash) const
{
    const QString path = filePath(hash);
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0
               ? S_ISREG(facts.st_mode) && facts.st_size == 0
               : isAbsent(path, m_folder);
}

PictureStore::Moment PictureStore::now()
{
    timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * Second + now.tv_nsec;
}

std::optional<PictureStore::Moment> PictureStore::writtenAt(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        return std::nullopt;
    }
    return facts.st_mtim.tv_sec * Second + facts.st_mtim.tv_nsec;
}

bool PictureStore::remove(const QByteArray &hash) const
{
    return removeIfKeptBefore(hash, std::numeric_limits<Moment>::max());
}

bool PictureStore::removeIfKeptBefore(const QByteArray &hash, Moment moment) const
{
    if (hash.size() != PictureHashLength) {
        return false;
    }
    const QString path = filePath(hash);
    const FolderLock lock(QFileInfo(path).path());
    if (writtenAt(path).value_or(0) >= moment) {
        return false;
    }
    const bool wasThumbnail = QFile::remove(thumbnailPath(hash));
    return QFile::remove(path) || wasThumbnail;
}

QList<PictureEntry> PictureStore::list() const
{
    QHash<QByteArray, PictureEntry> found;
    QDirIterator walk(m_folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo file = walk.fileInfo();
        const QByteArray hash = QByteArray::fromHex(file.baseName().toLatin1());
        if (hash.size() != PictureHashLength) {
            continue;
        }
        if (file.filePath() == filePath(hash)) {
            found[hash].bytes = file.size();
        } else if (file.filePath() == thumbnailPath(hash)) {
            found[hash].thumbnailBytes = file.size();
        }
    }
    QList<PictureEntry> pictures;
    for (auto one = found.cbegin(); one != found.cend(); ++one) {
        pictures.append({one.key(), one->bytes, one->thumbnailBytes});
    }
    return pictures;
}

QString PictureStore::filePath(const QByteArray &hash) const
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return m_folder + u'/' + hex.left(2) + u'/' + hex.mid(2, 2) + u'/' + hex;
}

QString PictureStore::thumbnailPath(const QByteArray &hash) const
{
    return filePath(hash) + QLatin1String(ThumbnailEnding);
}

} // namespace Microfiche
