// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownpicture.h"

#include "models/pictureaddress.h"
#include "models/picturestatewords.h"

#include <utility>

namespace Microfiche
{

namespace
{

bool isEnd(const std::optional<PictureStatus> &status)
{
    return status && !status->isReady() && status->state != PictureStatus::State::Loading;
}

} // namespace

ShownPicture::ShownPicture(QObject *parent)
    : QObject(parent)
{
}

ShownPicture::~ShownPicture()
{
    if (m_states) {
        m_states->m_watchers.remove(m_id, this);
    }
}

void ShownPicture::setStates(PictureStates *states)
{
    if (states == m_states) {
        return;
    }
    if (m_states) {
        m_states->m_watchers.remove(m_id, this);
        m_states->disconnect(this);
    }
    m_states = states;
    if (m_states) {
        connect(m_states, &PictureStates::roundChanged, this, &ShownPicture::askAnew);
        connect(m_states, &QObject::destroyed, this, [this] { m_states = nullptr; });
        if (m_id > 0) {
            m_states->m_watchers.insert(m_id, this);
        }
    }
    Q_EMIT statesChanged();
    if (m_id > 0) {
        setStatus(m_states ? m_states->status(m_id) : std::nullopt);
        ask(firstTime());
    }
}

void ShownPicture::setThere(const QString &there)
{
    if (there != m_there) {
        m_there = there;
        Q_EMIT thereChanged();
        look();
    }
}

void ShownPicture::setMissing(double missing)
{
    if (const auto id = qint64(missing); id != m_missing) {
        m_missing = id;
        Q_EMIT missingChanged();
        look();
    }
}

void ShownPicture::setInView(bool isInView)
{
    if (isInView == m_isInView) {
        return;
    }
    m_isInView = isInView;
    Q_EMIT inViewChanged();
    if (m_id > 0 && !isHere()) {
        m_hasEnded = false;
        m_lostId = isInView ? 0 : m_lostId;
        setStatus(isInView && m_states ? m_states->status(m_id) : std::nullopt);
        ask(firstTime());
    }
}

ShownPicture::State ShownPicture::state() const
{
    return m_status ? State(int(m_status->state) + 1) : Unknown;
}

static_assert(int(PictureStatus::State::Failed) + 1 == int(ShownPicture::Failed));

QString ShownPicture::words() const
{
    return m_status ? pictureStateText(*m_status) : QString();
}

/// Another picture, or the same that is there now.
void ShownPicture::look()
{
    const qint64 id = m_there.isEmpty() ? m_missing : pictureIn(m_there);
    if (id != m_id) {
        if (m_states && m_id > 0) {
            m_states->m_watchers.remove(m_id, this);
        }
        m_id = id;
        if (m_states && m_id > 0) {
            m_states->m_watchers.insert(m_id, this);
        }
        m_hasEnded = false;
        if (m_id > 0 && m_id != m_lostId) { // none: its card is being told that it is missing
            m_lostId = 0;
        }
        setStatus(m_states ? m_states->status(m_id) : std::nullopt);
    } else if (!m_source.isEmpty() && !m_hasEnded) {
        return; // it is shown, or on its way
    }
    ask(firstTime());
}

bool ShownPicture::isHere() const
{
    return !isLost() && (!m_there.isEmpty() || (m_status && m_status->isReady()));
}

/// What may have been asked for in vain must not be asked for in the same words.
int ShownPicture::firstTime() const
{
    return m_states && m_there.isEmpty() ? m_states->round() : 0;
}

void ShownPicture::askAnew()
{
    const bool isShown = m_status ? m_status->isReady() : !m_there.isEmpty();
    if ((isShown && !isLost()) || m_id == 0) {
        return;
    }
    m_hasEnded = false;
    m_lostId = 0;
    setStatus(std::nullopt);
    ask(m_states->round());
}

void ShownPicture::ask(int times)
{
    const bool mayBeHad = isHere() || (m_states && m_states->mayAsk() && m_isInView);
    QString source;
    if (m_id > 0 && mayBeHad && !isLost()) {
        source = pictureAddress(m_id, times);
    } else if (m_id > 0 && m_states && m_isInView && !m_status) {
        m_states->lookUp(m_id); // it may have been asked for before
    }
    if (std::exchange(m_source, source) != source) {
        Q_EMIT sourceChanged();
    }
}

void ShownPicture::take(const PictureStatus &status)
{
    const bool hadEnded = m_hasEnded;
    m_hasEnded = hadEnded || isEnd(status);
    setStatus(status);
    if (status.isReady() && (hadEnded || m_source.isEmpty())) {
        m_hasEnded = false; // others have fetched it since
        m_lostId = 0;
        ask(m_states->freshRound());
    }
}

/// It was on its way for somebody else, who does not wait any more.
void ShownPicture::takeCancelled()
{
    if (m_status && m_status->state == PictureStatus::State::Loading) {
        setStatus(std::nullopt);
    }
}

void ShownPicture::takeLost()
{
    m_lostId = m_id;
    m_hasEnded = false;
    setStatus(std::nullopt);
    ask(0);
}

void ShownPicture::setStatus(const std::optional<PictureStatus> &status)
{
    if (status != m_status) {
        m_status = status;
        Q_EMIT stateChanged();
    }
}

} // namespace Microfiche
