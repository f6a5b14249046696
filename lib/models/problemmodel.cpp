// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/problemmodel.h"

#include "article/displaytext.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
// The length of the folder that all paths share, with its last slash.
qsizetype commonFolder(const QList<FileProblem> &problems)
{
    if (problems.isEmpty()) {
        return 0;
    }
    QByteArray common = problems.first().path.left(problems.first().path.lastIndexOf('/') + 1);
    for (const FileProblem &problem : problems) {
        while (!common.isEmpty() && !problem.path.startsWith(common)) {
            common = common.left(common.lastIndexOf('/', common.size() - 2) + 1);
        }
    }
    return common.size();
}
} // namespace

void ProblemModel::setProblems(const QList<FileProblem> &problems)
{
    if (problems == m_problems) {
        return;
    }
    const qsizetype common = commonFolder(problems);
    const bool isAppended = common == m_commonLength && problems.size() > m_problems.size() &&
                            std::equal(m_problems.cbegin(), m_problems.cend(), problems.cbegin());
    if (isAppended) {
        beginInsertRows({}, rowCount(), static_cast<int>(problems.size()) - 1);
        m_problems = problems;
        endInsertRows();
    } else {
        beginResetModel();
        m_problems = problems;
        m_commonLength = common;
        endResetModel();
    }
    Q_EMIT countChanged();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FileProblem &problem = m_problems.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case PlaceRole: {
        QString place = shownPath(problem.path.mid(m_commonLength));
        if (problem.line > 0) {
            place += QStringLiteral(":%1:%2").arg(problem.line).arg(std::max(1, problem.column));
        }
        return place;
    }
    case ReasonRole: return displayLine(problem.reason);
    default: return {};
    }
}

QHash<int, QByteArray> ProblemModel::roleNames() const
{
    return {{PlaceRole, "place"}, {ReasonRole, "reason"}};
}

} // namespace Microfiche
