// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/completionmodel.h"
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
        m_completions = std::make_unique<CompletionModel>();
        m_completions->setAnswer(answer);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_completions.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void tellsTopicsWithTheirCounts()
    {
        m_completions->suggest(u"topic:ai"_s, 8);
        QCOMPARE(m_completions->rowCount(), 2);
        const QModelIndex first = m_completions->index(0);
        QCOMPARE(first.data(CompletionModel::LabelRole).toString(), u"AI Hardware"_s);
        QCOMPARE(first.data(CompletionModel::CountTextRole).toString(), u"1,257"_s);
    }

    void countsAnewWhenTheAnswerComes()
    {
        const auto rows = [this] { return dump(*m_completions, {"label", "countText"}); };
        m_completions->suggest(u"topic:ai"_s, 8);
        QueryAnswer answer;
        answer.topics = {{1, u"AI Hardware"_s, {}, 2000, 1, 0}, {2, u"Airships"_s, {}, 9, 5, 0}};
        m_completions->setAnswer(answer); // what was typed had to be looked for
        QCOMPARE(rows(), (QStringList{u"Airships | 5"_s, u"AI Hardware | 1"_s}));
        answer.topics[0].count = 7;
        m_completions->setAnswer(answer); // an import: nothing moves under the hand
        QCOMPARE(rows(), (QStringList{u"Airships | 5"_s, u"AI Hardware | 7"_s}));
        m_completions->clear();
        m_completions->setAnswer(answer);
        QCOMPARE(m_completions->rowCount(), 0);
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
    std::unique_ptr<CompletionModel> m_completions;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestCompletionModel)
#include "tst_completionmodel.moc"
