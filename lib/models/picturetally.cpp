// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturetally.h"

namespace Microfiche
{

namespace
{
/// A count that began after one that began after it arrived knows of it, or it is gone again.
constexpr int CountsToKnow = 2;
} // namespace

void PictureTally::beginCount()
{
    for (int &counts : m_arrived) {
        ++counts;
    }
}

void PictureTally::setSurvey(const PictureSurvey &survey)
{
    m_survey = survey;
    m_arrived.removeIf([this](const auto &entry) {
        return entry.value() >= CountsToKnow ||
               m_survey.stateOf(entry.key()) == PictureState::Fetched;
    });
    sum();
}

void PictureTally::add(const QSet<qint64> &arrived)
{
    for (const qint64 picture : arrived) {
        m_arrived.insert(picture, 0);
    }
    sum();
}

void PictureTally::forgetArrived()
{
    m_arrived.clear();
    sum();
}

void PictureTally::sum()
{
    m_count = m_survey.all;
    for (auto picture = m_arrived.keyBegin(); picture != m_arrived.keyEnd(); ++picture) {
        const auto before = m_survey.stateOf(*picture);
        if (!before || *before == PictureState::Fetched) {
            continue;
        }
        ++m_count.fetched;
        switch (*before) {
        case PictureState::Missing: --m_count.missing; break;
        case PictureState::Gone: --m_count.gone; break;
        case PictureState::Refused: --m_count.refused; break;
        case PictureState::Failed: --m_count.failed; break;
        case PictureState::Fetched: break;
        }
    }
}

} // namespace Microfiche
