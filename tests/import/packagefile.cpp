// SPDX-License-Identifier: GPL-3.0-or-later
#include "packagefile.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace Microfiche::Test
{

namespace
{

using Writer = std::unique_ptr<archive, int (*)(archive *)>;
using Header = std::unique_ptr<archive_entry, void (*)(archive_entry *)>;

void choose(archive *writer, PackageFile::Kind kind)
{
    if (kind == PackageFile::Kind::Zip) {
        ::archive_write_set_format_zip(writer);
        return;
    }
    ::archive_write_set_format_pax_restricted(writer);
    switch (kind) {
    case PackageFile::Kind::TarGz: ::archive_write_add_filter_gzip(writer); break;
    case PackageFile::Kind::TarXz: ::archive_write_add_filter_xz(writer); break;
    case PackageFile::Kind::TarZst: ::archive_write_add_filter_zstd(writer); break;
    case PackageFile::Kind::Zip:
    case PackageFile::Kind::Tar: break;
    }
}

void setKind(archive_entry *header, PackageFile::Entry entry, const QByteArray &bytes)
{
    switch (entry) {
    case PackageFile::Entry::File:
        ::archive_entry_set_filetype(header, AE_IFREG);
        ::archive_entry_set_size(header, bytes.size());
        break;
    case PackageFile::Entry::Link:
        ::archive_entry_set_filetype(header, AE_IFLNK);
        ::archive_entry_set_symlink(header, bytes.constData());
        break;
    case PackageFile::Entry::HardLink:
        ::archive_entry_set_filetype(header, AE_IFREG);
        ::archive_entry_set_hardlink(header, bytes.constData());
        break;
    case PackageFile::Entry::Folder: ::archive_entry_set_filetype(header, AE_IFDIR); break;
    case PackageFile::Entry::Pipe: ::archive_entry_set_filetype(header, AE_IFIFO); break;
    case PackageFile::Entry::Device: ::archive_entry_set_filetype(header, AE_IFCHR); break;
    }
}

la_ssize_t append(archive * /*writer*/, void *bytes, const void *block, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(block), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

void PackageFile::add(const QByteArray &name, const QByteArray &bytes, qint64 modifiedAt)
{
    m_parts.append({name, bytes, Entry::File, modifiedAt});
}

void PackageFile::add(const QByteArray &name, Entry entry, const QByteArray &target)
{
    m_parts.append({name, target, entry, 1'700'000'000});
}

QByteArray PackageFile::packed(Kind kind, const QByteArray &password) const
{
    QByteArray bytes;
    const Writer writer(::archive_write_new(), ::archive_write_free);
    choose(writer.get(), kind);
    if (!password.isEmpty()) {
        ::archive_write_set_options(writer.get(), "zip:encryption=traditional");
        ::archive_write_set_passphrase(writer.get(), password.constData());
    }
    ::archive_write_set_bytes_in_last_block(writer.get(), 1);
    ::archive_write_open(writer.get(), &bytes, nullptr, append, nullptr);
    for (const Part &part : m_parts) {
        const Header header(::archive_entry_new(), ::archive_entry_free);
        ::archive_entry_set_pathname(header.get(), part.name.constData());
        ::archive_entry_set_perm(header.get(), 0644);
        ::archive_entry_set_mtime(header.get(), part.modifiedAt, 0);
        setKind(header.get(), part.entry, part.bytes);
        if (::archive_write_header(writer.get(), header.get()) < ARCHIVE_WARN) {
            qFatal("%s: %s", part.name.constData(), ::archive_error_string(writer.get()));
        }
        if (part.entry == Entry::File) {
            ::archive_write_data(writer.get(), part.bytes.constData(), size_t(part.bytes.size()));
        }
    }
    ::archive_write_close(writer.get());
    return bytes;
}

} // namespace Microfiche::Test
