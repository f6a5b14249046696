// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "models/querychip.h"
#include "query/querytext.h"

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

QStringList notesOf(const QString &query, const QueryAnswer &answer)
{
    QStringList notes;
    for (const std::optional<int> &gain : gainsOf(chipsOf(read(query)), answer)) {
        notes << (gain ? gainText(*gain) : u"?"_s);
    }
    return notes;
}

} // namespace

class TestQueryChip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClauseOneChip_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("shortLabel");
        const auto row = [](const char *query, const QString &label,
                            const QString &shortLabel = {}) {
            QTest::newRow(query) << QString::fromUtf8(query) << label
                                 << (shortLabel.isEmpty() ? label : shortLabel);
        };
        row("fox", u"fox"_s);
        row("\"red fox\"", u"“red fox”"_s);
        row("\"red fox\"*", u"red fox"_s);
        row("title:\"fox\"", u"Title with “fox”"_s);
        row("topic:\"AI Hardware\"", u"AI Hardware"_s);
        row("provider:news.example", u"news.example"_s);
        row("date:2021-06..2023-05", u"1 Jun 2021 – 31 May 2023"_s, u"2021-06 – 2023-05"_s);
        row("date:2021-06", u"1 Jun 2021 – 30 Jun 2021"_s, u"2021-06"_s);
        row("date:2021-06-15", u"15 Jun 2021"_s); // no month is meant: it says no more than that
        row("date:2023-12-04..2023-12-10", u"4 Dec 2023 – 10 Dec 2023"_s, u"2023-12-04 – 12-10"_s);
        row("date:2023-12-01..2023-12-30", u"1 Dec 2023 – 30 Dec 2023"_s, u"2023-12-01 – 12-30"_s);
        row("date:2021-06-02..2023-05", u"2 Jun 2021 – 31 May 2023"_s);
        row("date:2021-06..2023-05,none", u"1 Jun 2021 – 31 May 2023, or undated"_s);
        row("quality:80..,none", u"Quality 80 and up, or unrated"_s);
        row("date:2021..", u"From 1 Jan 2021"_s);
        row("date:..2021", u"Until 31 Dec 2021"_s);
        row("date:2021..,none", u"From 1 Jan 2021, or undated"_s);
        row("date:none", u"Undated"_s);
        row("quality:80..", u"Quality 80 and up"_s, u"Quality 80+"_s);
        row("quality:..1200", u"Quality up to 1,200"_s);
        row("quality:50..80", u"Quality 50 to 80"_s);
        row("quality:80", u"Quality 80"_s);
        row("quality:50..80,none", u"Quality 50 to 80, or unrated"_s);
        row("quality:none", u"Unrated"_s);
        row("is:mention", u"Mentions"_s);
        row("is:any", u"Mentions too"_s);
        row("is:unpublished", u"Unpublished"_s);
    }

    void oneClauseOneChip()
    {
        QFETCH(QString, query);
        QFETCH(QString, label);
        QFETCH(QString, shortLabel);
        const QList<QueryChip> chips = chipsOf(read(query));
        QCOMPARE(chips.size(), 1);
        QCOMPARE(chips.first().label, label);
        QCOMPARE(chips.first().shortLabel, shortLabel);
        QCOMPARE(chips.first().note, QString());
        QCOMPARE(withoutChip(read(query), chips.first()), Query());
    }

    void anOrderIsNoChip() { QCOMPARE(chipsOf(read(u"sort:-title"_s)).size(), 0); }

    void unsafeTextIsShownSafelyAndTakenOutAsItIs()
    {
        Query query;
        query.topics = {u"a\u202e\nb"_s};
        const QList<QueryChip> chips = chipsOf(query);
        QCOMPARE(chips.first().label, u"a b"_s);
        QCOMPARE(withoutChip(query, chips.first()), Query());
    }

    void oneOfSeveralGoesAlone()
    {
        const Query query = read(u"red fox topic:A,B provider:a.example,b.example"_s);
        QStringList rest;
        for (const QueryChip &chip : chipsOf(query)) {
            rest << queryText(withoutChip(query, chip));
        }
        QCOMPARE(rest, (QStringList{u"red fox topic:B provider:a.example,b.example"_s,
                                    u"red fox topic:A provider:a.example,b.example"_s,
                                    u"red fox topic:A,B provider:b.example"_s,
                                    u"red fox topic:A,B provider:a.example"_s,
                                    u"fox topic:A,B provider:a.example,b.example"_s,
                                    u"red topic:A,B provider:a.example,b.example"_s}));
    }

    void saysConditionsInWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *query, const char *label) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(label);
        };
        row("-fox", "Not fox");
        row("title:fox", "Title with fox");
        row("fox OR hare", "fox or hare");
        row("-(fox topic:A)", "Not (fox and A)");
        row("-date:2020", "Not 1 Jan 2020 – 31 Dec 2020");
        row("-quality:80..", "Not quality 80 and up");
        row("has:picture", "With a picture");
        row("is:unread", "Not seen yet");
        row("cited:>=5", "Cited 5 times or more");
        row("cites:https://a.example/1", "Cites https://a.example/1");
        row("https://a.example/moon", "Address https://a.example/moon");
        row("picture:https://a.example/p/moon.jpg?w=1", "Picture moon.jpg");
        row("-picture:https://a.example/", "Not picture https://a.example/");
        row("(fox OR (hare den))", "fox or (hare and den)");
    }

    void saysConditionsInWords()
    {
        QFETCH(QString, query);
        QFETCH(QString, label);
        const QList<QueryChip> chips = chipsOf(read(query));
        QCOMPARE(chips.size(), 1);
        QCOMPARE(chips.first().label, label);
        QCOMPARE(withoutChip(read(query), chips.first()), Query());
    }

    void saysWhatWouldComeBack_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("notes");
        QTest::newRow("a word") << u"fox"_s << QStringList{u"+1"_s};
        QTest::newRow("two words") << u"fox red"_s << QStringList{u"+1"_s, u"+7"_s};
        QTest::newRow("a condition") << u"-topic:A"_s << QStringList{u"+8"_s};
        QTest::newRow("a type") << u"type:video"_s << QStringList{u"+9"_s};
        QTest::newRow("a heat") << u"heat:80.."_s << QStringList{u"+10"_s};
        QTest::newRow("two topics, and nobody knows which")
            << u"topic:A,B"_s << QStringList{u"?"_s, u"?"_s};
        QTest::newRow("a topic") << u"topic:A"_s << QStringList{u"+2"_s};
        QTest::newRow("a provider") << u"provider:a.example"_s << QStringList{u"+3"_s};
        QTest::newRow("a date") << u"date:2021"_s << QStringList{u"+4"_s};
        QTest::newRow("a quality") << u"quality:80.."_s << QStringList{u"+1,257"_s};
        QTest::newRow("mentions: others come, these go") << u"is:mention"_s << QStringList{u"?"_s};
        QTest::newRow("unpublished") << u"is:unpublished"_s << QStringList{u"+6"_s};
        QTest::newRow("both") << u"is:mention is:unpublished"_s << QStringList{u"?"_s, u"?"_s};
        QTest::newRow("more clauses than are counted apart")
            << u"fox red den"_s << QStringList{u"+1"_s, u"+7"_s, u"?"_s};
        QTest::newRow("each of its own")
            << u"fox topic:A quality:80.."_s << QStringList{u"+2"_s, u"+1,257"_s, u"+1"_s};
    }

    void saysWhatWouldComeBack()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, notes);
        QueryAnswer answer;
        answer.ids = {1, 2, 3};
        answer.withoutWord = {3 + 1, 3 + 7};
        answer.withoutCondition = {3 + 8};
        answer.withoutTypes = 3 + 9;
        answer.withoutHeat = 3 + 10;
        answer.withoutTopics = 3 + 2;
        answer.withoutProviders = 3 + 3;
        answer.withoutDate = 3 + 4;
        answer.withoutQuality = 3 + 1257;
        answer.withoutKinds = 3 + 6;
        QCOMPARE(notesOf(query, answer), notes);
    }

    void saysNothingWhereNothingWouldComeBack()
    {
        QueryAnswer answer;
        answer.ids = {1, 2, 3};
        answer.withoutWord = {3};
        QCOMPARE(notesOf(u"fox"_s, answer), QStringList{QString()});
        QCOMPARE(gainText(-1257), u"−1,257"_s);
    }

private:
    const English m_english;
};

QTEST_GUILESS_MAIN(TestQueryChip)
#include "tst_querychip.moc"
