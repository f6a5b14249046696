// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/facetmodel.h"
#include "query/querytext.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

const QList<FacetCount> Topics{{1, u"Foxes"_s, {}, 1592, 0, 0},
                               {2, u"Birds"_s, {}, 90, 40, 0},
                               {3, u"Winter"_s, {}, 90, 7, 0},
                               {4, u"Owls"_s, {}, 3, 3, 0}};

QueryAnswer answerOfTopics(const QList<FacetCount> &topics)
{
    QueryAnswer answer;
    answer.topics = topics;
    return answer;
}

Query read(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

} // namespace

class TestFacetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_topics = std::make_unique<FacetModel>(FacetModel::Of::Topics);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_topics.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_topics.reset();
    }

    void isEmptyAtFirst()
    {
        QCOMPARE(m_topics->rowCount(), 0);
        QCOMPARE(m_topics->valueCount(), 0);
        QCOMPARE(m_topics->hiddenCount(), 0);
        QCOMPARE(m_topics->largest(), 0);
        QCOMPARE(m_topics->keyAt(0), QString());
    }

    void theLargestComeFirstAndThoseWithNothingLast()
    {
        m_topics->setAnswer({}, answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"name", "count", "total", "chosen"}),
                 (QStringList{u"Birds | 40 | 90 | false"_s, u"Winter | 7 | 90 | false"_s,
                              u"Owls | 3 | 3 | false"_s, u"Foxes | 0 | 1592 | false"_s}));
        QCOMPARE(m_topics->largest(), 1592);
        QCOMPARE(m_topics->keyAt(0), u"Birds"_s);
        QCOMPARE(m_topics->keyAt(4), QString());
        QCOMPARE(m_topics->keyAt(-1), QString());
    }

    void aLongListLeavesOutWhatHasNone()
    {
        m_topics->setShownLimit(3);
        m_topics->setAnswer({}, answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"name"}), (QStringList{u"Birds"_s, u"Winter"_s, u"Owls"_s}));
        QCOMPARE(m_topics->hiddenCount(), 0);
        QCOMPARE(m_topics->hiddenWithNone(), 1);
        QList<FacetCount> topics = Topics;
        for (FacetCount &topic : topics) {
            topic.count = topic.id == 4 ? 3 : 0;
        }
        m_topics->setAnswer({}, answerOfTopics(topics));
        QCOMPARE(dump(*m_topics, {"name"}), QStringList{u"Owls"_s});
        QCOMPARE(m_topics->hiddenWithNone(), 3);
        m_topics->setSought(u"winter"_s); // what is looked for is there
        QCOMPARE(dump(*m_topics, {"name"}), QStringList{u"Winter"_s});
        m_topics->setSought({});
        m_topics->setShowsNone(true);
        QCOMPARE(m_topics->rowCount(), 3);
        QCOMPARE(m_topics->hiddenCount(), 1);
        QCOMPARE(m_topics->hiddenWithNone(), 0);
        m_topics->setShowsNone(false);
        m_topics->setShownLimit(4); // a short list is all there
        QCOMPARE(m_topics->rowCount(), 4);
    }

    // The archive knows it of mentions alone, and those are not asked for.
    void whatNothingAskedForCanHaveIsNoRow()
    {
        QList<FacetCount> topics = Topics;
        topics.append({{5, u"Bats"_s, {}, 0, 0, 0}, {6, u"Moles"_s, {}, 0, 0, 0}});
        m_topics->setAnswer(read(u"topic:Moles"_s), answerOfTopics(topics));
        QCOMPARE(m_topics->valueCount(), 5);
        QVERIFY(!dump(*m_topics, {"name"}).contains(u"Bats"_s));
        QVERIFY(dump(*m_topics, {"name", "chosen"}).contains(u"Moles | true"_s));
    }

    void aChosenOneIsNotAmongTheLast()
    {
        m_topics->setAnswer(read(u"topic:foxes"_s), answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"name", "chosen"}).first(), u"Foxes | true"_s);
    }

    void countsAreWrittenAsAPersonReadsThem()
    {
        QList<FacetCount> topics = Topics;
        topics[0].count = 1592;
        m_topics->setAnswer({}, answerOfTopics(topics));
        QCOMPARE(dump(*m_topics, {"countText"}).first(), u"1,592"_s);
    }

    void hidesWhatIsBeyondTheLimit()
    {
        m_topics->setShownLimit(2);
        m_topics->setAnswer({}, answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"name"}), (QStringList{u"Birds"_s, u"Winter"_s}));
        QCOMPARE(m_topics->valueCount(), 4);
        QCOMPARE(m_topics->hiddenCount(), 1);
        QCOMPARE(m_topics->hiddenWithNone(), 1); // Foxes
        QSignalSpy inserted(m_topics.get(), &QAbstractItemModel::rowsInserted);
        m_topics->setShownLimit(10);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(m_topics->hiddenCount(), 0);
        QSignalSpy removed(m_topics.get(), &QAbstractItemModel::rowsRemoved);
        m_topics->setShownLimit(1);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(dump(*m_topics, {"name"}), QStringList{u"Birds"_s});
    }

    void aChosenOneStaysInSight()
    {
        m_topics->setShownLimit(1);
        m_topics->setAnswer(read(u"topic:Owls,Winter"_s), answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"name", "chosen"}),
                 (QStringList{u"Birds | false"_s, u"Winter | true"_s, u"Owls | true"_s}));
        QCOMPARE(m_topics->hiddenCount(), 0);
        QCOMPARE(m_topics->hiddenWithNone(), 1);
        QCOMPARE(m_topics->keyAt(2), u"Owls"_s);
    }

    void rowsStayWhereTheCountsMove()
    {
        m_topics->setAnswer({}, answerOfTopics(Topics));
        QSignalSpy reset(m_topics.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_topics.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy counts(m_topics.get(), &FacetModel::countsChanged);
        QList<FacetCount> topics = Topics;
        topics[1].count = 1;
        m_topics->setAnswer({}, answerOfTopics(topics));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(counts.size(), 1);
        QCOMPARE(dump(*m_topics, {"name", "count"}).first(), u"Birds | 1"_s);
        m_topics->setAnswer({}, answerOfTopics({}));
        QCOMPARE(m_topics->rowCount(), 0);
    }

    void aProviderIsItsDomain()
    {
        FacetModel providers(FacetModel::Of::Providers);
        const QAbstractItemModelTester tester(
            &providers, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QueryAnswer answer;
        answer.providers = {{1, u"Example News"_s, u"news.example"_s, 9, 9, 77},
                            {2, {}, u"bare.example"_s, 5, 5, 0},
                            {3, u"By name"_s, {}, 2, 2, 0}};
        providers.setAnswer(read(u"provider:\"example news\",BARE.example"_s), answer);
        QCOMPARE(dump(providers, {"name", "key", "initials", "logo", "chosen"}),
                 (QStringList{u"Example News | example news | EN | image://picture/77 | true"_s,
                              u"bare.example | BARE.example | BE |  | true"_s,
                              u"By name | By name | BN |  | false"_s}));
    }

    // A row that the query names in another way is chosen, and comes out of it under that name.
    void aProviderGoesByEveryNameOfIts()
    {
        FacetModel providers(FacetModel::Of::Providers);
        QueryAnswer answer;
        answer.providers = {{1, u"Example News"_s, u"news.example"_s, 9, 9, 0, {u"EN Daily"_s}},
                            {2, u"Other"_s, u"other.example"_s, 5, 5, 0, {u"Otherwise"_s}}};
        providers.setAnswer(read(u"provider:\"en daily\" -provider:OTHERWISE"_s), answer);
        QCOMPARE(dump(providers, {"name", "key", "chosen", "excluded"}),
                 (QStringList{u"Example News | en daily | true | false"_s,
                              u"Other | OTHERWISE | false | true"_s}));
        providers.setAnswer({}, answer);
        QCOMPARE(dump(providers, {"key", "chosen"}),
                 (QStringList{u"news.example | false"_s, u"other.example | false"_s}));
        providers.setSought(u"daily"_s);
        QCOMPARE(dump(providers, {"name"}), QStringList{u"Example News"_s});
    }

    void unsafeNamesAreShownSafelyAndAskedForAsTheyAre()
    {
        m_topics->setAnswer({}, answerOfTopics({{1, u"a\u202e\nb"_s, {}, 1, 1, 0}}));
        QCOMPARE(dump(*m_topics, {"name"}), QStringList{u"a b"_s});
        QCOMPARE(m_topics->keyAt(0), u"a\u202e\nb"_s);
    }

    void aNameAlwaysHasItsHue()
    {
        m_topics->setAnswer({}, answerOfTopics(Topics));
        const QStringList before = dump(*m_topics, {"hue"});
        m_topics->setAnswer({}, answerOfTopics(Topics));
        QCOMPARE(dump(*m_topics, {"hue"}), before);
        QVERIFY(before.at(0) != before.at(1));
    }

private:
    const English m_english;
    std::unique_ptr<FacetModel> m_topics;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
