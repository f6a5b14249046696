// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/cardgrid.h"

#include <QAbstractListModel>
#include <QDeadlineTimer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QTest>
#include <QWheelEvent>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <vector>

Q_IMPORT_QML_PLUGIN(Microfiche_GridPlugin)

/// What a card of these tests shows.
class FakeCard
{
    Q_GADGET
    QML_VALUE_TYPE(fakeCard)
    Q_PROPERTY(qint64 articleId MEMBER articleId CONSTANT)
    Q_PROPERTY(int revision MEMBER revision CONSTANT)

public:
    qint64 articleId = 0;
    int revision = 0;
};

/// A list of articles, each known by its number; row 0 is article 0 to begin with.
class FakeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CardRole = Qt::UserRole, ArticleIdRole };

    explicit FakeModel(int count)
        : articles(static_cast<size_t>(count))
    {
        std::iota(articles.begin(), articles.end(), qint64(0));
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(articles.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const qint64 article = articles.at(static_cast<size_t>(index.row()));
        if (role == ArticleIdRole) {
            return article;
        }
        ++cardsAsked;
        const QDeadlineTimer longer(isSlow ? 5 : 0, Qt::PreciseTimer);
        while (!longer.hasExpired()) { // than a frame leaves for the cards
        }
        return QVariant::fromValue(FakeCard{article, revision});
    }
    QHash<int, QByteArray> roleNames() const override
    {
        return {{CardRole, "card"}, {ArticleIdRole, "articleId"}};
    }
    Q_INVOKABLE int indexOf(qint64 article) const
    {
        const auto found = std::find(articles.begin(), articles.end(), article);
        return found == articles.end() ? -1 : static_cast<int>(found - articles.begin());
    }

    void insert(int row, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        std::vector<qint64> added(static_cast<size_t>(count));
        std::iota(added.begin(), added.end(), nextArticle);
        nextArticle += count;
        articles.insert(articles.begin() + row, added.begin(), added.end());
        endInsertRows();
    }
    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        articles.erase(articles.begin() + row, articles.begin() + row + count);
        endRemoveRows();
    }
    void reverse()
    {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex &index : from) {
            to << createIndex(rowCount() - 1 - index.row(), 0);
        }
        std::reverse(articles.begin(), articles.end());
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged();
    }
    void resetTo(std::vector<qint64> newArticles)
    {
        beginResetModel();
        articles = std::move(newArticles);
        endResetModel();
    }

    std::vector<qint64> articles;
    int revision = 0;
    qint64 nextArticle = 10'000'000;
    mutable int cardsAsked = 0;
    bool isSlow = false;
};

/// Groups of these sizes, in this order; group 3 is called "Group 3".
class FakeGroups : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { FirstRole = Qt::UserRole, LabelRole, CountRole };

    explicit FakeGroups(std::vector<int> newSizes) { resetTo(std::move(newSizes)); }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(sizes.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto group = static_cast<size_t>(index.row());
        return role == FirstRole   ? QVariant(firsts.at(group))
               : role == CountRole ? QVariant(sizes.at(group))
                                   : QVariant(prefix + QString::number(group));
    }
    QHash<int, QByteArray> roleNames() const override
    {
        return {{FirstRole, "first"}, {LabelRole, "label"}, {CountRole, "count"}};
    }
    void resetTo(std::vector<int> newSizes)
    {
        beginResetModel();
        sizes = std::move(newSizes);
        firsts.assign(sizes.size(), 0);
        std::exclusive_scan(sizes.begin(), sizes.end(), firsts.begin(), 0);
        endResetModel();
    }

    std::vector<int> sizes;
    std::vector<int> firsts;
    QString prefix = QStringLiteral("Group ");
};

/// A window with a grid, both as the program has them. 400 x 500 and four columns of 85 to start.
class GridScene
{
public:
    /// The settings are assignments to the grid's properties; the delegate is 100 high with 10
    /// between rows.
    explicit GridScene(QAbstractItemModel *model, const QByteArray &settings = {})
    {
        static const bool isRegistered = (qmlRegisterTypesAndRevisions<FakeCard>("Fake", 1), true);
        Q_UNUSED(isRegistered);
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&engine);
        component.setData(qml(settings), QUrl());
        grid.reset(qobject_cast<Microfiche::CardGrid *>(component.create()));
        if (!grid) {
            qFatal("%s", qPrintable(component.errorString()));
        }
        window.resize(400, 500);
        grid->setParentItem(window.contentItem());
        grid->setSize(QSizeF(window.size()));
        grid->setProperty("bindingMs", 60'000); // a busy machine is not what is tested
        grid->setModel(model);
        window.show();
        window.requestActivate();
        if (!QTest::qWaitForWindowActive(&window)) {
            qFatal("The window is not active.");
        }
        frame();
    }

