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

/// The bytes of an original, for as long as there are few of them in memory.
class BytesAtHand final
{
public:
    BytesAtHand(std::atomic<qint64> &all, const QByteArray &bytes)
        : m_all(all)
    {
        if ((m_all += bytes.size()) <= MostBytesAtHand) {
            m_bytes = bytes;
        } else {
            m_all -= bytes.size();
        }
    }
    ~BytesAtHand() { m_all -= m_bytes.size(); }
    Q_DISABLE_COPY_MOVE(BytesAtHand)

    const QByteArray &bytes() const { return m_bytes; } ///< empty if they are to be read

private:
    std::atomic<qint64> &m_all;
    QByteArray m_bytes;
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
        , m_atHand(loader->bytesAtHand, bytes)
        , m_promise(std::move(promise))
    {
    }

    bool isCancelled() const override { return m_promise.isCanceled(); }

    void run() noexcept override
    {
        LoadedPicture picture;
        try {
            picture = m_loader->find(m_key, m_atHand.bytes());
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
    BytesAtHand m_atHand;
    QPromise<LoadedPicture> m_promise;
};

class PictureLoader::PrepareJob final : public NewestFirstPool::Job
{
public:
    PrepareJob(PictureLoader::Private *loader, QByteArray content, const QByteArray &bytes,
               QPromise<Likeness> promise)
        : m_loader(loader)
        , m_content(std::move(content))
        , m_atHand(loader->bytesAtHand, bytes)
        , m_promise(std::move(promise))
    {
    }

    bool isCancelled() const override { return m_promise.isCanceled(); }

    void run() noexcept override
    {
        Likeness likeness = 0;
        try {
            likeness = m_loader->thumbnails.prepare(m_content, m_atHand.bytes());
        } catch (const std::exception &) {
            likeness = 0; // as of LoadJob
        }
        m_promise.addResult(likeness);
        m_promise.finish();
    }

    void drop() noexcept override
    {
        m_promise.addResult(Likeness(0));
        m_promise.finish();
    }

private:
    PictureLoader::Private *m_loader;
    QByteArray m_content;
    BytesAtHand m_atHand;
    QPromise<Likeness> m_promise;
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

QFuture<Likeness> PictureLoader::prepare(const QByteArray &content, const QByteArray &bytes)
{
    QPromise<Likeness> promise;
    promise.start();
    QFuture<Likeness> future = promise.future();
    d->pool.startLast(std::make_unique<PrepareJob>(d.get(), content, bytes, std::move(promise)));
    return future;
}

} // namespace Microfiche
