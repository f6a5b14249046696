// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/folderwalk_p.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace Microfiche
{

namespace
{

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder + '/' + name; // of the top folder "" as well
}

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FolderWalk::FolderWalk(const QByteArrayList &paths, const QStringList &leftOut,
                       const std::atomic<bool> &stop)
    : m_stop(stop)
    , m_roots(dropRoots(paths))
    , m_leftOut(leftOut)
{
}

std::optional<WalkedRange> FolderWalk::next()
{
    while (!m_stop.load(std::memory_order_relaxed)) {
        if (m_listing && m_nextName < m_listing->count()) {
            WalkedRange range = filesHere();
            if (!range.files.isEmpty()) {
                return range;
            }
            continue;
        }
        m_listing.reset();
        std::optional<WalkedRange> range;
        if (!m_waiting.empty()) {
            const Waiting folder = std::move(m_waiting.back());
            m_waiting.pop_back();
            range = enter(folder);
        } else if (m_nextRoot < m_roots.size()) {
            range = nextRoot();
        } else {
            return std::nullopt;
        }
        if (range && !range->files.isEmpty()) {
            return range;
        }
    }
    return std::nullopt;
}

std::optional<WalkedRange> FolderWalk::nextRoot()
{
    const DropRoot &root = m_roots.at(m_nextRoot);
    m_root = root.folder;
    if (!root.name.isEmpty()) {
        return rootFiles();
    }
    ++m_nextRoot;
    m_waiting.push_back({root.folder, 0});
    return std::nullopt;
}

/// Dropped files of one folder come as one range: a selection of many is common.
WalkedRange FolderWalk::rootFiles()
{
    WalkedRange range{m_root, m_root, {}};
    while (m_nextRoot < m_roots.size() && range.files.size() < MaxRange) {
        const DropRoot &root = m_roots.at(m_nextRoot);
        if (root.name.isEmpty() || root.folder != m_root) {
            break;
        }
        ++m_nextRoot;
        if (m_leftOut.in(root.folder).contains(root.name)) {
            continue;
        }
        if (root.refusal.isEmpty()) {
            range.files.append(walked(AT_FDCWD, root.path));
            range.files.last().name = root.name;
        } else {
            range.files.append({root.name, 0, 0, root.refusal});
        }
    }
    return range;
}

/// Lists a folder and puts its folders in line. Gives a range only if there is something to refuse.
std::optional<WalkedRange> FolderWalk::enter(const Waiting &folder)
{
    if (folder.depth > MaxFolderDepth) {
        return refused(folder.path, tr("The folder lies more than %1 folders deep. It was not "
                                       "searched.")
                                        .arg(MaxFolderDepth));
    }
    std::optional<FolderListing> listing =
        FolderListing::read(folder.path.isEmpty() ? QByteArray("/") : folder.path);
    if (!listing) {
        return refused(folder.path,
                       tr("The folder could not be read: %1.").arg(qt_error_string(errno)));
    }
    m_leftOutHere = m_leftOut.in(folder.path);
    if (!m_visited.insert({listing->device(), listing->inode()}).second) {
        return std::nullopt; // mounted twice: its files are there already
    }
    for (qsizetype i = listing->count() - 1; i >= 0; --i) {
        const QByteArray name = listing->name(i);
        if (listing->kind(i) == EntryKind::Folder && !isOfVersionControl(name) &&
            !m_leftOutHere.contains(name)) {
            m_waiting.push_back({joined(folder.path, name), folder.depth + 1});
        }
    }
    m_here = folder;
    m_listing = std::move(listing);
    m_nextName = 0;
    return std::nullopt;
}

WalkedRange FolderWalk::filesHere()
{
    WalkedRange range{m_root, m_here.path, {}};
    while (m_nextName < m_listing->count() && range.files.size() < MaxRange) {
        const qsizetype i = m_nextName++;
        const EntryKind kind = m_listing->kind(i);
        if (kind == EntryKind::Folder || m_leftOutHere.contains(m_listing->name(i))) {
            continue;
        }
        if (kind == EntryKind::File) {
            range.files.append(walked(m_listing->fd(), m_listing->name(i)));
        } else {
            ++m_skipped;
        }
    }
    return range;
}

WalkedFile FolderWalk::walked(int folder, const QByteArray &name)
{
    WalkedFile file;
    file.name = QByteArray(name.constData(), name.size()); // the listing's own bytes go with it
    struct stat status = {};
    if (::fstatat(folder, file.name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        file.refusal = errno == ENOENT
                           ? tr("The file is gone.")
                           : tr("The file could not be read: %1.").arg(qt_error_string(errno));
    } else if (!S_ISREG(status.st_mode)) {
        file.refusal = tr("Not a regular file.");
    } else {
        file.size = status.st_size;
        file.modifiedNs = nanoseconds(status.st_mtim);
    }
    return file;
}

WalkedRange FolderWalk::refused(const QByteArray &path, const QString &reason) const
{
    WalkedRange range{m_root, {}, {}};
    WalkedFile file;
    splitPath(path, &range.folder, &file.name);
    file.refusal = reason;
    range.files.append(file);
    return range;
}

} // namespace Microfiche
