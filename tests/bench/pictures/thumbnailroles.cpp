// SPDX-License-Identifier: GPL-3.0-or-later
#include "thumbnailroles.h"

#include "barethumbnail.h"
#include "pictures/pictureloader.h"
#include "servedpictures.h"
#include "stopwatch.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <thread>
#include <vector>

namespace Microfiche::Bench
{

namespace
{

constexpr double Megabyte = 1e6;

void tellWeights(const PictureStore &store)
{
    double originals = 0;
    double kept = 0;
    for (const PictureEntry &entry : store.list()) {
        originals += double(entry.bytes) / Megabyte;
        kept += double(entry.thumbnailBytes) / Megabyte;
    }
    tell("originals", originals);
    tell("kept", kept);
}

} // namespace

bool makeThumbnails(const QString &folder, QSize size)
{
    const PictureStore store(folder);
    const QList<QByteArray> contents = contentsOf(store);
    putThumbnailsAside(folder);
    bool isWell = true;
    {
        PictureLoader loader(store);
        const Stopwatch watch;
        QList<QFuture<LoadedPicture>> futures;
        for (const QByteArray &content : contents) {
            futures += loader.load(content, size);
        }
        for (QFuture<LoadedPicture> &future : futures) {
            isWell = isWell && !future.takeResult().image.isNull();
        }
    }
    tellWeights(store);
    return isWell;
}

bool makeBareThumbnails(const QString &folder, QSize size)
{
    const PictureStore store(folder);
    const QList<QByteArray> contents = contentsOf(store);
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> isWell = true;
    const auto work = [&] {
        for (qsizetype i = next++; i < contents.size(); i = next++) {
            QFile file(store.filePath(contents.at(i)));
            if (!file.open(QIODevice::ReadOnly) || bareThumbnail(file.readAll(), size).isNull()) {
                isWell = false;
            }
        }
    };
    {
        const Stopwatch watch;
        std::vector<std::thread> threads;
        for (int i = 0; i < DecodingThreads; ++i) {
            threads.emplace_back(work);
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
    }
    return isWell;
}

// Renamed and not removed: file systems are slow to make files where many were just deleted.
void putThumbnailsAside(const QString &folder)
{
    const PictureStore store(folder);
    int number = 0;
    QString aside;
    do {
        aside = folder + QStringLiteral("-aside-%1").arg(++number);
    } while (QDir(aside).exists());
    QDir().mkpath(aside);
    for (const QByteArray &content : contentsOf(store)) {
        QFile::rename(store.thumbnailPath(content),
                      aside + u'/' + QString::fromLatin1(content.toHex()));
    }
}

} // namespace Microfiche::Bench
