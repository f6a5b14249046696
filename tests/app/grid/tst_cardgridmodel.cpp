// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void keepsItsArticleThroughAnotherWidth_data();
    void keepsItsArticleThroughAnotherWidth();
    void keepsTheTopThroughAnotherWidth();
    void keepsTheCurrentCardInViewWhenNarrowed();
    void keepsItsArticlesWhenRowsComeAbove();
    void showsNewRowsWhileAtTheTop();
    void closesUpWhenRowsGo();
    void survivesTheLossOfItsAnchor();
    void followsAnotherOrder();
    void findsItsArticleInANewList();
    void beginsAtTheTopOfAListWithoutIt();
    void staysAtTheTopOfANewList();
    void rewritesOnlyWhatChanged();
    void givesAReusedDelegateItsNewValue();
    void followsTheCurrentArticle();
    void forgetsAModelThatIsDestroyed();
    void changesModels();
    void staysRightThroughRandomChanges();
};

void tst_CardGridModel::keepsItsArticleThroughAnotherWidth_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QVariant>("there");
    QTest::addColumn<double>("y"); // of the article that was at 0
    QTest::newRow("narrower") << QByteArray("width") << QVariant(280) << 0.0;
    QTest::newRow("one column") << QByteArray("width") << QVariant(100) << 0.0;
    QTest::newRow("wider") << QByteArray("width") << QVariant(1'000) << 0.0;
    QTest::newRow("a list") << QByteArray("forcedColumns") << QVariant(1) << 0.0;
    QTest::newRow("higher cells") << QByteArray("cellHeight") << QVariant(230) << 0.0;
    QTest::newRow("a higher view") << QByteArray("height") << QVariant(800) << 0.0;
    QTest::newRow("other cards") << QByteArray("aimedCellWidth") << QVariant(123.4) << 0.0;
}

