// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace Microfiche::Test
{

using namespace Qt::StringLiterals;

SourceFile makeSource(const QString &path, const QString &text)
{
    // An address in a string has no space before its slashes.
    static const QRegularExpression cppComment(uR"((^|\s)//.*$)"_s);
    static const QRegularExpression cmakeComment(u"(^|\\s)#.*$"_s);
    const QRegularExpression &comment =
        path.endsWith(u"CMakeLists.txt") ? cmakeComment : cppComment;
    SourceFile file{path, text.split(u'\n'), {}};
    if (file.lines.last().isEmpty()) {
        file.lines.removeLast();
    }
    for (QString line : std::as_const(file.lines)) {
        file.code << line.remove(comment);
    }
    return file;
}

QList<SourceFile> readSources(const QString &root, const QStringList &folders)
{
    const QDir top(root);
    const QStringList names{u"*.cpp"_s, u"*.h"_s, u"*.qml"_s, u"CMakeLists.txt"_s};
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(top.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            paths << files.next();
        }
    }
    std::sort(paths.begin(), paths.end());
    QList<SourceFile> sources;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            sources << makeSource(top.relativeFilePath(path), QString::fromUtf8(file.readAll()));
        }
    }
    return sources;
}

} // namespace Microfiche::Test
