// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/groupmodel.h"
#include "models/queryeditor.h"

#include <QObject>
#include <QSettings>
#include <QSize>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace Microfiche
{

/// How the user has set up the window, kept over a restart. 0 is what the window would choose by
/// itself; a file that says nonsense is taken to say that. What changes is written a little later,
/// all of a drag at once.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(qreal sidebarWidth READ sidebarWidth WRITE setSidebarWidth NOTIFY changed)
    Q_PROPERTY(qreal paneWidth READ paneWidth WRITE setPaneWidth NOTIFY changed)
    Q_PROPERTY(qreal cardWidth READ cardWidth WRITE setCardWidth NOTIFY changed)
    Q_PROPERTY(View view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(
        Microfiche::GroupModel::Grouping grouping READ grouping WRITE setGrouping NOTIFY changed)
    Q_PROPERTY(QString tableColumns READ tableColumns WRITE setTableColumns NOTIFY changed)
    Q_PROPERTY(bool isSidebarHidden READ isSidebarHidden WRITE setSidebarHidden NOTIFY changed)
    Q_PROPERTY(bool isMenuBarShown READ isMenuBarShown WRITE setMenuBarShown NOTIFY changed)

public:
    /// How articles are laid out, in the order in which the window offers it.
    enum View { Cards, List, Table, Wall };
    Q_ENUM(View)

    /// Kept in the ini file `file`, or nowhere if that is empty.
    explicit Preferences(const QString &file, QObject *parent = nullptr);
    ~Preferences() override;

    qreal sidebarWidth() const { return m_sidebarWidth; }
    qreal paneWidth() const { return m_paneWidth; }
    qreal cardWidth() const { return m_cardWidth; }
    void setSidebarWidth(qreal width);
    void setPaneWidth(qreal width);
    void setCardWidth(qreal width);
    View view() const { return m_view; }
    GroupModel::Grouping grouping() const { return m_grouping; }
    /// As TableColumns remembers them: which are chosen, and their widths.
    const QString &tableColumns() const { return m_tableColumns; }
    void setView(View view);
    void setGrouping(GroupModel::Grouping grouping);
    void setTableColumns(const QString &columns);
    bool isSidebarHidden() const { return m_isSidebarHidden; } ///< where there is room for it
    void setSidebarHidden(bool isHidden);
    bool isMenuBarShown() const { return m_isMenuBarShown; } ///< all the time
    void setMenuBarShown(bool isShown);

    QSize windowSize() const { return m_windowSize; } ///< of the window that is not maximized
    bool isMaximized() const { return m_isMaximized; }
    QueryEditor::Sort sort() const { return m_sort; }
    void setWindowSize(QSize size);
    void setMaximized(bool isMaximized);
    void setSort(QueryEditor::Sort sort);
    /// As LocalServers has them.
    const QString &localServers() const { return m_localServers; }
    void setLocalServers(const QString &servers);
    /// As KeyBindings has them.
    const QString &keys() const { return m_keys; }
    void setKeys(const QString &keys);

Q_SIGNALS:
    void changed();

private:
    struct Width;
    static const Width Sidebar;
    static const Width Pane;
    static const Width Card;
    qreal read(const Width &width) const;
    void set(qreal Preferences::*member, qreal wanted, const Width &width);
    void keep(const QString &name, const QVariant &value);
    void save();

    std::unique_ptr<QSettings> m_settings; ///< none if nothing is kept
    QVariantMap m_unsaved;
    QTimer m_soon;
    qreal m_sidebarWidth = 0;
    qreal m_paneWidth = 0;
    qreal m_cardWidth = 0;
    View m_view = Cards;
    GroupModel::Grouping m_grouping = GroupModel::NotGrouped;
    QString m_tableColumns;
    QSize m_windowSize;
    bool m_isMaximized = false;
    QueryEditor::Sort m_sort = QueryEditor::Newest;
    QString m_localServers;
    QString m_keys;
    bool m_isSidebarHidden = false;
    bool m_isMenuBarShown = false;
};

} // namespace Microfiche
