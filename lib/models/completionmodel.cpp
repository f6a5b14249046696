// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/completionmodel.h"

#include "article/displaytext.h"
#include "models/numbers.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

CompletionModel::CompletionModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_completions.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Completion &completion = m_completions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return displayLine(completion.label);
    case HintRole: return displayLine(completion.hint);
    case CountTextRole: return completion.count ? countText(*completion.count) : QString();
    default: return {};
    }
}

QHash<int, QByteArray> CompletionModel::roleNames() const
{
    return {{LabelRole, "label"}, {HintRole, "hint"}, {CountTextRole, "countText"}};
}

void CompletionModel::suggest(const QString &text, int cursor)
{
    m_text = text;
    m_cursor = cursor;
    m_isNew = true;
    // Where no word is begun, a list of all there is would only be in the way.
    const bool isBegun = cursor > 0 && cursor <= text.size() && !text.at(cursor - 1).isSpace();
    show(isBegun ? completions(text, cursor, m_known) : QList<Completion>());
}

// The first answer is to what was typed last. Later ones come while an import runs, and a row that
// is about to be taken must not move.
void CompletionModel::setAnswer(const QueryAnswer &answer)
{
    m_known = answer;
    if (m_completions.isEmpty()) {
        return;
    }
    QList<Completion> counted = completions(m_text, m_cursor, m_known);
    if (std::exchange(m_isNew, false)) {
        show(std::move(counted));
        return;
    }
    for (Completion &completion : m_completions) {
        const auto isSame = [&](const Completion &other) {
            return other.replacement == completion.replacement;
        };
        const auto found = std::find_if(counted.cbegin(), counted.cend(), isSame);
        completion.count = found == counted.cend() ? completion.count : found->count;
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountTextRole});
}

void CompletionModel::clear()
{
    show({});
}

void CompletionModel::show(QList<Completion> completions)
{
    if (completions == m_completions) {
        return;
    }
    const bool isOtherCount = completions.size() != m_completions.size();
    beginResetModel();
    m_completions = std::move(completions);
    endResetModel();
    if (isOtherCount) {
        Q_EMIT countChanged();
    }
}

QString CompletionModel::textWith(int row) const
{
    if (row < 0 || row >= m_completions.size()) {
        return m_text;
    }
    const Completion &taken = m_completions.at(row);
    QString text = m_text;
    return text.replace(taken.position, taken.length, taken.replacement);
}

int CompletionModel::cursorWith(int row) const
{
    if (row < 0 || row >= m_completions.size()) {
        return static_cast<int>(m_text.size());
    }
    const Completion &taken = m_completions.at(row);
    return static_cast<int>(taken.position + taken.replacement.size());
}

} // namespace Microfiche
