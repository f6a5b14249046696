// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/ownerfile_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>

namespace Microfiche
{

namespace
{

constexpr auto OwnerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnerOnlyFolder = OwnerOnlyFile | QFileDevice::ExeOwner;

/// Makes the folder and those above it that are missing, each for its owner alone from the start.
bool ensureFolder(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    const QString parent = QFileInfo(path).path();
    if (parent == path || !ensureFolder(parent)) {
        return false;
    }
    // Another thread may make the same folder at this moment; that is as good.
    return QDir().mkdir(path, OwnerOnlyFolder) || QFileInfo(path).isDir();
}

} // namespace

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

bool writeOwnerFile(const QString &path, const QByteArray &bytes)
{
    if (!ensureFolder(QFileInfo(path).path())) {
        return false;
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnlyFile) &&
           file.write(bytes) == bytes.size() && file.commit();
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
