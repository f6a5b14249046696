// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/folderwalk_p.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>

namespace Microfiche
{

namespace
{

bool isOfVersionControl(const QByteArray &name)
{
    return name == ".git" || name == ".hg" || name == ".svn";
}

bool liesIn(const QByteArray &path, const QByteArray &folder)
{
    return path.size() > folder.size() && path.startsWith(folder) &&
           (folder.endsWith('/') || path.at(folder.size()) == '/');
}

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder + '/' + name; // of the top folder "" as well
}

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

void split(const QByteArray &path, QByteArray *folder, QByteArray *name)
{
    const qsizetype slash = path.lastIndexOf('/');
    *folder = slash < 0 ? QByteArray() : path.left(slash);
    *name = path.mid(slash + 1);
}

struct Free {
    void operator()(char *text) const { std::free(text); } // NOLINT: realpath() uses malloc()
};

} // namespace

FolderWalk::FolderWalk(const QList<QByteArray> &paths, WalkDepth depth,
                       const std::atomic<bool> &stop)
    : m_depth(depth)
    , m_stop(stop)
{
    for (const QByteArray &path : paths) {
        if (!path.isEmpty()) {
            m_roots.append(resolve(path));
        }
    }
    std::sort(m_roots.begin(), m_roots.end(),
              [](const Root &a, const Root &b) { return a.path < b.path; });
    QList<Root> apart;
    QList<QByteArray> folders;
    for (const Root &root : std::as_const(m_roots)) {
        const bool isCovered =
            root.refusal.isEmpty() &&
            std::any_of(folders.cbegin(), folders.cend(),
                        [&](const QByteArray &folder) { return liesIn(root.path, folder); });
        if (isCovered || (!apart.isEmpty() && apart.constLast().path == root.path)) {
            continue;
        }
        if (root.name.isEmpty()) {
            folders.append(root.path);
        }
        apart.append(root);
    }
    m_roots = apart;
}

void FolderWalk::leaveOut(const QStringList &paths)
{
    for (const QString &path : paths) {
        // The walk knows real paths only; what is not there yet has a folder at least.
        const QFileInfo info(path);
        const QString real = info.canonicalFilePath();
        const QByteArray known = QFile::encodeName(
            real.isEmpty() ? QFileInfo(info.path()).canonicalFilePath() + u'/' + info.fileName()
                           : real);
        QByteArray folder;
        QByteArray name;
        split(known, &folder, &name);
        m_leftOut[folder].insert(name);
    }
}

/// What was dropped may be a link itself; it stands for what it leads to.
FolderWalk::Root FolderWalk::resolve(const QByteArray &path)
{
    Root root;
    const std::unique_ptr<char, Free> real(::realpath(path.constData(), nullptr));
    struct stat status = {};
    if (!real || ::stat(real.get(), &status) != 0) {
        root.refusal = errno == ENOENT || errno == ENOTDIR ? tr("There is no such file or folder.")
                                                           : qt_error_string(errno);
        root.path = path;
        while (root.path.size() > 1 && root.path.endsWith('/')) {
            root.path.chop(1);
        }
    } else {
        root.path = real.get();
    }
    if (real && S_ISDIR(status.st_mode)) {
        root.folder = root.path == "/" ? QByteArray() : root.path;
        root.path = root.folder;
    } else {
        split(root.path, &root.folder, &root.name);
    }
    return root;
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
    const Root &root = m_roots.at(m_nextRoot);
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
        const Root &root = m_roots.at(m_nextRoot);
        if (root.name.isEmpty() || root.folder != m_root) {
            break;
        }
        ++m_nextRoot;
        if (m_leftOut.value(root.folder).contains(root.name)) {
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
    m_leftOutHere = m_leftOut.value(folder.path);
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

WalkedFile FolderWalk::walked(int folder, const QByteArray &name) const
{
    WalkedFile file;
    file.name = QByteArray(name.constData(), name.size()); // the listing's own bytes go with it
    if (m_depth == WalkDepth::Names) {
        return file;
    }
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
    split(path, &range.folder, &file.name);
    file.refusal = reason;
    range.files.append(file);
    return range;
}

} // namespace Microfiche
