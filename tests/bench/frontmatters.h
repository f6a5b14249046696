// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>

namespace Microfiche::Bench
{

/// Gives `parse` what stands between the lines of dashes of every file in `folder`, one after
/// another. False if a file cannot be read, or `parse` says so.
template <typename Parse>
bool parseFrontMatters(const QString &folder, Parse parse)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const QByteArray bytes = file.readAll();
        if (!bytes.startsWith("---\n")) {
            continue;
        }
        const qsizetype end = bytes.indexOf("\n---", 3);
        if (!parse(bytes.mid(4, end - 3))) {
            return false;
        }
    }
    return true;
}

} // namespace Microfiche::Bench
