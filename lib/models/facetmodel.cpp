// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"

#include "article/displaytext.h"
#include "models/card.h"
#include "models/numbers.h"

#include <algorithm>
#include <iterator>

namespace Microfiche
{

FacetModel::FacetModel(Of of, QObject *parent)
    : QAbstractListModel(parent)
    , m_of(of)
{
}

QString FacetModel::keyOf(const FacetCount &facet) const
{
    return m_of == Of::Topics || facet.domain.isEmpty() ? facet.name : facet.domain;
}

bool FacetModel::isChosen(const FacetCount &facet) const
{
    return m_chosen.contains(facet.name, Qt::CaseInsensitive) ||
           (!facet.domain.isEmpty() && m_chosen.contains(facet.domain, Qt::CaseInsensitive));
}

void FacetModel::setAnswer(const Query &query, const QueryAnswer &answer)
{
    m_chosen = m_of == Of::Topics ? query.topics : query.providers;
    m_all = m_of == Of::Topics ? answer.topics : answer.providers;
    std::stable_sort(m_all.begin(), m_all.end(), [this](const FacetCount &a, const FacetCount &b) {
        const auto rank = [this](const FacetCount &facet) {
            return std::tuple(isChosen(facet) || facet.count > 0, facet.total);
        };
        return rank(a) > rank(b);
    });
    m_largest = 0;
    for (const FacetCount &facet : std::as_const(m_all)) {
        m_largest = std::max(m_largest, facet.total);
    }
    show();
}

QString FacetModel::keyAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? keyOf(m_shown.at(row)) : QString();
}

void FacetModel::setShownLimit(int limit)
{
    if (limit != m_shownLimit) {
        m_shownLimit = limit;
        show();
    }
}

void FacetModel::show()
{
    QList<FacetCount> shown = m_all.mid(0, m_shownLimit);
    // A chosen value stays in sight, however small it is.
    std::copy_if(m_all.cbegin() + shown.size(), m_all.cend(), std::back_inserter(shown),
                 [this](const FacetCount &facet) { return isChosen(facet); });
    const qsizetype kept = std::min(shown.size(), m_shown.size());
    if (shown.size() < m_shown.size()) {
        beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    std::copy_n(shown.cbegin(), kept, m_shown.begin());
    if (kept > 0) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(kept) - 1));
    }
    if (shown.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(shown.size()) - 1);
        m_shown = std::move(shown);
        endInsertRows();
    }
    Q_EMIT countsChanged();
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FacetCount &facet = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return displayLine(facet.name.isEmpty() ? facet.domain : facet.name);
    case KeyRole: return keyOf(facet);
    case CountRole: return facet.count;
    case CountTextRole: return countText(facet.count);
    case TotalRole: return facet.total;
    case HueRole: return nameHue(keyOf(facet));
    case InitialsRole: return providerInitials(facet.name.isEmpty() ? facet.domain : facet.name);
    case LogoRole:
        return facet.logo > 0 ? QStringLiteral("image://picture/%1").arg(facet.logo) : QString();
    case ChosenRole: return isChosen(facet);
    default: return {};
    }
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    return {{NameRole, "name"},           {KeyRole, "key"},     {CountRole, "count"},
            {CountTextRole, "countText"}, {TotalRole, "total"}, {HueRole, "hue"},
            {InitialsRole, "initials"},   {LogoRole, "logo"},   {ChosenRole, "chosen"}};
}

} // namespace Microfiche
