// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void keepsItsArticlesWhenRowsComeAbove();
    void showsNewRowsWhileAtTheTop();
    void closesUpWhenRowsGo();
    void survivesTheLossOfItsAnchor();
    void followsAnotherOrder();
    void rewritesOnlyWhatChanged();
    void leavesWhatTakesLongToTheNextFrames();
    void showsANewAnswerWithinOneFrame();
    void givesAReusedDelegateItsNewValue();
    void followsTheCurrentArticle();
    void forgetsAModelThatIsDestroyed();
    void changesModels();
    void staysRightThroughRandomChanges();
};

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

void tst_CardGridModel::rewritesOnlyWhatChanged()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.frames(); // the first ones make no more cards than they have time for
    model.cardsAsked = 0;
    model.revision = 1;
    Q_EMIT model.dataChanged(model.index(5), model.index(6), {FakeModel::CardRole});
    scene.frames();
    QCOMPARE(model.cardsAsked, 2);
    const auto cards = scene.cards();
    QCOMPARE(GridScene::cardOf(cards.at(4)).revision, 0);
    QCOMPARE(GridScene::cardOf(cards.at(5)).revision, 1);
    QCOMPARE(GridScene::cardOf(cards.at(6)).revision, 1);
    QCOMPARE(GridScene::cardOf(cards.at(7)).revision, 0);
    Q_EMIT model.dataChanged(model.index(0), model.index(999), {FakeModel::ArticleIdRole});
    scene.frames();
    QCOMPARE(model.cardsAsked, 2);
    Q_EMIT model.dataChanged(model.index(500), model.index(999));
    scene.frames();
    QCOMPARE(model.cardsAsked, 2);
    Q_EMIT model.dataChanged(model.index(0), model.index(999));
    scene.frames();
    QCOMPARE(model.cardsAsked, 2 + static_cast<int>(cards.size()));
    QCOMPARE(GridScene::cardOf(cards.at(7)).revision, 1);
}

void tst_CardGridModel::leavesWhatTakesLongToTheNextFrames()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.frames();
    const auto shown = static_cast<int>(scene.cards().size());
    scene.grid->setProperty("bindingMs", 1);
    model.isSlow = true;
    model.cardsAsked = 0;
    model.revision = 1;
    Q_EMIT model.dataChanged(model.index(0), model.index(999));
    scene.frame();
    QVERIFY(model.cardsAsked > 0 && model.cardsAsked < shown);
    scene.frames();
    for (const auto &[index, item] : scene.cards()) {
        QCOMPARE(GridScene::cardOf(item).revision, 1);
    }
}

void tst_CardGridModel::showsANewAnswerWithinOneFrame()
{
    FakeModel model(1'000);
    GridScene scene(&model);
    scene.frames();
    scene.grid->setProperty("bindingMs", 1);
    model.isSlow = true;
    std::vector<qint64> others(500);
    std::iota(others.begin(), others.end(), qint64(5'000));
    model.resetTo(std::move(others));
    scene.frame();
    QCOMPARE(scene.fault(model), QString());
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
