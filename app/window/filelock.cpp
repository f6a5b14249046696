// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filelock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

// Who had the lock before may have removed its file between our opening and locking it.
bool isStillThere(const QByteArray &path, int fd)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(fd, &opened) == 0 && ::lstat(path.constData(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

} // namespace

FileLock::~FileLock()
{
    if (m_fd >= 0) {
        ::unlink(m_path.constData());
        ::close(m_fd);
    }
}

bool FileLock::tryLock()
{
    if (m_fd >= 0) {
        return true;
    }
    const int fd = ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        return true;
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 && isStillThere(m_path, fd)) {
        m_fd = fd;
        return true;
    }
    ::close(fd);
    return false;
}

} // namespace Microfiche
