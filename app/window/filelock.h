// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace Microfiche
{

/// A lock that ends with its process, however that ends: nothing of it can go stale. Its file goes
/// with it.
class FileLock final
{
public:
    explicit FileLock(QByteArray path)
        : m_path(std::move(path))
    {
    }
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// False while somebody else has it. Where its file cannot be made nobody has.
    bool tryLock();

private:
    QByteArray m_path;
    int m_fd = -1;
};

} // namespace Microfiche
