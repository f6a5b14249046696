// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A column of articles: what it is called, where it lies, how it is sorted. Rows and heading bind
/// to it, so that they stand in one line.
class TableColumn : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the table's columns")
    Q_PROPERTY(QString name READ name CONSTANT)
    Q_PROPERTY(bool isTrailing READ isTrailing CONSTANT)
    Q_PROPERTY(bool isSortable READ isSortable CONSTANT)
    Q_PROPERTY(bool isFlexible READ isFlexible CONSTANT)
    Q_PROPERTY(bool isChosen READ isChosen NOTIFY changed)
    Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
    Q_PROPERTY(qreal x READ x NOTIFY changed)
    Q_PROPERTY(qreal width READ width NOTIFY changed)
    Q_PROPERTY(Sorting sorting READ sorting NOTIFY changed)

public:
    enum Kind { Title, Provider, Date, Quality, Heat, Type, Topics, Related, State };
    enum Sorting { NotSorted, Ascending, Descending };
    Q_ENUM(Sorting)

    TableColumn(Kind kind, QString name, QObject *parent)
        : QObject(parent)
        , m_kind(kind)
        , m_name(std::move(name))
    {
    }

    Kind kind() const { return m_kind; }
    QString name() const { return m_name; }
    /// Stands at the end of its width, as numbers do.
    bool isTrailing() const { return m_kind == Heat || m_kind == Related || m_kind == State; }
    bool isSortable() const { return m_kind <= Heat; }
    bool isFlexible() const { return m_kind == Title; } ///< takes what the others leave
    bool isChosen() const { return m_isChosen; }
    bool isShown() const { return m_width > 0; } ///< chosen, and there is room for it
    qreal x() const { return m_x; }              ///< from the leading end
    qreal width() const { return m_width; }
    Sorting sorting() const { return m_sorting; }

    void setChosen(bool isChosen) { set(m_isChosen, isChosen); }
    void setSorting(Sorting sorting) { set(m_sorting, sorting); }
    void setPlace(qreal x, qreal width)
    {
        set(m_x, x);
        set(m_width, width);
    }

Q_SIGNALS:
    void changed();

private:
    template <typename Value>
    void set(Value &member, Value value)
    {
        if (member != value) {
            member = value;
            Q_EMIT changed();
        }
    }

    Kind m_kind;
    QString m_name;
    bool m_isChosen = false;
    qreal m_x = 0;
    qreal m_width = 0;
    Sorting m_sorting = NotSorted;
};

} // namespace Microfiche
