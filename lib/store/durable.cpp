// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/durable_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Microfiche
{

bool sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool isDone = ::fsync(file) == 0;
    ::close(file);
    return isDone;
}

bool renameDurably(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return false;
    }
    const QString source = QFileInfo(from).path();
    const QString target = QFileInfo(to).path();
    return sync(target) && (source == target || sync(source));
}

bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFile::ReadOwner | QFile::WriteOwner);
}

bool makePrivateFolder(const QString &path)
{
    const QDir folder(path);
    return folder.exists() ||
           (makePrivateFolder(QFileInfo(folder.path()).path()) &&
            QDir().mkdir(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

bool copyDurably(const QString &from, const QString &to)
{
    constexpr qint64 Piece = 1024 * 1024;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly) || !makePrivateFile(to)) {
        return false;
    }
    QFile target(to);
    bool isWhole = target.open(QIODevice::WriteOnly);
    while (isWhole && !source.atEnd()) {
        const QByteArray piece = source.read(Piece);
        isWhole = !piece.isEmpty() && target.write(piece) == piece.size();
    }
    isWhole = isWhole && target.flush() && target.size() == source.size();
    target.close();
    return isWhole && sync(to);
}

qint64 freeBytes(const QString &folder)
{
    return QStorageInfo(folder).bytesAvailable();
}

QString realPath(const QString &path)
{
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    if (!real.isEmpty()) {
        return real;
    }
    return info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
}

FolderLock::FolderLock(const QString &folder)
    : m_folder(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    , m_isHeld(m_folder >= 0 && ::flock(m_folder, LOCK_EX | LOCK_NB) == 0)
{
}

FolderLock::~FolderLock()
{
    if (m_folder >= 0) {
        ::close(m_folder);
    }
}

} // namespace Microfiche
