// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"

#include "article/displaytext.h"
#include "models/card.h"
#include "models/numbers.h"
#include "models/pictureaddress.h"
#include "query/completion.h"

#include <algorithm>
#include <iterator>

namespace Microfiche
{

FacetModel::FacetModel(Of of, QObject *parent)
    : QAbstractListModel(parent)
    , m_of(of)
{
}

namespace
{

Condition::Kind kindOf(FacetModel::Of of)
{
    switch (of) {
    case FacetModel::Of::Topics: return Condition::Kind::Topic;
    case FacetModel::Of::Providers: return Condition::Kind::Provider;
    case FacetModel::Of::Types: return Condition::Kind::Type;
    case FacetModel::Of::Tags: break;
    }
    return Condition::Kind::Tag;
}

QStringList excludedBy(const Query &query, FacetModel::Of of)
{
    QStringList names;
    for (const Condition &condition : query.conditions) {
        if (condition.isNegated && condition.kind == kindOf(of)) {
            names += condition.names;
        }
    }
    return names;
}

} // namespace

QString FacetModel::keyOf(const FacetCount &facet) const
{
    return m_of != Of::Providers || facet.domain.isEmpty() ? facet.name : facet.domain;
}

// What stands in the query under another name is taken out under that.
QString FacetModel::askedKeyOf(const FacetCount &facet) const
{
    if (!m_asked.isEmpty() && (isChosen(facet) || isExcluded(facet))) {
        const QStringList names = AskedNames::foldedNames(facet);
        for (const QString &asked : m_asked) {
            if (names.contains(AskedNames::folded(asked))) {
                return asked;
            }
        }
    }
    return keyOf(facet);
}

bool FacetModel::isChosen(const FacetCount &facet) const
{
    return m_chosen.mean(facet);
}

bool FacetModel::isExcluded(const FacetCount &facet) const
{
    return m_excluded.mean(facet);
}

bool FacetModel::isSought(const FacetCount &facet) const
{
    const auto isLike = [this](const QString &name) { return hasWordLike(name, m_sought); };
    return isLike(facet.name) || isLike(facet.domain) ||
           std::any_of(facet.aliases.cbegin(), facet.aliases.cend(), isLike);
}

// The answer has them by their totals already; a sort would take longer than a frame has for tens
// of thousands.
void FacetModel::setAnswer(const Query &query, const QueryAnswer &answer)
{
    switch (m_of) {
    case Of::Topics:
        m_asked = query.topics;
        m_all = answer.topics;
        break;
    case Of::Providers:
        m_asked = query.providers;
        m_all = answer.providers;
        break;
    case Of::Types:
        m_asked = query.types;
        m_all = answer.types;
        break;
    case Of::Tags:
        m_asked = query.tags;
        m_all = answer.tags;
        break;
    }
    const QStringList excluded = excludedBy(query, m_of);
    m_chosen = AskedNames(m_asked);
    m_excluded = AskedNames(excluded);
    m_asked += excluded;
    // The archive knows names of mentions too; where those are not asked for they have no rows.
    // A person's tags are there until they are deleted.
    m_all.removeIf([this](const FacetCount &facet) {
        return m_of != Of::Tags && facet.total == 0 && !isChosen(facet) && !isExcluded(facet);
    });
    m_largest = m_all.isEmpty() ? 0 : m_all.constFirst().total;
    std::stable_partition(m_all.begin(), m_all.end(), [this](const FacetCount &facet) {
        return facet.count > 0 || isChosen(facet) || isExcluded(facet);
    });
    find();
}

void FacetModel::setSought(const QString &text)
{
    const QString sought = text.simplified();
    if (sought != m_sought) {
        m_sought = sought;
        find();
        Q_EMIT soughtChanged();
    }
}

void FacetModel::find()
{
    m_found = m_all;
    if (!m_sought.isEmpty()) {
        m_found.removeIf([this](const FacetCount &facet) { return !isSought(facet); });
    }
    show();
}

QString FacetModel::keyAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? askedKeyOf(m_shown.at(row)) : QString();
}

