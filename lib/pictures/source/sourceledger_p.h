// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picturestore.h"
#include "pictures/source/picturecatalog.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace Microfiche
{

/// What the source has to write: into the catalog, one transaction at a time for all that has come
/// meanwhile, and onto the disk, what is over budget leaving it. What the catalog could not take is
/// offered again with the next, after a while, and at the end. Lives on the source's thread.
class SourceLedger final : public QObject
{
    Q_OBJECT

public:
    SourceLedger(PictureStore store, PictureCatalog &catalog);

    void setBudget(qint64 bytes);
    /// What this session knows better than an answer of the catalog that is on its way.
    CataloguedPicture latest(CataloguedPicture found) const;
    /// `before`: the content that it had until now, if that may be other; its file goes if nobody
    /// else has it.
    void put(const CataloguedPicture &picture, const QByteArray &before = {});
    void noteShown(qint64 id);
    /// Of little weight: what is lost of it is found out when the picture is drawn.
    void noteLikeness(const QByteArray &content, Likeness likeness);
    void forgetCatalog();

    /// Calls `ask` once it is known how much is kept.
    void whenWeighed(const std::function<void()> &ask);
    /// Whether what is not asked for by a card would only drive out something else.
    bool isFull() const;

    using Told = std::function<void(bool isWritten)>;
    /// Calls `then` when the catalog has what is known of this one, or after a try that it does
    /// not.
    void whenWritten(qint64 id, const Told &then);
    /// The same of all.
    void whenAllWritten(const Told &then);
    /// Writes what is left, waiting for nothing.
    void flush();

private:
    void write();
    void wrote(bool isWritten);
    bool isWritten(qint64 id) const;
    void writeShown();
    void writeLikeness();
    void weigh();
    void weighed(const QList<PictureUse> &uses);
    void evict(const QList<QByteArray> &contents);
    void drop(const QByteArray &content);
    qint64 comfortable() const;
    bool isAwaited(const QByteArray &content) const;
    using KeptAt = QHash<QByteArray, PictureStore::Moment>;
    KeptAt keptAt(const QList<QByteArray> &contents) const;
    void remove(QList<QByteArray> contents, const KeptAt &keptAt);

    const PictureStore m_store;
    PictureCatalog &m_catalog;
    QHash<qint64, CataloguedPicture> m_recent; ///< of this session
    QSet<qint64> m_unwritten;
    QSet<qint64> m_beingWritten;
    bool m_isWriting = false;
    QList<std::pair<qint64, Told>> m_awaited;
    QList<Told> m_allAwaited;
    QTimer m_writeAgain;
    QHash<QByteArray, Likeness> m_likeness; ///< to be written
    bool m_isWritingLikeness = false;
    QSet<qint64> m_shown;
    QTimer m_shownTimer;
    qint64 m_budget = DefaultPictureBudget;
    std::optional<qint64> m_used; ///< bytes that may go
    bool m_isTight = false;       ///< something had to go already
    bool m_isWeighing = false;
    QList<std::function<void()>> m_waiting;
    QThreadPool m_disk;
};

} // namespace Microfiche
