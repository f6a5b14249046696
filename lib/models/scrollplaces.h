// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"
#include "models/runlabels.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Microfiche
{

/// What lies where in the answer, told without fetching a row: a scroll bar can say it of any place
/// it is dragged to, and a day can be found.
class ScrollPlaces : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY changed)
    Q_PROPERTY(bool isByDate READ isByDate NOTIFY changed)

public:
    using QObject::QObject;

    bool isKnown() const { return !m_runs.isEmpty(); } ///< what lies at a row
    bool isByDate() const { return m_labels.order() == SortKey::Date; }

    /// "June 2021", "Harbour Post", "Quality 87"; empty if the order is one of titles.
    Q_INVOKABLE QString labelAt(int row) const;
    /// What the order is of, told from an article that is there: "F".
    Q_INVOKABLE QString labelOf(const Microfiche::Card &card) const;
    /// The first article in this order of the day (or month, or year) that is typed, else of the
    /// nearest day before it; -1 if there is none, and why.
    Q_INVOKABLE int rowOfDay(const QString &typed) const;
    Q_INVOKABLE QString whyNoDay(const QString &typed) const;

    void setAnswer(const Query &query, const QueryAnswer &answer);

Q_SIGNALS:
    void changed();

private:
    struct Place {
        qint64 key = NoRunKey;
        int first = 0;
    };

    std::optional<Place> oldest() const;

    QList<Place> m_runs;
    RunLabels m_labels;
};

} // namespace Microfiche
