// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturetally.h"

namespace Microfiche
{

namespace
{
/// A count that began after one that began after it was told knows of it, or it is so no more.
constexpr int CountsToKnow = 2;

qint64 &partOf(PictureCount &count, PictureState state)
{
    switch (state) {
    case PictureState::Fetched: return count.fetched;
    case PictureState::Gone: return count.gone;
    case PictureState::Refused: return count.refused;
    case PictureState::Failed: return count.failed;
    case PictureState::Missing: break;
    }
    return count.missing;
}

} // namespace

void PictureTally::beginCount()
{
    for (Told &one : m_told) {
        ++one.counts;
    }
}

void PictureTally::setSurvey(const PictureSurvey &survey)
{
    m_survey = survey;
    m_told.removeIf([this](const auto &entry) {
        return entry->counts >= CountsToKnow || m_survey.stateOf(entry.key()) == entry->state;
    });
    sum();
}

void PictureTally::add(const QMap<PictureId, PictureState> &told)
{
    for (auto one = told.cbegin(); one != told.cend(); ++one) {
        m_told.insert(one.key(), {*one});
    }
    sum();
}

void PictureTally::forgetTold()
{
    m_told.clear();
    sum();
}

void PictureTally::sum()
{
    m_count = m_survey.all;
    for (auto one = m_told.cbegin(); one != m_told.cend(); ++one) {
        const auto before = m_survey.stateOf(one.key());
        if (before && *before != PictureState::Fetched) { // what is there stays
            --partOf(m_count, *before);
            ++partOf(m_count, one->state);
        }
    }
}

} // namespace Microfiche
