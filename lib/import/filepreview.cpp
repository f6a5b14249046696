// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filepreview.h"

#include "import/filereader_p.h"
#include "import/folderwalk_p.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace Microfiche
{

namespace
{

constexpr qint64 TellEvery = 4096; // files

/// Told by the future alone: a walk asks a flag whether to go on.
void countFiles(QPromise<DropPreview> &promise, DropPreview preview, const QStringList &paths,
                const QStringList &leftOut)
{
    QByteArrayList names;
    for (const QString &path : paths) {
        names.append(QFile::encodeName(path));
        const QFileInfo info(path);
        preview.folders += info.isDir() ? 1 : 0;
        preview.looseFiles += info.isFile() ? 1 : 0;
    }
    std::atomic<bool> stop = false;
    FolderWalk walk(names, WalkDepth::Names, stop);
    walk.leaveOut(leftOut);
    qint64 told = 0;
    while (const auto range = walk.next()) {
        for (const WalkedFile &file : range->files) {
            preview.files += file.refusal.isEmpty() && !hasPictureEnding(file.name) ? 1 : 0;
        }
        if (promise.isCanceled()) {
            return;
        }
        if (preview.files - told >= TellEvery) {
            told = preview.files;
            promise.addResult(preview);
        }
    }
    promise.addResult(preview);
}

template <typename Value, typename Work>
QFuture<Value> inBackground(Work work)
{
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    QFuture<Value> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        work(*promise);
        promise->finish();
    });
    return future;
}

} // namespace

QFuture<DropPreview> previewDrop(const QStringList &paths, const QStringList &leftOut)
{
    DropPreview preview;
    for (const QString &path : paths) {
        preview.names.append(path.section(u'/', -1, -1, QString::SectionSkipEmpty));
    }
    return inBackground<DropPreview>(
        [=](QPromise<DropPreview> &promise) { countFiles(promise, preview, paths, leftOut); });
}

QFuture<QByteArray> fileHead(const QByteArray &path, qint64 limit)
{
    return inBackground<QByteArray>(
        [path, limit](QPromise<QByteArray> &promise) { promise.addResult(readHead(path, limit)); });
}

} // namespace Microfiche
