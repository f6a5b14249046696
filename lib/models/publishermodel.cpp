// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publishermodel.h"

#include "article/displaytext.h"

namespace Microfiche
{

int PublisherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_publishers.size());
}

bool PublisherModel::isAllowed(const QString &domain) const
{
    switch (m_policy.mode) {
    case PictureMode::Never: return false;
    case PictureMode::Chosen:
        return m_policy.allowed.contains(domain) && !m_policy.refused.contains(domain);
    case PictureMode::All: return !m_policy.refused.contains(domain);
    }
    return false;
}

QVariant PublisherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PublisherPictures &publisher = m_publishers.at(index.row());
    const PictureCount &count = publisher.count;
    switch (role) {
    case DomainRole: return publisher.domain;
    case NameRole:
        return publisher.domain.isEmpty() ? tr("Without a domain") : displayLine(publisher.name);
    case PicturesRole: return double(count.all());
    case ThereRole: return double(count.carried + count.fetched);
    case LostRole: return double(count.gone + count.refused);
    case BytesRole: return double(count.fetchedBytes);
    case AllowedRole: return isAllowed(publisher.domain);
    default: return {};
    }
}

QHash<int, QByteArray> PublisherModel::roleNames() const
{
    return {{DomainRole, "domain"},    {NameRole, "name"}, {PicturesRole, "pictures"},
            {ThereRole, "there"},      {LostRole, "lost"}, {BytesRole, "bytes"},
            {AllowedRole, "isAllowed"}};
}

void PublisherModel::setPublishers(const QList<PublisherPictures> &publishers)
{
    beginResetModel();
    m_publishers = publishers;
    endResetModel();
    Q_EMIT countChanged();
}

void PublisherModel::setPolicy(const PicturePolicy &policy)
{
    m_policy = policy;
    if (!m_publishers.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1), {AllowedRole});
    }
}

} // namespace Microfiche
