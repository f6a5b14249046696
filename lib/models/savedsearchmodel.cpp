// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedsearchmodel.h"

#include "article/displaytext.h"
#include "async/whenanswered.h"
#include "models/numbers.h"
#include "models/queryeditor.h"
#include "query/askednames.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

bool haveSameNames(const QList<FacetCount> &a, const QList<FacetCount> &b)
{
    const auto isSame = [](const FacetCount &left, const FacetCount &right) {
        return left.name == right.name && left.domain == right.domain &&
               left.aliases == right.aliases;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSame);
}

QSet<QString> namesOf(const QList<FacetCount> &facets)
{
    QSet<QString> names;
    for (const FacetCount &facet : facets) {
        for (const QString &name : AskedNames::foldedNames(facet)) {
            names.insert(name);
        }
    }
    return names;
}

} // namespace

SavedSearchModel::SavedSearchModel(Store &store, QueryEditor &editor, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_editor(editor)
{
    connect(&m_editor, &QueryEditor::changed, this, [this] {
        if (!m_rows.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ChosenRole});
            Q_EMIT chosenChanged();
        }
        closeSteps();
    });
    connect(this, &SavedSearchModel::listChanged, this, &SavedSearchModel::chosenChanged);
}

void SavedSearchModel::closeSteps()
{
    if (std::exchange(m_stepsSinceQuery, 0) > 0) {
        Q_EMIT listChanged();
    }
}

bool SavedSearchModel::isChosen(const Row &row) const
{
    return row.query && *row.query == m_editor.query();
}

bool SavedSearchModel::isAnyChosen() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [this](const Row &row) { return isChosen(row); });
}

int SavedSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SavedSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return displayLine(row.search.name);
    case QueryRole: return row.search.query;
    case CountTextRole: return row.count < 0 ? QString() : countText(row.count);
    case ProblemRole: return row.problem;
    case ChosenRole: return isChosen(row);
    default: return {};
    }
}

QHash<int, QByteArray> SavedSearchModel::roleNames() const
{
    return {{NameRole, "name"},
            {QueryRole, "query"},
            {CountTextRole, "countText"},
            {ProblemRole, "problem"},
            {ChosenRole, "chosen"}};
}

SavedSearchModel::Row SavedSearchModel::rowOf(const SavedSearch &search)
{
    Row row{search, {}, {}, -1};
    const auto read = parseQuery(search.query);
    if (const auto *query = std::get_if<Query>(&read)) {
        row.query = *query;
    } else {
        row.problem = std::get<QueryError>(read).message;
    }
    return row;
}

void SavedSearchModel::load()
{
    whenAnswered(
        this, m_store.savedSearches(),
        [this](const QList<SavedSearch> &searches) {
            beginResetModel();
            m_rows.clear();
            m_steps.clear();
            m_stepsSinceQuery = 0;
            for (const SavedSearch &search : searches) {
                m_rows.append(rowOf(search));
                judge(m_rows.last());
            }
            endResetModel();
            Q_EMIT listChanged();
            Q_EMIT queriesChanged();
        },
        [this](const std::exception &error) {
            m_isUnread = true;
            m_problem = reasonOf(error);
            Q_EMIT listChanged();
        });
}

QList<Query> SavedSearchModel::queries(QDate today) const
{
    QList<Query> queries;
    for (const Row &row : m_rows) {
        Query nothing;
        nothing.topics = {QString(QChar::Null)};
        queries.append(row.query.value_or(nothing).onDay(today));
    }
    return queries;
}

void SavedSearchModel::setCounts(const QList<int> &counts)
{
    if (counts.size() != m_rows.size() || m_rows.isEmpty()) {
        return; // of another list
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].count = m_rows.at(i).query ? counts.at(i) : -1;
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountTextRole});
}

// An answer comes with every step of a brush; names come with imports.
void SavedSearchModel::setNames(const QueryAnswer &answer)
{
    if (m_areNamesKnown && haveSameNames(m_topics, answer.topics) &&
        haveSameNames(m_providers, answer.providers)) {
        return;
    }
    m_topics = answer.topics;
    m_providers = answer.providers;
    m_topicNames = namesOf(m_topics);
    m_providerNames = namesOf(m_providers);
    m_areNamesKnown = true;
    for (Row &row : m_rows) {
        judge(row);
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ProblemRole});
    }
}

void SavedSearchModel::judge(Row &row) const
{
    if (!row.query || !m_areNamesKnown) {
        return;
    }
    row.problem.clear();
    for (const QString &topic : row.query->topics) {
        if (!m_topicNames.contains(AskedNames::folded(topic))) {
            row.problem = tr("No article has the topic %1.").arg(displayLine(topic));
        }
    }
    for (const QString &provider : row.query->providers) {
        if (!m_providerNames.contains(AskedNames::folded(provider))) {
            row.problem = tr("No article is from %1.").arg(displayLine(provider));
        }
    }
}

