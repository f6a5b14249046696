// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/picturerecords.h"

#include <QHash>
#include <QSet>

namespace Microfiche
{

/// How many of an archive's pictures are there: as counted last, and what has arrived since, each
/// once. A count takes a while, and what arrives is told before the archive knows of it.
class PictureTally final
{
public:
    /// A count begins; it may miss what has just arrived.
    void beginCount();
    void setSurvey(const PictureSurvey &survey);
    void add(const QSet<qint64> &arrived);
    /// What arrived may be gone again.
    void forgetArrived();

    const PictureSurvey &survey() const { return m_survey; }
    /// Of all, with what has arrived; but the bytes, which nobody knows before they are counted.
    const PictureCount &count() const { return m_count; }

private:
    void sum();

    PictureSurvey m_survey;
    PictureCount m_count;
    QHash<PictureId, int> m_arrived; ///< and how many counts have begun since
};

} // namespace Microfiche
