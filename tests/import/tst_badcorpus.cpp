// SPDX-License-Identifier: GPL-3.0-or-later
// The bad-input corpus of RELIABILITY.md, each file imported beside a good one in a process of its
// own with little memory and time: it ends as it should, and the good one is in.
#include "article/displaytext.h"
#include "importfixture.h"
#include "support/badcorpus.h"
#include "support/sanitizer.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <sys/resource.h>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(BadFile)

namespace
{

constexpr char ImportOnly[] = "--import-only";
constexpr rlim_t MostMemory = 512UL * 1024 * 1024;
constexpr rlim_t MostSeconds = 10; // of the processor

/// What an import in another process came to.
struct Outcome {
    bool hasEnded = false;
    QStringList titles;
    QStringList reasons;
    int skipped = 0;
};

Outcome importApart(const QString &folder)
{
    QProcess process;
    process.setChildProcessModifier([] {
        if constexpr (!IsSanitized) {
            const rlimit memory{MostMemory, MostMemory};
            setrlimit(RLIMIT_AS, &memory);
            const rlimit seconds{MostSeconds, MostSeconds};
            setrlimit(RLIMIT_CPU, &seconds);
        }
    });
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QLatin1String(ImportOnly), folder});
    Outcome outcome;
    outcome.hasEnded = process.waitForFinished(120'000) &&
                       process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    for (const QJsonValue &title : said["titles"_L1].toArray()) {
        outcome.titles.append(title.toString());
    }
    for (const QJsonValue &reason : said["reasons"_L1].toArray()) {
        outcome.reasons.append(reason.toString());
    }
    outcome.skipped = said["skipped"_L1].toInt();
    return outcome;
}

/// The other side of importApart().
int importOnly(const QString &folder)
{
    ImportFixture archive;
    const ImportOutcome done = archive.import({folder});
    QJsonArray titles;
    QList<ArticleId> ids;
    for (const IndexRow &row : done.rows) {
        ids.append(row.id);
    }
    auto cards = archive.store().cards(ids);
    cards.waitForFinished();
    for (const ArticleCard &card : cards.result()) {
        titles.append(displayLine(card.title)); // as it is shown
    }
    QJsonArray reasons;
    for (const FileProblem &problem : done.summary.rejected) {
        reasons.append(problem.reason);
    }
    const QJsonObject said{{u"titles"_s, titles},
                           {u"reasons"_s, reasons},
                           {u"skipped"_s, int(done.summary.filesSkipped)}};
    QFile out;
    const QByteArray text = QJsonDocument(said).toJson();
    return out.open(stdout, QIODevice::WriteOnly) && out.write(text) == text.size() &&
                   done.isFinished
               ? 0
               : 1;
}

} // namespace

class TestBadCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsItShould_data()
    {
        QTest::addColumn<BadFile>("bad");
        for (const BadFile &bad : badFiles()) {
            QTest::newRow(bad.id.constData()) << bad;
        }
    }
    void endsAsItShould()
    {
        QFETCH(const BadFile, bad);
        const ImportFixture source;
        source.writeArticle(1);
        source.write("bad.md", bad.bytes);
        const Outcome outcome = importApart(source.folder());
        QVERIFY(outcome.hasEnded);
        QVERIFY(outcome.titles.contains(u"Article 1"_s));
        if (bad.end == BadFile::End::Rejected) {
            QCOMPARE(outcome.titles.size(), 1);
            QCOMPARE(outcome.reasons.size(), 1);
            QVERIFY(!outcome.reasons.constFirst().isEmpty());
        } else {
            QCOMPARE(outcome.reasons, QStringList());
            QCOMPARE(outcome.titles.size(), 2);
            if (!bad.title.isEmpty()) {
                QVERIFY2(outcome.titles.contains(QString::fromUtf8(bad.title)),
                         qUtf8Printable(outcome.titles.join(u" | "_s)));
            }
        }
    }

    /// All of them in one folder: whatever each comes to, the rest is not lost by it.
    void mutationsCostNothingElse()
    {
        const ImportFixture source;
        source.writeArticle(1);
        const QList<QByteArray> files = mutatedFiles(2'000, 20'261'122);
        for (int i = 0; i < files.size(); ++i) {
            source.write("m" + QByteArray::number(i) + ".md", files.at(i));
        }
        source.writeArticle(99'999);
        const Outcome outcome = importApart(source.folder());
        QVERIFY(outcome.hasEnded);
        QVERIFY(outcome.titles.contains(u"Article 1"_s));
        QVERIFY(outcome.titles.contains(u"Article 99999"_s));
        QVERIFY(outcome.reasons.size() > 500);
    }

    void pathsAreToldOrPassedBy()
    {
        const ImportFixture source;
        source.writeArticle(1);
        putBadPaths(QFile::encodeName(source.folder()));
        const Outcome outcome = importApart(source.folder());
        QVERIFY(outcome.hasEnded);
        QCOMPARE(outcome.titles.size(), 1 + BadPathsTaken);
        QCOMPARE(outcome.reasons.size(), BadPathsRejected);
        QCOMPARE(outcome.skipped, BadPathsSkipped);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String(ImportOnly)) {
        return importOnly(QCoreApplication::arguments().value(2));
    }
    TestBadCorpus test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_badcorpus.moc"
