// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendarunit.h"
#include "models/rangehistogram.h"

namespace Microfiche
{

/// Articles over time, by day, week, month or year as the room allows. Days are days of UTC.
class DateHistogram : public Microfiche::RangeHistogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QList<int> years READ years NOTIFY barsChanged)

public:
    explicit DateHistogram(QueryEditor &editor, QObject *parent = nullptr);

    QString unitText() const override { return unitName(m_unit); }
    QString missingLabel() const override { return tr("undated"); }
    QString rangeText() const override;

    /// The last `months` months up to the archive's newest day.
    Q_INVOKABLE void chooseLastMonths(int months);
    /// One year of the archive.
    Q_INVOKABLE void chooseYear(int year);
    /// The years that have articles, newest first.
    QList<int> years() const;

protected:
    Clause clause() const override;
    void setClause(const Clause &clause) override;
    void setMissing(Missing missing) override;
    Counts countsOf(const QueryAnswer &answer) const override;
    QList<HistogramBar> makeBars() override;
    QList<AxisTick> makeTicks() const override;
    qreal placeOf(qint64 number) const override;
    QString valueText(qint64 day) const override;
    std::optional<qint64> typedValue(const QString &text, bool isUpper) const override;
    QString notAValue(const QString &text, bool isUpper) const override;
    QString wrongWayRound(qint64 from, qint64 to, bool isUpper) const override;
    QString missingName() const override { return tr("Undated"); }
    QString endText(bool isUpper) const override;

private:
    CalendarUnit chooseUnit() const;
    QDate oldest() const;
    QDate newest() const;

    CalendarUnit m_unit = CalendarUnit::Month;
};

} // namespace Microfiche
