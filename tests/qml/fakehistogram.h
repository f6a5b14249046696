// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"

#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A histogram over bars that a test makes up. Remembers its brush and what was typed.
class FakeHistogram : public Histogram
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<int> totals READ totals WRITE setTotals NOTIFY barsChanged)
    Q_PROPERTY(QList<int> counts READ counts WRITE setCounts NOTIFY barsChanged)
    Q_PROPERTY(int missingTotal READ missingTotal WRITE setMissingTotal NOTIFY barsChanged)
    Q_PROPERTY(QString kind MEMBER m_kind NOTIFY barsChanged)
    Q_PROPERTY(int brushCalls MEMBER m_brushCalls NOTIFY brushChanged)
    Q_PROPERTY(int clearCalls MEMBER m_clearCalls NOTIFY brushChanged)
    Q_PROPERTY(qreal zoomPlace MEMBER m_zoomPlace NOTIFY barsChanged)
    Q_PROPERTY(int steps MEMBER m_steps NOTIFY brushChanged)
    Q_PROPERTY(int mostBars MEMBER m_mostBars NOTIFY barsChanged)
    Q_PROPERTY(bool takesMissing MEMBER m_missingChosen NOTIFY brushChanged)

public:
    using Histogram::Histogram;

    QList<int> totals() const;
    void setTotals(const QList<int> &totals);
    QList<int> counts() const;
    void setCounts(const QList<int> &counts);
    int missingTotal() const { return missing().total; }
    void setMissingTotal(int total);
    /// Ends within bars, as typed values have them.
    Q_INVOKABLE void brushWithin(qreal lower, qreal upper);
    Q_INVOKABLE void setAxis(const QStringList &labels, int every, int from);

    QString unitText() const override;
    QString missingLabel() const override;
    bool missingChosen() const override { return m_missingChosen; }
    bool isBrushed() const override { return m_isBrushed; }
    QString fromText() const override;
    QString toText() const override;
    QString rangeText() const override;
    QString lowerSpoken() const override;
    QString upperSpoken() const override;
    void setMostBars(int bars) override;
    void brush(int first, int last) override;
    void brushFrom(int first) override;
    void brushTo(int last) override;
    QString typeFrom(const QString &text) override;
    QString typeTo(const QString &text) override;
    void chooseMissing() override;
    void clear() override;
    void zoom(qreal place, qreal factor) override;
    void showAll() override;
    bool isZoomed() const override { return m_isZoomed; }
    void settle() override { ++m_steps; }

private:
    QString label(qreal bar) const;
    void open();

    QString m_kind = QStringLiteral("date");
    bool m_isBrushed = false;
    bool m_isZoomed = false;
    qreal m_zoomPlace = 0;
    int m_steps = 0;
    bool m_missingChosen = false;
    int m_brushCalls = 0;
    int m_clearCalls = 0;
    int m_mostBars = 0;
};

} // namespace Microfiche
