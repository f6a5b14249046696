// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/groupmodel.h"

#include <numeric>
#include <utility>

namespace Microfiche
{

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Group &group = m_groups.at(index.row());
    switch (role) {
    case FirstRole: return group.first;
    case CountRole: return group.count;
    case LabelRole:
    case Qt::DisplayRole: return labelOf(group.key);
    default: return {};
    }
}

QHash<int, QByteArray> GroupModel::roleNames() const
{
    return {{FirstRole, "first"}, {LabelRole, "label"}, {CountRole, "count"}};
}

void GroupModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping) {
        return;
    }
    m_grouping = grouping;
    rebuild();
    Q_EMIT groupingChanged();
}

QString GroupModel::groupingName(Grouping grouping) const
{
    switch (grouping) {
    case NotGrouped: return tr("Not grouped");
    case ByDay: return tr("Grouped by day");
    case ByMonth: return tr("Grouped by month");
    case ByProvider: return tr("Grouped by provider");
    }
    return {};
}

void GroupModel::setAnswer(const Query &query, const QueryAnswer &answer)
{
    m_labels.setAnswer(query, answer);
    const auto add = [](qsizetype sum, const Run &run) { return sum + run.count; };
    const bool isWhole = std::accumulate(answer.runs.cbegin(), answer.runs.cend(), qsizetype(0),
                                         add) == answer.ids.size();
    m_runs = isWhole ? answer.runs : QList<Run>(); // rather no heading than a wrong one
    rebuild();
}

QString GroupModel::labelOf(qint64 key) const
{
    return m_grouping == ByProvider ? m_labels.provider(key)
           : m_grouping == ByMonth  ? m_labels.month(key)
                                    : m_labels.day(key);
}

qint64 GroupModel::keyOf(const Run &run) const
{
    if (m_grouping != ByMonth || run.key == NoRunKey) {
        return run.key;
    }
    const QDate day = QDate::fromJulianDay(run.key);
    return run.key - day.day() + 1;
}

void GroupModel::rebuild()
{
    const SortKey needed = m_grouping == ByProvider ? SortKey::Provider : SortKey::Date;
    const bool isInOrder = m_grouping != NotGrouped && m_labels.order() == needed;
    QList<Group> groups;
    int first = 0;
    for (const Run &run : isInOrder ? std::as_const(m_runs) : QList<Run>()) {
        const qint64 key = keyOf(run);
        if (groups.isEmpty() || groups.last().key != key) {
            groups << Group{key, first, 0};
        }
        groups.last().count += run.count;
        first += run.count;
    }
    if (groups.isEmpty() && m_groups.isEmpty()) {
        return;
    }
    const bool isOtherCount = groups.size() != m_groups.size();
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
    if (isOtherCount) {
        Q_EMIT countChanged();
    }
}

} // namespace Microfiche
