// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of articles is kept whole or not at all, and every change can be undone.
#include "store/backups.h"
#include "support/archivebuilder.h"
#include "support/olderarchive.h"
#include "support/sqldatabase.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class MarkEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void undoingBringsBackExactlyWhatWas();
    void aTagIsMadeByItsNameOnlyOnce();
    void tagsAreRenamedAndNamesAreApart();
    void aDeletedTagComesBackWithItsArticles();
    void aMergedTagComesApartAgain();
    void aNoteIsKeptAsItWasWritten();
    void redoingIsUndoingTheUndoing_data();
    void redoingIsUndoingTheUndoing();
    void everythingIsInTheIndexAndOnTheCard();
    void aTaggedMentionIsKeptAsLongAsItIsTagged();
    void anEditThatFailsChangesNothing();
    void whatIsNotThereIsLeftOut();
    void manyAreMarkedAtOnce();
    void anArchiveOfSchemaFiveGetsTagsAndIsBackedUp();
    void anOlderArchiveThatCannotBeWrittenHasNoTags();
    void namesOfTagsAreOneLine_data();
    void namesOfTagsAreOneLine();

private:
    ArticleId id(int number) { return m_archive->idOf(makeArticle(number)); }
    IdSet ids(QList<int> numbers)
    {
        QList<ArticleId> list;
        for (const int number : numbers) {
            list.append(id(number));
        }
        std::sort(list.begin(), list.end());
        return list;
    }
    MarkAnswer edit(const MarkEdit &edit)
    {
        const auto answer = answerOf(m_archive->store().edit(edit));
        return answer.value_or(MarkAnswer());
    }
    /// All that is said, as lines.
    QStringList said();
    TagId tagOf(const QString &name);

    std::unique_ptr<ArchiveBuilder> m_archive;
};

void MarkEditsTest::init()
{
    m_archive = std::make_unique<ArchiveBuilder>();
    for (int number = 1; number <= 4; ++number) {
        m_archive->add(makeArticle(number));
    }
    m_archive->commit();
}

QStringList MarkEditsTest::said()
{
    SqlDatabase database(m_archive->path());
    QStringList lines;
    for (const IndexRow &row : answerOf(m_archive->store().indexRows(0, 100)).rows) {
        const auto at = [&](const char *column) {
            return database
                .run(u"SELECT ifnull((SELECT %1 FROM mark WHERE article = %2), 0)"_s.arg(
                    QLatin1String(column), QString::number(row.id)))
                .toString();
        };
        QStringList tags;
        const auto detail = answerOf(m_archive->store().detail(row.id));
        for (const TagEntry &tag : answerOf(m_archive->store().tags())) {
            if (row.tags.contains(tag.id)) {
                tags.append(tag.name);
            }
            if (row.tags.contains(tag.id) != detail->card.tags.contains(tag.id)) {
                tags.append(u"not on the card"_s);
            }
        }
        lines.append(u"%1 seen %2 starred %3 [%4] %5"_s.arg(row.id).arg(
            at("seen_at"), at("starred_at"), tags.join(u','), detail->note));
    }
    for (const TagEntry &tag : answerOf(m_archive->store().tags())) {
        lines.append(u"tag %1 %2 %3"_s.arg(tag.id).arg(tag.name).arg(tag.color));
    }
    return lines;
}

TagId MarkEditsTest::tagOf(const QString &name)
{
    for (const TagEntry &tag : answerOf(m_archive->store().tags())) {
        if (tag.name == name) {
            return tag.id;
        }
    }
    return 0;
}

void MarkEditsTest::undoingBringsBackExactlyWhatWas()
{
    edit({PutMark{Mark::Starred, ids({1}), 100}, PutMark{Mark::Starred, ids({3}), 200}});
    const QStringList before = said();
    const MarkAnswer starred = edit({PutMark{Mark::Starred, ids({1, 2, 3, 4}), 300}});
    QCOMPARE(starred.rows.size(), 4);
    QVERIFY(said().at(0).contains(u"starred 100"_s)); // it was so already, since then
    QVERIFY(said().at(1).contains(u"starred 300"_s));
    edit(starred.undoing);
    QCOMPARE(said(), before);
    const MarkAnswer none = edit({PutMark{Mark::Starred, ids({1, 2, 3, 4}), 0}});
    QVERIFY(!said().join(u' ').contains(u"00"_s));
    edit(none.undoing); // each since when it was
    QCOMPARE(said(), before);
}

