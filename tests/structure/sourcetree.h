// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Microfiche::Test
{

/// A file of the program as it is read by a rule.
struct SourceFile {
    QString path;      ///< from the root of the tree
    QStringList lines; ///< as they stand
    QStringList code;  ///< without comments that run to the end of a line
};

SourceFile makeSource(const QString &path, const QString &text);

/// The C++, QML and CMake files below `folders` of `root`, by path.
QList<SourceFile> readSources(const QString &root, const QStringList &folders);

} // namespace Microfiche::Test
