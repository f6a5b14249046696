// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturetask.h"

#include "archive/archivepictures.h"
#include "async/whenanswered.h"
#include "models/numbers.h"
#include "models/picturesettings.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Microfiche
{

static_assert(int(PictureTask::NotKept) == int(PictureDownload::State::NotKept));
static_assert(int(PictureTask::Finished) == int(PictureDownload::State::Finished));

namespace
{

QString diskText(DiskProblem problem)
{
    switch (problem) {
    case DiskProblem::Catalog: return PictureTask::tr("The archive cannot be written to.");
    case DiskProblem::Full: return PictureTask::tr("The disk is full.");
    case DiskProblem::ReadOnly: return PictureTask::tr("The disk cannot be written to.");
    case DiskProblem::NotAllowed:
        return PictureTask::tr("Nothing may be written to the folder of the pictures.");
    case DiskProblem::None:
    case DiskProblem::Other: break;
    }
    return PictureTask::tr("The disk cannot keep the pictures.");
}

} // namespace

PictureTask::PictureTask(PictureSettings &settings, PictureSource &source, PictureCatalog &catalog,
                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_source(source)
    , m_download(source, catalog)
{
    connect(&m_download, &PictureDownload::progressed, this, [this] {
        m_rate.add(m_clock.elapsed(), qint64(done()));
        Q_EMIT changed();
    });
    connect(&m_download, &PictureDownload::stateChanged, this, &PictureTask::hear);
    connect(&m_settings, &PictureSettings::counted, this, &PictureTask::takeCount);
    connect(&m_settings, &PictureSettings::notCounted, this, [this] {
        if (std::exchange(m_wanted, Wanted::Nothing) != Wanted::Nothing) {
            dismiss(); // the settings say why there is nothing more
        }
    });
    connect(&m_settings, &PictureSettings::policyChanged, this, [this] {
        if (state() == Offline && !m_settings.isOffline()) {
            m_download.resume();
        }
        goOn();
    });
}

int PictureTask::secondsLeft() const
{
    return m_rate.secondsFor(progress().all - progress().done()).value_or(-1);
}

double PictureTask::fraction() const
{
    return progress().all > 0 ? done() / all() : 0;
}

QString PictureTask::doneText() const
{
    //: "1,204 of 5,621 pictures"
    return tr("%1 of %Ln picture(s)", nullptr, int(all())).arg(countText(qint64(done())));
}

QString PictureTask::paceText() const
{
    if (state() == Paused) {
        return tr("Paused");
    }
    if (state() == Offline) {
        return tr("Offline. Goes on when you are online.");
    }
    if (state() != Running) {
        return {};
    }
    if (const auto wait = m_download.waitedFor()) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait->left).count();
        //: %1: a server that has failed, or that asks for patience; then for how long
        return tr("Waiting for %1, %2").arg(wait->host, durationText(int(seconds)));
    }
    QStringList parts;
    if (const auto rate = std::lround(perSecond()); rate > 0) {
        //: How many pictures: "12 a second"
        parts << tr("%1 a second").arg(countText(rate));
    }
    if (secondsLeft() >= 0) {
        //: How long loading pictures still takes: "about 5 seconds left"
        parts << tr("%1 left").arg(durationText(std::max(1, secondsLeft())));
    }
    return parts.join(QStringLiteral(", "));
}

PictureLosses PictureTask::losses() const
{
    PictureLosses losses = lossesOf(progress());
    losses.add(m_lostBefore);
    return losses;
}

bool PictureTask::isEndPassing() const
{
    return state() == Cancelled || (state() == Finished && losses().all() == 0);
}

bool PictureTask::canRetry() const
{
    return state() == NotKept || (state() == Finished && losses().mayComeYet());
}

bool PictureTask::isLocalRefused() const
{
    return losses().reasons.value(PictureReason::LocalNetwork) > 0;
}

QString PictureTask::endText() const
{
    if (m_isDismissed) {
        return {};
    }
    if (state() == Cancelled) {
        //: %1: how far it was: "12 of 40 pictures"
        return tr("Cancelled at %1").arg(doneText());
    }
    if (state() == Full) {
        const auto left = int(all() - loaded());
        return tr("The space for pictures is full. %Ln picture(s) are not loaded.", nullptr, left);
    }
    if (state() == NotKept) {
        const auto left = int(all() - loaded());
        //: "The disk is full. 12 pictures are not loaded."
        return tr("%1 %Ln picture(s) are not loaded.", nullptr, left)
            .arg(diskText(m_download.diskProblem()));
    }
    if (state() != Finished) {
        return {};
    }
    QStringList sentences;
    if (const PictureLosses lost = losses(); lost.all() > 0) {
        //: "61 pictures could not be loaded: gone from the server"
        sentences << tr("%Ln picture(s) could not be loaded: %1", nullptr, int(lost.all()))
                         .arg(lossesText(lost));
    } else if (loaded() > 0) {
        sentences << tr("%Ln picture(s) loaded", nullptr, int(loaded()));
    }
    if (!m_asked.isEmpty()) {
        sentences << m_asked;
    }
    return sentences.join(QStringLiteral(". "));
}

