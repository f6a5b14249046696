// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/queryeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

Query read(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

QStringList labels(const QueryEditor &editor)
{
    QStringList all;
    for (const QueryChip &chip : editor.chips()) {
        all << chip.label;
    }
    return all;
}

QStringList notes(const QueryEditor &editor)
{
    QStringList all;
    for (const QueryChip &chip : editor.chips()) {
        all << chip.label + (chip.note.isEmpty() ? QString() : u' ' + chip.note);
    }
    return all;
}

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

    void acceptedTextBecomesChips()
    {
        m_editor->setTyped(
            u"frost topic:\"AI Hardware\" provider:wsj.com date:2023-07 quality:80.. "
            "is:mention is:unpublished"_s);
        const QString before = m_editor->text();
        m_editor->acceptTyped();
        QCOMPARE(m_editor->typed(), QString());
        QCOMPARE(m_editor->text(), before);
        QCOMPARE(
            labels(*m_editor),
            (QStringList{u"AI Hardware"_s, u"wsj.com"_s, u"1 Jul 2023 – 31 Jul 2023"_s,
                         u"Quality 80 and up"_s, u"Mentions"_s, u"Unpublished"_s, u"frost"_s}));
    }

    void wrongTextIsNotAccepted()
    {
        m_editor->setTyped(u"frost sort:size"_s);
        m_editor->acceptTyped();
        QCOMPARE(m_editor->typed(), u"frost sort:size"_s);
        QVERIFY(!m_editor->errorText().isEmpty());
        QCOMPARE(labels(*m_editor), QStringList());
    }

    // Each text is within bounds, what they come to is not.
    void chipsAndTextTogetherAreBounded_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("wordLength");
        QTest::newRow("too many words")
            << u"A search takes 64 words at most. Leave out the rest."_s << 1;
        QTest::newRow("too long words")
            << u"A search takes 1,024 characters of words at most. Leave out the rest."_s << 20;
    }

    void chipsAndTextTogetherAreBounded()
    {
        QFETCH(QString, error);
        QFETCH(int, wordLength);
        for (int word = 0; m_editor->errorText().isEmpty() && word < 400; ++word) {
            m_editor->setTyped(u"w%1"_s.arg(word, wordLength, 10, QChar(u'0')));
            m_editor->acceptTyped();
        }
        QCOMPARE(m_editor->errorText(), error);
        QCOMPARE(m_editor->errorStart(), 0);
        QCOMPARE(m_editor->errorLength(), m_editor->typed().size());
        const QString text = m_editor->text();
        m_editor->acceptTyped(); // stays to be mended
        QVERIFY(!m_editor->typed().isEmpty());
        QCOMPARE(m_editor->text(), text);
        m_editor->removeChip(0);
        QCOMPARE(m_editor->errorText(), QString());
        QVERIFY(m_editor->text().endsWith(m_editor->typed()));
        QVERIFY(m_editor->setText(QString(m_editor->text())));
    }

    void whatIsChosenByHandIsBoundedToo()
    {
        for (int topic = 0; m_editor->errorText().isEmpty() && topic < 400; ++topic) {
            m_editor->excludeTopic(u"t%1"_s.arg(topic));
        }
        QCOMPARE(m_editor->errorText().isEmpty(), false);
        QCOMPARE(m_editor->chips().size(), m_editor->query().conditions.size());
        QVERIFY(m_editor->setText(QString(m_editor->text())));
        QCOMPARE(m_editor->errorText(), QString());
    }

    void chipsGoOneByOneWhileTheTextIsTooMuch()
    {
        QStringList words;
        for (int word = 0; word < 60; ++word) {
            words << u"w%1"_s.arg(word);
        }
        m_editor->setText(words.join(u' '));
        m_editor->setTyped(u"a b c d e f"_s);
        QVERIFY(!m_editor->errorText().isEmpty());
        m_editor->removeChip(0);
        QVERIFY(!m_editor->errorText().isEmpty());
        QCOMPARE(m_editor->text(), words.mid(1).join(u' ')); // what is wrong is left out
        m_editor->removeChip(0);
        QCOMPARE(m_editor->errorText(), QString());
        QCOMPARE(m_editor->text(), words.mid(2).join(u' ') + u" a b c d e f"_s);
    }

    void textJoinsTheChips_data()
    {
        QTest::addColumn<QString>("chips");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("both");
        QTest::newRow("words join") << u"red"_s << u"fox"_s << u"red fox"_s;
        QTest::newRow("a word twice") << u"red"_s << u"RED"_s << u"red"_s;
        QTest::newRow("topics join") << u"topic:A"_s << u"topic:B"_s << u"topic:A,B"_s;
        QTest::newRow("a topic twice") << u"topic:A"_s << u"topic:a"_s << u"topic:A"_s;
        QTest::newRow("providers join") << u"provider:a.example"_s << u"provider:b.example"_s
                                        << u"provider:a.example,b.example"_s;
        QTest::newRow("the typed date is newer")
            << u"date:2021"_s << u"date:2023"_s << u"date:2023"_s;
        QTest::newRow("the typed date brings its undated")
            << u"date:2021,none"_s << u"date:2023"_s << u"date:2023"_s;
        QTest::newRow("the typed quality is newer")
            << u"quality:..50"_s << u"quality:none"_s << u"quality:none"_s;
        QTest::newRow("what is not typed stays")
            << u"date:2021 quality:80.."_s << u"fox"_s << u"fox date:2021 quality:80.."_s;
        QTest::newRow("kinds") << u"is:mention"_s << u"is:any"_s << u"is:any"_s;
        QTest::newRow("unpublished")
            << u"is:mention"_s << u"is:unpublished"_s << u"is:mention is:unpublished"_s;
        QTest::newRow("order") << u"sort:quality"_s << u"sort:-title"_s << u"sort:-title"_s;
    }

    void textJoinsTheChips()
    {
        QFETCH(QString, chips);
        QFETCH(QString, typed);
        QFETCH(QString, both);
        m_editor->setQuery(read(chips));
        m_editor->setTyped(typed);
        QCOMPARE(m_editor->text(), both);
        m_editor->setTyped({});
        QCOMPARE(m_editor->text(), chips);
        m_editor->setTyped(typed);
        m_editor->acceptTyped();
        QCOMPARE(m_editor->text(), both);
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

    void removesOneChip()
    {
        m_editor->setQuery(
            read(u"red fox topic:A,B date:2021,none quality:none is:any is:unpublished"_s));
        QCOMPARE(
            labels(*m_editor),
            (QStringList{u"A"_s, u"B"_s, u"1 Jan 2021 – 31 Dec 2021, or undated"_s, u"Unrated"_s,
                         u"Mentions too"_s, u"Unpublished"_s, u"red"_s, u"fox"_s}));
        m_editor->removeChip(2);
        QCOMPARE(m_editor->text(), u"red fox topic:A,B quality:none is:any is:unpublished"_s);
        m_editor->removeChip(0);
        QCOMPARE(m_editor->text(), u"red fox topic:B quality:none is:any is:unpublished"_s);
        m_editor->removeChip(1);
        m_editor->removeChip(1);
        m_editor->removeChip(1);
        QCOMPARE(m_editor->text(), u"red fox topic:B"_s);
        m_editor->removeChip(1);
        QCOMPARE(m_editor->text(), u"fox topic:B"_s);
        m_editor->removeChip(-1);
        m_editor->removeChip(2);
        QCOMPARE(m_editor->text(), u"fox topic:B"_s);
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

    // What is typed becomes chips and asks the same: no other answer will come.
    void acceptedChipsSayWhatTheAnswerKnows()
    {
        QueryAnswer answer;
        answer.ids = {1};
        answer.withoutWord = {3};
        m_editor->setTyped(u"harb"_s);
        m_editor->setAnswer(answer);
        m_editor->acceptTyped();
        QCOMPARE(notes(*m_editor), QStringList{u"harb +2"_s});
        m_editor->setTyped(u"topic:A"_s); // another question
        m_editor->acceptTyped();
        QCOMPARE(notes(*m_editor).last(), u"harb +2"_s);
        QCOMPARE(notes(*m_editor).first(), u"A"_s);
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

    void chipsSayWhatWouldComeBack()
    {
        m_editor->setQuery(read(u"topic:A quality:80.."_s));
        QueryAnswer answer;
        answer.ids = {1, 2, 3};
        answer.withoutTopics = 1260;
        answer.withoutQuality = 3;
        m_editor->setAnswer(answer);
        QCOMPARE(notes(*m_editor), (QStringList{u"A +1,257"_s, u"Quality 80 and up"_s}));
        // Until the next answer comes, a chip that stays keeps what it said.
        m_editor->setDates({day(2023, 1, 1), {}}, Missing::Excluded);
        QCOMPARE(notes(*m_editor),
                 (QStringList{u"A +1,257"_s, u"From 1 Jan 2023"_s, u"Quality 80 and up"_s}));
    }

    // Where the answer cannot tell, the query is counted as it is without the chip.
    void aChipThatTheAnswerDoesNotKnowIsCounted_data()
    {
        QTest::addColumn<QString>("chips");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("queries");
        QTest::newRow("the same word") << u"red"_s << u"red"_s << QStringList{u"red"_s};
        QTest::newRow("topics") << u"topic:A,B"_s << QString()
                                << QStringList{u"topic:B"_s, u"topic:A"_s};
        QTest::newRow("a topic is typed")
            << u"topic:A"_s << u"topic:B"_s << QStringList{u"topic:B"_s};
        QTest::newRow("types") << u"type:a,b red"_s << QString()
                               << QStringList{u"red type:b"_s, u"red type:a"_s};
        QTest::newRow("dates") << u"date:2021"_s << u"date:2023"_s << QStringList{u"date:2023"_s};
        QTest::newRow("mentions") << u"fox is:mention"_s << QString() << QStringList{u"fox"_s};
        QTest::newRow("mentions too") << u"is:any"_s << QString() << QStringList{QString()};
        QTest::newRow("both") << u"is:unpublished is:mention"_s << QString()
                              << QStringList{u"is:unpublished"_s, u"is:mention"_s};
    }

    void aChipThatTheAnswerDoesNotKnowIsCounted()
    {
        QFETCH(QString, chips);
        QFETCH(QString, typed);
        QFETCH(QStringList, queries);
        m_editor->setQuery(read(chips));
        m_editor->setTyped(typed);
        QVERIFY(m_editor->uncounted().isEmpty());
        QSignalSpy uncounted(m_editor.get(), &QueryEditor::uncountedChanged);
        QueryAnswer answer;
        answer.ids = {1};
        answer.withoutWord = {1};
        m_editor->setAnswer(answer);
        QCOMPARE(uncounted.size(), 1);
        QStringList asked;
        for (const Query &query : m_editor->uncounted()) {
            asked << queryText(query);
        }
        QCOMPARE(asked, queries);
        m_editor->setCounts(QList<int>(queries.size(), 1258));
        int counted = 0;
        for (const QueryChip &chip : m_editor->chips()) {
            counted += chip.note == u"+1,257"_s || chip.note == u"+1,258"_s;
        }
        QCOMPARE(counted, queries.size());
        m_editor->setTyped(u"something else"_s);
        QVERIFY(m_editor->uncounted().isEmpty());
        m_editor->setCounts(QList<int>(queries.size(), 9)); // of another query
        QVERIFY(!notes(*m_editor).join(u' ').contains(u"+8"_s));
    }

    void saysWhatGoesAndWhatIsExchanged()
    {
        QueryAnswer answer;
        answer.ids = {1, 2, 3};
        m_editor->setQuery(read(u"topic:A,B"_s));
        m_editor->setAnswer(answer);
        m_editor->setCounts({2, -1}); // fewer without A; without B nobody knows
        QCOMPARE(notes(*m_editor), (QStringList{u"A −1"_s, u"B"_s}));
        m_editor->setQuery(read(u"is:mention"_s));
        m_editor->setAnswer(answer);
        m_editor->setCounts({2}); // two articles come, three mentions go
        QCOMPARE(notes(*m_editor), QStringList{u"Mentions +2"_s});
        m_editor->setQuery(read(u"is:any"_s));
        m_editor->setAnswer(answer);
        m_editor->setCounts({2});
        QCOMPARE(notes(*m_editor), QStringList{u"Mentions too −1"_s});
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
