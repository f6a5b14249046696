// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipwords.h"
#include "english.h"
#include "models/queryeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// What the chips of the search field say, and how they go together with its text.
class TestQueryEditorChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_editor = std::make_unique<QueryEditor>(); }

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
        m_editor->setDates({QDate(2023, 1, 1), {}}, Missing::Excluded);
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

private:
    const English m_english;
    std::unique_ptr<QueryEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestQueryEditorChips)
#include "tst_queryeditorchips.moc"
