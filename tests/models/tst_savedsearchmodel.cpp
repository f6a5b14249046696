// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "english.h"
#include "models/queryeditor.h"
#include "models/savedsearchmodel.h"
#include "support/archivebuilder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestSavedSearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        m_editor = std::make_unique<QueryEditor>();
        m_searches = std::make_unique<SavedSearchModel>(m_archive->store(), *m_editor);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_searches.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_searches.reset();
    }

    void savesTheQueryUnderItsName()
    {
        m_editor->setText(u"quality:80.. topic:Owls"_s);
        m_searches->add({});
        m_editor->setText(u"date:last-30-days"_s);
        m_searches->add(u"  New  ones "_s);
        QCOMPARE(names(), (QStringList{u"Owls, Quality 80 and up"_s, u"New ones"_s}));
        QCOMPARE(chosen(), (QList<bool>{false, true}));
        m_searches->open(0);
        QCOMPARE(m_editor->text(), u"topic:Owls quality:80.."_s);
        QCOMPARE(kept(), names());
    }

    void saysWhetherOneOfThemIsAsked()
    {
        const QSignalSpy told(m_searches.get(), &SavedSearchModel::chosenChanged);
        m_editor->setText(u"topic:Owls"_s);
        QVERIFY(!m_searches->isAnyChosen());
        m_searches->add({});
        QVERIFY(m_searches->isAnyChosen());
        QVERIFY(!told.isEmpty());
        const auto before = told.size();
        m_editor->setText(u"topic:Owls is:starred"_s);
        QVERIFY(!m_searches->isAnyChosen());
        QVERIFY(told.size() > before);
        m_searches->open(0);
        m_searches->remove(0);
        QVERIFY(!m_searches->isAnyChosen());
    }

    void isThereAgainAtTheNextStart()
    {
        m_editor->setText(u"is:starred"_s);
        m_searches->add(u"Stars"_s);
        m_searches->add(u"Again"_s);
        m_searches->rename(1, u"Once more"_s);
        m_searches->move(1, 0);
        QCOMPARE(kept(), (QStringList{u"Once more"_s, u"Stars"_s}));
        SavedSearchModel later(m_archive->store(), *m_editor);
        const QSignalSpy loaded(&later, &SavedSearchModel::queriesChanged);
        later.load();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(dataOf(later, SavedSearchModel::NameRole),
                 (QStringList{u"Once more"_s, u"Stars"_s}));
    }

    void everyChangeCanBeTakenBack()
    {
        for (const char *name : {"A", "B", "C"}) {
            m_searches->add(QString::fromLatin1(name));
        }
        m_searches->remove(1);
        m_searches->remove(0);
        m_searches->rename(0, u"Sea"_s);
        m_searches->rename(0, u" Sea "_s); // no change
        m_searches->add(u"D"_s);
        m_searches->move(1, 0);
        m_searches->remove(1);
        QCOMPARE(kept(), QStringList{u"D"_s});
        const auto back = [this] {
            const QString text = m_searches->undoText();
            m_searches->undo();
            return text + u": "_s + kept().join(u' ');
        };
        QCOMPARE(back(), u"Put back “Sea”: D Sea"_s);
        QCOMPARE(back(), u"Move “D” back: Sea D"_s);
        QCOMPARE(back(), u"Take “D” away again: Sea"_s);
        QCOMPARE(back(), u"Call it “C” again: C"_s);
        QCOMPARE(back(), u"Put back “A”: A C"_s);
        QCOMPARE(back(), u"Put back “B”: A B C"_s);
        QCOMPARE(back(), u"Take “C” away again: A B"_s);
        QCOMPARE(back(), u"Take “B” away again: A"_s);
        QCOMPARE(back(), u"Take “A” away again: "_s);
        QCOMPARE(m_searches->undoText(), QString());
    }

    void knowsWhetherItsChangeCameAfterTheQuerys()
    {
        m_editor->setText(u"quality:70.."_s);
        m_searches->add(u"A"_s);
        m_editor->setText(u"quality:80.."_s);
        QVERIFY(!m_searches->isChangedLast());
        m_searches->add(u"B"_s);
        m_searches->remove(0);
        QVERIFY(m_searches->isChangedLast());
        m_searches->undo();
        QVERIFY(m_searches->isChangedLast());
        m_searches->undo();
        QVERIFY(!m_searches->isChangedLast());
        QCOMPARE(kept(), QStringList{u"A"_s});
        m_searches->remove(0);
        m_editor->setText(u"quality:90.."_s);
        QVERIFY(!m_searches->isChangedLast());
        QVERIFY(!m_searches->undoText().isEmpty()); // by hand it still is
    }

    void showsCountsOfItsOwnQueriesAlone()
    {
        m_editor->setText(u"quality:80.."_s);
        m_searches->add(u"Good"_s);
        QCOMPARE(m_searches->queries({2024, 6, 30}).size(), 1);
        m_searches->setCounts({1257});
        QCOMPARE(dataOf(*m_searches, SavedSearchModel::CountTextRole), QStringList{u"1,257"_s});
        m_searches->setCounts({1, 2}); // of a list that is gone
        QCOMPARE(dataOf(*m_searches, SavedSearchModel::CountTextRole), QStringList{u"1,257"_s});
    }

    void knowsAProviderByEveryName()
    {
        for (const QString &name : {u"en daily"_s, u"News.example"_s, u"example NEWS"_s, u"EN"_s}) {
            m_editor->setText(u"provider:\""_s + name + u'"');
            m_searches->add({});
        }
        QueryAnswer answer;
        answer.providers = {{1, u"Example News"_s, u"news.example"_s, 9, 9, 0, {}}};
        m_searches->setNames(answer);
        QVERIFY(!dataOf(*m_searches, SavedSearchModel::ProblemRole).first().isEmpty());
        answer.providers.first().aliases = {u"EN Daily"_s}; // an import tells of it
        m_searches->setNames(answer);
        QCOMPARE(dataOf(*m_searches, SavedSearchModel::ProblemRole),
                 (QStringList{{}, {}, {}, u"No article is from EN."_s}));
    }

    void saysWhyASearchFindsNothing()
    {
        answerOf(m_archive->store().keepSavedSearches(
            {{0, u"Old"_s, u"topic:Gone"_s}, {0, u"Broken"_s, u"quality:8o.."_s}}));
        m_searches->load();
        QTRY_COMPARE(m_searches->rowCount(), 2);
        QueryAnswer answer;
        answer.topics = {{1, u"Owls"_s, {}, 3, 3, 0}};
        m_searches->setNames(answer);
        const QStringList problems = dataOf(*m_searches, SavedSearchModel::ProblemRole);
        QCOMPARE(problems.at(0), u"No article has the topic Gone."_s);
        QVERIFY(problems.at(1).contains(u"8o"_s));
        m_editor->setText(u"quality:80.."_s);
        m_searches->open(1); // what makes no sense changes nothing
        QCOMPARE(m_editor->text(), u"quality:80.."_s);
        QCOMPARE(m_searches->problem(), problems.at(1));
        m_searches->open(0);
        QCOMPARE(m_searches->problem(), QString());
    }

private:
    static QStringList dataOf(const SavedSearchModel &model, int role)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts << model.index(row).data(role).toString();
        }
        return texts;
    }
    QStringList names() const { return dataOf(*m_searches, SavedSearchModel::NameRole); }
    QList<bool> chosen() const
    {
        QList<bool> flags;
        for (int row = 0; row < m_searches->rowCount(); ++row) {
            flags << m_searches->index(row).data(SavedSearchModel::ChosenRole).toBool();
        }
        return flags;
    }
    QStringList kept()
    {
        // The one writer has written before it answers this.
        answerOf(m_archive->store().rememberQuery(u"x"_s));
        QStringList found;
        for (const SavedSearch &search : answerOf(m_archive->store().savedSearches())) {
            found << search.name;
        }
        return found;
    }

    const English m_english;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<QueryEditor> m_editor;
    std::unique_ptr<SavedSearchModel> m_searches;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestSavedSearchModel)
#include "tst_savedsearchmodel.moc"
