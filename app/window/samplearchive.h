// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace Microfiche
{

/// The sample archive and its files, laid out in a folder that goes when this goes: an import
/// reads folders, and the sample comes inside the program.
class SampleFiles final
{
public:
    /// Writes the files: not for the interface thread, nor is the end of it.
    SampleFiles();

    /// Empty if the folder could not be written.
    QString folder() const;
    /// Where the archive made of them goes: it ends with them.
    QString archivePath() const;
    static int count(); ///< of its article files
    /// Its pictures, without the providers' logos, as addresses of our own resources.
    static QList<QUrl> pictures();

private:
    QTemporaryDir m_folder;
    bool m_isWhole;
};

} // namespace Microfiche