void tst_CardGridModel::keepsItsArticleThroughAnotherWidth()
{
    QFETCH(QByteArray, property);
    QFETCH(QVariant, there);
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(600'004, CardGrid::Beginning);
    scene.grid->scrollBy(5);
    const QVariant back = scene.grid->property(property.constData());
    for (int round = 0; round < 3; ++round) { // there and back again, and it does not creep
        scene.grid->setProperty(property.constData(), there);
        scene.frame();
        QTRY_COMPARE(scene.fault(model), QString());
        QTEST(scene.yOf(600'004), "y");
        scene.grid->setProperty(property.constData(), back);
        scene.frame();
        QCOMPARE(scene.yOf(600'004), 0.0);
    }
}

void tst_CardGridModel::keepsTheTopThroughAnotherWidth()
{
    FakeModel model(10'000);
    GridScene scene(&model, "topMargin = 24");
    scene.grid->setWidth(800);
    scene.grid->setProperty("topMargin", 16);
    scene.frame();
    QCOMPARE(scene.yOf(0), 16.0);
    scene.grid->scrollBy(1'000);
    scene.grid->scrollBy(-2'000);
    scene.grid->setProperty("topMargin", 48);
    scene.frame();
    QCOMPARE(scene.yOf(0), 48.0);
}

void tst_CardGridModel::keepsTheCurrentCardInViewWhenNarrowed()
{
    FakeModel model(10'000);
    GridScene scene(&model);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.grid->setCurrentIndex(4'013);
    scene.grid->setWidth(180); // two columns: its row would be the seventh
    scene.frame();
    QCOMPARE(scene.yOf(4'013), 395.0);
    scene.grid->setWidth(400);
    scene.frame();
    QCOMPARE(scene.yOf(4'000), 5.0);
    scene.grid->scrollBy(5'000); // then it was left behind
    const int first = scene.grid->firstVisibleIndex();
    scene.grid->setWidth(180);
    QVERIFY(std::abs(scene.grid->firstVisibleIndex() - first) <= 4);
}

void tst_CardGridModel::keepsItsArticlesWhenRowsComeAbove()
{
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(500'000, CardGrid::Beginning);
    scene.frame();
    const int created = scene.created();
    const int asked = model.cardsAsked;
    model.insert(100, 4'000);
    scene.frame();
    QCOMPARE(scene.yOf(500'000), 5.0);
    QCOMPARE(scene.grid->firstVisibleIndex(), 504'000);
    QCOMPARE(scene.fault(model), QString());
    QCOMPARE(scene.created(), created);
    QCOMPARE(model.cardsAsked, asked); // the same cards, so nothing is read again
    model.insert(504'008, 2);          // amid what is seen
    scene.frame();
    QCOMPARE(scene.yOf(500'000), 5.0);
    QCOMPARE(scene.yOf(500'008), 225.0);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::showsNewRowsWhileAtTheTop()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    model.insert(0, 8);
    scene.frame();
    QCOMPARE(scene.grid->firstVisibleIndex(), 0);
    QCOMPARE(scene.yOf(model.articles.front()), 0.0);
    QCOMPARE(scene.yOf(0), 220.0);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::closesUpWhenRowsGo()
{
    FakeModel model(1'000'000);
    GridScene scene(&model);
    scene.grid->positionAt(500'000, CardGrid::Beginning);
    scene.frame();
    model.remove(0, 100'000);
    scene.frame();
    QCOMPARE(scene.yOf(500'000), 5.0);
    QCOMPARE(scene.grid->count(), 900'000);
    model.remove(400'004, 4);
    scene.frame();
    QCOMPARE(scene.yOf(500'008), 115.0);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::survivesTheLossOfItsAnchor()
{
    FakeModel model(10'000);
    GridScene scene(&model);
    scene.grid->positionAt(5'000, CardGrid::Beginning);
    scene.frame();
    model.remove(4'990, 30); // its neighbours move up
    scene.frame();
    QCOMPARE(scene.yOf(5'020), 5.0);
    model.remove(100, model.rowCount() - 100); // all from here on
    scene.frame();
    QCOMPARE(scene.grid->lastVisibleIndex(), 99);
    QCOMPARE(scene.fault(model), QString());
    model.remove(0, 100);
    scene.frame();
    QVERIFY(scene.cards().empty());
    model.insert(0, 100);
    scene.frame();
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::followsAnotherOrder()
{
    FakeModel model(100'000);
    GridScene scene(&model);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.frame();
    model.reverse();
    scene.frame();
    QCOMPARE(scene.yOf(4'000), 5.0);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::findsItsArticleInANewList()
{
    FakeModel model(100'000);
    GridScene scene(&model);
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.grid->setCurrentIndex(4'005);
    scene.frame();
    std::vector<qint64> even;
    for (qint64 article = 0; article < 50'000; article += 5) {
        even.push_back(article);
    }
    QSignalSpy current(scene.grid.get(), &CardGrid::currentIndexChanged);
    model.resetTo(even);
    scene.frame();
    QCOMPARE(scene.yOf(4'000), 5.0);
    QCOMPARE(scene.grid->firstVisibleIndex(), 800);
    QCOMPARE(scene.grid->currentIndex(), 801);
    QCOMPARE(current.size(), 1);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::beginsAtTheTopOfAListWithoutIt()
{
    FakeModel model(100'000);
    GridScene scene(&model, "topMargin = 24");
    scene.grid->positionAt(4'000, CardGrid::Beginning);
    scene.grid->setCurrentIndex(4'005);
    std::vector<qint64> others(10'000);
    std::iota(others.begin(), others.end(), qint64(50'000));
    model.resetTo(others);
    scene.frame();
    QCOMPARE(scene.yOf(50'000), 24.0);
    QCOMPARE(scene.grid->currentIndex(), -1);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridModel::staysAtTheTopOfANewList()
{
    FakeModel model(10'000);
    GridScene scene(&model);
    std::vector<qint64> backwards(model.articles.rbegin(), model.articles.rend());
    model.resetTo(backwards);
    scene.frame();
    QCOMPARE(scene.grid->firstVisibleIndex(), 0);
    QCOMPARE(scene.yOf(9'999), 0.0);
}

void tst_CardGridModel::rewritesOnlyWhatChanged()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    model.cardsAsked = 0;
    model.revision = 1;
    Q_EMIT model.dataChanged(model.index(5), model.index(6), {FakeModel::CardRole});
    QCOMPARE(model.cardsAsked, 2);
    const auto cards = scene.cards();
    QCOMPARE(GridScene::cardOf(cards.at(4)).revision, 0);
    QCOMPARE(GridScene::cardOf(cards.at(5)).revision, 1);
    QCOMPARE(GridScene::cardOf(cards.at(6)).revision, 1);
    QCOMPARE(GridScene::cardOf(cards.at(7)).revision, 0);
    Q_EMIT model.dataChanged(model.index(0), model.index(999), {FakeModel::ArticleIdRole});
    QCOMPARE(model.cardsAsked, 2);
    Q_EMIT model.dataChanged(model.index(500), model.index(999));
    QCOMPARE(model.cardsAsked, 2);
    Q_EMIT model.dataChanged(model.index(0), model.index(999));
    QCOMPARE(model.cardsAsked, 2 + static_cast<int>(cards.size()));
    QCOMPARE(GridScene::cardOf(cards.at(7)).revision, 1);
}

void tst_CardGridModel::givesAReusedDelegateItsNewValue()
{
    FakeModel model(10'000);
    GridScene scene(&model);
    const QQuickItem *item = scene.cards().at(0);
    scene.grid->positionAt(5'000, CardGrid::Beginning);
    scene.frame();
    QVERIFY(item->isVisible()); // reused, not made anew
    const int index = item->property("index").toInt();
    QVERIFY(index > 4'000);
    QCOMPARE(GridScene::cardOf(item).articleId, qint64(index));
}

void tst_CardGridModel::followsTheCurrentArticle()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.grid->setCurrentIndex(10);
    QSignalSpy spy(scene.grid.get(), &CardGrid::currentIndexChanged);
    model.insert(0, 3);
    QCOMPARE(scene.grid->currentIndex(), 13);
    model.insert(500, 3);
    QCOMPARE(scene.grid->currentIndex(), 13);
    QCOMPARE(spy.size(), 1);
    model.remove(0, 3);
    QCOMPARE(scene.grid->currentIndex(), 10);
    model.reverse();
    QCOMPARE(scene.grid->currentIndex(), 1'003 - 1 - 10);
    model.remove(scene.grid->currentIndex(), 1); // its neighbour takes over
    QCOMPARE(scene.grid->currentIndex(), 992);
    QCOMPARE(model.articles.at(992), 9);
    model.remove(990, 12); // at the end the last one does
    QCOMPARE(scene.grid->currentIndex(), 989);
    model.remove(0, 990);
    QCOMPARE(scene.grid->currentIndex(), -1);
}

void tst_CardGridModel::forgetsAModelThatIsDestroyed()
{
    auto model = std::make_unique<FakeModel>(1'000);
    GridScene scene(model.get());
    scene.grid->setCurrentIndex(3);
    scene.grid->scrollBy(700);
    model.reset();
    QCOMPARE(scene.grid->model(), nullptr);
    QCOMPARE(scene.grid->count(), 0);
    QCOMPARE(scene.grid->currentIndex(), -1);
    scene.frame();
    QVERIFY(scene.cards().empty());
}

void tst_CardGridModel::changesModels()
{
    FakeModel first(1'000);
    FakeModel second(50);
    GridScene scene(&first);
    scene.grid->scrollBy(7'000);
    scene.frame();
    std::reverse(second.articles.begin(), second.articles.end());
    scene.grid->setModel(&second);
    scene.frame();
    QCOMPARE(scene.grid->firstVisibleIndex(), 0);
    QCOMPARE(scene.fault(second), QString());
    first.insert(0, 5); // no longer its business
    QCOMPARE(scene.grid->count(), 50);
    scene.grid->setModel(nullptr);
    scene.frame();
    QVERIFY(scene.cards().empty());
}

void tst_CardGridModel::staysRightThroughRandomChanges()
{
    std::srand(20'230'707);
    FakeModel model(400);
    GridScene scene(&model, "topMargin = 13; bottomMargin = 200");
    const auto removeSome = [](FakeModel &from, int row, int count) {
        if (const int some = std::min(count, from.rowCount() - row); some > 0) {
            from.remove(row, some);
        }
    };
    const auto below = [](int bound) { return std::rand() % bound; };
    for (int step = 0; step < 400; ++step) {
        const int row = below(model.rowCount() + 1);
        switch (below(7)) {
        case 0: model.insert(row, 1 + below(40)); break;
        case 1: removeSome(model, row, below(60)); break;
        case 2: model.reverse(); break;
        case 3: scene.grid->scrollBy(below(3'000) - 1'500); break;
        case 4: scene.grid->setSize(QSizeF(50 + below(600), below(900))); break;
        case 5: scene.grid->setCurrentIndex(row - 1); break;
        case 6: model.resetTo({model.articles.rbegin(), model.articles.rend()}); break;
        }
        if (below(2) == 0) { // else several changes come between two frames
            scene.frame();
            const QString fault = scene.fault(model);
            QVERIFY2(fault.isEmpty() || fault.startsWith(QStringLiteral("no card at")),
                     qPrintable(fault));
            QTRY_COMPARE(scene.fault(model), QString());
            QVERIFY(scene.grid->position() >= 0 && scene.grid->position() <= 1);
        }
    }
}

QTEST_MAIN(tst_CardGridModel)
#include "tst_cardgridmodel.moc"
