// SPDX-License-Identifier: GPL-3.0-or-later
// One archive as a package, and another that is made of it.
#include "export/packageexport.h"
#include "importfixture.h"
#include "support/readonlyplace.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

template <typename Value>
Value answerOf(QFuture<Value> future)
{
    future.waitForFinished();
    return future.result();
}

/// Keeps what an import brings in a store of its own.
class Pictures final : public CarriedPictures
{
public:
    explicit Pictures(const QString &folder)
        : m_store(folder)
    {
    }
    QByteArray keep(const QByteArray &bytes) override { return m_store.keep(bytes); }
    QString folder() const override { return m_store.folder(); }
    const PictureStore &store() const { return m_store; }

private:
    PictureStore m_store;
};

/// An archive with its pictures.
class Archive final
{
public:
    explicit Archive(const QString &home)
        : m_pictures(home + u"/pictures"_s)
        , m_importer(m_store, m_pictures)
    {
        answerOf(m_store.open(home + u"/a.microfiche"_s));
    }
    ImportOutcome import(const QString &path)
    {
        return waitForEnd(m_importer, [&] { m_importer.start({QFile::encodeName(path)}); });
    }
    Store &store() { return m_store; }
    PictureStore pictures() const { return m_pictures.store(); }
    QList<ArticleId> ids() { return answerOf(m_store.titleOrder()); }
    ArticleId idOf(const QString &address)
    {
        return answerOf(m_store.find(*ArticleKey::fromAddress(address))).value_or(0);
    }

private:
    Store m_store;
    Pictures m_pictures;
    Importer m_importer;
};

bool goOn(qint64 /*done*/)
{
    return true;
}

const QString Ferry = u"https://news.example/ferry"_s;
const QString Boat = u"https://news.example/boat"_s;

void fill(const ImportFixture &source)
{
    const QByteArray pictures = "images:\n  - url: https://h.example/assets/1.png\n"
                                "  - url: https://other.example/2.png\n";
    source.write("a/ferry.md", articleBytes("Ferry", Ferry.toUtf8(), pictures));
    source.write("a/old/ferry.md", articleBytes("Ferry again", Ferry.toUtf8(), pictures));
    source.write("b/Ferry.md", articleBytes("Boat", Boat.toUtf8()));
    source.write("a/assets/1.png", pngBytes(1));
}

} // namespace

class TestPackageExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_source = std::make_unique<ImportFixture>();
        fill(*m_source);
        m_archive = std::make_unique<Archive>(m_home->path());
        m_archive->import(m_source->folder());
        m_package = m_home->filePath(u"out.tar.zst"_s);
    }
    void cleanup()
    {
        m_archive.reset();
        m_source.reset();
        m_home.reset();
    }

    void anImportOfItMakesTheSameArchive()
    {
        Store &store = m_archive->store();
        answerOf(store.mark({m_archive->idOf(Ferry)}, Mark::Starred, true));
        answerOf(store.mark({m_archive->idOf(Ferry), m_archive->idOf(Boat)}, Mark::Seen, true));
        answerOf(store.edit(
            {PutTag{{0, u"To read"_s, 3}}, PlaceTag{0, {m_archive->idOf(Boat)}, true},
             PutTag{{0, u"Unused"_s, 4}}, PutNote{m_archive->idOf(Ferry), u"Two\nlines"_s}}));
        answerOf(store.keepSavedSearches({{0, u"Night"_s, u"\"night ferry\""_s}}));
        const ExportReport report = PackageExport(store, m_archive->pictures())
                                        .write(m_archive->ids(), true, m_package, goOn);
        QCOMPARE(report.problem, QString());
        QCOMPARE(report.written, 3);
        QCOMPARE(report.pictures, 1);
        QCOMPARE(report.marks, 2);

        const QTemporaryDir elsewhere;
        Archive other(elsewhere.path());
        const ImportOutcome outcome = other.import(m_package);
        QVERIFY(outcome.isFinished);
        QCOMPARE(outcome.summary.filesRejected, 0);
        ArchiveStats there = answerOf(other.store().stats());
        const ArchiveStats here = answerOf(store.stats());
        there.archiveBytes = here.archiveBytes;
        QCOMPARE(there, here);
        const auto ferry = answerOf(other.store().detail(other.idOf(Ferry)));
        QVERIFY(ferry->card.isStarred);
        QVERIFY(ferry->card.isSeen);
        QCOMPARE(ferry->files.size(), 2);
        QVERIFY(!answerOf(other.store().detail(other.idOf(Boat)))->card.isStarred);
        QVERIFY(answerOf(other.store().detail(other.idOf(Boat)))->card.isSeen);
        QCOMPARE(ferry->note, u"Two\nlines"_s);
        const auto tags = answerOf(other.store().tags());
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags.constFirst().name, u"To read"_s);
        QCOMPARE(tags.constFirst().color, 3);
        QCOMPARE(answerOf(other.store().detail(other.idOf(Boat)))->card.tags,
                 QList<TagId>{tags.constFirst().id});
        const auto carried = answerOf(other.store().carriedPictures());
        QCOMPARE(carried, answerOf(store.carriedPictures()));
        QCOMPARE(other.pictures().bytes(carried.constFirst()), pngBytes(1));
        const auto searches = answerOf(other.store().savedSearches());
        QCOMPARE(searches.size(), 1);
        QCOMPARE(searches.constFirst().query, u"\"night ferry\""_s);
    }

    void whatIsMarkedThereStays()
    {
        answerOf(m_archive->store().mark({m_archive->idOf(Ferry)}, Mark::Seen, true));
        answerOf(m_archive->store().edit({PutTag{{0, u"to READ"_s, 3}},
                                          PlaceTag{0, {m_archive->idOf(Ferry)}, true},
                                          PutNote{m_archive->idOf(Ferry), u"there"_s}}));
        answerOf(m_archive->store().keepSavedSearches({{0, u"A"_s, u"a"_s}}));
        PackageExport(m_archive->store(), m_archive->pictures())
            .write(m_archive->ids(), true, m_package, goOn);
        const QTemporaryDir elsewhere;
        Archive other(elsewhere.path());
        other.import(m_source->folder());
        answerOf(other.store().mark({other.idOf(Boat)}, Mark::Starred, true));
        answerOf(other.store().edit(
            {PutTag{{0, u"To read"_s, 6}}, PutNote{other.idOf(Ferry), u"here"_s}}));
        answerOf(other.store().keepSavedSearches({{0, u"B"_s, u"b"_s}}));
        for (int time = 0; time < 2; ++time) {
            other.import(m_package);
            QVERIFY(answerOf(other.store().detail(other.idOf(Ferry)))->card.isSeen);
            QVERIFY(answerOf(other.store().detail(other.idOf(Boat)))->card.isStarred);
            QCOMPARE(answerOf(other.store().savedSearches()).size(), 2);
            const auto ferry = answerOf(other.store().detail(other.idOf(Ferry)));
            QCOMPARE(ferry->note, u"here\n\nthere"_s);
            const TagEntry tag = answerOf(other.store().tags()).constFirst();
            QCOMPARE(tag.name, u"To read"_s);
            QCOMPARE(tag.color, 6);
            QCOMPARE(ferry->card.tags, QList<TagId>{tag.id});
        }
    }

    void aCancelledExportLeavesNothing()
    {
        const ExportReport report =
            PackageExport(m_archive->store(), m_archive->pictures())
                .write(m_archive->ids(), true, m_package, [](qint64 done) { return done < 1; });
        QVERIFY(report.problem.contains(u"cancelled"_s));
        QVERIFY(QDir(m_home->path()).entryList({u"out*"_s}, QDir::Files).isEmpty());
    }

    void whatStoodThereStaysIfItCannotBeWritten()
    {
        QTemporaryDir place;
        QFile old(place.filePath(u"out.tar.zst"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const ReadOnlyPlace readOnly(place.path());
        const ExportReport report = PackageExport(m_archive->store(), m_archive->pictures())
                                        .write(m_archive->ids(), true, old.fileName(), goOn);
        QVERIFY(!report.problem.isEmpty());
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ImportFixture> m_source;
    std::unique_ptr<Archive> m_archive;
    QString m_package;
};

QTEST_GUILESS_MAIN(TestPackageExport)
#include "tst_packageexport.moc"