QString SavedSearchModel::suggestedName() const
{
    QStringList labels;
    for (const QueryChip &chip : chipsOf(m_editor.query())) {
        labels << chip.label;
    }
    return labels.isEmpty() ? tr("All articles") : labels.join(QStringLiteral(", "));
}

void SavedSearchModel::add(const QString &name)
{
    const QString given = name.simplified();
    const SavedSearch search{0, given.isEmpty() ? suggestedName() : given, m_editor.text()};
    const auto row = int(m_rows.size());
    note({Step::Kind::Added, search, row, row});
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.append(rowOf(search));
    judge(m_rows.last());
    endInsertRows();
    keep();
}

void SavedSearchModel::open(int row)
{
    if (row >= 0 && row < m_rows.size()) {
        const Row &chosen = m_rows.at(row);
        m_unopened = m_editor.setText(chosen.search.query) ? QString() : chosen.problem;
        Q_EMIT listChanged();
    }
}

void SavedSearchModel::rename(int row, const QString &name)
{
    const QString given = name.simplified();
    if (row < 0 || row >= m_rows.size() || given.isEmpty() || given == m_rows.at(row).search.name) {
        return;
    }
    note({Step::Kind::Renamed, m_rows.at(row).search, row, row});
    setName(row, given);
    keep();
}

void SavedSearchModel::move(int from, int to)
{
    if (from < 0 || to < 0 || from >= m_rows.size() || to >= m_rows.size() || from == to) {
        return;
    }
    note({Step::Kind::Moved, m_rows.at(from).search, from, to});
    moveRow(from, to);
    keep();
}

void SavedSearchModel::remove(int row)
{
    if (row < 0 || row >= m_rows.size()) {
        return;
    }
    note({Step::Kind::Removed, m_rows.at(row).search, row, row});
    takeRow(row);
    keep();
}

void SavedSearchModel::takeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void SavedSearchModel::note(const Step &step)
{
    m_steps.append(step);
    if (m_steps.size() > MostSteps) {
        m_steps.removeFirst();
    }
    m_stepsSinceQuery = std::min(m_stepsSinceQuery + 1, m_steps.size());
}

void SavedSearchModel::setName(int row, const QString &name)
{
    m_rows[row].search.name = name;
    Q_EMIT dataChanged(index(row), index(row), {NameRole, Qt::DisplayRole});
}

void SavedSearchModel::moveRow(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
}

QString SavedSearchModel::undoText() const
{
    if (m_steps.isEmpty()) {
        return {};
    }
    const Step &last = m_steps.constLast();
    const QString name = displayLine(last.search.name);
    switch (last.kind) {
    case Step::Kind::Added: return tr("Take “%1” away again").arg(name);
    case Step::Kind::Renamed: return tr("Call it “%1” again").arg(name);
    case Step::Kind::Moved: return tr("Move “%1” back").arg(name);
    case Step::Kind::Removed: break;
    }
    return tr("Put back “%1”").arg(name);
}

void SavedSearchModel::undo()
{
    if (m_steps.isEmpty()) {
        return;
    }
    const Step step = m_steps.takeLast();
    m_stepsSinceQuery = std::max<qsizetype>(m_stepsSinceQuery - 1, 0);
    switch (step.kind) {
    case Step::Kind::Added: takeRow(step.row); break;
    case Step::Kind::Renamed: setName(step.row, step.search.name); break;
    case Step::Kind::Moved: moveRow(step.to, step.row); break;
    case Step::Kind::Removed:
        beginInsertRows({}, step.row, step.row);
        m_rows.insert(step.row, rowOf(step.search));
        judge(m_rows[step.row]);
        endInsertRows();
        break;
    }
    keep();
}

// What could not be read must not be written over by what is here instead.
void SavedSearchModel::keep()
{
    if (m_isUnread) {
        Q_EMIT listChanged();
        return;
    }
    QList<SavedSearch> searches;
    for (const Row &row : std::as_const(m_rows)) {
        searches.append(row.search);
    }
    const auto keeping = m_store.keepSavedSearches(searches);
    whenAnswered(this, keeping, [this](const std::optional<QList<SavedSearch>> &kept) {
        m_problem = kept ? QString() : tr("The saved searches could not be written.");
        // A later change has an answer of its own to come.
        for (qsizetype i = 0; kept && kept->size() == m_rows.size() && i < kept->size(); ++i) {
            if (m_rows.at(i).search.name == kept->at(i).name) {
                m_rows[i].search.id = kept->at(i).id;
            }
        }
        Q_EMIT listChanged();
    });
    Q_EMIT listChanged();
    Q_EMIT queriesChanged();
}

} // namespace Microfiche