void MarkEditsTest::aTagIsMadeByItsNameOnlyOnce()
{
    const MarkAnswer first = edit({PutTag{{0, u"To read"_s, 3}}, PlaceTag{0, ids({1, 2}), true}});
    QCOMPARE(first.tags, (QList<TagEntry>{{tagOf(u"To read"_s), u"To read"_s, 3}}));
    QCOMPARE(first.rows.at(0).tags, QList<TagId>{tagOf(u"To read"_s)});
    const MarkAnswer second = edit({PutTag{{0, u"to READ"_s, 5}}, PlaceTag{0, ids({2, 3}), true}});
    QVERIFY(!second.tags); // the very same
    QCOMPARE(said().filter(u"[To read]"_s).size(), 3);
    edit(second.undoing);
    QCOMPARE(said().filter(u"[To read]"_s).size(), 2);
    edit(first.undoing);
    QCOMPARE(said().filter(u"To read"_s), QStringList());
}

void MarkEditsTest::tagsAreRenamedAndNamesAreApart()
{
    edit({PutTag{{0, u"One"_s, 1}}, PlaceTag{0, ids({1}), true}, PutTag{{0, u"Two"_s, 2}}});
    const TagId one = tagOf(u"One"_s);
    const MarkAnswer renamed = edit({PutTag{{one, u"  First\n one "_s, 4}}});
    QCOMPARE(tagOf(u"First one"_s), one);
    QVERIFY(said().at(0).contains(u"[First one]"_s));
    QVERIFY(!answerOf(m_archive->store().edit({PutTag{{one, u"tWO"_s, 4}}})));
    QCOMPARE(tagOf(u"First one"_s), one);
    edit(renamed.undoing);
    QCOMPARE(said().filter(u"tag %1 One 1"_s.arg(one)).size(), 1);
}

void MarkEditsTest::aDeletedTagComesBackWithItsArticles()
{
    edit({PutTag{{0, u"One"_s, 1}}, PlaceTag{0, ids({1, 3}), true}});
    const QStringList before = said();
    const MarkAnswer dropped = edit({DropTag{tagOf(u"One"_s)}});
    QCOMPARE(dropped.tags, QList<TagEntry>());
    QCOMPARE(dropped.rows.size(), 2);
    QVERIFY(!said().join(u' ').contains(u"One"_s));
    edit(dropped.undoing);
    QCOMPARE(said(), before);
}

void MarkEditsTest::aMergedTagComesApartAgain()
{
    edit({PutTag{{0, u"One"_s, 1}}, PlaceTag{0, ids({1, 2}), true}, PutTag{{0, u"Two"_s, 2}},
          PlaceTag{0, ids({2, 3}), true}});
    const QStringList before = said();
    const MarkAnswer merged = edit({MergeTag{tagOf(u"One"_s), tagOf(u"Two"_s)}});
    QCOMPARE(said().filter(u"[Two]"_s).size(), 3);
    QCOMPARE(tagOf(u"One"_s), 0);
    edit(merged.undoing);
    QCOMPARE(said(), before);
    QVERIFY(edit({MergeTag{tagOf(u"One"_s), 999}}).undoing.isEmpty());
    QCOMPARE(said(), before); // into nothing, nothing goes
}

void MarkEditsTest::aNoteIsKeptAsItWasWritten()
{
    const QString text = u"  A <b>line</b>\r\n\nand \u00e9, \U0001f98a 'quoted' \"too\"  "_s;
    const MarkAnswer written = edit({PutNote{id(2), text}});
    QCOMPARE(answerOf(m_archive->store().detail(id(2)))->note, text);
    QVERIFY(written.rows.first().hasNote);
    const MarkAnswer other = edit({PutNote{id(2), u"another"_s}});
    edit(other.undoing);
    QCOMPARE(answerOf(m_archive->store().detail(id(2)))->note, text);
    edit(written.undoing);
    QCOMPARE(answerOf(m_archive->store().detail(id(2)))->note, QString());
    QVERIFY(!answerOf(m_archive->store().cards({id(2)})).first().hasNote);
    QCOMPARE(SqlDatabase(m_archive->path()).run(u"SELECT count(*) FROM mark"_s).toInt(), 0);
}

