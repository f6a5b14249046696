// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturetask.h"

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
        m_rate.add(m_clock.elapsed(), progress().done());
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
    return tr("%1 of %Ln picture(s)", nullptr, int(progress().all))
        .arg(countText(progress().done()));
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

QString PictureTask::endText() const
{
    if (m_isDismissed) {
        return {};
    }
    if (state() == Full) {
        const auto left = int(progress().all - progress().loaded);
        return tr("The space for pictures is full. %Ln picture(s) are not loaded.", nullptr, left);
    }
    if (state() == NotKept) {
        const auto left = int(progress().all - progress().loaded);
        //: "The disk is full. 12 pictures are not loaded."
        return tr("%1 %Ln picture(s) are not loaded.", nullptr, left)
            .arg(diskText(m_download.diskProblem()));
    }
    const auto lost = int(progress().failed + progress().gone + progress().refused);
    return state() == Finished && lost > 0 ? tr("%Ln picture(s) could not be loaded", nullptr, lost)
                                           : QString();
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
    const PictureSurvey &survey = m_settings.survey();
    if (wanted == Wanted::Retry) {
        begin(survey.failed + survey.lost, PictureSource::Ask::Again);
    } else {
        begin(survey.missing + survey.failed, PictureSource::Ask::IfAbsent);
    }
}

/// Begins what was under way when the program ended.
void PictureTask::goOn()
{
    if (m_hasLooked || !m_settings.isCounted() || isActive() || !m_settings.policy().loading) {
        return;
    }
    begin(m_settings.survey().missing + m_settings.survey().failed, PictureSource::Ask::IfAbsent,
          m_settings.policy().isLoadingPaused ? PictureDownload::Begin::Paused
                                              : PictureDownload::Begin::AtOnce);
}

void PictureTask::begin(const QList<qint64> &ids, PictureSource::Ask ask,
                        PictureDownload::Begin how)
{
    m_hasLooked = true;
    m_isDismissed = false;
    m_rate = {};
    m_clock.start();
    m_download.start(ids, ask, how);
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
