// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"

namespace Microfiche
{

class QueryEditor;

/// Articles over time, by day, week, month or year as the room allows. Days are days of UTC.
class DateHistogram : public Microfiche::Histogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QList<int> years READ years NOTIFY barsChanged)

public:
    enum class Unit { Day, Week, Month, Year };

    explicit DateHistogram(QueryEditor &editor, QObject *parent = nullptr);

    QString unitText() const override;
    QString missingLabel() const override { return tr("undated"); }
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

    /// The last `months` months up to the archive's newest day.
    Q_INVOKABLE void chooseLastMonths(int months);
    /// One year of the archive.
    Q_INVOKABLE void chooseYear(int year);
    /// The years that have articles, newest first.
    QList<int> years() const;

    void setAnswer(const QueryAnswer &answer);

private:
    void rebuild();
    void showBrush();
    Unit chooseUnit() const;
    int barAt(QDate day) const;
    qreal placeOf(QDate day) const;
    QString describe(bool upper) const;
    QList<AxisTick> makeTicks(int bars) const;

    QueryEditor &m_editor;
    QList<ValueCount> m_days;
    ValueCount m_undated;
    int m_answered = 0;
    int m_mostBars = 120;
    Unit m_unit = Unit::Month;
};

} // namespace Microfiche