void MarkEditsTest::redoingIsUndoingTheUndoing_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"mark", "unmark", "new tag", "rename", "drop", "merge", "note"}) {
        QTest::newRow(kind) << QByteArray(kind);
    }
}

void MarkEditsTest::redoingIsUndoingTheUndoing()
{
    QFETCH(QByteArray, kind);
    edit({PutMark{Mark::Seen, ids({1, 2}), 50}, PutTag{{0, u"One"_s, 1}},
          PlaceTag{0, ids({1, 2}), true}, PutTag{{0, u"Two"_s, 2}}, PlaceTag{0, ids({2, 3}), true},
          PutNote{id(4), u"before"_s}});
    const TagId one = tagOf(u"One"_s);
    const TagId two = tagOf(u"Two"_s);
    const QHash<QByteArray, MarkEdit> edits{
        {"mark", {PutMark{Mark::Seen, ids({1, 2, 3}), 60}}},
        {"unmark", {PutMark{Mark::Seen, ids({1, 4}), 0}}},
        {"new tag", {PutTag{{0, u"Three"_s, 3}}, PlaceTag{0, ids({1, 4}), true}}},
        {"rename", {PutTag{{one, u"Uno"_s, 7}}}},
        {"drop", {DropTag{one}}},
        {"merge", {MergeTag{one, two}}},
        {"note", {PutNote{id(4), u"after"_s}}}};
    const QStringList before = said();
    const MarkAnswer done = edit(edits.value(kind));
    const QStringList after = said();
    QVERIFY(after != before);
    const MarkAnswer undone = edit(done.undoing);
    QCOMPARE(said(), before);
    const MarkAnswer redone = edit(undone.undoing);
    QCOMPARE(said(), after);
    edit(redone.undoing);
    QCOMPARE(said(), before);
}

