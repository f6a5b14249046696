// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Microfiche::Test
{

/// A zip or tar file to be, whatever stands in it.
class PackageFile final
{
public:
    enum class Kind { Zip, Tar, TarGz, TarXz, TarZst };
    enum class Entry { File, Link, HardLink, Folder, Pipe, Device };

    void add(const QByteArray &name, const QByteArray &bytes, qint64 modifiedAt = 1'700'000'000);
    /// One that is no file; `target` is what a link leads to.
    void add(const QByteArray &name, Entry entry, const QByteArray &target = {});

    /// Its bytes. With a password, files are locked (zip alone).
    QByteArray packed(Kind kind, const QByteArray &password = {}) const;

private:
    struct Part {
        QByteArray name;
        QByteArray bytes;
        Entry entry = Entry::File;
        qint64 modifiedAt = 0;
    };
    QList<Part> m_parts;
};

} // namespace Microfiche::Test
