// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scorehistogram.h"

namespace Microfiche
{

/// Articles over their quality score, which has no ceiling.
class QualityHistogram : public Microfiche::ScoreHistogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    explicit QualityHistogram(QueryEditor &editor, QObject *parent = nullptr);

    QString missingLabel() const override { return tr("unrated"); }
    QString rangeText() const override;

protected:
    Clause clause() const override;
    void setClause(const Clause &clause) override;
    Counts countsOf(const QueryAnswer &answer) const override;
    QString notAValue(const QString &text, bool isUpper) const override;
    QString missingName() const override { return tr("Unrated"); }
    QString endText(bool isUpper) const override;
};

} // namespace Microfiche
