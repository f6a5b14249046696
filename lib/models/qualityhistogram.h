// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"

namespace Microfiche
{

class QueryEditor;

/// Articles over their quality score, which has no ceiling.
class QualityHistogram : public Microfiche::Histogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    explicit QualityHistogram(QueryEditor &editor, QObject *parent = nullptr);

    QString unitText() const override { return {}; }
    QString missingLabel() const override { return tr("unrated"); }
    bool missingChosen() const override;
    bool isBrushed() const override;
    QString fromText() const override;
    QString toText() const override;
    QString rangeText() const override;
    QString lowerSpoken() const override;
    QString upperSpoken() const override;
    void setMostBars(int bars) override;
    void brush(int first, int last) override;
    QString typeFrom(const QString &text) override;
    QString typeTo(const QString &text) override;
    void chooseMissing() override;
    void clear() override;

    /// A preset: this score and up.
    Q_INVOKABLE void chooseFrom(int score);

    void setAnswer(const QueryAnswer &answer);

private:
    void rebuild();
    void showBrush();
    QString describe(bool upper) const;
    QString type(const QString &text, bool upper);

    QueryEditor &m_editor;
    QList<ValueCount> m_scores;
    ValueCount m_unrated;
    int m_answered = 0;
    int m_mostBars = 40;
    // Scores are ints without a ceiling: a step above the highest one is none.
    qint64 m_step = 5;  ///< scores a bar
    qint64 m_first = 0; ///< the first bar's first score
};

} // namespace Microfiche
