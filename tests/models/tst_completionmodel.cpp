// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/completionmodel.h"
#include "models/queryeditor.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestCompletionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QueryAnswer answer;
        answer.topics = {{1, u"AI Hardware"_s, {}, 2000, 1257, 0}, {2, u"Airships"_s, {}, 9, 3, 0}};
        m_editor = std::make_unique<QueryEditor>();
        m_completions = std::make_unique<CompletionModel>(*m_editor);
        m_completions->setAnswer({}, answer);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_completions.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    // As if the row were taken, beside all else that is asked.
    void asksForTheCountOfEachRow_data()
    {
        QTest::addColumn<QString>("chips");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("queries");
        QTest::newRow("topics") << u"quality:80.."_s << u"fox topic:ai"_s
                                << QStringList{u"fox topic:\"AI Hardware\" quality:80.."_s,
                                               u"fox topic:Airships quality:80.."_s};
        QTest::newRow("half a word is none")
            << QString() << u"airs"_s << QStringList{u"topic:Airships"_s};
        QTest::newRow("left out") << u"fox"_s << u"-airs"_s
                                  << QStringList{u"fox -topic:Airships"_s};
        QTest::newRow("one more of a list")
            << u"topic:Owls"_s << u"topic:airs"_s << QStringList{u"topic:Owls,Airships"_s};
        QTest::newRow("yes or no")
            << u"fox"_s << u"has:"_s
            << QStringList{u"fox has:picture"_s, u"fox has:related"_s, u"fox has:body"_s,
                           u"fox has:tag"_s, u"fox has:note"_s};
        QTest::newRow("a key of ranges")
            << u"fox"_s << u"qual"_s << QStringList{u"fox -quality:none"_s};
        QTest::newRow("a key that asks for nothing yet") << u"fox"_s << u"title"_s << QStringList();
        QTest::newRow("an order") << u"fox"_s << u"sort:q"_s << QStringList();
    }

    void asksForTheCountOfEachRow()
    {
        QFETCH(QString, chips);
        QFETCH(QString, typed);
        m_editor->setText(chips);
        m_completions->suggest(typed, int(typed.size()));
        QVERIFY(m_completions->rowCount() > 0);
        QStringList queries;
        for (const Query &query : m_completions->queries()) {
            queries << queryText(query);
        }
        QTEST(queries, "queries");
    }

    void tellsTheCountsWhenTheyCome()
    {
        const auto rows = [this] { return dump(*m_completions, {"label", "countText"}); };
        m_completions->suggest(u"topic:ai"_s, 8);
        QCOMPARE(rows(), (QStringList{u"AI Hardware | "_s, u"Airships | "_s}));
        m_completions->setCounts({5, 1257}); // nothing moves under the hand
        QCOMPARE(rows(), (QStringList{u"AI Hardware | 5"_s, u"Airships | 1,257"_s}));
        m_completions->setCounts({1}); // of other rows
        QCOMPARE(rows(), (QStringList{u"AI Hardware | 5"_s, u"Airships | 1,257"_s}));
        m_completions->suggest(u"topic:airs"_s, 10); // asks the same as a letter ago
        QCOMPARE(rows(), QStringList{u"Airships | 1,257"_s});
        m_completions->setCounts({-1});
        QCOMPARE(rows(), QStringList{u"Airships | "_s});
    }

    // The answer to half a word has few of what is meant.
    void ranksByTheAnswerWithoutTheWord()
    {
        QueryAnswer answer;
        answer.topics = {{1, u"AI Hardware"_s, {}, 2000, 0, 0}, {2, u"Airships"_s, {}, 9, 3, 0}};
        const auto labels = [this] { return dump(*m_completions, {"label"}); };
        m_completions->suggest(u"a"_s, 1);
        m_completions->setAnswer(*m_editor->queryWith(u"a"_s), answer);
        m_completions->suggest(u"ai"_s, 2);
        QCOMPARE(labels(), (QStringList{u"AI Hardware"_s, u"Airships"_s}));
        m_completions->suggest(u"fox ai"_s, 6); // its rest has not been asked
        QCOMPARE(labels(), (QStringList{u"Airships"_s, u"AI Hardware"_s}));
    }

    void putsWhatIsTakenInItsPlace()
    {
        m_completions->suggest(u"fox topic:ai red"_s, 12);
        QCOMPARE(m_completions->textWith(0).simplified(), u"fox topic:\"AI Hardware\" red"_s);
        QVERIFY(
            m_completions->textWith(0).left(m_completions->cursorWith(0)).contains(u"Hardware"_s));
        QCOMPARE(m_completions->textWith(99), u"fox topic:ai red"_s);
    }

    void isSilentWhereNothingIsTyped()
    {
        m_completions->suggest(u"qual"_s, 4);
        QVERIFY(m_completions->rowCount() > 0);
        m_completions->suggest(u" "_s, 1);
        QCOMPARE(m_completions->rowCount(), 0);
        m_completions->suggest(u"fox "_s, 4);
        QCOMPARE(m_completions->rowCount(), 0);
        m_completions->suggest(u"qual"_s, 4);
        m_completions->clear();
        QCOMPARE(m_completions->rowCount(), 0);
    }

private:
    const English m_english;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<CompletionModel> m_completions;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestCompletionModel)
#include "tst_completionmodel.moc"
