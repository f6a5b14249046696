// SPDX-License-Identifier: GPL-3.0-or-later
#include "importfixture.h"
#include "support/archivegenerator.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

/// What is measured on must be what archives are like.
class TestGeneratedArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForOneSeed()
    {
        const ArchiveGenerator one(500, 7);
        QCOMPARE(ArchiveGenerator(500, 7).file(123), one.file(123));
        QVERIFY(ArchiveGenerator(500, 8).file(123) != one.file(123));
    }

    void importsWithoutAWord()
    {
        ImportFixture archive;
        constexpr int Files = 600;
        const GeneratedArchive written = ArchiveGenerator(Files).write(archive.folder());
        QCOMPARE(written.files, Files);
        const auto outcome = archive.import();
        QCOMPARE(outcome.summary.filesImported, Files);
        QCOMPARE(outcome.summary.rejected.size(), 0);
        QCOMPARE(outcome.summary.warnings.size(), 0);
        const ArchiveStats stats = archive.stats();
        QCOMPARE(stats.articles, Files - Files / 100);
        QCOMPARE(stats.duplicateFiles, Files / 100);
        QCOMPARE(stats.originalBytes, written.bytes);
        QCOMPARE(stats.undated, 0);
        QVERIFY(stats.unrated > 0 && stats.unrated < Files / 20);
        QVERIFY(stats.qualityMax > 100);
        QVERIFY(stats.relatedResolved > stats.relatedLinks * 0.99);
        QVERIFY(stats.relatedResolved < stats.relatedLinks);
    }

    void hasFilesOfTheUsualSize()
    {
        constexpr int Files = 400;
        const ArchiveGenerator generator(Files);
        qint64 all = 0;
        qint64 related = 0;
        for (int i = 0; i < Files; ++i) {
            const QByteArray bytes = generator.file(i);
            const qsizetype begin = bytes.indexOf("\nrelated:");
            all += bytes.size();
            related += begin < 0 ? 0 : bytes.indexOf("\nsecured:") - begin;
        }
        QVERIFY(all / Files > 15'000 && all / Files < 25'000);
        QVERIFY(related > all * 0.85 && related < all * 0.95);
    }
};

QTEST_GUILESS_MAIN(TestGeneratedArchive)
#include "tst_generatedarchive.moc"
