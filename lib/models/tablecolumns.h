// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queryeditor.h"
#include "models/tablecolumn.h"

#include <QPointer>
#include <QQmlListProperty>

#include <array>

namespace Microfiche
{

/// The columns of a list or a table: which are chosen, how wide they are and what fits. The title
/// takes what the others leave; where that is too little, they go in the order of VISUAL.md:
/// topics, type, related, heat, state. Sizes are for a font of 13 px and grow with `unit`.
class TableColumns : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::QueryEditor *query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(qreal room READ room WRITE setRoom NOTIFY roomChanged)
    Q_PROPERTY(qreal unit READ unit WRITE setUnit NOTIFY roomChanged)
    Q_PROPERTY(qreal pictureWidth READ pictureWidth WRITE setPictureWidth NOTIFY roomChanged)
    Q_PROPERTY(QString remembered READ remembered WRITE setRemembered NOTIFY rememberedChanged)
    Q_PROPERTY(QQmlListProperty<Microfiche::TableColumn> all READ all CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *title READ title CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *provider READ provider CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *date READ date CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *quality READ quality CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *heat READ heat CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *type READ type CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *topics READ topics CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *related READ related CONSTANT)
    Q_PROPERTY(Microfiche::TableColumn *state READ state CONSTANT)

public:
    explicit TableColumns(QObject *parent = nullptr);

    QueryEditor *query() const { return m_query; }
    void setQuery(QueryEditor *query);
    qreal room() const { return m_room; }
    void setRoom(qreal room);
    qreal unit() const { return m_unit; }
    void setUnit(qreal unit);
    /// What stands before the title, in the title's column; the room is less by it and a gap.
    qreal pictureWidth() const { return m_pictureWidth; }
    void setPictureWidth(qreal width);

    QQmlListProperty<TableColumn> all();
    TableColumn *at(TableColumn::Kind kind) const { return m_columns.at(kind); }
    TableColumn *title() const { return at(TableColumn::Title); }
    TableColumn *provider() const { return at(TableColumn::Provider); }
    TableColumn *date() const { return at(TableColumn::Date); }
    TableColumn *quality() const { return at(TableColumn::Quality); }
    TableColumn *heat() const { return at(TableColumn::Heat); }
    TableColumn *type() const { return at(TableColumn::Type); }
    TableColumn *topics() const { return at(TableColumn::Topics); }
    TableColumn *related() const { return at(TableColumn::Related); }
    TableColumn *state() const { return at(TableColumn::State); }

    /// What the user chose, to be kept and given back: "provider:140 date quality heat". Empty
    /// stands for the columns that one begins with; what it does not know it passes over.
    QString remembered() const;
    void setRemembered(const QString &text);

    Q_INVOKABLE void choose(Microfiche::TableColumn *column, bool isChosen);
    Q_INVOKABLE void resize(Microfiche::TableColumn *column, qreal width);
    Q_INVOKABLE void reset();
    /// In the order that is natural for it; the other way round if it is so already.
    Q_INVOKABLE void sortBy(Microfiche::TableColumn *column);

Q_SIGNALS:
    void queryChanged();
    void roomChanged();
    void rememberedChanged();

private:
    static constexpr int KindCount = TableColumn::State + 1;

    void chooseDefaults();
    void place();
    void showSorting();
    qreal wantedWidth(TableColumn::Kind kind) const;

    QPointer<QueryEditor> m_query;
    qreal m_room = 0;
    qreal m_unit = 1;
    qreal m_pictureWidth = 0;
    QList<TableColumn *> m_columns;             ///< by kind; children of this
    std::array<qreal, KindCount> m_widths = {}; ///< that were dragged, for a unit of 1; else 0
};

} // namespace Microfiche
