// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"
#include "query/askednames.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Topics, providers, types or tags with their counts, the largest first; those with none in the
/// answer last, and left out where there are more than `shownLimit`, unless `showsNone`. With a
/// `sought` text only those in which a word begins so.
class FacetModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int valueCount READ valueCount NOTIFY countsChanged)
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY countsChanged)
    Q_PROPERTY(int hiddenWithNone READ hiddenWithNone NOTIFY countsChanged)
    Q_PROPERTY(bool showsNone READ showsNone WRITE setShowsNone NOTIFY countsChanged)
    Q_PROPERTY(int largest READ largest NOTIFY countsChanged)
    Q_PROPERTY(QString sought READ sought WRITE setSought NOTIFY soughtChanged)
    Q_PROPERTY(int shownLimit READ shownLimit WRITE setShownLimit NOTIFY countsChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        KeyRole, ///< what a query says: as it stands there, else the topic's name, the
                 ///< provider's domain
        CountRole,
        CountTextRole,
        TotalRole,
        HueRole,
        InitialsRole,
        LogoRole,
        ChosenRole,
        ExcludedRole, ///< the query leaves it out
        ColorRole,    ///< of a tag: which of the palette
        TagIdRole,    ///< of a tag: for ArticleTags
    };
    Q_ENUM(Role)
    enum class Of { Topics, Providers, Types, Tags };

    explicit FacetModel(Of of, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setAnswer(const Query &query, const QueryAnswer &answer);

    int valueCount() const { return static_cast<int>(m_all.size()); } ///< values in the archive
    int hiddenCount() const;    ///< of those with any in the answer, or of all if `showsNone`
    int hiddenWithNone() const; ///< that are left out because they have none
    bool showsNone() const { return m_showsNone; }
    void setShowsNone(bool showsNone);
    int largest() const { return m_largest; } ///< total of the largest value
    Q_INVOKABLE QString keyAt(int row) const; ///< empty if there is no such row
    int shownLimit() const { return m_shownLimit; }
    void setShownLimit(int limit);
    QString sought() const { return m_sought; }
    void setSought(const QString &text);

Q_SIGNALS:
    void countsChanged();
    void soughtChanged();

private:
    bool isChosen(const FacetCount &facet) const;
    bool isExcluded(const FacetCount &facet) const;
    bool isSought(const FacetCount &facet) const;
    void find();
    QString keyOf(const FacetCount &facet) const;
    QString askedKeyOf(const FacetCount &facet) const;
    void show();
    void replace(const QList<FacetCount> &facets);
    bool leavesOutNone() const;
    int foundWithNone() const;

    Of m_of;
    QList<FacetCount> m_all;   ///< by falling total, then name; those with none in the answer last
    QList<FacetCount> m_found; ///< those that are sought
    QList<FacetCount> m_shown;
    QStringList m_asked; ///< names that the query asks for or leaves out, as it says them
    AskedNames m_chosen;
    AskedNames m_excluded;
    QString m_sought;
    bool m_showsNone = false;
    int m_largest = 0;
    int m_shownLimit = 12;
};

} // namespace Microfiche
