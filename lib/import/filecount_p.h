// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/droproots_p.h"
#include "import/folderlisting_p.h"

#include <atomic>
#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace Microfiche
{

/// Counts what a FolderWalk of the same paths gives, without its order: so it need not hold the
/// names of a folder, of which there may be a million, but only those of folders.
class FileCount
{
public:
    /// Told each name, and whether it is refused.
    using Found = std::function<void(const char *name, bool isRefused)>;

    FileCount(const QByteArrayList &paths, const QStringList &leftOut,
              const std::atomic<bool> &stop, Found found);

    /// Goes through all of it, until stopped.
    void run();

private:
    struct Waiting {
        QByteArray path;
        int depth = 0;
    };

    void countRoot(const DropRoot &root);
    void enter(const Waiting &folder);

    QList<DropRoot> m_roots;
    LeftOut m_leftOut;
    const std::atomic<bool> &m_stop;
    Found m_found;
    std::vector<Waiting> m_waiting;
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_visited; ///< device and inode of folders
};

} // namespace Microfiche
