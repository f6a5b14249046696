// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablecolumns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Microfiche
{

namespace
{

using Kind = TableColumn::Kind;

constexpr qreal Gap = 16;
constexpr qreal ReadableTitle = 200;
constexpr qreal ReadableExcerpt = 260; // where a picture stands, so does an excerpt
constexpr qreal WidestColumn = 600;

struct Trait {
    QLatin1String key;
    qreal width;
    qreal least;
    bool isDefault;
};
// By kind. A date, "Unrated" and "Unpublished" fit in a wide font too.
constexpr std::array<Trait, TableColumn::State + 1> Traits{
    {{QLatin1String("title"), 0, 80, true},
     {QLatin1String("provider"), 160, 48, true},
     {QLatin1String("date"), 92, 76, true},
     {QLatin1String("quality"), 104, 72, true},
     {QLatin1String("heat"), 52, 40, true},
     {QLatin1String("type"), 72, 40, false},
     {QLatin1String("topics"), 160, 60, false},
     {QLatin1String("related"), 56, 40, true},
     {QLatin1String("state"), 92, 20, true}}};
constexpr std::array DroppedInOrder{Kind::Topics, Kind::Type, Kind::Related, Kind::Heat,
                                    Kind::State};

struct SortPair {
    Kind kind;
    QueryEditor::Sort natural;
    QueryEditor::Sort reversed;
    bool rises; ///< in its natural order
};
constexpr std::array Sorts{
    SortPair{Kind::Title, QueryEditor::TitleUp, QueryEditor::TitleDown, true},
    SortPair{Kind::Provider, QueryEditor::ProviderUp, QueryEditor::ProviderDown, true},
    SortPair{Kind::Date, QueryEditor::Newest, QueryEditor::Oldest, false},
    SortPair{Kind::Quality, QueryEditor::BestFirst, QueryEditor::WorstFirst, false},
    SortPair{Kind::Heat, QueryEditor::HottestFirst, QueryEditor::CoolestFirst, false}};

} // namespace

TableColumns::TableColumns(QObject *parent)
    : QObject(parent)
{
    const std::array<QString, KindCount> names{tr("Title"),   tr("Provider"), tr("Date"),
                                               tr("Quality"), tr("Heat"),     tr("Type"),
                                               tr("Topics"),  tr("Related"),  tr("State")};
    for (size_t kind = 0; kind < names.size(); ++kind) {
        m_columns << new TableColumn(static_cast<Kind>(kind), names[kind], this);
    }
    chooseDefaults();
}

void TableColumns::setQuery(QueryEditor *query)
{
    if (query == m_query) {
        return;
    }
    if (m_query) {
        m_query->disconnect(this);
    }
    m_query = query;
    if (query) {
        connect(query, &QueryEditor::changed, this, &TableColumns::showSorting);
    }
    showSorting();
    Q_EMIT queryChanged();
}

void TableColumns::setRoom(qreal room)
{
    if (room != m_room) {
        m_room = room;
        place();
        Q_EMIT roomChanged();
    }
}

void TableColumns::setUnit(qreal unit)
{
    if (unit != m_unit && unit > 0) {
        m_unit = unit;
        place();
        Q_EMIT roomChanged();
    }
}

void TableColumns::setPictureWidth(qreal width)
{
    if (width != m_pictureWidth) {
        m_pictureWidth = width;
        place();
        Q_EMIT roomChanged();
    }
}

QQmlListProperty<TableColumn> TableColumns::all()
{
    return {this, &m_columns};
}

QString TableColumns::remembered() const
{
    QStringList words;
    bool isDefault = true;
    for (size_t kind = 1; kind < Traits.size(); ++kind) {
        const bool isChosen = at(static_cast<Kind>(kind))->isChosen();
        isDefault = isDefault && isChosen == Traits[kind].isDefault && m_widths[kind] == 0;
        if (isChosen) {
            const QString width = m_widths[kind] > 0
                                      ? u':' + QString::number(std::lround(m_widths[kind]))
                                      : QString();
            words << Traits[kind].key + width;
        }
    }
    // With a title alone it is not empty either.
    return isDefault ? QString() : QStringLiteral("title ") + words.join(u' ');
}

void TableColumns::setRemembered(const QString &text)
{
    if (text == remembered()) {
        return;
    }
    m_widths = {};
    chooseDefaults();
    if (const QStringList words = text.split(u' ', Qt::SkipEmptyParts); !words.isEmpty()) {
        for (size_t kind = 1; kind < Traits.size(); ++kind) {
            const auto isIts = [kind](const QString &word) {
                return word.section(u':', 0, 0) == Traits[kind].key;
            };
            const auto word = std::find_if(words.cbegin(), words.cend(), isIts);
            at(static_cast<Kind>(kind))->setChosen(word != words.cend());
            if (word != words.cend() && word->contains(u':')) {
                const qreal width = word->section(u':', 1).toInt();
                m_widths[kind] =
                    width > 0 ? std::clamp(width, Traits[kind].least, WidestColumn) : 0;
            }
        }
    }
    place();
    Q_EMIT rememberedChanged();
}

void TableColumns::choose(TableColumn *column, bool isChosen)
{
    if (column && !column->isFlexible() && column->isChosen() != isChosen) {
        column->setChosen(isChosen);
        place();
        Q_EMIT rememberedChanged();
    }
}

void TableColumns::resize(TableColumn *column, qreal width)
{
    if (!column || column->isFlexible() || !std::isfinite(width)) {
        return;
    }
    // Not wider than leaves the title readable, or the drag would throw out another column.
    const qreal most = column->width() + std::max(0.0, title()->width() - ReadableTitle * m_unit);
    const qreal least = Traits.at(column->kind()).least;
    const qreal wanted = std::min({width, most, WidestColumn * m_unit}) / m_unit;
    m_widths.at(column->kind()) = std::max(least, std::round(wanted));
    place();
    Q_EMIT rememberedChanged();
}

void TableColumns::reset()
{
    setRemembered({});
}

void TableColumns::sortBy(TableColumn *column)
{
    for (const SortPair &pair : Sorts) {
        if (m_query && column && column->kind() == pair.kind) {
            m_query->setSort(m_query->sort() == pair.natural ? pair.reversed : pair.natural);
        }
    }
}

void TableColumns::chooseDefaults()
{
    for (TableColumn *column : std::as_const(m_columns)) {
        column->setChosen(Traits.at(column->kind()).isDefault);
    }
}

void TableColumns::showSorting()
{
    for (const SortPair &pair : Sorts) {
        const bool isNatural = m_query && m_query->sort() == pair.natural;
        const bool isReversed = m_query && m_query->sort() == pair.reversed;
        at(pair.kind)->setSorting(!isNatural && !isReversed ? TableColumn::NotSorted
                                  : isNatural == pair.rises ? TableColumn::Ascending
                                                            : TableColumn::Descending);
    }
}

qreal TableColumns::wantedWidth(Kind kind) const
{
    return std::round((m_widths.at(kind) > 0 ? m_widths.at(kind) : Traits.at(kind).width) * m_unit);
}

void TableColumns::place()
{
    std::array<qreal, KindCount> widths = {};
    for (const TableColumn *column : std::as_const(m_columns)) {
        widths.at(column->kind()) = column->isChosen() ? wantedWidth(column->kind()) : 0;
    }
    const qreal before = m_pictureWidth > 0 ? m_pictureWidth + Gap : 0;
    const auto left = [&] { // for the title
        return std::accumulate(
            widths.cbegin(), widths.cend(), m_room - before,
            [](qreal rest, qreal width) { return rest - (width > 0 ? width + Gap : 0); });
    };
    const qreal readable = (m_pictureWidth > 0 ? ReadableExcerpt : ReadableTitle) * m_unit;
    for (const Kind kind : DroppedInOrder) {
        if (left() < readable) {
            widths.at(kind) = 0;
        }
    }
    for (const Kind kind : {Kind::Provider, Kind::Quality, Kind::Date}) { // these are never dropped
        const qreal lacking = std::max(0.0, readable - left());
        if (qreal &width = widths.at(kind); width > 0) {
            width = std::max(std::round(Traits.at(kind).least * m_unit), width - lacking);
        }
    }
    widths.at(Kind::Title) = std::max(1.0, std::floor(left()));
    qreal x = before;
    for (TableColumn *column : std::as_const(m_columns)) {
        const qreal width = widths.at(column->kind());
        column->setPlace(x, width);
        x += width > 0 ? width + Gap : 0;
    }
}

} // namespace Microfiche
