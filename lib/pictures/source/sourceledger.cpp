// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/sourceledger_p.h"

#include "async/whenanswered.h"
#include "pictures/pictureformat.h"

#include <QFileInfo>

#include <algorithm>
#include <exception>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qsizetype MostRecent = 4096;
constexpr qsizetype ShownAtOnce = 512;
constexpr std::chrono::seconds ShownDelay{60};
constexpr std::chrono::seconds WriteAgainDelay{30};

} // namespace

SourceLedger::SourceLedger(PictureStore store, PictureCatalog &catalog)
    : m_store(std::move(store))
    , m_catalog(catalog)
    , m_writeAgain(this)
    , m_shownTimer(this)
{
    m_shownTimer.setSingleShot(true);
    m_shownTimer.setInterval(ShownDelay);
    connect(&m_shownTimer, &QTimer::timeout, this, &SourceLedger::writeShown);
    m_writeAgain.setSingleShot(true);
    m_writeAgain.setInterval(WriteAgainDelay);
    connect(&m_writeAgain, &QTimer::timeout, this, &SourceLedger::write);
    m_disk.setMaxThreadCount(1);
}

CataloguedPicture SourceLedger::latest(CataloguedPicture found) const
{
    const auto known = m_recent.constFind(found.id);
    if (known == m_recent.cend()) {
        return found;
    }
    CataloguedPicture latest = *known;
    latest.publishers = found.publishers;
    latest.carried = found.carried;
    return latest;
}

void SourceLedger::put(const CataloguedPicture &picture, const QByteArray &before)
{
    if (m_recent.size() >= MostRecent) {
        m_recent.removeIf([this](const auto &one) { return isWritten(one.key()); });
    }
    const bool isNew =
        !picture.fetched.isEmpty() && m_recent.value(picture.id).fetched != picture.fetched;
    m_recent.insert(picture.id, picture);
    m_unwritten.insert(picture.id);
    if (isNew && m_used) {
        *m_used += picture.bytes;
    }
    write();
    if (!before.isEmpty() && before != picture.fetched) {
        whenWritten(picture.id, [this, before](bool isWritten) {
            if (isWritten) {
                drop(before);
            }
        });
    }
}

bool SourceLedger::isWritten(qint64 id) const
{
    return !m_unwritten.contains(id) && !m_beingWritten.contains(id);
}

void SourceLedger::write()
{
    if (m_isWriting || m_unwritten.isEmpty()) {
        return;
    }
    m_writeAgain.stop();
    QList<CataloguedPicture> pictures;
    for (const qint64 id : std::as_const(m_unwritten)) {
        pictures += m_recent.value(id);
    }
    m_beingWritten = std::exchange(m_unwritten, {});
    m_isWriting = true;
    whenAnswered(
        this, m_catalog.keep(pictures), [this](bool isWritten) { wrote(isWritten); },
        [this] { wrote(false); });
}

void SourceLedger::wrote(bool isWritten)
{
    m_isWriting = false;
    const QSet<qint64> ids = std::exchange(m_beingWritten, {});
    QList<std::pair<qint64, Told>> told;
    for (const auto &one : std::exchange(m_awaited, {})) {
        (ids.contains(one.first) && !m_unwritten.contains(one.first) ? told : m_awaited) += one;
    }
    if (!isWritten) {
        m_unwritten += ids; // as known by now
        m_writeAgain.start();
    } else if (m_used && *m_used > m_budget) {
        weigh(); // the catalog knows of all that came
    }
    for (const auto &[id, then] : std::as_const(told)) {
        then(isWritten);
    }
    // What came meanwhile. What failed is not offered at once again for its own sake.
    const bool isMore = isWritten ? !m_unwritten.isEmpty() : !m_awaited.isEmpty();
    if (isMore) {
        write();
    }
    if (!m_isWriting) {
        for (const Told &then : std::exchange(m_allAwaited, {})) {
            then(m_unwritten.isEmpty());
        }
    }
}

void SourceLedger::whenWritten(qint64 id, const Told &then)
{
    if (isWritten(id)) {
        then(true);
        return;
    }
    m_awaited += {id, then};
    write();
}

void SourceLedger::whenAllWritten(const Told &then)
{
    if (!m_isWriting && m_unwritten.isEmpty()) {
        then(true);
        return;
    }
    m_allAwaited += then;
    write();
}

void SourceLedger::noteLikeness(const QByteArray &content, Likeness likeness)
{
    m_likeness.insert(content, likeness);
    writeLikeness();
}

void SourceLedger::writeLikeness()
{
    if (m_isWritingLikeness || m_likeness.isEmpty()) {
        return;
    }
    m_isWritingLikeness = true;
    const auto goOn = [this] {
        m_isWritingLikeness = false;
        writeLikeness();
    };
    whenAnswered(
        this, m_catalog.keepLikeness(std::exchange(m_likeness, {})), [goOn](bool) { goOn(); },
        goOn);
}