void PictureTask::dismiss()
{
    m_isDismissed = true;
    Q_EMIT changed();
}

void PictureTask::start()
{
    m_hasLooked = true; // what is left is part of it, and is counted first
    if (m_settings.mode() == PictureSettings::Never) {
        m_settings.choose(PictureSettings::All);
    }
    m_settings.setLoading(QString());
    const auto count = [this, start = ++m_start] {
        if (start == m_start) {
            countFor(Wanted::Missing);
        }
    };
    whenAnswered(
        this, m_source.forgetLost(), [count](int) { count(); }, count);
}

/// What is there may have changed.
void PictureTask::countFor(Wanted wanted)
{
    m_wanted = wanted;
    m_settings.count();
}

void PictureTask::retry()
{
    if (state() == NotKept) {
        start();
        return;
    }
    // What came last may not be written yet, and so is not counted.
    const auto count = [this](bool) { countFor(Wanted::Retry); };
    whenAnswered(this, m_source.written(), count, [count] { count(false); });
}

void PictureTask::takeCount()
{
    const Wanted wanted =
        m_settings.isCounted() && !isActive() ? m_wanted : Wanted::Nothing; // else it waits
    if (wanted == Wanted::Nothing) {
        goOn();
        return;
    }
    m_wanted = Wanted::Nothing;
    begin(wanted);
}

/// Begins what was under way when the program ended.
void PictureTask::goOn()
{
    if (m_hasLooked || !m_settings.isCounted() || isActive() || !m_settings.policy().loading) {
        return;
    }
    begin(Wanted::Missing, m_settings.policy().isLoadingPaused ? PictureDownload::Begin::Paused
                                                               : PictureDownload::Begin::AtOnce);
}

/// With what was counted a moment ago.
void PictureTask::begin(Wanted wanted, PictureDownload::Begin how)
{
    const PictureSurvey &survey = m_settings.survey();
    const PicturePolicy &policy = m_settings.policy();
    const bool isRetry = wanted == Wanted::Retry;
    m_hasLooked = true;
    m_isDismissed = false;
    m_begun = wanted;
    m_lostBefore = isRetry ? PictureLosses() : lostForGoodOf(survey);
    m_asked = Microfiche::askedText(survey, policy);
    m_rate = {};
    m_clock.start();
    PictureDownload::MayAsk mayAsk;
    if (!m_asked.isEmpty()) {
        mayAsk = [rule = fetchPolicyOf(policy)](const CataloguedPicture &picture) {
            return mayBeAsked(rule, picture);
        };
    }
    m_download.start(isRetry ? survey.failed + survey.lost : survey.missing + survey.failed,
                     isRetry ? PictureSource::Ask::Again : PictureSource::Ask::IfAbsent, how,
                     mayAsk);
}

void PictureTask::pause()
{
    m_download.pause();
    notePaused(state() == Paused);
}

void PictureTask::resume()
{
    m_download.resume();
    notePaused(false);
}

void PictureTask::notePaused(bool isPaused)
{
    if (const auto loading = m_settings.policy().loading) { // nothing else outlives a restart
        m_settings.setLoading(loading, isPaused);
    }
}

void PictureTask::cancel()
{
    ++m_start; // one that has not begun yet does not
    m_wanted = Wanted::Nothing;
    if (!isActive()) {
        m_settings.setLoading(std::nullopt);
    }
    m_download.cancel();
}

void PictureTask::undoCancel()
{
    if (state() == Cancelled) {
        m_begun == Wanted::Retry ? retry() : start();
    }
}

void PictureTask::hear()
{
    const State now = state();
    if (now == Offline && !m_settings.isOffline()) {
        m_download.resume(); // the answer is from before it was online again
        return;
    }
    Q_EMIT changed();
    if (now == Full || now == NotKept || now == Cancelled || now == Finished) {
        m_settings.setLoading(std::nullopt);
        whenAnswered(this, m_source.written(), [this](bool) { m_settings.count(); });
    }
}

} // namespace Microfiche
