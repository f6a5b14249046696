// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/pictureloader.h"

#include "pictures/newestfirstpool.h"
#include "pictures/picturedecoder.h"
#include "pictures/thumbnailstore.h"

#include <QCache>
#include <QPromise>

#include <atomic>
#include <exception>
#include <mutex>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr int DecodingThreads = 2;
/// Of pictures that wait to be decoded. More would be as much as comes in while they wait.
constexpr qint64 MostBytesAtHand = 16LL * 1024 * 1024;

struct PictureAtSize {
    QByteArray content;
    QSize size;

    friend bool operator==(const PictureAtSize &, const PictureAtSize &) = default;
    friend size_t qHash(const PictureAtSize &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.content, key.size.width(), key.size.height());
    }
};

/// Decoded pictures within a budget of bytes, the least recently used leaving first.
class PictureMemory
{
public:
    explicit PictureMemory(qint64 bytes) { m_images.setMaxCost(bytes); }

    QImage find(const PictureAtSize &key)
    {
        const std::lock_guard lock(m_mutex);
        const QImage *image = m_images.object(key);
        return image ? *image : QImage();
    }

    void insert(const PictureAtSize &key, const QImage &image)
    {
        auto kept = std::make_unique<QImage>(image);
        const std::lock_guard lock(m_mutex);
        m_images.insert(key, kept.release(), image.sizeInBytes()); // the cache owns it
    }

private:
    std::mutex m_mutex;
    QCache<PictureAtSize, QImage> m_images;
};

void deliver(QPromise<LoadedPicture> &promise, LoadedPicture picture)
{
    promise.addResult(std::move(picture));
    promise.finish();
}

} // namespace

class PictureLoader::Private
{
public:
    Private(PictureStore itsStore, qint64 memoryBytes)
        : thumbnails(std::move(itsStore))
        , memory(memoryBytes)
        , pool(DecodingThreads)
    {
    }

    LoadedPicture find(const PictureAtSize &key, const QByteArray &bytes);

    std::atomic<qint64> bytesAtHand = 0;
    std::mutex witnessMutex;
    Witness witness;

    const ThumbnailStore thumbnails;
    PictureMemory memory;
    NewestFirstPool pool; // last, so that its jobs end before what they use
};

LoadedPicture PictureLoader::Private::find(const PictureAtSize &key, const QByteArray &bytes)
{
    if (QImage image = memory.find(key); !image.isNull()) {
        return {image, PictureProblem::None};
    }
    LoadedPicture picture = thumbnails.load(key.content, key.size, bytes);
    if (picture.problem == PictureProblem::None) {
        memory.insert(key, picture.image);
    }
    if (const std::lock_guard lock(witnessMutex); witness && picture.likeness != 0) {
        witness(key.content, picture.likeness);
    }
    return picture;
}

class PictureLoader::LoadJob final : public NewestFirstPool::Job
{
public:
    LoadJob(PictureLoader::Private *loader, PictureAtSize key, const QByteArray &bytes,
            QPromise<LoadedPicture> promise)
        : m_loader(loader)
        , m_key(std::move(key))
        , m_promise(std::move(promise))
    {
        m_loader->bytesAtHand += bytes.size();
        if (m_loader->bytesAtHand <= MostBytesAtHand) {
            m_bytes = bytes;
        } else {
            m_loader->bytesAtHand -= bytes.size();
        }
    }
    ~LoadJob() override { m_loader->bytesAtHand -= m_bytes.size(); }
    Q_DISABLE_COPY_MOVE(LoadJob)

    bool isCancelled() const override { return m_promise.isCanceled(); }

    void run() noexcept override
    {
        LoadedPicture picture;
        try {
            picture = m_loader->find(m_key, m_bytes);
        } catch (const std::exception &) {
            // Out of memory in a decoder costs this picture, not the program.
            picture = {{}, PictureProblem::TooLarge};
        }
        deliver(m_promise, std::move(picture));
    }

    void drop() noexcept override { deliver(m_promise, {{}, PictureProblem::Cancelled}); }

private:
    PictureLoader::Private *m_loader;
    PictureAtSize m_key;
    QByteArray m_bytes; ///< of the original, if they need not be read
    QPromise<LoadedPicture> m_promise;
};

PictureLoader::PictureLoader(PictureStore store, qint64 memoryBytes)
    : d(std::make_unique<Private>(std::move(store), memoryBytes))
{
    limitImageAllocation();
}

PictureLoader::~PictureLoader() = default;

void PictureLoader::setWitness(Witness witness)
{
    const std::lock_guard lock(d->witnessMutex);
    d->witness = std::move(witness);
}

QFuture<LoadedPicture> PictureLoader::load(const QByteArray &content, QSize size,
                                           const QByteArray &bytes)
{
    QPromise<LoadedPicture> promise;
    promise.start();
    QFuture<LoadedPicture> future = promise.future();
    PictureAtSize key{content, size};
    if (QImage image = d->memory.find(key); !image.isNull()) {
        deliver(promise, {image, PictureProblem::None});
    } else {
        d->pool.start(
            std::make_unique<LoadJob>(d.get(), std::move(key), bytes, std::move(promise)));
    }
    return future;
}

} // namespace Microfiche
