// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/packagereader_p.h"

#include "import/droproots_p.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace Microfiche
{

namespace
{

struct PackageWords {
    Q_DECLARE_TR_FUNCTIONS(PackageReader)
};

constexpr size_t PackageBlockBytes = 256 * 1024;
constexpr qsizetype MaxNameBytes = 255;
constexpr qsizetype MaxPathBytes = 4096;

bool isDrive(const QByteArray &name)
{
    return name.size() >= 2 && name.at(1) == ':' &&
           ((name.at(0) >= 'a' && name.at(0) <= 'z') || (name.at(0) >= 'A' && name.at(0) <= 'Z'));
}

/// Of version control, or what desktops leave beside files.
bool isPassedBy(const QByteArray &path)
{
    const QByteArrayList parts = path.split('/');
    return parts.constLast().startsWith("._") || parts.constLast() == ".DS_Store" ||
           std::any_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) {
               return part == "__MACOSX" || isOfVersionControl(part);
           });
}

/// As its bytes are, whatever the locale: libarchive turns only some of them into it.
QByteArray nameOf(archive_entry *entry)
{
    const char *utf8 = ::archive_entry_pathname_utf8(entry);
    return utf8 ? utf8 : ::archive_entry_pathname(entry);
}

QString refusalOf(archive_entry *entry)
{
    if (::archive_entry_hardlink(entry) != nullptr || ::archive_entry_filetype(entry) == AE_IFLNK) {
        return PackageWords::tr("A link. Links in a package are not followed.");
    }
    if (::archive_entry_filetype(entry) != AE_IFREG) {
        return PackageWords::tr("Not a regular file.");
    }
    if (::archive_entry_is_encrypted(entry) != 0) {
        return PackageWords::tr("The package locks this file with a password.");
    }
    return {};
}

PackageEntry entryOf(archive_entry *entry)
{
    PackageEntry found;
    const QByteArray name = nameOf(entry);
    const auto path = packedPath(name);
    if (const auto *refusal = std::get_if<QString>(&path)) {
        found.path = name;
        found.refusal = *refusal;
        return found;
    }
    found.path = std::get<QByteArray>(path);
    found.refusal = refusalOf(entry);
    found.size = std::max<qint64>(0, ::archive_entry_size(entry));
    found.modifiedNs =
        qint64(::archive_entry_mtime(entry)) * 1'000'000'000 + ::archive_entry_mtime_nsec(entry);
    return found;
}

} // namespace

std::variant<QByteArray, QString> packedPath(const QByteArray &name)
{
    if (name.isEmpty()) {
        return PackageWords::tr("The package has a file without a name.");
    }
    QByteArray slashed = name;
    slashed.replace('\\', '/');
    if (slashed.startsWith('/') || isDrive(name) || slashed.split('/').contains("..")) {
        return PackageWords::tr("Its name leads out of the package.");
    }
    QByteArrayList parts = name.split('/');
    parts.removeAll(QByteArray());
    parts.removeAll(".");
    const bool isTooLong = name.size() > MaxPathBytes || parts.size() > MaxFolderDepth ||
                           std::any_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) {
                               return part.size() > MaxNameBytes;
                           });
    if (parts.isEmpty() || isTooLong) {
        return PackageWords::tr("Its name is longer or deeper than that of a file.");
    }
    return parts.join('/');
}

void PackageReader::Free::operator()(archive *reader) const
{
    ::archive_read_free(reader);
}

PackageReader::PackageReader(FileHandle file, const std::atomic<bool> &stop)
    : m_file(std::move(file))
    , m_reader(::archive_read_new())
    , m_stop(&stop)
{
    // What else libarchive reads, and the programs that it would start, are left alone.
    ::archive_read_support_format_zip(m_reader.get());
    ::archive_read_support_format_tar(m_reader.get());
    ::archive_read_support_filter_gzip(m_reader.get());
    ::archive_read_support_filter_xz(m_reader.get());
    ::archive_read_support_filter_zstd(m_reader.get());
}

