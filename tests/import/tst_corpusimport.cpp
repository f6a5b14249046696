// SPDX-License-Identifier: GPL-3.0-or-later
// Real archives, where they are there, against what an independent reader counted in them.
#include "importfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

QJsonObject truthOf(const QString &archive)
{
    QFile file(QStringLiteral(CORPUS_DIR "/truth/%1.json").arg(archive));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QList<ArticleCard> allCards(Store &store)
{
    auto order = store.titleOrder();
    order.waitForFinished();
    auto cards = store.cards(order.result());
    cards.waitForFinished();
    QList<ArticleCard> articles;
    for (const ArticleCard &card : cards.result()) {
        if (!card.isMention) {
            articles.append(card);
        }
    }
    return articles;
}

QByteArray titlesHash(const QList<ArticleCard> &cards)
{
    QByteArrayList titles; // UTF-8 sorts as code points do
    for (const ArticleCard &card : cards) {
        titles.append(card.title.toUtf8());
    }
    std::sort(titles.begin(), titles.end());
    return QCryptographicHash::hash(titles.join('\n'), QCryptographicHash::Sha256).toHex();
}

QJsonObject asObject(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

} // namespace

class TestCorpusImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsTrue_data()
    {
        QTest::addColumn<QString>("archive");
        const QDir truths(QStringLiteral(CORPUS_DIR "/truth"));
        for (const QString &file : truths.entryList({QStringLiteral("*.json")})) {
            const QString name = file.chopped(5);
            QTest::newRow(qPrintable(name)) << name;
        }
        if (!truths.exists()) {
            QTest::newRow("no corpus here") << QString();
        }
    }

    void countsWhatIsTrue()
    {
        QFETCH(QString, archive);
        if (archive.isEmpty()) {
            return;
        }
        const QJsonObject truth = truthOf(archive);
        ImportFixture source;
        const auto outcome = source.import({QStringLiteral(CORPUS_DIR "/") + archive});
        ArchiveStats stats = source.stats();
        const QList<ArticleCard> cards = allCards(source.store());

        const std::map<QString, qint64> counted{
            {QStringLiteral("files"), outcome.summary.filesFound},
            {QStringLiteral("articleFiles"), stats.files},
            {QStringLiteral("rejected"), outcome.summary.filesRejected},
            {QStringLiteral("articles"), stats.articles},
            {QStringLiteral("duplicateFiles"), stats.duplicateFiles},
            {QStringLiteral("relatedLinks"), stats.relatedLinks},
            {QStringLiteral("relatedResolved"), stats.relatedResolved},
            {QStringLiteral("mentions"), stats.mentions},
            {QStringLiteral("unrated"), stats.unrated},
            {QStringLiteral("undated"), stats.undated},
            {QStringLiteral("unpublished"), stats.unpublished},
            {QStringLiteral("heatMeasured"), stats.heatMeasured},
            {QStringLiteral("withPicture"), stats.withPicture},
            {QStringLiteral("topics"), stats.topics},
            {QStringLiteral("providers"), stats.providers}};
        for (const auto &[name, value] : counted) {
            QVERIFY2(value == truth.value(name).toInteger(-1),
                     qPrintable(QStringLiteral("%1 is %2, not %3")
                                    .arg(name)
                                    .arg(truth.value(name).toInteger(-1))
                                    .arg(value)));
        }
        QCOMPARE(asObject(stats.types), truth.value(QLatin1String("types")).toObject());
        QJsonObject years;
        for (auto it = stats.perYear.cbegin(); it != stats.perYear.cend(); ++it) {
            years.insert(QString::number(it.key()), it.value());
        }
        QCOMPARE(years, truth.value(QLatin1String("perYear")).toObject());
        const QJsonObject quality = truth.value(QLatin1String("quality")).toObject();
        QCOMPARE(stats.qualityMin.value_or(-1), quality.value(QLatin1String("min")).toInt());
        QCOMPARE(stats.qualityMax.value_or(-1), quality.value(QLatin1String("max")).toInt());
        const auto atLeast = [&cards](int score) {
            return int(
                std::count_if(cards.cbegin(), cards.cend(), [score](const ArticleCard &card) {
                    return card.quality.value_or(-1) >= score;
                }));
        };
        QCOMPARE(atLeast(50), quality.value(QLatin1String(">=50")).toInt());
        QCOMPARE(atLeast(80), quality.value(QLatin1String(">=80")).toInt());
        QCOMPARE(titlesHash(cards),
                 truth.value(QLatin1String("titlesSha256")).toString().toLatin1());
        largestAre(truth, cards);
        bytesComeBack(source.store(), cards);

        const auto again = source.import({QStringLiteral(CORPUS_DIR "/") + archive});
        QCOMPARE(again.summary.filesUnchanged, outcome.summary.filesFound);
        ArchiveStats statsAgain = source.stats();
        statsAgain.archiveBytes = stats.archiveBytes = 0; // the second report takes room as well
        QCOMPARE(statsAgain, stats);
    }

private:
    static void largestAre(const QJsonObject &truth, const QList<ArticleCard> &cards)
    {
        QMap<QString, qint64> topics;
        QMap<QString, qint64> providers;
        for (const ArticleCard &card : cards) {
            ++providers[card.providerDomain];
            for (const QString &topic : card.topics) {
                ++topics[topic];
            }
        }
        const QJsonObject topTopics = truth.value(QLatin1String("topTopics")).toObject();
        for (auto it = topTopics.begin(); it != topTopics.end(); ++it) {
            QCOMPARE(topics.value(it.key()), it.value().toInteger());
        }
        const QJsonObject topProviders = truth.value(QLatin1String("topProviders")).toObject();
        for (auto it = topProviders.begin(); it != topProviders.end(); ++it) {
            QCOMPARE(providers.value(it.key()), it.value().toInteger());
        }
    }

    static void bytesComeBack(Store &store, const QList<ArticleCard> &cards)
    {
        for (const ArticleCard &card : cards) {
            auto detail = store.detail(card.id);
            detail.waitForFinished();
            const auto known = detail.result();
            for (const ArticleFile &file : known->files) {
                auto original = store.original(file.version);
                original.waitForFinished();
                QFile source(QFile::decodeName(file.path));
                QVERIFY(source.open(QIODevice::ReadOnly));
                QVERIFY(original.result() == source.readAll());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCorpusImport)
#include "tst_corpusimport.moc"
