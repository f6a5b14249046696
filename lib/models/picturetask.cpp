// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturetask.h"

#include "models/picturesettings.h"

namespace Microfiche
{

static_assert(int(PictureTask::Finished) == int(PictureDownload::State::Finished));

PictureTask::PictureTask(PictureSettings &settings, PictureSource &source, PictureCatalog &catalog,
                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_download(source, catalog)
{
    connect(&m_download, &PictureDownload::progressed, this, [this] {
        m_rate.add(m_clock.elapsed(), progress().done());
        Q_EMIT changed();
    });
    connect(&m_download, &PictureDownload::stateChanged, this, &PictureTask::hear);
    connect(&m_settings, &PictureSettings::counted, this, &PictureTask::goOn);
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

void PictureTask::start()
{
    if (m_settings.mode() == PictureSettings::Never) {
        m_settings.setMode(PictureSettings::All);
    }
    m_settings.setLoading(QString());
    m_isWanted = true;
    m_settings.count(); // what is there may have changed
}

void PictureTask::retry()
{
    const PictureSurvey &survey = m_settings.survey();
    begin(survey.failed + survey.lost, PictureSource::Ask::Again);
}

/// Begins what was wanted before the program ended, or before it was counted.
void PictureTask::goOn()
{
    if (!m_settings.isCounted() || isActive()) {
        return;
    }
    const bool isLeft = !m_hasLooked && m_settings.policy().loading.has_value();
    m_hasLooked = m_hasLooked || isLeft;
    if (m_isWanted || isLeft) {
        m_isWanted = false;
        begin(m_settings.survey().missing + m_settings.survey().failed,
              PictureSource::Ask::IfAbsent);
    }
}

void PictureTask::begin(const QList<qint64> &ids, PictureSource::Ask ask)
{
    m_hasLooked = true;
    m_rate = {};
    m_clock.start();
    m_download.start(ids, ask);
}

void PictureTask::cancel()
{
    m_isWanted = false;
    m_download.cancel();
}

void PictureTask::hear()
{
    const State now = state();
    Q_EMIT changed();
    if (now == Full || now == Cancelled || now == Finished) {
        m_settings.setLoading(std::nullopt);
        m_settings.count();
    }
}

} // namespace Microfiche