void SourceLedger::noteShown(qint64 id)
{
    m_shown.insert(id);
    if (m_shown.size() >= ShownAtOnce) {
        writeShown();
    } else if (!m_shownTimer.isActive()) {
        m_shownTimer.start();
    }
}

void SourceLedger::writeShown()
{
    m_shownTimer.stop();
    if (!m_shown.isEmpty()) {
        m_catalog.noteShown(std::exchange(m_shown, {}).values());
    }
}

void SourceLedger::forgetCatalog()
{
    m_recent.removeIf([this](const auto &one) { return isWritten(one.key()); });
    m_used.reset();
    m_isTight = false;
}

void SourceLedger::setBudget(qint64 bytes)
{
    const qint64 budget = bytes > 0 ? bytes : DefaultPictureBudget;
    m_isTight = m_isTight && budget <= m_budget;
    m_budget = budget;
    if (m_used && *m_used > m_budget) {
        weigh();
    }
}

/// With a little left, or it would be filled and emptied in turn, and weighed for each picture.
qint64 SourceLedger::comfortable() const
{
    return m_budget - std::min(MaxPictureBytes, m_budget / 100);
}

bool SourceLedger::isFull() const
{
    return m_isTight || (m_used && *m_used >= comfortable());
}

void SourceLedger::whenWeighed(const std::function<void()> &ask)
{
    if (m_used) {
        ask();
        return;
    }
    m_waiting += ask;
    weigh();
}

void SourceLedger::weigh()
{
    if (m_isWeighing) {
        return;
    }
    m_isWeighing = true;
    whenAnswered(
        this, m_catalog.uses(), [this](const QList<PictureUse> &uses) { weighed(uses); },
        [this] { weighed({}); });
}

void SourceLedger::weighed(const QList<PictureUse> &uses)
{
    m_isWeighing = false;
    m_used = 0;
    for (const PictureUse &use : uses) {
        *m_used += use.isToStay ? 0 : use.bytes;
    }
    if (*m_used > m_budget) {
        const QList<QByteArray> contents = overBudget(uses, comfortable());
        const QSet<QByteArray> leaving(contents.begin(), contents.end());
        for (const PictureUse &use : uses) {
            *m_used -= !use.isToStay && leaving.contains(use.content) ? use.bytes : 0;
        }
        evict(contents);
    }
    for (const auto &ask : std::exchange(m_waiting, {})) {
        ask();
    }
}

/// Whether a picture has it that the catalog does not know of yet.
bool SourceLedger::isAwaited(const QByteArray &content) const
{
    return std::any_of(m_recent.keyBegin(), m_recent.keyEnd(), [&](qint64 id) {
        return !isWritten(id) && m_recent.value(id).fetched == content;
    });
}

SourceLedger::KeptAt SourceLedger::keptAt(const QList<QByteArray> &contents) const
{
    KeptAt keptAt;
    for (const QByteArray &content : contents) {
        keptAt.insert(content, m_store.keptAt(content).value_or(0));
    }
    return keptAt;
}

/// What was kept anew since is needed by somebody whom the catalog does not know yet.
void SourceLedger::remove(QList<QByteArray> contents, const KeptAt &keptAt)
{
    contents.removeIf([this](const QByteArray &content) { return isAwaited(content); });
    m_disk.start([store = m_store, contents, keptAt] {
        for (const QByteArray &content : contents) {
            store.removeIfKeptBefore(content, keptAt.value(content) + 1);
        }
    });
}

void SourceLedger::evict(const QList<QByteArray> &contents)
{
    m_isTight = true;
    whenAnswered(
        this, m_catalog.forget(contents),
        [this, contents, keptAt = keptAt(contents)](const QList<QByteArray> &unneeded) {
            m_recent.removeIf([this, &contents](const auto &one) {
                return isWritten(one.key()) && contents.contains(one->fetched);
            });
            if (unneeded.isEmpty()) {
                m_used.reset(); // it may have forgotten none
            }
            remove(unneeded, keptAt);
        },
        [this] { m_used.reset(); });
}

void SourceLedger::drop(const QByteArray &content)
{
    const qint64 bytes = QFileInfo(m_store.filePath(content)).size();
    whenAnswered(this, m_catalog.unnamed({content}),
                 [this, bytes, keptAt = keptAt({content})](const QList<QByteArray> &unnamed) {
                     if (!unnamed.isEmpty() && m_used) {
                         m_used = std::max<qint64>(0, *m_used - bytes);
                     }
                     remove(unnamed, keptAt);
                 });
}

void SourceLedger::flush()
{
    writeShown();
    m_isWritingLikeness = false;
    writeLikeness();
    m_writeAgain.stop();
    m_awaited.clear();
    m_allAwaited.clear();
    m_isWriting = false;
    write();
}

} // namespace Microfiche
