// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/completionmodel.h"

#include "article/displaytext.h"
#include "models/numbers.h"
#include "models/queryeditor.h"

#include <algorithm>

namespace Microfiche
{

CompletionModel::CompletionModel(const QueryEditor &editor, QObject *parent)
    : QAbstractListModel(parent)
    , m_editor(editor)
{
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return displayLine(row.completion.label);
    case HintRole: return displayLine(row.completion.hint);
    case CountTextRole: return row.count ? countText(*row.count) : QString();
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
    chooseKnown();
    // Where no word is begun, a list of all there is would only be in the way.
    const bool isBegun = cursor > 0 && cursor <= text.size() && !text.at(cursor - 1).isSpace();
    show(isBegun ? completions(text, cursor, m_known.answer) : QList<Completion>());
}

// Before the first letter of a word the query was what it is without that word, so its answer has
// come mostly, and is good until another word is typed.
void CompletionModel::chooseKnown()
{
    const auto rest = m_editor.queryWith(textWithout(m_text, m_cursor));
    if (!rest || *rest != m_known.query) {
        m_known = m_newest;
    }
}

void CompletionModel::setAnswer(const Query &query, const QueryAnswer &answer)
{
    const bool isOfKnown = m_known.query == query || m_known.answer.topics.isEmpty();
    m_newest = {query, {}};
    m_newest.answer.topics = answer.topics;
    m_newest.answer.providers = answer.providers;
    m_newest.answer.types = answer.types;
    m_newest.answer.tags = answer.tags;
    if (isOfKnown) {
        m_known = m_newest;
    }
}

QList<Query> CompletionModel::queries() const
{
    QList<Query> queries;
    for (const Row &row : m_rows) {
        if (row.query) {
            queries.append(*row.query);
        }
    }
    return queries;
}

void CompletionModel::setCounts(const QList<int> &counts)
{
    const auto isCounted = [](const Row &row) { return row.query.has_value(); };
    if (counts.isEmpty() ||
        counts.size() != std::count_if(m_rows.cbegin(), m_rows.cend(), isCounted)) {
        return; // of other rows
    }
    auto count = counts.cbegin();
    for (Row &row : m_rows) {
        if (row.query) {
            row.count = *count < 0 ? std::nullopt : std::optional(*count);
            ++count;
        }
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountTextRole});
}

void CompletionModel::clear()
{
    show({});
}

// A row that was there with another letter less keeps its number until it is counted again.
CompletionModel::Row CompletionModel::rowOf(const Completion &completion) const
{
    Row row{completion, {}, {}};
    if (completion.counted.isEmpty()) {
        return row;
    }
    QString text = m_text;
    row.query = m_editor.queryWith(
        text.replace(completion.position, completion.length, completion.counted));
    for (const Row &old : m_rows) {
        if (row.query && old.query == row.query) {
            row.count = old.count;
        }
    }
    return row;
}

void CompletionModel::show(const QList<Completion> &completions)
{
    QList<Row> rows;
    for (const Completion &completion : completions) {
        rows.append(rowOf(completion));
    }
    const auto isSame = [](const Row &a, const Row &b) {
        return a.completion == b.completion && a.query == b.query;
    };
    if (std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), isSame)) {
        return;
    }
    const bool isOtherCount = rows.size() != m_rows.size();
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    if (isOtherCount) {
        Q_EMIT countChanged();
    }
    Q_EMIT queriesChanged();
}

QString CompletionModel::textWith(int row) const
{
    if (row < 0 || row >= m_rows.size()) {
        return m_text;
    }
    const Completion &taken = m_rows.at(row).completion;
    QString text = m_text;
    return text.replace(taken.position, taken.length, taken.replacement);
}

int CompletionModel::cursorWith(int row) const
{
    if (row < 0 || row >= m_rows.size()) {
        return static_cast<int>(m_text.size());
    }
    const Completion &taken = m_rows.at(row).completion;
    return static_cast<int>(taken.position + taken.replacement.size());
}

} // namespace Microfiche
