// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/keys/actionmodel.h"

#include "window/keys/actionmatch.h"
#include "window/keys/fixedkeys.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr int KeyRank = -1; // before all names

QStringList keyTexts(const QStringList &keys)
{
    QStringList texts;
    std::transform(keys.cbegin(), keys.cend(), std::back_inserter(texts), KeyBindings::keyText);
    return texts;
}

} // namespace

ActionModel::ActionModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(this, &ActionModel::searchChanged, this, &ActionModel::refill);
}

void ActionModel::setBindings(KeyBindings *bindings)
{
    if (bindings == m_bindings) {
        return;
    }
    if (m_bindings) {
        m_bindings->disconnect(this);
    }
    m_bindings = bindings;
    if (bindings) {
        connect(bindings, &KeyBindings::changed, this, &ActionModel::takeKeys);
    }
    refill();
    Q_EMIT bindingsChanged();
}

void ActionModel::setSearch(const QString &search)
{
    if (search != m_search) {
        m_search = search;
        Q_EMIT searchChanged();
    }
}

QString ActionModel::actionAt(int row) const
{
    return m_rows.value(row).id;
}

int ActionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case ActionRole: return row.id;
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case GroupRole: return row.group;
    case KeysRole: return keysOf(row);
    case KeyTextsRole: return keyTexts(keysOf(row));
    case EditedRole: return m_bindings && m_bindings->isEditedOf(row.id);
    default: return {};
    }
}

QHash<int, QByteArray> ActionModel::roleNames() const
{
    return {{ActionRole, "does"}, {NameRole, "name"},         {GroupRole, "group"},
            {KeysRole, "keys"},   {KeyTextsRole, "keyTexts"}, {EditedRole, "isEdited"}};
}

QStringList ActionModel::keysOf(const Row &row) const
{
    return row.id.isEmpty() || !m_bindings ? row.fixedKeys : m_bindings->keysOf(row.id);
}

QList<ActionModel::Row> ActionModel::all() const
{
    QList<Row> rows;
    for (const WindowAction &action : windowActions()) {
        rows.append({QLatin1String(action.id), actionName(action), groupName(action.group), {}});
    }
    if (m_hasFixed) {
        for (const FixedKeys &fixed : fixedKeys()) {
            rows.append({{}, fixed.name, fixed.group, fixed.keys});
        }
    }
    return rows;
}

// Lower is better. A key is meant by its name on this keyboard, or as every manual writes it.
std::optional<int> ActionModel::rankOf(const Row &row, const QString &typed) const
{
    const QStringList keys = keysOf(row);
    const auto isKey = [&typed](const QString &key) { return foldedForSearch(key) == typed; };
    if (!typed.isEmpty()) {
        const QStringList all = keys + keyTexts(keys);
        if (std::any_of(all.cbegin(), all.cend(), isKey)) {
            return KeyRank;
        }
    }
    std::optional<int> best;
    for (const QString &name : {row.name, m_words.value(row.id).toString()}) {
        const auto rank = matchRank(typed, foldedForSearch(name));
        if (rank && !name.isEmpty() && *rank < best.value_or(StrewnRank + 1)) {
            best = rank;
        }
    }
    // Letters that are strewn over a name mean it only where the better ones come first.
    return best == StrewnRank && !m_isRanked ? std::nullopt : best;
}

void ActionModel::refill()
{
    const QString typed = foldedForSearch(m_search);
    QList<Row> rows;
    if (m_bindings) {
        for (Row &row : all()) {
            if (const auto rank = rankOf(row, typed)) {
                row.rank = *rank;
                rows.append(row);
            }
        }
    }
    if (m_isRanked) {
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row &a, const Row &b) { return a.rank < b.rank; });
    }
    const bool isOtherCount = rows.size() != m_rows.size();
    beginResetModel();
    m_rows = rows;
    endResetModel();
    if (isOtherCount) {
        Q_EMIT countChanged();
    }
}

// Rows stay where they are while their keys are edited, whatever was searched for.
void ActionModel::takeKeys()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1),
                           {KeysRole, KeyTextsRole, EditedRole});
    }
}

} // namespace Microfiche
