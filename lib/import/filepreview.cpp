// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filepreview.h"

#include "import/filecount_p.h"
#include "import/filereader_p.h"
#include "import/localpath.h"
#include "import/packed/packedfiles_p.h"

#include <QPromise>
#include <QThreadPool>

#include <cstring>
#include <memory>

#include <sys/stat.h>

namespace Microfiche
{

namespace
{

constexpr qint64 TellEvery = 4096; // files

/// Told by the future alone: a count asks a flag whether to go on.
void countFiles(QPromise<DropPreview> &promise, DropPreview preview, const QByteArrayList &paths,
                const QStringList &leftOut)
{
    for (const QByteArray &path : paths) {
        struct stat status = {};
        const bool isThere = ::stat(path.constData(), &status) == 0;
        preview.folders += isThere && S_ISDIR(status.st_mode) ? 1 : 0;
        preview.looseFiles += isThere && S_ISREG(status.st_mode) ? 1 : 0;
    }
    std::atomic<bool> stop = false;
    qint64 told = 0;
    FileCount(paths, leftOut, stop, [&](const char *name, bool isRefused) {
        const auto known = QByteArray::fromRawData(name, qsizetype(std::strlen(name)));
        preview.files += isRefused || hasPictureEnding(known) ? 0 : 1;
        if (preview.files - told >= TellEvery) {
            told = preview.files;
            promise.addResult(preview);
        }
        stop = promise.isCanceled();
    }).run();
    if (!promise.isCanceled()) {
        promise.addResult(preview);
    }
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

QFuture<DropPreview> previewDrop(const QByteArrayList &paths, const QStringList &leftOut)
{
    DropPreview preview;
    for (const QByteArray &path : paths) {
        preview.names.append(nameInPath(path));
    }
    return inBackground<DropPreview>(
        [=](QPromise<DropPreview> &promise) { countFiles(promise, preview, paths, leftOut); });
}

QFuture<QByteArray> fileHead(const QByteArray &path, qint64 limit)
{
    return inBackground<QByteArray>([path, limit](QPromise<QByteArray> &promise) {
        const QByteArray around = fileAround(path);
        promise.addResult(around.isEmpty() ? readHead(path, limit)
                                           : packedHead(around, path, limit));
    });
}

} // namespace Microfiche
