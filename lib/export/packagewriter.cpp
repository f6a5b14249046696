// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/packagewriter_p.h"

#include <archive.h>
#include <archive_entry.h>

namespace Microfiche
{

namespace
{

using Header = std::unique_ptr<archive_entry, void (*)(archive_entry *)>;

la_ssize_t append(archive *writer, void *file, const void *block, size_t size)
{
    auto *target = static_cast<QSaveFile *>(file);
    const qint64 written = target->write(static_cast<const char *>(block), qint64(size));
    if (written < 0) {
        ::archive_set_error(writer, EIO, "%s", qUtf8Printable(target->errorString()));
    }
    return la_ssize_t(written);
}

} // namespace

void PackageWriter::Free::operator()(archive *writer) const
{
    ::archive_write_free(writer);
}

PackageWriter::PackageWriter(const QString &path)
    : m_file(path)
    , m_writer(::archive_write_new())
{
    m_file.setDirectWriteFallback(false);
    if (!m_file.open(QIODevice::WriteOnly)) {
        m_problem = m_file.errorString();
        return;
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ::archive_write_set_format_pax_restricted(m_writer.get());
    // Zeros behind the end, as tapes want them, are no zstd.
    ::archive_write_set_bytes_in_last_block(m_writer.get(), 1);
    if (::archive_write_add_filter_zstd(m_writer.get()) != ARCHIVE_OK ||
        ::archive_write_open(m_writer.get(), &m_file, nullptr, append, nullptr) != ARCHIVE_OK) {
        fail();
    }
}

PackageWriter::~PackageWriter() = default;

bool PackageWriter::add(const QByteArray &name, const QByteArray &bytes, qint64 modifiedAt)
{
    if (!m_problem.isEmpty()) {
        return false;
    }
    const Header header(::archive_entry_new(), ::archive_entry_free);
    ::archive_entry_set_pathname_utf8(header.get(), name.constData());
    ::archive_entry_set_filetype(header.get(), AE_IFREG);
    ::archive_entry_set_perm(header.get(), 0644);
    ::archive_entry_set_mtime(header.get(), modifiedAt, 0);
    ::archive_entry_set_size(header.get(), bytes.size());
    return (::archive_write_header(m_writer.get(), header.get()) == ARCHIVE_OK &&
            ::archive_write_data(m_writer.get(), bytes.constData(), size_t(bytes.size())) ==
                bytes.size()) ||
           fail();
}

bool PackageWriter::commit()
{
    if (!m_problem.isEmpty()) {
        return false;
    }
    if (::archive_write_close(m_writer.get()) != ARCHIVE_OK) {
        return fail();
    }
    if (!m_file.commit()) {
        m_problem = m_file.errorString();
    }
    return m_problem.isEmpty();
}

bool PackageWriter::fail()
{
    const char *said = ::archive_error_string(m_writer.get());
    m_problem = said ? QString::fromLocal8Bit(said) : m_file.errorString();
    return false;
}

} // namespace Microfiche
