// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filecount_p.h"

#include <cstring>
#include <utility>

namespace Microfiche
{

FileCount::FileCount(const QByteArrayList &paths, const QStringList &leftOut,
                     const std::atomic<bool> &stop, Found found)
    : m_roots(dropRoots(paths))
    , m_leftOut(leftOut)
    , m_stop(stop)
    , m_found(std::move(found))
{
}

void FileCount::run()
{
    for (const DropRoot &root : std::as_const(m_roots)) {
        if (m_stop.load(std::memory_order_relaxed)) {
            return;
        }
        countRoot(root);
        while (!m_waiting.empty() && !m_stop.load(std::memory_order_relaxed)) {
            const Waiting folder = std::move(m_waiting.back());
            m_waiting.pop_back();
            enter(folder);
        }
    }
}

void FileCount::countRoot(const DropRoot &root)
{
    if (root.name.isEmpty()) {
        m_waiting.push_back({root.folder, 0});
    } else if (!m_leftOut.in(root.folder).contains(root.name)) {
        m_found(root.name.constData(), !root.refusal.isEmpty());
    }
}

void FileCount::enter(const Waiting &folder)
{
    const auto opened =
        folder.depth > MaxFolderDepth
            ? std::nullopt
            : OpenFolder::open(folder.path.isEmpty() ? QByteArray("/") : folder.path);
    if (!opened) {
        m_found(folder.path.constData(), true);
        return;
    }
    if (!m_visited.insert({opened->device(), opened->inode()}).second) {
        return;
    }
    const QSet<QByteArray> leftOut = m_leftOut.in(folder.path);
    opened->eachName([&](EntryKind kind, const char *name) {
        const auto known = QByteArray::fromRawData(name, qsizetype(std::strlen(name)));
        if (leftOut.contains(known)) {
            return !m_stop.load(std::memory_order_relaxed);
        }
        if (kind == EntryKind::File) {
            m_found(name, false);
        } else if (kind == EntryKind::Folder && !isOfVersionControl(known)) {
            m_waiting.push_back({folder.path + '/' + known, folder.depth + 1});
        }
        return !m_stop.load(std::memory_order_relaxed);
    });
}

} // namespace Microfiche