    void frame() { window.grabWindow(); } // polishes, and draws
    /// As many frames as it takes until all cards show what the model has.
    void frames()
    {
        for (int frame = 0; frame < 100; ++frame) {
            this->frame();
            QCoreApplication::processEvents(); // what was left for the next frame asks for one
        }
    }

    /// As the window would get it; whether anyone took it.
    bool turnWheel(QPoint pixels, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF at(200, 250);
        QWheelEvent event(at, at, pixels, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        event.setAccepted(false);
        QCoreApplication::sendEvent(&window, &event);
        return event.isAccepted();
    }

    int created() const { return grid->property("created").toInt(); }
    QQuickItem *canvas() const { return grid->childItems().constFirst(); }

    /// The delegates that can be seen, by index.
    std::map<int, QQuickItem *> cards() const
    {
        std::map<int, QQuickItem *> shown;
        const auto children = canvas()->childItems();
        for (QQuickItem *item : children) {
            if (item->isVisible() && item->property("card").isValid()) {
                shown.emplace(item->property("index").toInt(), item);
            }
        }
        return shown;
    }
    /// The headings that can be seen, by group.
    std::map<int, QQuickItem *> headings() const
    {
        std::map<int, QQuickItem *> shown;
        const auto children = canvas()->childItems();
        for (QQuickItem *item : children) {
            if (item->isVisible() && item->property("label").isValid()) {
                shown.emplace(item->property("index").toInt(), item);
            }
        }
        return shown;
    }
    static FakeCard cardOf(const QQuickItem *item)
    {
        return item->property("card").value<FakeCard>();
    }
    double yOf(qint64 article) const
    {
        for (const auto &[index, item] : cards()) {
            if (cardOf(item).articleId == article) {
                return item->y();
            }
        }
        return qQNaN();
    }
    /// What is wrong with what is drawn, if anything: a hole, a wrong card, a large coordinate.
    QString fault(const FakeModel &model) const
    {
        const auto shown = cards();
        for (int index = grid->firstVisibleIndex(); index <= grid->lastVisibleIndex(); ++index) {
            if (!shown.contains(index)) {
                return QStringLiteral("no card at %1").arg(index);
            }
        }
        for (const auto &[index, item] : shown) {
            const qint64 article = model.articles.at(static_cast<size_t>(index));
            if (cardOf(item).articleId != article) {
                return QStringLiteral("a wrong card at %1").arg(index);
            }
            if (std::abs(item->y()) > 10'000 || item->y() != std::floor(item->y())) {
                return QStringLiteral("%1 lies at %2").arg(index).arg(item->y());
            }
        }
        return {};
    }

    QQmlEngine engine;
    QQuickWindow window;
    std::unique_ptr<Microfiche::CardGrid> grid;

private:
    static QByteArray qml(const QByteArray &settings)
    {
        return R"(
            import QtQuick
            import Microfiche.Grid
            import Fake
            CardGrid {
                id: grid
                property int created: 0
                property var log: []
                aimedCellWidth: 80; columnGap: 20; rowGap: 10; cellHeight: 100
                anchorRole: "articleId"
                function beginAt(index) { positionAt(index, CardGrid.Beginning) }
                onActivated: index => log.push("activated " + index)
                onOriginalRequested: index => log.push("original " + index)
                onToggled: index => log.push("toggled " + index)
                groupHeight: 32
                groupDelegate: Rectangle {
                    required property int index
                    required property string label
                    required property int count
                    color: "black"
                }
                delegate: Item {
                    required property int index
                    required property fakeCard card
                    property bool current
                    property bool selected
                    property int clicks: 0
                    Component.onCompleted: grid.created++
                    Rectangle { anchors.fill: parent; color: "grey" }
                    TapHandler { onTapped: parent.clicks++ }
                    Item { objectName: "button"; activeFocusOnTab: false }
                }
                Component.onCompleted: {)" +
               settings + "} }";
    }
};
