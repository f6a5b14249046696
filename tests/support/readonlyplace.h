// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <utility>

#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Microfiche::Test
{

/// Nothing can be written in a folder, or to its files, by this thread and those that it begins,
/// while this lives. Modes do not bind root, who therefore is somebody else meanwhile.
class ReadOnlyPlace final
{
public:
    explicit ReadOnlyPlace(QString folder)
        : m_folder(std::move(folder))
    {
        setModes(0555, 0444);
        if (::geteuid() == 0) {
            ::setfsuid(Nobody);
        }
    }
    ~ReadOnlyPlace()
    {
        ::setfsuid(::geteuid());
        setModes(0755, 0644);
    }
    Q_DISABLE_COPY_MOVE(ReadOnlyPlace)

private:
    static constexpr uid_t Nobody = 65534;

    void setModes(mode_t folder, mode_t file) const
    {
        for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
            ::chmod(QFile::encodeName(m_folder + u'/' + name).constData(), file);
        }
        ::chmod(QFile::encodeName(m_folder).constData(), folder);
    }

    QString m_folder;
};

} // namespace Microfiche::Test
