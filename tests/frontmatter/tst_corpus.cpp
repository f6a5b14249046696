// SPDX-License-Identifier: GPL-3.0-or-later
// Real archives, where they are at hand, read without a store and counted as FORMAT.md says.
#include "frontmatter/articlereader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

/// What the reader makes of a folder; of each address the version that is shown.
struct Archive {
    int files = 0;
    QStringList rejected;
    QStringList warnings;
    QHash<ArticleKey, Article> shown;
    int articleFiles = 0;
};

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, {u"*.md"_s, u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files.append(walk.next());
    }
    files.sort();
    return files;
}

void take(Archive &archive, const ReadArticle &read)
{
    ++archive.articleFiles;
    const ArticleKey key = read.article.key;
    const auto known = archive.shown.constFind(key);
    if (known == archive.shown.constEnd() || read.article.publishedAt >= known->publishedAt) {
        archive.shown.insert(key, read.article);
    }
}

Archive readFolder(const QString &folder)
{
    Archive archive;
    for (const QString &path : filesIn(folder)) {
        QFile file(path);
        if (!file.open(QFile::ReadOnly)) {
            continue;
        }
        ++archive.files;
        const ReadResult result = readArticle(file.readAll());
        if (const auto *problem = std::get_if<ReadProblem>(&result)) {
            archive.rejected.append(path + u": "_s + problem->reason);
            continue;
        }
        for (const ReadProblem &warning : std::get<ReadArticle>(result).warnings) {
            if (!warning.reason.startsWith(u"The related article has no"_s)) { // webUrl: ""
                archive.warnings.append(path + u": "_s + warning.reason);
            }
        }
        take(archive, std::get<ReadArticle>(result));
    }
    return archive;
}

void count(QHash<QString, int> &counts, const QString &name)
{
    if (!name.isEmpty()) {
        ++counts[name];
    }
}

void compareCounts(const QHash<QString, int> &counts, const QJsonObject &truth)
{
    for (auto it = truth.begin(); it != truth.end(); ++it) {
        QVERIFY2(
            counts.value(it.key()) == it->toInt(),
            qPrintable(
                u"%1: %2 for %3"_s.arg(it.key()).arg(counts.value(it.key())).arg(it->toInt())));
    }
}

bool comesBefore(const QString &a, const QString &b)
{
    const QList<uint> left = a.toUcs4();
    const QList<uint> right = b.toUcs4();
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
}

QString hashOfTitles(const Archive &archive)
{
    QStringList titles;
    for (const Article &article : archive.shown) {
        titles.append(article.title);
    }
    std::sort(titles.begin(), titles.end(), comesBefore);
    return QString::fromLatin1(
        QCryptographicHash::hash(titles.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsToTheTruth_data();
    void readsToTheTruth();

private:
    static void compareLinks(const Archive &archive, const QJsonObject &truth);
    static void compareFields(const Archive &archive, const QJsonObject &truth);
};

void TestCorpus::readsToTheTruth_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"seeds", "diablo4"}) {
        if (QDir(QStringLiteral(CORPUS_DIR "/") + QLatin1String(name)).exists()) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
}

void TestCorpus::readsToTheTruth()
{
    if (QTest::currentDataTag() == nullptr) {
        return; // no corpus here
    }
    QFETCH(QString, name);
    QFile file(QStringLiteral(CORPUS_DIR "/truth/%1.json").arg(name));
    QVERIFY(file.open(QFile::ReadOnly));
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();

    const Archive archive = readFolder(QStringLiteral(CORPUS_DIR "/") + name);

    QCOMPARE(archive.rejected, QStringList());
    QCOMPARE(archive.warnings, QStringList());
    QCOMPARE(archive.files, truth[u"files"].toInt());
    QCOMPARE(archive.articleFiles, truth[u"articleFiles"].toInt());
    QCOMPARE(archive.shown.size(), truth[u"articles"].toInt());
    QCOMPARE(archive.articleFiles - archive.shown.size(), truth[u"duplicateFiles"].toInt());
    QCOMPARE(hashOfTitles(archive), truth[u"titlesSha256"].toString());
    compareLinks(archive, truth);
    compareFields(archive, truth);
}

void TestCorpus::compareLinks(const Archive &archive, const QJsonObject &truth)
{
    int links = 0;
    int resolved = 0;
    QSet<ArticleKey> mentions;
    for (const Article &article : archive.shown) {
        links += int(article.related.size());
        for (const RelatedItem &item : article.related) {
            if (archive.shown.contains(item.key)) {
                ++resolved;
            } else {
                mentions.insert(item.key);
            }
        }
    }
    QCOMPARE(links, truth[u"relatedLinks"].toInt());
    QCOMPARE(resolved, truth[u"relatedResolved"].toInt());
    QCOMPARE(mentions.size(), truth[u"mentions"].toInt());
}

void TestCorpus::compareFields(const Archive &archive, const QJsonObject &truth)
{
    QHash<QString, int> counts;
    QHash<QString, int> types;
    QHash<QString, int> years;
    QHash<QString, int> topics;
    QHash<QString, int> providers;
    for (const Article &article : archive.shown) {
        counts[u"unrated"_s] += article.quality ? 0 : 1;
        counts[u"undated"_s] += article.publishedAt ? 0 : 1;
        counts[u"unpublished"_s] += article.published == false ? 1 : 0;
        counts[u"heatMeasured"_s] += article.heat ? 1 : 0;
        counts[u"withPicture"_s] += article.pictures.isEmpty() ? 0 : 1;
        count(types, article.type);
        count(providers, article.provider.domain);
        for (const QString &topic : article.topics) {
            count(topics, topic);
        }
        if (article.publishedAt) {
            count(years, QDateTime::fromSecsSinceEpoch(*article.publishedAt, QTimeZone::utc())
                             .toString(u"yyyy"_s));
        }
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        QVERIFY2(it.value() == truth[it.key()].toInt(),
                 qPrintable(u"%1: %2"_s.arg(it.key()).arg(it.value())));
    }
    QCOMPARE(topics.size(), truth[u"topics"].toInt());
    QCOMPARE(providers.size(), truth[u"providers"].toInt());
    compareCounts(types, truth[u"types"].toObject());
    compareCounts(years, truth[u"perYear"].toObject());
    compareCounts(topics, truth[u"topTopics"].toObject());
    compareCounts(providers, truth[u"topProviders"].toObject());
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
