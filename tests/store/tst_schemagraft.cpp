// SPDX-License-Identifier: GPL-3.0-or-later
// An archive without its schema is read by that of a new one, if it was begun as that was.
#include "store/repair/schemagraft_p.h"
#include "store/schema_p.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include "store/connection_p.h"

#include <QFile>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class SchemaGraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fitsAnArchiveThatBeganWithThisSchema();
    void doesNotFitOneThatWasMigrated_data();
    void doesNotFitOneThatWasMigrated();
    void doesNotFitABackup();
    void doesNotFitWhatIsNoArchive();
    void leavesNothingWhereThereIsNoPlace();

private:
    QString pathOf(const QString &name) const { return m_folder->filePath(name); }
    /// Begins an archive with an older schema and fills some pages of it.
    void begin(const QString &path, int schema) const;
    void destroyHead(const QString &path) const;
    Grafting graft(const QString &path) const
    {
        return graftSchema(path, pathOf(u"fresh"_s), pathOf(u"graft"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SchemaGraftTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    Connection fresh(pathOf(u"fresh"_s), Connection::Access::Writing);
    migrate(fresh);
}

void SchemaGraftTest::begin(const QString &path, int schema) const
{
    Connection archive(path, Connection::Access::Writing);
    migrate(archive, schema);
    archive.runOnce(
        u"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO folder (path) SELECT 'folder ' || i FROM n"_s);
    migrate(archive);
}

void SchemaGraftTest::destroyHead(const QString &path) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(4096, '\0')) == 4096);
}

void SchemaGraftTest::fitsAnArchiveThatBeganWithThisSchema()
{
    const QString path = pathOf(u"archive"_s);
    begin(path, newestSchemaVersion());
    destroyHead(path);
    QCOMPARE(graft(path), Grafting::Done);
    QCOMPARE(SqlDatabase(pathOf(u"graft"_s)).run(u"SELECT count(*) FROM folder"_s).toInt(), 2000);
}

void SchemaGraftTest::doesNotFitOneThatWasMigrated_data()
{
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema < newestSchemaVersion(); ++schema) {
        QTest::addRow("begun with schema %d", schema) << schema;
    }
}

void SchemaGraftTest::doesNotFitOneThatWasMigrated()
{
    QFETCH(const int, schema);
    const QString path = pathOf(u"archive"_s);
    begin(path, schema);
    destroyHead(path);
    QCOMPARE(graft(path), Grafting::DoesNotFit);
    QVERIFY(!QFile::exists(pathOf(u"graft"_s)));
}

void SchemaGraftTest::doesNotFitABackup()
{
    const QString path = pathOf(u"archive"_s);
    begin(path, newestSchemaVersion());
    const QString backup = pathOf(u"backup"_s);
    Connection(path, Connection::Access::Writing).runOnce(u"VACUUM INTO '%1'"_s.arg(backup));
    destroyHead(backup);
    QCOMPARE(graft(backup), Grafting::DoesNotFit);
}

void SchemaGraftTest::doesNotFitWhatIsNoArchive()
{
    const QString path = pathOf(u"text"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray("Dear diary, ").repeated(40'000)) > 0);
    file.close();
    QCOMPARE(graft(path), Grafting::DoesNotFit);
}

void SchemaGraftTest::leavesNothingWhereThereIsNoPlace()
{
    const QString path = pathOf(u"archive"_s);
    begin(path, newestSchemaVersion());
    QCOMPARE(graftSchema(path, pathOf(u"fresh"_s), pathOf(u"no such folder/graft"_s)),
             Grafting::NotWritten);
}

QTEST_GUILESS_MAIN(SchemaGraftTest)
#include "tst_schemagraft.moc"