void FacetModel::setShownLimit(int limit)
{
    if (limit != m_shownLimit) {
        m_shownLimit = limit;
        show();
    }
}

void FacetModel::setShowsNone(bool showsNone)
{
    if (showsNone != m_showsNone) {
        m_showsNone = showsNone;
        show();
    }
}

// A long list is of what there is; a short one, and what is sought, is all there.
bool FacetModel::leavesOutNone() const
{
    return !m_showsNone && m_sought.isEmpty() && m_found.size() > m_shownLimit;
}

// They are the last.
int FacetModel::foundWithNone() const
{
    const auto isNone = [](const FacetCount &facet) { return facet.count == 0; };
    const auto first = std::find_if_not(m_found.crbegin(), m_found.crend(), isNone);
    return static_cast<int>(first - m_found.crbegin());
}

int FacetModel::hiddenWithNone() const
{
    const int withNone = leavesOutNone() ? foundWithNone() : 0;
    return std::max(0, std::min(withNone, static_cast<int>(m_found.size()) - rowCount()));
}

int FacetModel::hiddenCount() const
{
    return static_cast<int>(m_found.size()) - rowCount() - hiddenWithNone();
}

void FacetModel::show()
{
    const qsizetype some = m_found.size() - (leavesOutNone() ? foundWithNone() : 0);
    QList<FacetCount> shown = m_found.mid(0, std::min<qsizetype>(m_shownLimit, some));
    // A chosen value stays in sight, however small it is.
    if (!m_asked.isEmpty()) {
        std::copy_if(
            m_found.cbegin() + shown.size(), m_found.cend(), std::back_inserter(shown),
            [this](const FacetCount &facet) { return isChosen(facet) || isExcluded(facet); });
    }
    const qsizetype kept = std::min(shown.size(), m_shown.size());
    if (shown.size() < m_shown.size()) {
        beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    replace(shown.mid(0, kept));
    if (shown.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(shown.size()) - 1);
        m_shown = std::move(shown);
        endInsertRows();
    }
    Q_EMIT countsChanged();
}

// Mostly they are the same names with other counts, at least the first ones.
void FacetModel::replace(const QList<FacetCount> &facets)
{
    const auto isSameName = [](const FacetCount &a, const FacetCount &b) {
        FacetCount counted = a;
        counted.count = b.count;
        return counted == b;
    };
    const auto differing =
        std::mismatch(facets.cbegin(), facets.cend(), m_shown.cbegin(), isSameName);
    const auto same = static_cast<int>(differing.first - facets.cbegin());
    const auto all = static_cast<int>(facets.size());
    std::copy(facets.cbegin(), facets.cend(), m_shown.begin());
    if (same > 0) {
        Q_EMIT dataChanged(index(0), index(same - 1),
                           {KeyRole, CountRole, CountTextRole, ChosenRole, ExcludedRole});
    }
    if (same < all) {
        Q_EMIT dataChanged(index(same), index(all - 1));
    }
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
    case KeyRole: return askedKeyOf(facet);
    case CountRole: return facet.count;
    case CountTextRole: return countText(facet.count);
    case TotalRole: return facet.total;
    case HueRole: return nameHue(keyOf(facet));
    case InitialsRole: return providerInitials(facet.name.isEmpty() ? facet.domain : facet.name);
    case LogoRole: return facet.logo > 0 ? pictureAddress(facet.logo) : QString();
    case ChosenRole: return isChosen(facet);
    case ExcludedRole: return isExcluded(facet);
    case ColorRole: return facet.color;
    case TagIdRole: return facet.id;
    default: return {};
    }
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    return {{NameRole, "name"},           {KeyRole, "key"},        {CountRole, "count"},
            {CountTextRole, "countText"}, {TotalRole, "total"},    {HueRole, "hue"},
            {InitialsRole, "initials"},   {LogoRole, "logo"},      {ChosenRole, "chosen"},
            {ExcludedRole, "excluded"},   {ColorRole, "tagColor"}, {TagIdRole, "tagId"}};
}

} // namespace Microfiche
