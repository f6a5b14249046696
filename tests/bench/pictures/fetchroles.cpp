// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchroles.h"

#include "bareget.h"
#include "barethumbnail.h"
#include "fetchsetting.h"
#include "listedpictures.h"
#include "pictures/source/picturesource.h"
#include "servedpictures.h"
#include "stopwatch.h"
#include "thumbnailroles.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace Microfiche::Bench
{

namespace
{

constexpr std::size_t MostWaiting = 8;

/// Pictures on their way from those who fetch to those who make them small.
class Handover
{
public:
    void put(const QByteArray &bytes)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < MostWaiting; });
        m_waiting.push_back(bytes);
        m_changed.notify_all();
    }
    /// Empty after end(), once all are taken.
    QByteArray take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isEnded || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return {};
        }
        const QByteArray bytes = m_waiting.front();
        m_waiting.pop_front();
        m_changed.notify_all();
        return bytes;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_isEnded = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_waiting;
    bool m_isEnded = false;
};

bool keep(const QByteArray &bytes, const QString &path)
{
    QFile file(path);
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

bool fetchPictures(const Served &served, QSize size)
{
    const QList<QByteArray> contents = contentsOf(PictureStore(served.folder));
    Test::ListedPictures catalog;
    for (int i = 0; i < contents.size(); ++i) {
        catalog.add(i + 1, servedUrl(contents.at(i), i, served.port));
    }
    const PictureStore store(served.into);
    PictureLoader loader(store);
    const auto resolver = std::make_shared<Test::ScriptedResolver>();
    const FetchSettings settings = Test::localSettings(resolver);
    PictureSource source(store, loader, catalog, {.fetch = {.fetch = settings}});
    source.setPolicy({FetchPolicy::Mode::All, {}, {}});
    bool isWell = true;
    const Stopwatch watch;
    QList<QFuture<SourcedPicture>> futures;
    for (int i = 0; i < contents.size(); ++i) {
        futures += source.load(i + 1, size);
    }
    for (QFuture<SourcedPicture> &future : futures) {
        isWell = isWell && !future.takeResult().image.isNull();
    }
    return isWell;
}

bool fetchBarePictures(const Served &served, QSize size)
{
    const QList<QByteArray> contents = contentsOf(PictureStore(served.folder));
    QDir().mkpath(served.into);
    Handover handover;
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> isWell = true;
    const auto fetch = [&] {
        BareGet connection(served.port);
        for (qsizetype i = next++; i < contents.size(); i = next++) {
            const QByteArray bytes =
                connection.get(servedPath(contents.at(i)), ServedHosts.front().toLatin1());
            const QString name = QString::fromLatin1(contents.at(i).toHex());
            if (!keep(bytes, served.into + u'/' + name)) {
                isWell = false;
            }
            handover.put(bytes);
        }
    };
    const auto decode = [&] {
        for (QByteArray bytes = handover.take(); !bytes.isEmpty(); bytes = handover.take()) {
            if (bareThumbnail(bytes, size).isNull()) {
                isWell = false;
            }
        }
    };
    const Stopwatch watch;
    std::vector<std::thread> fetching;
    std::vector<std::thread> decoding;
    for (std::size_t i = 0; i < ServedHosts.size(); ++i) {
        fetching.emplace_back(fetch);
    }
    for (int i = 0; i < DecodingThreads; ++i) {
        decoding.emplace_back(decode);
    }
    for (std::thread &thread : fetching) {
        thread.join();
    }
    handover.end();
    for (std::thread &thread : decoding) {
        thread.join();
    }
    return isWell;
}

} // namespace Microfiche::Bench
