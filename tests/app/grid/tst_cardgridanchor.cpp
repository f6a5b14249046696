// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridscene.h"

#include <QSignalSpy>

using Microfiche::CardGrid;

class tst_CardGridAnchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }

    void keepsItsArticleThroughAnotherWidth_data();
    void keepsItsArticleThroughAnotherWidth();
    void keepsTheTopThroughAnotherWidth();
    void keepsTheCurrentCardInViewWhenNarrowed();
    void findsItsArticleInANewList();
    void beginsAtTheTopOfAListWithoutIt();
    void staysAtTheTopOfANewList();
};

void tst_CardGridAnchor::keepsItsArticleThroughAnotherWidth_data()
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

void tst_CardGridAnchor::keepsItsArticleThroughAnotherWidth()
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

void tst_CardGridAnchor::keepsTheTopThroughAnotherWidth()
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

void tst_CardGridAnchor::keepsTheCurrentCardInViewWhenNarrowed()
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

void tst_CardGridAnchor::findsItsArticleInANewList()
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
    even.erase(even.begin() + 801);
    even.push_back(4'005);
    model.resetTo(even); // the current article is far away now, and does not pull the view along
    scene.frame();
    QCOMPARE(scene.yOf(4'000), 5.0);
    QCOMPARE(scene.grid->currentIndex(), 9'999);
    QCOMPARE(scene.fault(model), QString());
}

void tst_CardGridAnchor::beginsAtTheTopOfAListWithoutIt()
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

void tst_CardGridAnchor::staysAtTheTopOfANewList()
{
    FakeModel model(10'000);
    GridScene scene(&model);
    std::vector<qint64> backwards(model.articles.rbegin(), model.articles.rend());
    model.resetTo(backwards);
    scene.frame();
    QCOMPARE(scene.grid->firstVisibleIndex(), 0);
    QCOMPARE(scene.yOf(9'999), 0.0);
}

QTEST_MAIN(tst_CardGridAnchor)
#include "tst_cardgridanchor.moc"
