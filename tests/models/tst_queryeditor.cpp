// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipwords.h"
#include "english.h"
#include "models/queryeditor.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QDate day(int year, int month, int dayOfMonth)
{
    return {year, month, dayOfMonth};
}

} // namespace

class TestQueryEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_editor = std::make_unique<QueryEditor>(); }

    void asksForEverythingAtFirst()
    {
        QVERIFY(m_editor->isEmpty());
        QCOMPARE(m_editor->query(), Query());
        QCOMPARE(m_editor->text(), QString());
        QCOMPARE(labels(*m_editor), QStringList());
        QCOMPARE(m_editor->sortText(), u"Newest first"_s);
    }

    void takesWhatIsTypedAtOnce()
    {
        QSignalSpy changed(m_editor.get(), &QueryEditor::changed);
        m_editor->setTyped(u"frost quality:80.."_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_editor->text(), u"frost quality:80.."_s);
        QCOMPARE(labels(*m_editor), QStringList()); // the text says it already
        m_editor->setTyped(u"frost quality:80.. "_s);
        QCOMPARE(changed.size(), 1); // asks for the same
        m_editor->setTyped({});
        QCOMPARE(changed.size(), 2);
        QVERIFY(m_editor->isEmpty());
    }

    void hintsAtASlipWhateverIsFound()
    {
        const auto hint = [this] {
            return u"%1 %2 %3"_s.arg(m_editor->hintStart())
                .arg(m_editor->hintLength())
                .arg(m_editor->hintText());
        };
        const QString said = u"qualty: is no key, so it is looked for as a word. Write "
                             "quality:80.. for the key."_s;
        m_editor->setTyped(u"frost qualty:80.."_s);
        QCOMPARE(hint(), u"6 7 "_s + said);
        QCOMPARE(m_editor->errorText(), QString());
        m_editor->acceptTyped(); // chips have no place in the text
        QCOMPARE(hint(), u"0 0 "_s + said);
        m_editor->setTyped(u"title:("_s);
        QVERIFY2(hint().startsWith(u"0 7 The bracket behind title:"_s), qPrintable(hint()));
        m_editor->setTyped(u"heat:"_s);
        QCOMPARE(hint(), u"0 0 "_s); // an error goes first
        m_editor->setTyped({});
        QCOMPARE(hint(), u"0 0 "_s + said);
        m_editor->clear();
        QCOMPARE(hint(), u"0 0 "_s);
    }

    void anErrorKeepsTheLastGoodQuery()
    {
        m_editor->setTyped(u"frost quality:80.."_s);
        QSignalSpy changed(m_editor.get(), &QueryEditor::changed);
        QSignalSpy typed(m_editor.get(), &QueryEditor::typedChanged);
        m_editor->setTyped(u"frost quality:8o.."_s);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(m_editor->text(), u"frost quality:80.."_s);
        QCOMPARE(m_editor->errorText(),
                 u"8o.. is not a number. Write quality:80.. for 80 and up."_s);
        QCOMPARE(m_editor->errorStart(), 14);
        QCOMPARE(m_editor->errorLength(), 4);
        m_editor->setTyped(u"frost"_s);
        QCOMPARE(m_editor->errorText(), QString());
        QCOMPARE(m_editor->text(), u"frost"_s);
    }

    void wrongTextIsNotAccepted()
    {
        m_editor->setTyped(u"frost sort:size"_s);
        m_editor->acceptTyped();
        QCOMPARE(m_editor->typed(), u"frost sort:size"_s);
        QVERIFY(!m_editor->errorText().isEmpty());
        QCOMPARE(labels(*m_editor), QStringList());
    }

    // What is chosen by hand after something else was typed is what the user wants now.
    void anEditIsStrongerThanWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<std::function<void(QueryEditor &)>>("edit");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("typedAfter");
        const auto row = [](const char *name, const QString &typed,
                            const std::function<void(QueryEditor &)> &edit, const QString &query,
                            const QString &typedAfter) {
            QTest::newRow(name) << typed << edit << query << typedAfter;
        };
        row("dates", u"fox date:2021"_s,
            [](QueryEditor &e) {
                e.setDates({day(2023, 1, 1), {}}, Missing::Excluded);
            },
            u"fox date:2023.."_s, {});
        row("no dates", u"fox date:2021"_s,
            [](QueryEditor &e) { e.setDates({}, Missing::Excluded); }, u"fox"_s, {});
        row("qualities", u"quality:80.."_s,
            [](QueryEditor &e) {
                e.setQualities({{}, 50}, Missing::Excluded);
            },
            u"quality:..50"_s, {});
        row("order", u"fox sort:quality"_s, [](QueryEditor &e) { e.setSort(QueryEditor::TitleUp); },
            u"fox sort:title"_s, {});
        row("all articles", u"is:mention"_s,
            [](QueryEditor &e) { e.show(QueryEditor::AllArticles); }, {}, {});
        row("not unpublished", u"is:unpublished"_s,
            [](QueryEditor &e) { e.show(QueryEditor::AllArticles); }, {}, {});
        row("another topic", u"topic:A"_s, [](QueryEditor &e) { e.chooseTopic(u"B"_s, false); },
            u"topic:B"_s, {});
        row("no topic", u"topic:A"_s, [](QueryEditor &e) { e.chooseTopic(u"A"_s, false); }, {}, {});
        row("one more topic", u"topic:A"_s, [](QueryEditor &e) { e.chooseTopic(u"B"_s, true); },
            u"topic:A,B"_s, {});
        row("one topic less", u"topic:A,B"_s, [](QueryEditor &e) { e.chooseTopic(u"a"_s, true); },
            u"topic:B"_s, {});
        row("another provider", u"provider:a.example"_s,
            [](QueryEditor &e) { e.chooseProvider(u"b.example"_s, false); },
            u"provider:b.example"_s, {});
        row(
            "another thing", u"fox quality:80.."_s,
            [](QueryEditor &e) {
                e.setDates({day(2023, 1, 1), {}}, Missing::Excluded);
            },
            u"fox date:2023.. quality:80.."_s, u"fox quality:80.."_s);
    }

    void anEditIsStrongerThanWhatWasTyped()
    {
        QFETCH(QString, typed);
        QFETCH(std::function<void(QueryEditor &)>, edit);
        QFETCH(QString, query);
        QFETCH(QString, typedAfter);
        m_editor->setTyped(typed);
        edit(*m_editor);
        QCOMPARE(m_editor->text(), query);
        QCOMPARE(m_editor->typed(), typedAfter);
    }

    void wrongTextStaysToBeMendedWhenSomethingElseIsEdited()
    {
        m_editor->setTyped(u"fox date:2021"_s);
        m_editor->setTyped(u"fox date:2021 quality:8o"_s);
        m_editor->setDates({day(2023, 1, 1), {}}, Missing::Excluded);
        QCOMPARE(m_editor->typed(), u"fox date:2021 quality:8o"_s);
        QVERIFY(!m_editor->errorText().isEmpty());
        QCOMPARE(m_editor->text(), u"fox date:2023.."_s);
    }

    void clearsAllButTheOrder()
    {
        m_editor->setQuery(read(u"red topic:A is:mention sort:heat"_s));
        m_editor->setTyped(u"fox quality:8o"_s);
        m_editor->clear();
        QVERIFY(m_editor->isEmpty());
        QCOMPARE(m_editor->typed(), QString());
        QCOMPARE(m_editor->errorText(), QString());
        QCOMPARE(labels(*m_editor), QStringList());
        QCOMPARE(m_editor->sort(), QueryEditor::HottestFirst);
    }

    void choosesTopics()
    {
        m_editor->chooseTopic(u"A"_s, false);
        QCOMPARE(m_editor->text(), u"topic:A"_s);
        m_editor->chooseTopic(u"B"_s, true);
        QCOMPARE(m_editor->text(), u"topic:A,B"_s);
        m_editor->chooseTopic(u"a"_s, true); // the same topic, whatever its letters
        QCOMPARE(m_editor->text(), u"topic:B"_s);
        m_editor->chooseTopic(u"B"_s, false);
        QCOMPARE(m_editor->text(), QString());
        m_editor->chooseTopic(u"A"_s, true);
        m_editor->chooseTopic(u"B"_s, true);
        m_editor->chooseTopic(u"B"_s, false); // of two, this one alone
        QCOMPARE(m_editor->text(), u"topic:B"_s);
    }

    void choosesProviders()
    {
        m_editor->chooseProvider(u"a.example"_s, false);
        m_editor->chooseProvider(u"b.example"_s, true);
        QCOMPARE(m_editor->text(), u"provider:a.example,b.example"_s);
        m_editor->chooseProvider(u"a.example"_s, true);
        m_editor->chooseProvider(u"b.example"_s, false);
        QVERIFY(m_editor->isEmpty());
    }

    // The order that every query has if none is named can be named over another one.
    void theFirstOrderCanBeTypedOverAnother()
    {
        m_editor->setSort(QueryEditor::TitleUp);
        m_editor->setTyped(u"fox"_s);
        QCOMPARE(m_editor->sort(), QueryEditor::TitleUp);
        m_editor->setTyped(u"fox sort:date"_s);
        QCOMPARE(m_editor->sort(), QueryEditor::Newest);
        m_editor->setSort(QueryEditor::BestFirst); // newer than what is typed
        QCOMPARE(m_editor->sort(), QueryEditor::BestFirst);
        m_editor->setTyped(u"sort:date"_s);
        m_editor->acceptTyped();
        QCOMPARE(m_editor->sort(), QueryEditor::Newest);
    }

    void sorts_data()
    {
        QTest::addColumn<QueryEditor::Sort>("sort");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("newest") << QueryEditor::Newest << QString() << u"Newest first"_s;
        QTest::newRow("oldest") << QueryEditor::Oldest << u"sort:-date"_s << u"Oldest first"_s;
        QTest::newRow("best") << QueryEditor::BestFirst << u"sort:quality"_s
                              << u"Quality, best first"_s;
        QTest::newRow("worst") << QueryEditor::WorstFirst << u"sort:-quality"_s
                               << u"Quality, lowest first"_s;
        QTest::newRow("hottest") << QueryEditor::HottestFirst << u"sort:heat"_s
                                 << u"Heat, hottest first"_s;
        QTest::newRow("coolest") << QueryEditor::CoolestFirst << u"sort:-heat"_s
                                 << u"Heat, coolest first"_s;
        QTest::newRow("title") << QueryEditor::TitleUp << u"sort:title"_s << u"Title, A to Z"_s;
        QTest::newRow("title down")
            << QueryEditor::TitleDown << u"sort:-title"_s << u"Title, Z to A"_s;
        QTest::newRow("provider") << QueryEditor::ProviderUp << u"sort:provider"_s
                                  << u"Provider, A to Z"_s;
        QTest::newRow("provider reversed")
            << QueryEditor::ProviderDown << u"sort:-provider"_s << u"Provider, Z to A"_s;
    }

    void sorts()
    {
        QFETCH(QueryEditor::Sort, sort);
        QFETCH(QString, text);
        QFETCH(QString, words);
        m_editor->setSort(sort);
        QCOMPARE(m_editor->sort(), sort);
        QCOMPARE(m_editor->text(), text);
        QCOMPARE(m_editor->sortText(), words);
        QVERIFY(m_editor->isEmpty()); // an order is no filter
        m_editor->setSort(QueryEditor::Newest);
        QCOMPARE(m_editor->text(), QString());
    }

    void anUnfinishedKeyIsLeftOut()
    {
        m_editor->setTyped(u"fox topic"_s);
        QCOMPARE(m_editor->text(), u"fox topic"_s);
        m_editor->setTyped(u"fox topic:"_s);
        QVERIFY(!m_editor->errorText().isEmpty());
        QCOMPARE(m_editor->text(), u"fox"_s);
        m_editor->setTyped(u"fox quality:8"_s);
        m_editor->setTyped(u"fox quality:8o"_s); // is wrong, so the last answer stays
        QCOMPARE(m_editor->text(), u"fox quality:8"_s);
    }

    void showsAPartOfTheArchive()
    {
        m_editor->setQuery(read(u"fox"_s));
        m_editor->show(QueryEditor::MentionsOnly);
        QCOMPARE(m_editor->text(), u"fox is:mention"_s);
        QCOMPARE(m_editor->scope(), QueryEditor::MentionsOnly);
        m_editor->show(QueryEditor::UnpublishedOnly);
        QCOMPARE(m_editor->text(), u"fox is:unpublished"_s);
        QCOMPARE(m_editor->scope(), QueryEditor::UnpublishedOnly);
        m_editor->show(QueryEditor::NotSeenOnly);
        QCOMPARE(m_editor->text(), u"fox is:unread"_s);
        QCOMPARE(m_editor->scope(), QueryEditor::NotSeenOnly);
        m_editor->show(QueryEditor::StarredOnly); // mentions too
        QCOMPARE(m_editor->text(), u"fox is:any is:starred"_s);
        QCOMPARE(m_editor->scope(), QueryEditor::StarredOnly);
        m_editor->show(QueryEditor::AllArticles);
        QCOMPARE(m_editor->text(), u"fox"_s);
        QCOMPARE(m_editor->scope(), QueryEditor::AllArticles);
    }

    void aRowOfTheSidebarIsChosenForItsOwnQuestion_data()
    {
        QTest::addColumn<QueryEditor::Scope>("scope");
        const auto row = [](const char *query, QueryEditor::Scope scope) {
            QTest::newRow(query) << scope;
        };
        row("fox has:picture -is:starred", QueryEditor::AllArticles);
        row("fox -topic:A is:unread", QueryEditor::NotSeenOnly);
        row("is:any is:starred quality:80..", QueryEditor::StarredOnly);
        row("is:starred", QueryEditor::OtherScope); // the row counts mentions too
        row("is:starred is:unread", QueryEditor::OtherScope);
        row("is:any is:unread", QueryEditor::OtherScope);
        row("is:any", QueryEditor::OtherScope);
        row("is:mention is:unpublished", QueryEditor::OtherScope);
        row("is:unread is:unpublished", QueryEditor::OtherScope);
    }

    void aRowOfTheSidebarIsChosenForItsOwnQuestion()
    {
        m_editor->setTyped(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(m_editor->scope(), "scope");
    }

    void goesBackAndForthStepByStep()
    {
        m_editor->setQualities({80, {}}, Missing::Excluded);
        m_editor->setQualities({85, {}}, Missing::Excluded); // one drag is one step
        m_editor->settle();
        m_editor->setQualities({90, {}}, Missing::Excluded);
        m_editor->chooseTopic(u"A"_s, false);
        QCOMPARE(m_editor->text(), u"topic:A quality:90.."_s);
        const auto back = [this] { return m_editor->undo(), m_editor->text(); };
        QCOMPARE(back(), u"quality:90.."_s);
        QCOMPARE(back(), u"quality:85.."_s);
        QCOMPARE(back(), QString());
        QVERIFY(!m_editor->canUndo());
        m_editor->redo();
        QCOMPARE(m_editor->text(), u"quality:85.."_s);
        m_editor->chooseTopic(u"B"_s, false);
        QVERIFY(!m_editor->canRedo());
    }

    void whatIsTypedInARowIsOneStep()
    {
        for (const QString &typed : {u"topic:"_s, u"topic:f"_s, u"topic:f fox"_s}) {
            m_editor->setTyped(typed);
        }
        m_editor->acceptTyped();
        m_editor->setTyped(u"den"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"fox topic:f"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), QString());
    }

    void whatFollowsTypingIsAStepOfItsOwn_data()
    {
        QTest::addColumn<std::function<void(QueryEditor &)>>("edit");
        const auto row = [](const char *name, const std::function<void(QueryEditor &)> &edit) {
            QTest::newRow(name) << edit;
        };
        row("a brush", [](QueryEditor &e) { e.setQualities({80, {}}, Missing::Excluded); });
        row("a topic", [](QueryEditor &e) { e.chooseTopic(u"A"_s, false); });
        row("an exclusion", [](QueryEditor &e) { e.excludeTopic(u"A"_s); });
        row("an order", [](QueryEditor &e) { e.setSort(QueryEditor::TitleUp); });
        row("a scope", [](QueryEditor &e) { e.show(QueryEditor::StarredOnly); });
    }

    void whatFollowsTypingIsAStepOfItsOwn()
    {
        QFETCH(const std::function<void(QueryEditor &)>, edit);
        m_editor->setTyped(u"fo"_s);
        m_editor->setTyped(u"fox"_s);
        edit(*m_editor);
        const QString edited = m_editor->text();
        m_editor->setTyped(u"fox den"_s); // typed on, after something else
        m_editor->undo();
        QCOMPARE(m_editor->text(), edited);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"fox"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), QString());
        QVERIFY(!m_editor->canUndo());
    }

    void aNameChosenIsNoLongerLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("keep");
        QTest::addColumn<QString>("after");
        const auto row = [](const QString &text, bool keep, const QString &after) {
            QTest::newRow(qPrintable(text + (keep ? u" beside others"_s : QString())))
                << text << keep << after;
        };
        row(u"-topic:A"_s, false, u"topic:A"_s);
        row(u"-topic:a"_s, true, u"topic:A"_s);
        row(u"-topic:A,B"_s, false, u"topic:A -topic:B"_s);
        row(u"topic:C -topic:B,A,D"_s, true, u"topic:C,A -topic:B,D"_s);
        row(u"-topic:A -topic:B,A"_s, false, u"topic:A -topic:B"_s);
        row(u"-provider:A -topic:B"_s, false, u"topic:A -provider:A -topic:B"_s);
    }

    void aNameChosenIsNoLongerLeftOut()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, keep);
        m_editor->setText(text);
        m_editor->chooseTopic(u"A"_s, keep);
        QTEST(m_editor->text(), "after");
        // The same where it is not a chip yet.
        m_editor->setQuery({});
        m_editor->setTyped(text);
        m_editor->chooseTopic(u"A"_s, keep);
        QTEST(m_editor->text(), "after");
    }

    void oneOfSeveralLeftOutComesBackAlone()
    {
        m_editor->setText(u"-topic:A,B -provider:A"_s);
        m_editor->excludeTopic(u"a"_s);
        QCOMPARE(m_editor->text(), u"-topic:B -provider:A"_s);
        m_editor->excludeTopic(u"B"_s);
        QCOMPARE(m_editor->text(), u"-provider:A"_s);
        m_editor->excludeProvider(u"A"_s);
        QVERIFY(m_editor->isEmpty());
    }

    void leavesOutWhatWasAskedFor()
    {
        m_editor->setText(u"topic:A,B"_s);
        m_editor->excludeTopic(u"A"_s);
        QCOMPARE(m_editor->text(), u"topic:B -topic:A"_s);
        m_editor->excludeTopic(u"A"_s);
        QCOMPARE(m_editor->text(), u"topic:B"_s);
        m_editor->excludeProvider(u"a.example"_s);
        m_editor->excludeType(u"video"_s);
        QCOMPARE(m_editor->text(), u"topic:B -provider:a.example -type:video"_s);
    }

    void aTextThatIsNoQueryChangesNothing()
    {
        QVERIFY(m_editor->setText(u"quality:80.. (fox OR hare)"_s));
        QVERIFY(!m_editor->setText(u"quality:8o.."_s));
        QCOMPARE(m_editor->chips().size(), 2);
    }

private:
    const English m_english;
    std::unique_ptr<QueryEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestQueryEditor)
#include "tst_queryeditor.moc"
