// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are to be on disk before anything else is done, and folders that one process at a time
// works in.
#pragma once

#include <QString>

namespace Microfiche
{

/// Waits until what was written to a file, or which files there are in a folder, is on disk.
bool sync(const QString &path);
/// Replaces `to` if it is there. After it, `to` is one or the other, whatever happens.
bool renameDurably(const QString &from, const QString &to);
/// Makes an empty file that only its owner may read; false if there is one.
bool makePrivateFile(const QString &path);
/// Makes a folder, and those above it, that only its owner may look into.
bool makePrivateFolder(const QString &path);
/// Copies bytes into a private file that is not there yet, and waits until they are on disk.
bool copyDurably(const QString &from, const QString &to);
qint64 freeBytes(const QString &folder);

/// Where an archive itself is, if `path` is a link to it: SQLite puts its files beside that.
QString realPath(const QString &path);

/// Held by one process at a time, and by none that has ended.
class FolderLock final
{
public:
    explicit FolderLock(const QString &folder);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

    bool isHeld() const { return m_isHeld; }

private:
    int m_folder = -1;
    bool m_isHeld = false;
};

} // namespace Microfiche
