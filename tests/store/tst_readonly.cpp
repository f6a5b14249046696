// SPDX-License-Identifier: GPL-3.0-or-later
// Archives in places that cannot be written to: read as they are, or not at all.
#include "support/archivebuilder.h"
#include "support/olderarchive.h"
#include "support/readonlyplace.h"

#include <QFile>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using Opening = Store::Opening;
using Need = Store::Need;

class ReadOnlyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readingMakesDoWithIt();
    void writingDoesNot();
    void itsLogIsReadWithIt();
    void aLogThatCannotBeReadIsNotPassedBy();
    void anOlderSchemaIsReadIfItCanBe_data();
    void anOlderSchemaIsReadIfItCanBe();
    void anArchiveThatCanBeWrittenIsBroughtUpToDate();

private:
    QString archive() const { return m_folder->filePath(u"a.microfiche"_s); }
    /// The articles that it holds, or -1 if it is not opened.
    qint64 articles() const
    {
        Store store;
        const auto answer =
            answerOf(store.open(archive(), Store::IfMissing::Refuse, Need::Reading));
        return answer.opening == Opening::Opened ? answerOf(store.stats()).articles : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// An archive with one article.
void ReadOnlyTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ArchiveBuilder builder;
    builder.add(makeArticle(1));
    builder.commit();
    builder.close();
    QVERIFY(QFile::copy(builder.path(), archive()));
}

void ReadOnlyTest::readingMakesDoWithIt()
{
    const ReadOnlyPlace place(m_folder->path());
    Store store;
    QCOMPARE(answerOf(store.open(archive(), Store::IfMissing::Refuse, Need::Reading)).opening,
             Opening::Opened);
    QCOMPARE(answerOf(store.stats()).articles, 1);
    QCOMPARE(answerOf(store.find(makeArticle(1).key)), std::optional<ArticleId>(1));
    QVERIFY(answerOf(store.original(1)));
    const CheckReport report = answerOf(store.check());
    QCOMPARE(report.problems, QStringList());
    QCOMPARE(report.originalsChecked, 1);
    QVERIFY(!report.areWordsChecked);
    // What cannot be written is not.
    QCOMPARE(answerOf(store.beginImport()), 0);
    QVERIFY(!answerOf(store.commit({})).error.isEmpty());
    QVERIFY(!answerOf(store.rememberQuery(u"x"_s)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.microfiche"_s});
}

void ReadOnlyTest::writingDoesNot()
{
    const ReadOnlyPlace place(m_folder->path());
    Store store;
    const auto answer = answerOf(store.open(archive()));
    QCOMPARE(answer.opening, Opening::Unreadable);
    QVERIFY(answer.message.contains(u"cannot be opened for writing"));
}

// The files of an archive that is open: what was written last stands in the log alone.
void ReadOnlyTest::itsLogIsReadWithIt()
{
    ArchiveBuilder open;
    open.add(makeArticle(1));
    open.add(makeArticle(2));
    open.commit();
    QVERIFY(QFile::remove(archive()));
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY(QFile::copy(open.path() + ending, archive() + ending));
    }
    const ReadOnlyPlace place(m_folder->path());
    QCOMPARE(articles(), 2);
}

void ReadOnlyTest::aLogThatCannotBeReadIsNotPassedBy()
{
    ArchiveBuilder open;
    open.add(makeArticle(1));
    open.add(makeArticle(2));
    open.commit();
    QVERIFY(QFile::remove(archive()));
    for (const QString &ending : {u""_s, u"-wal"_s}) {
        QVERIFY(QFile::copy(open.path() + ending, archive() + ending));
    }
    const ReadOnlyPlace place(m_folder->path());
    QCOMPARE(articles(), -1);
}

void ReadOnlyTest::anOlderSchemaIsReadIfItCanBe_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<qint64>("articles");
    QTest::newRow("2") << 2 << qint64(1);
    QTest::newRow("1") << 1 << qint64(-1);
}

void ReadOnlyTest::anOlderSchemaIsReadIfItCanBe()
{
    QFETCH(int, version);
    QFETCH(qint64, articles);
    {
        SqlDatabase database(archive());
        dropKeptOrders(database);
        database.run(u"ALTER TABLE file DROP COLUMN rules"_s);
        database.run(u"ALTER TABLE file DROP COLUMN root"_s);
        if (version < 2) {
            for (const QString &table : {u"mark"_s, u"saved_search"_s, u"recent_query"_s}) {
                database.run(u"DROP TABLE "_s + table);
            }
            database.run(u"DROP INDEX article_newest"_s);
            database.run(u"ALTER TABLE article DROP COLUMN has_related"_s);
            database.run(u"ALTER TABLE article DROP COLUMN has_body"_s);
        }
        database.run(u"PRAGMA user_version = %1"_s.arg(version));
        database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }
    const ReadOnlyPlace place(m_folder->path());
    QCOMPARE(this->articles(), articles);
}

void ReadOnlyTest::anArchiveThatCanBeWrittenIsBroughtUpToDate()
{
    {
        SqlDatabase database(archive());
        dropKeptOrders(database);
        database.run(u"ALTER TABLE file DROP COLUMN rules"_s);
        database.run(u"ALTER TABLE file DROP COLUMN root"_s);
        database.run(u"PRAGMA user_version = 2"_s);
    }
    QCOMPARE(articles(), 1);
    SqlDatabase database(archive());
    QCOMPARE(database.run(u"PRAGMA user_version"_s).toInt(), 6);
}

QTEST_GUILESS_MAIN(ReadOnlyTest)
#include "tst_readonly.moc"
