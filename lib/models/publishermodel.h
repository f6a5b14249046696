// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchpolicy.h"
#include "store/picturerecords.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Whose pictures the archive names, the most first, and whether they may be fetched. Counted anew,
/// they stay where they are, and new ones come behind: somebody may be aiming at one.
class PublisherModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PictureSettings")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int all READ all NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)

public:
    enum Role {
        DomainRole = Qt::UserRole + 1, ///< empty for all publishers without one
        NameRole,
        PicturesRole, ///< all of them
        ThereRole,    ///< carried or fetched
        LostRole,     ///< gone or refused
        BytesRole,    ///< of those fetched
        FactsRole,    ///< there, what did not come, and bytes in words
        AllowedRole   ///< whether they may be fetched as things are
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    int all() const { return int(m_publishers.size()); } ///< whatever the filter leaves out
    const QString &filter() const { return m_filter; }
    /// Leaves those whose name or domain contains it, in any case.
    void setFilter(const QString &filter);
    void setPublishers(const QList<PublisherPictures> &publishers);
    /// In the order of the last count, for who begins to look.
    Q_INVOKABLE void arrange();
    void setPolicy(const PicturePolicy &policy);

Q_SIGNALS:
    void countChanged();
    void filterChanged();

private:
    QList<qsizetype> filtered(const QList<PublisherPictures> &publishers) const;
    QString factsText(const PictureCount &count) const;

    void show(const QList<PublisherPictures> &publishers);
    QList<PublisherPictures> inOwnOrder(const QList<PublisherPictures> &publishers) const;

    QList<PublisherPictures> m_publishers;
    QList<PublisherPictures> m_counted; ///< the same, as they were counted last
    QString m_filter;
    QList<qsizetype> m_shown; ///< rows, as places in m_publishers
    FetchPolicy m_policy;     ///< the one rule of who may be asked
};

} // namespace Microfiche
