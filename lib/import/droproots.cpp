// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/droproots_p.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <utility>

#include <sys/stat.h>

namespace Microfiche
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FolderWalk)
};

struct Free {
    void operator()(char *text) const { std::free(text); } // NOLINT: realpath() uses malloc()
};

bool liesIn(const QByteArray &path, const QByteArray &folder)
{
    return path.size() > folder.size() && path.startsWith(folder) &&
           (folder.endsWith('/') || path.at(folder.size()) == '/');
}

DropRoot resolve(const QByteArray &path)
{
    DropRoot root;
    const std::unique_ptr<char, Free> real(::realpath(path.constData(), nullptr));
    struct stat status = {};
    if (!real || ::stat(real.get(), &status) != 0) {
        root.refusal = errno == ENOENT || errno == ENOTDIR
                           ? Words::tr("There is no such file or folder.")
                           : qt_error_string(errno);
        root.path =
            path.startsWith('/') ? path : QFile::encodeName(QDir::currentPath()) + '/' + path;
        while (root.path.size() > 1 && root.path.endsWith('/')) {
            root.path.chop(1);
        }
    } else {
        root.path = real.get();
    }
    if (real && S_ISDIR(status.st_mode)) {
        root.folder = root.path == "/" ? QByteArray() : root.path;
        root.path = root.folder;
    } else {
        splitPath(root.path, &root.folder, &root.name);
    }
    return root;
}

} // namespace

QList<DropRoot> dropRoots(const QByteArrayList &paths)
{
    QList<DropRoot> roots;
    for (const QByteArray &path : paths) {
        if (!path.isEmpty()) {
            roots.append(resolve(path));
        }
    }
    std::sort(roots.begin(), roots.end(),
              [](const DropRoot &a, const DropRoot &b) { return a.path < b.path; });
    QList<DropRoot> apart;
    QByteArrayList folders;
    for (const DropRoot &root : std::as_const(roots)) {
        const bool isCovered =
            root.refusal.isEmpty() &&
            std::any_of(folders.cbegin(), folders.cend(),
                        [&](const QByteArray &folder) { return liesIn(root.path, folder); });
        if (isCovered || (!apart.isEmpty() && apart.constLast().path == root.path)) {
            continue;
        }
        if (root.name.isEmpty()) {
            folders.append(root.path);
        }
        apart.append(root);
    }
    return apart;
}

LeftOut::LeftOut(const QStringList &paths)
{
    for (const QString &path : paths) {
        // Only real paths are gone through; what is not there yet has a folder at least.
        const QFileInfo info(path);
        const QString real = info.canonicalFilePath();
        const QByteArray known = QFile::encodeName(
            real.isEmpty() ? QFileInfo(info.path()).canonicalFilePath() + u'/' + info.fileName()
                           : real);
        QByteArray folder;
        QByteArray name;
        splitPath(known, &folder, &name);
        m_names[folder].insert(name);
    }
}

bool isOfVersionControl(const QByteArray &name)
{
    return name == ".git" || name == ".hg" || name == ".svn";
}

void splitPath(const QByteArray &path, QByteArray *folder, QByteArray *name)
{
    const qsizetype slash = path.lastIndexOf('/');
    *folder = slash < 0 ? QByteArray() : path.left(slash);
    *name = path.mid(slash + 1);
}

} // namespace Microfiche
