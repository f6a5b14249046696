// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/ownerfile_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace Microfiche
{

namespace
{

constexpr auto OwnerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnerOnlyFolder = OwnerOnlyFile | QFileDevice::ExeOwner;

bool ensureFolder(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    const QString parent = QFileInfo(path).path();
    if (parent == path || !ensureFolder(parent)) {
        return false;
    }
    if (QDir().mkdir(path, OwnerOnlyFolder)) {
        return true;
    }
    const int error = errno;
    // Another thread may make the same folder at this moment; that is as good.
    const bool isThere = QFileInfo(path).isDir();
    errno = error; // whoever asks why is not to hear of this look
    return isThere;
}

} // namespace

DiskProblem ensureOwnerFolder(const QString &path)
{
    errno = 0;
    return ensureFolder(path) ? DiskProblem::None : diskProblemOf(errno != 0 ? errno : EIO);
}

std::optional<QByteArray> readWholeFile(const QString &path, qint64 most)
{
    // A pipe in the file's place would hang the reader: look before opening.
    if (!QFileInfo(path).isFile()) {
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > most) {
        return std::nullopt;
    }
    // No more than there is: as much as may be asked for would be set aside for every file.
    QByteArray bytes = file.read(std::min(most, file.size()));
    if (bytes.isEmpty() || file.error() != QFileDevice::NoError) {
        return std::nullopt;
    }
    return bytes;
}

DiskProblem writeOwnerFile(const QString &path, const QByteArray &bytes)
{
    errno = 0;
    QSaveFile file(path);
    const bool isWritten = ensureFolder(QFileInfo(path).path()) &&
                           file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnlyFile) &&
                           file.write(bytes) == bytes.size() && file.commit();
    // Qt has words for it, but no number that tells a full disk from the rest.
    return isWritten ? DiskProblem::None : diskProblemOf(errno != 0 ? errno : EIO);
}

bool writeSpareFile(const QString &path, const QByteArray &bytes)
{
    if (!ensureFolder(QFileInfo(path).path())) {
        return false;
    }
    QTemporaryFile file(path + QLatin1String(".XXXXXX")); // for its owner alone
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush()) {
        return false;
    }
    // Qt's own renaming replaces nothing, and QSaveFile waits for the disk.
    const bool isThere = std::rename(QFile::encodeName(file.fileName()).constData(),
                                     QFile::encodeName(path).constData()) == 0;
    file.setAutoRemove(!isThere);
    return isThere;
}

} // namespace Microfiche
