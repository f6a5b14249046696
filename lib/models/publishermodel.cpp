// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publishermodel.h"

#include "archive/archivepictures.h"
#include "article/displaytext.h"
#include "models/numbers.h"

#include <QStringList>

#include <algorithm>

namespace Microfiche
{

int PublisherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PublisherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PublisherPictures &publisher = m_publishers.at(m_shown.at(index.row()));
    const PictureCount &count = publisher.count;
    switch (role) {
    case DomainRole: return publisher.domain;
    case NameRole:
        return publisher.domain.isEmpty() ? tr("Without a domain") : displayLine(publisher.name);
    case PicturesRole: return double(count.all());
    case ThereRole: return double(count.carried + count.fetched);
    case LostRole: return double(count.gone + count.refused);
    case BytesRole: return double(count.fetchedBytes);
    case FactsRole: return factsText(count);
    case AllowedRole: return m_policy.allowsPublisher(FetchPolicy::domainName(publisher.domain));
    default: return {};
    }
}

QHash<int, QByteArray> PublisherModel::roleNames() const
{
    return {{DomainRole, "domain"}, {NameRole, "name"},        {PicturesRole, "pictures"},
            {ThereRole, "there"},   {LostRole, "lost"},        {BytesRole, "bytes"},
            {FactsRole, "facts"},   {AllowedRole, "isAllowed"}};
}

QString PublisherModel::factsText(const PictureCount &count) const
{
    //: How many of a publisher's pictures are in the archive: "300 here"
    QStringList parts{tr("%1 here").arg(countText(count.carried + count.fetched))};
    if (count.gone > 0) {
        //: Pictures that their server has no more: "12 gone"
        parts << tr("%1 gone").arg(countText(count.gone));
    }
    if (count.refused > 0) {
        //: Pictures that were refused, by their server or by us: "12 refused"
        parts << tr("%1 refused").arg(countText(count.refused));
    }
    if (count.failed > 0) {
        //: Pictures that could not be loaded and may come another time: "12 failed"
        parts << tr("%1 failed").arg(countText(count.failed));
    }
    if (count.fetchedBytes > 0) {
        parts << bytesText(count.fetchedBytes);
    }
    return parts.join(QStringLiteral(" · "));
}

QList<qsizetype> PublisherModel::filtered(const QList<PublisherPictures> &publishers) const
{
    QList<qsizetype> shown;
    for (qsizetype i = 0; i < publishers.size(); ++i) {
        if (publishers.at(i).name.contains(m_filter, Qt::CaseInsensitive) ||
            publishers.at(i).domain.contains(m_filter, Qt::CaseInsensitive)) {
            shown.append(i);
        }
    }
    return shown;
}

void PublisherModel::setFilter(const QString &filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    m_shown = filtered(m_publishers);
    endResetModel();
    Q_EMIT filterChanged();
    Q_EMIT countChanged();
}

void PublisherModel::setPublishers(const QList<PublisherPictures> &publishers)
{
    m_counted = publishers;
    show(inOwnOrder(publishers));
}

void PublisherModel::arrange()
{
    show(m_counted);
}

QList<PublisherPictures>
PublisherModel::inOwnOrder(const QList<PublisherPictures> &publishers) const
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < m_publishers.size(); ++i) {
        places.insert(m_publishers.at(i).domain, i);
    }
    QList<PublisherPictures> ordered = publishers;
    std::stable_sort(ordered.begin(), ordered.end(), [&](const auto &a, const auto &b) {
        return places.value(a.domain, places.size()) < places.value(b.domain, places.size());
    });
    return ordered;
}

void PublisherModel::show(const QList<PublisherPictures> &publishers)
{
    const bool areSame = std::equal(
        publishers.cbegin(), publishers.cend(), m_publishers.cbegin(), m_publishers.cend(),
        [](const auto &a, const auto &b) { return a.domain == b.domain && a.name == b.name; });
    if (areSame) { // one may be on one's way through them
        m_publishers = publishers;
        if (!m_shown.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(count() - 1));
        }
        return;
    }
    beginResetModel();
    m_publishers = publishers;
    m_shown = filtered(m_publishers);
    endResetModel();
    Q_EMIT countChanged();
}

void PublisherModel::setPolicy(const PicturePolicy &policy)
{
    m_policy = fetchPolicyOf(policy);
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1), {AllowedRole});
    }
}

} // namespace Microfiche