std::variant<PackageReader, QString> PackageReader::open(const QByteArray &path,
                                                         const std::atomic<bool> &stop)
{
    FileHandle file(
        ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY));
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0) {
        return PackageWords::tr("The package could not be opened: %1.").arg(qt_error_string(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return PackageWords::tr("Not a regular file.");
    }
    PackageReader reader(std::move(file), stop);
    if (::archive_read_open_fd(reader.m_reader.get(), reader.m_file.fd(), PackageBlockBytes) !=
        ARCHIVE_OK) {
        return PackageWords::tr("This is no zip or tar file that can be read.");
    }
    return reader;
}

std::optional<PackageEntry> PackageReader::next()
{
    while (m_problem.isEmpty() && !m_stop->load(std::memory_order_relaxed)) {
        if (m_entries > 0 && !leaveEntry()) {
            return std::nullopt;
        }
        archive_entry *entry = nullptr;
        const int answer = ::archive_read_next_header(m_reader.get(), &entry);
        if (answer == ARCHIVE_EOF) {
            return std::nullopt;
        }
        if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN) {
            fail(PackageWords::tr(
                "The package is damaged: what stands behind here cannot be read."));
            return std::nullopt;
        }
        ++m_entries;
        m_claimed += std::max<qint64>(0, ::archive_entry_size(entry));
        if (m_entries > MaxEntries || m_claimed > MaxUnpackedBytes) {
            fail(PackageWords::tr(
                     "The package holds more than %1 files or %2. The rest was not read.")
                     .arg(QLocale::c().toString(MaxEntries),
                          QLocale::c().formattedDataSize(MaxUnpackedBytes, 0)));
            return std::nullopt;
        }
        if (::archive_entry_filetype(entry) == AE_IFDIR) {
            continue;
        }
        PackageEntry found = entryOf(entry);
        if (!isPassedBy(found.path)) {
            return found;
        }
        ++m_skipped;
    }
    return std::nullopt;
}

/// Where it is packed as one stream, what is left of an entry is unpacked on the way to the next.
bool PackageReader::leaveEntry()
{
    if ((::archive_format(m_reader.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP) {
        ::archive_read_data_skip(m_reader.get());
        return true;
    }
    for (;;) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int answer = ::archive_read_data_block(m_reader.get(), &block, &size, &offset);
        if (answer == ARCHIVE_EOF) {
            return true;
        }
        if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN) {
            fail(PackageWords::tr(
                "The package is damaged: what stands behind here cannot be read."));
            return false;
        }
        if (isBomb() || m_stop->load(std::memory_order_relaxed)) {
            return false;
        }
    }
}

std::optional<QByteArray> PackageReader::read(qint64 limit)
{
    QByteArray bytes;
    while (bytes.size() < limit && m_problem.isEmpty() &&
           !m_stop->load(std::memory_order_relaxed)) {
        const qsizetype had = bytes.size();
        bytes.resize(std::min(limit, had + qsizetype(PackageBlockBytes)));
        const la_ssize_t got =
            ::archive_read_data(m_reader.get(), bytes.data() + had, size_t(bytes.size() - had));
        if (got < 0) {
            return std::nullopt;
        }
        bytes.resize(had + got);
        m_read += got;
        if (got == 0 || isBomb()) {
            break;
        }
    }
    return m_problem.isEmpty() ? std::optional(bytes) : std::nullopt;
}

bool PackageReader::isBomb()
{
    const qint64 packed = ::archive_filter_bytes(m_reader.get(), -1);
    const qint64 unpacked = std::max<qint64>(m_read, ::archive_filter_bytes(m_reader.get(), 0));
    if (unpacked <= AnyRatioBytes || unpacked / MaxRatio <= packed) {
        return false;
    }
    fail(PackageWords::tr(
             "The package unpacks to more than %1 times its size. The rest was not read.")
             .arg(MaxRatio));
    return true;
}

void PackageReader::fail(const QString &problem)
{
    m_problem = problem;
}

} // namespace Microfiche
