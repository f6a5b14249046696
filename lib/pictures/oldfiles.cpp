// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/oldfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace Microfiche
{

QStringList storeParts(const PictureStore &store)
{
    QStringList parts;
    const QStringList names =
        QDir(store.folder()).entryList({QStringLiteral("??")}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (QByteArray::fromHex(name.toLatin1()).size() == 1) {
            parts.append(store.folder() + u'/' + name);
        }
    }
    return parts;
}

OldFiles oldFilesIn(const PictureStore &store, const QString &part, PictureStore::Moment before)
{
    OldFiles old;
    QDirIterator walk(part, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo file = walk.fileInfo();
        const QByteArray hash = QByteArray::fromHex(file.baseName().toLatin1());
        const auto keptAt = PictureStore::writtenAt(file.filePath());
        if (hash.size() != PictureHashLength || !keptAt || *keptAt >= before) {
            continue;
        }
        if (file.filePath() == store.filePath(hash) ||
            file.filePath() == store.thumbnailPath(hash)) {
            old.pictures[hash] += file.size();
        } else if (file.filePath().startsWith(store.filePath(hash) + u'.')) {
            old.unfinished.insert(file.filePath(), file.size());
        }
    }
    return old;
}

} // namespace Microfiche
