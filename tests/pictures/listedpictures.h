// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturecatalog.h"

#include <QHash>
#include <QPromise>

#include <algorithm>
#include <memory>
#include <mutex>

namespace Microfiche::Test
{

/// A catalog in memory, which can be told to fail and notes what it is asked.
class ListedPictures final : public PictureCatalog
{
public:
    void add(qint64 id, const QUrl &address, const QStringList &publishers = {})
    {
        CataloguedPicture picture;
        picture.id = id;
        picture.address = address.toString(QUrl::FullyEncoded);
        picture.publishers = publishers;
        set(picture);
    }
    void set(const CataloguedPicture &picture)
    {
        const std::lock_guard lock(m_mutex);
        m_pictures.insert(picture.id, picture);
    }
    CataloguedPicture at(qint64 id) const
    {
        const std::lock_guard lock(m_mutex);
        return m_pictures.value(id);
    }
    QList<qint64> shown() const
    {
        const std::lock_guard lock(m_mutex);
        return m_shown;
    }
    void breakDown()
    {
        const std::lock_guard lock(m_mutex);
        m_isBroken = true;
    }

    QFuture<QList<CataloguedPicture>> find(const QList<qint64> &ids) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isBroken) {
            return QtFuture::makeExceptionalFuture<QList<CataloguedPicture>>(
                std::make_exception_ptr(std::runtime_error("damaged")));
        }
        QList<CataloguedPicture> found;
        for (const qint64 id : ids) {
            if (m_pictures.contains(id)) {
                found += m_pictures.value(id);
            }
        }
        return QtFuture::makeReadyFuture(found);
    }
    enum class Keeping { Works, IsRefused, Fails };
    void setKeeping(Keeping keeping)
    {
        const std::lock_guard lock(m_mutex);
        m_keeping = keeping;
    }
    QFuture<bool> keep(const QList<CataloguedPicture> &pictures) override
    {
        const Keeping keeping = [this] {
            const std::lock_guard lock(m_mutex);
            return m_keeping;
        }();
        if (keeping == Keeping::Fails) {
            return QtFuture::makeExceptionalFuture<bool>(
                std::make_exception_ptr(std::runtime_error("damaged")));
        }
        if (keeping == Keeping::IsRefused) {
            return QtFuture::makeReadyFuture(false);
        }
        for (const CataloguedPicture &picture : pictures) {
            set(picture);
        }
        return QtFuture::makeReadyFuture(true);
    }
    QFuture<bool> keepLikeness(const QHash<QByteArray, Likeness> &pictures) override
    {
        const std::lock_guard lock(m_mutex);
        m_likeness.insert(pictures);
        return QtFuture::makeReadyFuture(true);
    }
    QHash<QByteArray, Likeness> likeness() const
    {
        const std::lock_guard lock(m_mutex);
        return m_likeness;
    }
    QFuture<bool> noteShown(const QList<qint64> &ids) override
    {
        const std::lock_guard lock(m_mutex);
        m_shown += ids;
        return QtFuture::makeReadyFuture(true);
    }
    QFuture<QList<PictureUse>> uses() override
    {
        const std::lock_guard lock(m_mutex);
        ++m_usesAsked;
        QList<PictureUse> uses;
        for (const CataloguedPicture &picture : m_pictures) {
            if (!picture.fetched.isEmpty()) {
                uses.append({picture.fetched, picture.bytes, picture.id, false});
            }
        }
        return QtFuture::makeReadyFuture(uses);
    }
    int usesAsked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_usesAsked;
    }
    QFuture<QList<QByteArray>> forget(const QList<QByteArray> &contents) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_isForgettingHeld) {
            m_held = std::make_shared<Held>();
            m_held->contents = contents;
            m_held->promise.start();
            return m_held->promise.future();
        }
        return QtFuture::makeReadyFuture(forgetThem(contents));
    }
    /// From now on it takes until releaseForgetting().
    void holdForgetting()
    {
        const std::lock_guard lock(m_mutex);
        m_isForgettingHeld = true;
    }
    bool isForgetting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_held != nullptr;
    }
    void releaseForgetting()
    {
        const std::lock_guard lock(m_mutex);
        m_isForgettingHeld = false;
        m_held->promise.addResult(forgetThem(m_held->contents));
        m_held->promise.finish();
    }
    QFuture<QList<QByteArray>> unnamed(const QList<QByteArray> &contents) override
    {
        const std::lock_guard lock(m_mutex);
        return QtFuture::makeReadyFuture(unnamedOf(contents));
    }

private:
    struct Held {
        QList<QByteArray> contents;
        QPromise<QList<QByteArray>> promise;
    };

    QList<QByteArray> unnamedOf(QList<QByteArray> contents) const
    {
        contents.removeIf([this](const QByteArray &content) {
            return std::any_of(m_pictures.begin(), m_pictures.end(), [&](const auto &one) {
                return one.fetched == content || one.carried == content;
            });
        });
        return contents;
    }
    QList<QByteArray> forgetThem(const QList<QByteArray> &contents)
    {
        for (CataloguedPicture &picture : m_pictures) {
            if (contents.contains(picture.fetched)) {
                picture.fetched.clear();
                picture.last = {};
            }
        }
        return unnamedOf(contents);
    }

    mutable std::mutex m_mutex;
    QHash<qint64, CataloguedPicture> m_pictures;
    QList<qint64> m_shown;
    QHash<QByteArray, Likeness> m_likeness;
    bool m_isBroken = false;
    int m_usesAsked = 0;
    bool m_isForgettingHeld = false;
    std::shared_ptr<Held> m_held;
    Keeping m_keeping = Keeping::Works;
};

} // namespace Microfiche::Test
