// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/articlelistmodel.h"
#include "support/archivebuilder.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int Articles = 120; // three pages

Card cardAt(const ArticleListModel &model, int row)
{
    return model.data(model.index(row), ArticleListModel::CardRole).value<Card>();
}

QStringList dumpOf(const ArticleListModel &model)
{
    return dump<Card>(model, "card", [](const Card &card) {
        return card.isLoaded ? u"%1 %2"_s.arg(card.articleId).arg(card.title)
                             : u"%1 …"_s.arg(card.articleId);
    });
}

/// The rows whose card is another article than the row's.
QStringList wrongRows(const ArticleListModel &model, const QHash<ArticleId, QString> &titles)
{
    QStringList wrong;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Card card = cardAt(model, row);
        const bool isRight = card.articleId == model.idAt(row) &&
                             (!card.isLoaded || card.title == titles.value(card.articleId));
        if (!isRight) {
            wrong << u"%1: %2"_s.arg(row).arg(card.title);
        }
    }
    return wrong;
}

bool isAllLoaded(const ArticleListModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!cardAt(model, row).isLoaded) {
            return false;
        }
    }
    return true;
}

/// Runs `work` after the model has asked for what was wanted, and before an answer can come.
/// QTimer::singleShot(0) would not: it posts an event, which comes before every timer.
class AfterFetch
{
public:
    template <typename Work>
    explicit AfterFetch(Work work)
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(work);
        m_timer.start(0);
    }

private:
    QTimer m_timer;
};

bool hasNewsOf(const QSignalSpy &changed, int first, int last)
{
    return std::any_of(changed.cbegin(), changed.cend(), [&](const QVariantList &news) {
        return news.at(0).toModelIndex().row() == first && news.at(1).toModelIndex().row() == last;
    });
}

} // namespace

class TestArticleListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int number = 1; number <= Articles; ++number) {
            m_archive.add(makeArticle(number));
        }
        for (const IndexRow &row : m_archive.commit().index.rows) {
            m_ids << row.id;
        }
        std::sort(m_ids.begin(), m_ids.end());
        QCOMPARE(m_ids.size(), Articles);
        for (int number = 1; number <= Articles; ++number) {
            m_titles.insert(m_archive.idOf(makeArticle(number)), u"Article %1"_s.arg(number));
        }
    }

    void init()
    {
        m_model = std::make_unique<ArticleListModel>(m_archive.store(), m_marks);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void aMarkShowsAtOnceAndStays()
    {
        m_model->setIds(m_ids.mid(0, 3));
        QTRY_VERIFY(isAllLoaded(*m_model));
        QSignalSpy changed(m_model.get(), &ArticleListModel::dataChanged);
        m_marks.setStarred(m_ids.at(1), true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(cardAt(*m_model, 1).isStarred);
        QVERIFY(!cardAt(*m_model, 0).isStarred);
        m_model->refresh(); // what is read now may be older than the mark
        QVERIFY(cardAt(*m_model, 1).isStarred);
        m_marks.setStarred(m_ids.at(1), false);
        QVERIFY(!cardAt(*m_model, 1).isStarred);
    }

    void isEmptyAtFirst()
    {
        QCOMPARE(dumpOf(*m_model), QStringList());
        QCOMPARE(m_model->idAt(0), 0);
        QCOMPARE(m_model->indexOf(m_ids.first()), -1);
    }

    void showsSkeletonsUntilThePageComes()
    {
        QSignalSpy counted(m_model.get(), &ArticleListModel::countChanged);
        m_model->setIds(m_ids.mid(0, 3));
        QCOMPARE(counted.size(), 1);
        QCOMPARE(dumpOf(*m_model),
                 (QStringList{u"%1 …"_s.arg(m_ids.at(0)), u"%1 …"_s.arg(m_ids.at(1)),
                              u"%1 …"_s.arg(m_ids.at(2))}));
        QTRY_COMPARE(dumpOf(*m_model), (QStringList{title(0), title(1), title(2)}));
        QCOMPARE(m_model->data(m_model->index(0), Qt::DisplayRole), m_titles.value(m_ids.at(0)));
    }

    void saysWhichRowsHaveCome()
    {
        m_model->setIds(m_ids);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        cardAt(*m_model, 50);
        QTRY_VERIFY(hasNewsOf(changed, 48, 95));
        QVERIFY(cardAt(*m_model, 50).isLoaded);
        QVERIFY(!cardAt(*m_model, 100).isLoaded);
    }

    void fetchesTheLastShortPage()
    {
        m_model->setIds(m_ids);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        cardAt(*m_model, Articles - 1);
        QTRY_VERIFY(hasNewsOf(changed, 96, Articles - 1));
    }

    void findsRowsBothWays()
    {
        m_model->setIds(m_ids);
        QCOMPARE(m_model->indexOf(m_ids.at(77)), 77);
        QCOMPARE(m_model->idAt(77), m_ids.at(77));
        QCOMPARE(m_model->idAt(-1), 0);
        QCOMPARE(m_model->idAt(Articles), 0);
        QCOMPARE(m_model->indexOf(0), -1);
        QCOMPARE(m_model->data(m_model->index(5), ArticleListModel::ArticleIdRole),
                 QVariant(m_ids.at(5)));
    }

    void neverShowsAnotherArticle()
    {
        QList<ArticleId> backwards = m_ids;
        std::reverse(backwards.begin(), backwards.end());
        QStringList wrong;
        const auto look = [&] { wrong << wrongRows(*m_model, m_titles); };
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this, look);
        connect(m_model.get(), &QAbstractItemModel::modelReset, this, look);
        m_model->setIds(m_ids);
        look();
        const AfterFetch otherOrders([&] {
            m_model->setIds(backwards);
            m_model->setIds(m_ids.mid(7, 60));
            m_model->setIds(backwards);
        });
        QTRY_VERIFY(m_model->ids() == backwards && isAllLoaded(*m_model));
        QCOMPARE(wrong, QStringList());
        QCOMPARE(wrongRows(*m_model, m_titles), QStringList());
    }

    void aShorterAnswerIsNotOutgrownByAnOlderPage()
    {
        m_model->setIds(m_ids);
        cardAt(*m_model, Articles - 1);
        const AfterFetch shorter([&] { m_model->setIds(m_ids.mid(0, 2)); });
        QTRY_COMPARE(m_model->rowCount(), 2);
        QTRY_VERIFY(isAllLoaded(*m_model));
        QCOMPARE(dumpOf(*m_model), (QStringList{title(0), title(1)}));
    }

    void theSameAnswerDisturbsNothing()
    {
        m_model->setIds(m_ids);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setIds(m_ids);
        QCOMPARE(reset.size(), 0);
    }

    void aNewOrderKeepsTheCardsThatAreThere()
    {
        m_model->setIds(m_ids.mid(0, 3));
        QTRY_VERIFY(isAllLoaded(*m_model));
        QSignalSpy counted(m_model.get(), &ArticleListModel::countChanged);
        m_model->setIds({m_ids.at(2), m_ids.at(0), m_ids.at(1)});
        QCOMPARE(dumpOf(*m_model), (QStringList{title(2), title(0), title(1)}));
        QCOMPARE(counted.size(), 0);
    }

    void anArticleThatIsGoneStaysASkeleton()
    {
        m_model->setIds({m_ids.at(0), 999'999});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(dumpOf(*m_model), (QStringList{title(0), u"999999 …"_s}));
        const auto answers = changed.size();
        QCOMPARE(dumpOf(*m_model).last(), u"999999 …"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(changed.size(), answers); // not asked for again and again
    }

    void changedArticlesAreFetchedAnew()
    {
        ArchiveBuilder archive;
        archive.add(makeArticle(1));
        archive.add(makeArticle(2));
        archive.commit();
        ArticleMarks marks(archive.store());
        ArticleListModel model(archive.store(), marks);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIds({archive.idOf(makeArticle(1)), archive.idOf(makeArticle(2))});
        QTRY_VERIFY(isAllLoaded(model));
        changeTitle(archive, 1);
        model.refresh();
        QCOMPARE(cardAt(model, 0).title, u"Article 1"_s); // until the new one has come
        QTRY_COMPARE(cardAt(model, 0).title, u"Changed 1"_s);
        QCOMPARE(cardAt(model, 1).title, u"Article 2"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        cardAt(model, 0);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0); // and nothing is asked for any more
    }

    void aPictureIsThereOnceItIsCarried()
    {
        ArchiveBuilder archive;
        Article article = makeArticle(1);
        article.pictures = {{u"https://p.example/1.jpg"_s, {}, {}, false, {}}};
        article.provider.logos = {{u"https://p.example/a.png"_s, {}, {}, false, {}},
                                  {u"https://p.example/b.png"_s, {}, {}, false, {}}};
        archive.add(article);
        archive.commit();
        ArticleMarks marks(archive.store());
        ArticleListModel model(archive.store(), marks);
        model.setIds({archive.idOf(article)});
        QTRY_VERIFY(isAllLoaded(model));
        QCOMPARE(cardAt(model, 0).picture + cardAt(model, 0).logo, QString());
        // The sidebar asks for the same logo as the cards do.
        QCOMPARE(answerOf(archive.store().indexRows(0, 10)).providers.first().logo,
                 cardAt(model, 0).missingLogo);
        QVERIFY(cardAt(model, 0).missingLogo > 0);
        archive.carry(u"https://p.example/1.jpg"_s, contentHash("one"));
        archive.carry(u"https://p.example/b.png"_s, contentHash("b"));
        archive.add(makeArticle(2));
        archive.commit();
        model.refresh();
        cardAt(model, 0);
        QTRY_VERIFY(cardAt(model, 0).picture.startsWith(u"image://picture/"));
        const auto logo = cardAt(model, 0).logo.section(u'/', -1).toLongLong();
        QCOMPARE(answerOf(archive.store().pictureOrigin(logo))->url, u"https://p.example/b.png"_s);
        const auto rows = answerOf(archive.store().indexRows(0, 10));
        QCOMPARE(rows.providers.first().logo, logo);
    }

    void aPictureThatArrivesIsThere()
    {
        ArchiveBuilder archive;
        for (int i = 1; i <= 2; ++i) {
            Article article = makeArticle(i);
            article.pictures = {{u"https://p.example/%1.jpg"_s.arg(i), {}, {}, false, {}}};
            archive.add(article);
        }
        archive.commit();
        ArticleMarks marks(archive.store());
        ArticleListModel model(archive.store(), marks);
        model.setIds({archive.idOf(makeArticle(1)), archive.idOf(makeArticle(2))});
        QTRY_VERIFY(isAllLoaded(model));
        const qint64 missing = cardAt(model, 1).missingPicture;
        QVERIFY(missing > 0);
        const QSignalSpy told(&model, &ArticleListModel::dataChanged);
        model.takeArrived({missing + 100});
        QCOMPARE(told.count(), 0);
        model.takeArrived({missing});
        QCOMPARE(told.count(), 1);
        QCOMPARE(cardAt(model, 1).picture, u"image://picture/%1"_s.arg(missing));
        QCOMPARE(cardAt(model, 1).missingPicture, 0);
        QVERIFY(cardAt(model, 0).missingPicture > 0);
    }

    // A page that was read before the change may come after the news of it.
    void anAnswerFromBeforeAChangeIsNotKept()
    {
        ArchiveBuilder archive;
        archive.add(makeArticle(1));
        archive.commit();
        ArticleMarks marks(archive.store());
        ArticleListModel model(archive.store(), marks);
        const ArticleId id = archive.idOf(makeArticle(1));
        model.setIds({id});
        cardAt(model, 0);
        bool isChanged = false;
        const AfterFetch change([&] {
            answerOf(archive.store().cards({id})); // the page has been read by now
            changeTitle(archive, 1);
            model.refresh();
            isChanged = true;
        });
        QTRY_VERIFY(isChanged);
        QTRY_COMPARE(cardAt(model, 0).title, u"Changed 1"_s);
    }

private:
    QString title(int row) const
    {
        return u"%1 %2"_s.arg(m_ids.at(row)).arg(m_titles.value(m_ids.at(row)));
    }

    static void changeTitle(ArchiveBuilder &archive, int number)
    {
        Article later = makeArticle(number);
        later.title = u"Changed %1"_s.arg(number);
        later.publishedAt = *later.publishedAt + 1;
        archive.add(later);
        archive.commit();
    }

    ArchiveBuilder m_archive;
    ArticleMarks m_marks{m_archive.store()};
    QList<ArticleId> m_ids;
    QHash<ArticleId, QString> m_titles;
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestArticleListModel)
#include "tst_articlelistmodel.moc"
