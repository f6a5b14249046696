// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace Microfiche
{

/// An open file or folder of the operating system, closed when it goes.
class FileHandle
{
public:
    FileHandle() = default;
    explicit FileHandle(int fd)
        : m_fd(fd)
    {
    }
    ~FileHandle();
    FileHandle(FileHandle &&other) noexcept;
    FileHandle &operator=(FileHandle &&other) noexcept;

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    /// Gives up the handle without closing it.
    int release();

private:
    int m_fd = -1;
};

enum class EntryKind : char { File, Folder, Link, Other, Unknown };

/// A folder whose names are read one after the other, in no order: there may be a million of them.
/// With readdir, because Qt's listing hides names that are no UTF-8.
class OpenFolder
{
public:
    /// Opens the folder at `path`; none if it cannot be (errno says why). A link at the end of the
    /// path is not followed.
    static std::optional<OpenFolder> open(const QByteArray &path);

    /// Calls `entry` with each name until it returns false. False if they cannot all be read (errno
    /// says why).
    bool eachName(const std::function<bool(EntryKind kind, const char *name)> &entry) const;

    /// For the calls that take names relative to a folder.
    int fd() const { return m_handle.fd(); }
    std::uint64_t device() const { return m_device; }
    std::uint64_t inode() const { return m_inode; }

private:
    FileHandle m_handle;
    std::uint64_t m_device = 0;
    std::uint64_t m_inode = 0;
};

/// The names in one folder in byte order, kept in one piece.
class FolderListing
{
public:
    /// Lists the folder at `path`; none if it cannot be read (errno says why).
    static std::optional<FolderListing> read(const QByteArray &path);

    qsizetype count() const { return qsizetype(m_offsets.size()); }
    EntryKind kind(qsizetype i) const { return EntryKind(m_names.at(m_offsets[size_t(i)])); }
    /// Not a copy: lives as long as the listing does.
    QByteArray name(qsizetype i) const;
    int fd() const { return m_folder.fd(); }
    std::uint64_t device() const { return m_folder.device(); }
    std::uint64_t inode() const { return m_folder.inode(); }

private:
    explicit FolderListing(OpenFolder folder);
    void sort();

    OpenFolder m_folder;
    QByteArray m_names;                   ///< kind, name, NUL; and so on
    std::vector<std::uint32_t> m_offsets; ///< into m_names
};

} // namespace Microfiche