void MarkEditsTest::everythingIsInTheIndexAndOnTheCard()
{
    edit({PutTag{{0, u"One"_s, 1}}, PlaceTag{0, ids({1, 2}), true}, PutNote{id(1), u"n"_s}});
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    const IndexBatch batch = answerOf(m_archive->store().indexRows(0, 100));
    const TagId one = tagOf(u"One"_s);
    QCOMPARE(batch.tags, (QList<TagEntry>{{one, u"One"_s, 1}}));
    QCOMPARE(batch.rows.at(0).tags, QList<TagId>{one});
    QVERIFY(batch.rows.at(0).hasNote && !batch.rows.at(1).hasNote);
    QCOMPARE(batch.rows.at(2).tags, QList<TagId>());
    const auto cards = answerOf(m_archive->store().cards({id(1), id(3)}));
    QVERIFY(cards.at(0).hasNote && !cards.at(1).hasNote);
    QCOMPARE(cards.at(0).tags, QList<TagId>{one});
    QVERIFY(!answerOf(m_archive->store().indexRows(1, 100)).tags); // they came with the first
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

void MarkEditsTest::aTaggedMentionIsKeptAsLongAsItIsTagged()
{
    Article article = makeArticle(9);
    article.related = {relatedTo(makeArticle(20)), relatedTo(makeArticle(21)),
                       relatedTo(makeArticle(22))};
    m_archive->beginRun();
    m_archive->add(article);
    m_archive->commit();
    const MarkAnswer tagged =
        edit({PutTag{{0, u"One"_s, 1}}, PlaceTag{0, ids({20, 22}), true}, PutNote{id(21), u"n"_s}});
    edit({PlaceTag{tagOf(u"One"_s), ids({22}), false}});
    article.related.clear();
    m_archive->beginRun();
    m_archive->add(article);
    m_archive->commit();
    QVERIFY(answerOf(m_archive->store().find(makeArticle(20).key)));
    QVERIFY(answerOf(m_archive->store().find(makeArticle(21).key)));
    QVERIFY(!answerOf(m_archive->store().find(makeArticle(22).key)));
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

void MarkEditsTest::anEditThatFailsChangesNothing()
{
    const QStringList before = said();
    QVERIFY(!answerOf(
        m_archive->store().edit({PutMark{Mark::Seen, ids({1}), 5}, PutTag{{0, u"One"_s, 1}},
                                 PlaceTag{4711, ids({1}), true}}))); // there is no such tag
    QCOMPARE(said(), before);
}

void MarkEditsTest::whatIsNotThereIsLeftOut()
{
    const QList<ArticleId> some{id(1), 999'999};
    const MarkAnswer answer = edit({PutMark{Mark::Seen, some, 5}, PutTag{{0, u"One"_s, 1}},
                                    PlaceTag{0, some, true}, PutNote{999'999, u"n"_s}});
    QCOMPARE(answer.rows.size(), 1);
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

void MarkEditsTest::manyAreMarkedAtOnce()
{
    constexpr int many = 9000; // more than go into one statement
    for (int number = 100; number < 100 + many; ++number) {
        m_archive->add(makeArticle(number));
    }
    m_archive->commit();
    std::vector<quint64> bits(200, ~quint64(0)); // ids that are not there among them
    const IdSet all = IdSet::ofBits(std::move(bits));
    const MarkAnswer marked =
        edit({PutMark{Mark::Seen, all, 7}, PutTag{{0, u"All"_s, 1}}, PlaceTag{0, all, true}});
    QCOMPARE(marked.rows.size(), many + 4);
    QVERIFY(std::all_of(marked.rows.cbegin(), marked.rows.cend(),
                        [](const MarkedRow &row) { return row.isSeen && row.tags.size() == 1; }));
    const MarkAnswer undone = edit(marked.undoing);
    QCOMPARE(undone.rows.size(), many + 4);
    QCOMPARE(SqlDatabase(m_archive->path()).run(u"SELECT count(*) FROM mark"_s).toInt(), 0);
}

void MarkEditsTest::anArchiveOfSchemaFiveGetsTagsAndIsBackedUp()
{
    edit({PutMark{Mark::Starred, ids({2}), 5}});
    const QStringList before = said();
    m_archive->close();
    {
        SqlDatabase database(m_archive->path());
        dropTags(database);
        database.run(u"PRAGMA user_version = 5"_s);
        database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    QCOMPARE(said(), before);
    QVERIFY(answerOf(m_archive->store().edit({PutTag{{0, u"One"_s, 1}}})));
    const QList<Backup> backups = backupsOf(m_archive->path());
    QCOMPARE(backups.size(), 1);
    QCOMPARE(SqlDatabase(backups.first().path).run(u"PRAGMA user_version"_s).toInt(), 5);
}

void MarkEditsTest::anOlderArchiveThatCannotBeWrittenHasNoTags()
{
    edit({PutMark{Mark::Starred, ids({2}), 5}});
    SqlDatabase database(m_archive->path());
    dropTags(database);
    QVERIFY(answerOf(m_archive->store().tags()).isEmpty());
    const auto detail = answerOf(m_archive->store().detail(id(2)));
    QVERIFY(detail && detail->card.isStarred && detail->card.problem.isEmpty());
    QVERIFY(answerOf(m_archive->store().indexRows(0, 100)).rows.at(1).isStarred);
}

void MarkEditsTest::namesOfTagsAreOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"to read"_s << u"to read"_s;
    QTest::newRow("blanks") << u"  to \n\t read "_s << u"to read"_s;
    QTest::newRow("nothing") << u" \n "_s << u""_s;
    QTest::newRow("control") << u"a\u0007b\u0000c"_s << u"abc"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(MaxTagName, u'x');
}

void MarkEditsTest::namesOfTagsAreOneLine()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QCOMPARE(tagName(typed), name);
}

QTEST_GUILESS_MAIN(MarkEditsTest)
#include "tst_markedits.moc"
