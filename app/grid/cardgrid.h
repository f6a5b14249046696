// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/cardpool.h"
#include "grid/followedrow.h"
#include "grid/gridsurface.h"
#include "grid/groupheadings.h"
#include "grid/repaintveil.h"

#include <QAbstractItemModel>
#include <QItemSelectionModel>
#include <QPointer>
#include <QTimer>

#include <map>

namespace Microfiche
{

/// A grid, or with `forcedColumns: 1` a list, of the rows of a flat model. Only the rows in view
/// and one beside have delegates, which are reused. A delegate's root has `required property int
/// index` and a property named as the role; it may have `current` and `selected`.
/// A model of groups cuts the rows where its `first` says so, and each group wears a heading; what
/// that may ask for is said at GroupHeadings.
class CardGrid : public Microfiche::GridSurface // in full, for the type registrar
{
    Q_OBJECT
    QML_NAMED_ELEMENT(CardGridBase)
    Q_PROPERTY(QAbstractItemModel *model READ model WRITE setModel NOTIFY modelChanged)
    Q_PROPERTY(QQmlComponent *delegate READ delegate WRITE setDelegate NOTIFY delegateChanged)
    Q_PROPERTY(QString role MEMBER m_role NOTIFY delegateChanged)
    /// The role that says which article a row is, for when the model starts anew.
    Q_PROPERTY(QString anchorRole MEMBER m_anchorRole NOTIFY anchorRoleChanged)
    /// How many rows further on stand in for the one that is looked at, if the model starts anew
    /// without it. With 0 it is looked at from its top then.
    Q_PROPERTY(int anchorReach MEMBER m_anchorReach NOTIFY anchorRoleChanged)
    Q_PROPERTY(QItemSelectionModel *selectionModel READ selectionModel WRITE setSelectionModel
                   NOTIFY selectionModelChanged)
    Q_PROPERTY(QAbstractItemModel *groups READ groups WRITE setGroups NOTIFY groupsChanged)
    Q_PROPERTY(QQmlComponent *groupDelegate READ groupDelegate WRITE setGroupDelegate NOTIFY
                   groupDelegateChanged)
    /// How long cards that are new in view may take of a frame, in milliseconds; those that it does
    /// not suffice for come in the next ones. Drawing them takes as long again.
    Q_PROPERTY(int bindingMs MEMBER m_bindingMs NOTIFY bindingMsChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentIndexChanged)
    Q_PROPERTY(bool keyboardFocus READ hasKeyboardFocus NOTIFY keyboardFocusChanged)

public:
    enum PositionMode { Contain, Beginning, Center };
    Q_ENUM(PositionMode)

    explicit CardGrid(QQuickItem *parent = nullptr);

    QAbstractItemModel *model() const { return m_model; }
    void setModel(QAbstractItemModel *model);
    QQmlComponent *delegate() const { return m_pool.component(); }
    void setDelegate(QQmlComponent *delegate);
    QItemSelectionModel *selectionModel() const { return m_selection; }
    void setSelectionModel(QItemSelectionModel *selection);
    QAbstractItemModel *groups() const { return m_headings.model(); }
    void setGroups(QAbstractItemModel *groups);
    QQmlComponent *groupDelegate() const { return m_headings.component(); }
    void setGroupDelegate(QQmlComponent *delegate);
    int count() const { return geometry().count; }
    int currentIndex() const { return m_current.row(); }
    void setCurrentIndex(int index);
    /// The focus is here and came by a key: then the current card shows it.
    bool hasKeyboardFocus() const { return m_hasKeyboardFocus; }

    Q_INVOKABLE void positionAt(int index, Microfiche::CardGrid::PositionMode mode);
    Q_INVOKABLE int indexAt(qreal x, qreal y) const; ///< -1 where there is no card
    /// Those of the cards in view that `area` meets.
    Q_INVOKABLE QList<int> indexesIn(const QRectF &area) const;
    Q_INVOKABLE QQuickItem *itemAt(int index) const; ///< nothing unless it is in view
    Q_INVOKABLE int groupAt(int index) const;        ///< -1 if there are no groups
    /// Makes it the current one as a key does: eased into view, and shown to be the keyboard's.
    /// With -1 the first one in sight, if none is current.
    Q_INVOKABLE void stepTo(int index);
    Q_INVOKABLE void takePointer(); ///< a press: stops, and hides the focus

Q_SIGNALS:
    void modelChanged();
    void delegateChanged();
    void anchorRoleChanged();
    void selectionModelChanged();
    void groupsChanged();
    void groupDelegateChanged();
    void bindingMsChanged();
    void countChanged();
    void currentIndexChanged();
    void keyboardFocusChanged();
    void visibleRangeChanged(int first, int last); ///< once a frame; 0, -1 when nothing is seen
    void activated(int index);
    void originalRequested(int index);
    void toggled(int index);
    void chosenToggled(int index);   ///< Ctrl+Space
    void extended(int from, int to); ///< a step with Shift

protected:
    void placeTaken() override;
    GridPlace placeKept(GridPlace place) const override;
    void updatePolish() override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool childMouseEventFilter(QQuickItem *item, QEvent *event) override;

private:
    class FrameBudget;

    // Cards (cardgrid.cpp)
    void replaceDelegates();
    void releaseOutside(IndexRange kept);
    bool fill(IndexRange wanted, FrameBudget &budget);
    void bindAll();
    bool bindStale(FrameBudget &budget);
    void bind(CardSlot &slot, int index) const;
    void mark(const CardSlot &slot, int index) const;
    void markAll() const;
    QVariant valueAt(int index) const;
    void announceRange();
    void announceFocus();
    void sortForReaders();

    void takeGroups(); // cardgridgroups.cpp

    // What the model does (cardgridmodel.cpp)
    void connectModel();
    void takeRowsIn(const QModelIndex &parent, int first, int last);
    void takeRowsOut(const QModelIndex &parent, int first, int last);
    void takeNewOrder();
    void takeNewValues(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                       const QList<int> &roles);
    void rememberArticles();
    void startAnew();
    void shiftCards(int from, int by);
    void settleRows(int neighbour);
    void updateCount();

    // Keys (cardgridkeys.cpp)
    void setKeyboardUsed(bool isUsed);
    void updateKeyboardFocus();
    bool takeKey(const QKeyEvent &event);
    bool takeStep(int key);
    int steppedIndex(int key) const;        ///< -1 if the key leads nowhere
    int targetRow(int key, int from) const; ///< -1 if the key is not about rows
    int wishedColumn() const;
    void takeCurrent(int index);
    bool isInView(int index, GridPlace place) const;

    QAbstractItemModel *m_model = nullptr; ///< until it says that it is destroyed
    QPointer<QItemSelectionModel> m_selection;
    QString m_role = QStringLiteral("card");
    QString m_anchorRole;
    int m_anchorReach = 0;
    int m_roleNumber = -1;
    QQuickItem m_canvas;
    RepaintVeil m_veil;
    CardPool m_pool;
    GroupHeadings m_headings;
    std::map<int, CardSlot> m_cards;
    bool m_areValuesStale = false;
    int m_bindingMs = 2;
    QTimer m_besideLater; ///< while it runs, rows beside those in view have no cards
    GridPlace m_placeOfNew;
    IndexRange m_announced;
    QPointer<QQuickItem> m_announcedFocus;
    FollowedRow m_anchor;
    FollowedRow m_current;
    int m_wishedColumn = -1; ///< where the way up or down began
    bool m_isCurrentInView = false;
    bool m_isKeyboardUsed = false;
    bool m_hasKeyboardFocus = false;
};

} // namespace Microfiche
