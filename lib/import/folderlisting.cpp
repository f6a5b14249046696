// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/folderlisting_p.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche
{

FileHandle::~FileHandle()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

FileHandle::FileHandle(FileHandle &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

FileHandle &FileHandle::operator=(FileHandle &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

int FileHandle::release()
{
    return std::exchange(m_fd, -1);
}

namespace
{

EntryKind kindOf(unsigned char type)
{
    switch (type) {
    case DT_REG: return EntryKind::File;
    case DT_DIR: return EntryKind::Folder;
    case DT_LNK: return EntryKind::Link;
    case DT_UNKNOWN: return EntryKind::Unknown;
    default: return EntryKind::Other;
    }
}

/// Some file systems do not say it while listing.
EntryKind kindByStat(int folder, const char *name)
{
    struct stat status = {};
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return EntryKind::File; // reading it will tell what is wrong with it
    }
    if (S_ISREG(status.st_mode)) {
        return EntryKind::File;
    }
    if (S_ISDIR(status.st_mode)) {
        return EntryKind::Folder;
    }
    return S_ISLNK(status.st_mode) ? EntryKind::Link : EntryKind::Other;
}

bool isDots(const char *name)
{
    return name[0] == '.' && (name[1] == 0 || (name[1] == '.' && name[2] == 0));
}

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

} // namespace

std::optional<OpenFolder> OpenFolder::open(const QByteArray &path)
{
    OpenFolder folder;
    folder.m_handle = FileHandle(
        ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!folder.m_handle.isOpen() || ::fstat(folder.fd(), &status) != 0) {
        return std::nullopt;
    }
    folder.m_device = status.st_dev;
    folder.m_inode = status.st_ino;
    return folder;
}

bool OpenFolder::eachName(const std::function<bool(EntryKind kind, const char *name)> &entry) const
{
    // fdopendir() takes over what it is given, and the handle is needed afterwards.
    FileHandle copy(::fcntl(fd(), F_DUPFD_CLOEXEC, 0));
    const std::unique_ptr<DIR, CloseFolder> folder(copy.isOpen() ? ::fdopendir(copy.fd())
                                                                 : nullptr);
    if (!folder) {
        return false;
    }
    copy.release();
    for (;;) {
        errno = 0;
        const dirent *next = ::readdir(folder.get());
        if (!next) {
            return errno == 0;
        }
        if (isDots(next->d_name)) {
            continue;
        }
        EntryKind kind = kindOf(next->d_type);
        if (kind == EntryKind::Unknown) {
            kind = kindByStat(fd(), next->d_name);
        }
        if (!entry(kind, next->d_name)) {
            return true;
        }
    }
}

FolderListing::FolderListing(OpenFolder folder)
    : m_folder(std::move(folder))
{
}

std::optional<FolderListing> FolderListing::read(const QByteArray &path)
{
    auto folder = OpenFolder::open(path);
    if (!folder) {
        return std::nullopt;
    }
    FolderListing listing(std::move(*folder));
    bool isTooLarge = false;
    const bool isRead = listing.m_folder.eachName([&](EntryKind kind, const char *name) {
        isTooLarge = listing.m_names.size() > std::numeric_limits<std::uint32_t>::max() - 512;
        if (!isTooLarge) {
            listing.m_offsets.push_back(std::uint32_t(listing.m_names.size()));
            listing.m_names.append(char(kind));
            listing.m_names.append(name, qsizetype(std::strlen(name)) + 1);
        }
        return !isTooLarge;
    });
    if (!isRead || isTooLarge) {
        errno = isTooLarge ? EOVERFLOW : errno;
        return std::nullopt;
    }
    listing.sort();
    return listing;
}

QByteArray FolderListing::name(qsizetype i) const
{
    const char *text = m_names.constData() + m_offsets[size_t(i)] + 1;
    return QByteArray::fromRawData(text, qsizetype(std::strlen(text)));
}

void FolderListing::sort()
{
    const char *names = m_names.constData() + 1;
    std::sort(m_offsets.begin(), m_offsets.end(), [names](std::uint32_t a, std::uint32_t b) {
        return std::strcmp(names + a, names + b) < 0;
    });
}

} // namespace Microfiche
