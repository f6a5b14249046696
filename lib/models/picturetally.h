// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/picturerecords.h"

#include <QHash>
#include <QMap>

namespace Microfiche
{

/// How many of an archive's pictures are there: as counted last, and what has come or failed since,
/// each once. A count takes a while, and what comes is told before the archive knows of it.
class PictureTally final
{
public:
    /// A count begins; it may miss what has just come.
    void beginCount();
    void setSurvey(const PictureSurvey &survey);
    void add(const QMap<PictureId, PictureState> &told);
    /// What came may be gone again.
    void forgetTold();

    const PictureSurvey &survey() const { return m_survey; }
    /// Of all, with what was told; but the bytes, which nobody knows before they are counted.
    const PictureCount &count() const { return m_count; }

private:
    void sum();

    PictureSurvey m_survey;
    PictureCount m_count;
    struct Told {
        PictureState state;
        int counts = 0; ///< that have begun since
    };
    QHash<PictureId, Told> m_told;
};

} // namespace Microfiche
