// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakerows.h"

namespace Microfiche
{

int FakeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant FakeRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::UserRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    ++m_asked;
    Card card;
    card.isLoaded = true;
    card.articleId = index.row() + 1;
    card.title = QStringLiteral("Article %1").arg(index.row());
    return QVariant::fromValue(card);
}

QHash<int, QByteArray> FakeRows::roleNames() const
{
    return {{Qt::UserRole, "card"}};
}

void FakeRows::setCount(int count)
{
    beginResetModel();
    m_count = count;
    endResetModel();
    Q_EMIT countChanged();
}

void FakePlaces::fill(int months, int ofEach)
{
    QueryAnswer answer;
    for (int month = 0; month < months; ++month) {
        answer.runs << Run{QDate(2021, 6, 14).addMonths(-month).toJulianDay(), ofEach};
    }
    answer.ids.resize(qsizetype(months) * ofEach);
    setAnswer({}, answer);
}

void FakePlaces::fillWithTitles(int count)
{
    Query query;
    query.sort.key = SortKey::Title;
    QueryAnswer answer;
    answer.ids.resize(count);
    setAnswer(query, answer);
}

} // namespace Microfiche
