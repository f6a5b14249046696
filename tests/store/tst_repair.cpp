// SPDX-License-Identifier: GPL-3.0-or-later
// Damage costs what it hit and nothing else, and no repair ends halfway.
#include "store/backups.h"
#include "store/repair/repair.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "support/filesizelimit.h"
#include "support/readonlyplace.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>

#include <csignal>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

/// At which change of the disk this process is killed; 0: at none.
int killedAt = 0;

/// Stands before what changes the disk, whoever calls it, SQLite too.
template <typename Function>
Function *beforeIt(const char *name)
{
    if (killedAt > 0 && --killedAt == 0) {
        ::kill(::getpid(), SIGKILL);
    }
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {
__attribute__((visibility("default"))) int fsync(int file)
{
    return beforeIt<int(int)>("fsync")(file);
}
__attribute__((visibility("default"))) int rename(const char *from, const char *to) noexcept
{
    return beforeIt<int(const char *, const char *)>("rename")(from, to);
}
__attribute__((visibility("default"))) int unlink(const char *path) noexcept
{
    return beforeIt<int(const char *)>("unlink")(path);
}
__attribute__((visibility("default"))) int rmdir(const char *path) noexcept
{
    return beforeIt<int(const char *)>("rmdir")(path);
}
__attribute__((visibility("default"))) int mkdir(const char *path, mode_t mode) noexcept
{
    return beforeIt<int(const char *, mode_t)>("mkdir")(path, mode);
}
}

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

using Outcome = RepairReport::Outcome;
constexpr int Articles = 400;
constexpr int PerBatch = 50;

Article articleOf(int number)
{
    Article article = makeArticle(number);
    article.topics = {u"Topic %1"_s.arg(number % 7)};
    article.related = {relatedTo(makeArticle(number % Articles + 1)),
                       relatedTo(makeArticle(10'000 + number % 5))};
    article.pictures = {{u"https://news.example/pictures/%1.jpg"_s.arg(number), 20, 10, false, {}}};
    return article;
}

/// What the builder's originals hold: a number in their first line.
std::optional<Article> parsed(const QByteArray &bytes)
{
    static const QRegularExpression Number(u"articles/(\\d+)"_s);
    const auto match = Number.match(QString::fromUtf8(bytes));
    return match.hasMatch() ? std::optional(articleOf(match.captured(1).toInt())) : std::nullopt;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// What a person has in an archive, by what it is known by outside of it.
struct Treasure {
    std::map<QString, QList<QByteArray>> files; ///< path -> hash and bytes of what it was
    QStringList marks;
    QStringList searches;
    QStringList recent;
    qint64 rejected = 0;
    QString policy;
    QStringList kept;

    friend bool operator==(const Treasure &, const Treasure &) = default;
};

Treasure treasureOf(const QString &path)
{
    Treasure treasure;
    Store store;
    if (answerOf(store.open(path, Store::IfMissing::Refuse)).opening != Store::Opening::Opened) {
        return treasure;
    }
    QList<ArticleId> ids;
    for (const IndexRow &row : answerOf(store.indexRows(0, 100'000)).rows) {
        ids.append(row.id);
    }
    const QList<TagEntry> tags = answerOf(store.tags());
    for (const ArticleId id : std::as_const(ids)) {
        const auto detail = answerOf(store.detail(id));
        for (const ArticleFile &file : detail->files) {
            const auto bytes = answerOf(store.original(file.version));
            treasure.files[QString::fromUtf8(file.path)] << file.hash << bytes.value_or("gone")
                                                         << QByteArray::number(file.importedAt);
        }
        QString said = (detail->card.isSeen ? u"+seen"_s : QString()) +
                       (detail->card.isStarred ? u"+starred"_s : QString());
        for (const TagEntry &tag : tags) {
            if (detail->card.tags.contains(tag.id)) {
                said += u'+' + tag.name + u'/' + QString::number(tag.color);
            }
        }
        said += detail->note.isEmpty() ? QString() : u"+note "_s + detail->note;
        if (!said.isEmpty()) {
            treasure.marks.append(detail->card.key + said);
        }
    }
    treasure.marks.sort();
    for (const SavedSearch &search : answerOf(store.savedSearches())) {
        treasure.searches << search.name + u'=' + search.query;
    }
    treasure.recent = answerOf(store.recentQueries());
    treasure.rejected = answerOf(store.rejectedFiles(1, 0, 100)).size();
    const PicturePolicy policy = answerOf(store.picturePolicy());
    treasure.policy = u"%1 %2"_s.arg(int(policy.mode)).arg(policy.budget);
    for (const PictureWeight &weight : answerOf(store.pictureWeights())) {
        treasure.kept << QString::fromLatin1(weight.content.toHex());
    }
    return treasure;
}

} // namespace

class RepairTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aSoundArchiveIsLeftAsItIs();
    void whatIsDerivedIsMadeAnewInPlace_data();
    void whatIsDerivedIsMadeAnewInPlace();
    void whatIsNotHitComesBack_data();
    void whatIsNotHitComesBack();
    void aTruncatedArchiveGivesWhatThereIs_data();
    void aTruncatedArchiveGivesWhatThereIs();
    void aDestroyedHeadCostsNothing_data();
    void aDestroyedHeadCostsNothing();
    void aDamagedSchemaDoesNotCostTheLog();
    void lossesWithoutANameAreCountedOnce();
    void aDamagedFreelistCostsNothing();
    void whatHasNoFileIsNamedByItsAddress();
    void flippedBitsCostLittle_data();
    void flippedBitsCostLittle();
    void whatIsNoArchiveMakesWayForOne_data();
    void whatIsNoArchiveMakesWayForOne();
    void anotherDatabaseIsLeftAlone();
    void anOldVersionStaysOne();
    void anOldVersionThatIsLostIsNamed();
    void aSearchThatCannotBeReadIsNotCounted();
    void aKeptPictureOutlivesItsArticle();
    void aMarkedArticleWithoutItsFileIsKept();
    void theLogIsPartOfTheArchive();
    void aDamagedLogMayCostMore();
    void onceADay();
    void anArchiveInUseIsNotRepaired();
    void aFullDiskChangesNothing();
    void aPlaceThatCannotBeWrittenToIsSaid();
    void cancellingChangesNothing();
    void killedAnywhereNothingIsLost();
    void anInterruptedChangeIsBroughtToItsEnd_data();
    void anInterruptedChangeIsBroughtToItsEnd();
    void aBackupTakesTheArchivesPlace();
    void aDamagedBackupDoesNot();

private:
    /// A bit in a number that has no hash may be flipped unseen.
    enum class Told { Everything, BytesAlone };

    RepairReport repair() { return repairArchive(m_path, parsed); }
    QString besides(const QString &word) const
    {
        const QStringList names = namesIn(m_place->path()).filter(word);
        return names.isEmpty() ? QString() : m_place->filePath(names.constFirst());
    }
    /// That all but what the report names is as it was.
    void compare(const RepairReport &report, Told told = Told::Everything);

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
    QByteArray m_sound;
    Treasure m_before;
};

void RepairTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"microfiche.store=false"_s);
    ArchiveBuilder archive;
    archive.store();
    for (int number = 1; number <= Articles; ++number) {
        const Article article = articleOf(number);
        archive.add(article, {}, originalOf(article) + QByteArray(200, char('a' + number % 23)));
        if (number % PerBatch == 0) {
            QCOMPARE(archive.commit().added, PerBatch);
        }
    }
    archive.addRejected("bad.md", {3, 4, u"This is no article"_s, 1});
    archive.addOther("picture.jpg", {1});
    archive.commit();
    Store &store = archive.store();
    QList<ArticleId> some;
    for (int number = 1; number <= Articles; number += 3) {
        some.append(archive.idOf(articleOf(number)));
    }
    answerOf(store.mark(some, Mark::Seen, true));
    answerOf(store.mark({archive.idOf(articleOf(5)), archive.idOf(makeArticle(10'001))},
                        Mark::Starred, true));
    std::sort(some.begin(), some.end());
    QVERIFY(answerOf(
        store.edit({PutTag{{0, u"To read"_s, 3}}, PlaceTag{0, some.mid(0, 40), true},
                    PutTag{{0, u"Quotes"_s, 5}}, PlaceTag{0, {archive.idOf(articleOf(2))}, true},
                    PutNote{archive.idOf(articleOf(6)), u"Line\nby line"_s}})));
    QVERIFY(answerOf(store.keepSavedSearches({{0, u"Owls"_s, u"owls"_s}, {0, u"New"_s, u"a"_s}})));
    QVERIFY(answerOf(store.rememberQuery(u"moles"_s)));
    PicturePolicy policy;
    policy.budget = 4711;
    QVERIFY(answerOf(store.setPicturePolicy(policy)));
    KeptPicture kept;
    kept.picture = answerOf(store.detail(archive.idOf(articleOf(9))))->pictures.constFirst().id;
    kept.state = PictureState::Fetched;
    kept.content = contentHash("a picture");
    kept.bytes = 9;
    QVERIFY(answerOf(store.keepPictures({kept})));
    archive.close();
    m_sound = bytesOf(archive.path());
    m_before = treasureOf(archive.path());
    QCOMPARE(m_before.files.size(), size_t(Articles));
    QCOMPARE(m_before.kept.size(), 1);
    QCOMPARE(m_before.rejected, 1);
}

void RepairTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_path = m_place->filePath(u"news.microfiche"_s);
    write(m_path, m_sound);
}

void RepairTest::compare(const RepairReport &report, Told told)
{
    Treasure after = treasureOf(m_path);
    Treasure before = m_before;
    for (const QString &lost : report.lost) {
        if (before.files.erase(lost) == 0) { // it is an address, of which the file's name is made
            const auto has = [&lost](const auto &entry) {
                return entry.second.at(1).contains(lost.toUtf8() + '\n') ||
                       entry.second.at(1).contains(lost.toUtf8());
            };
            const auto at = std::find_if(before.files.begin(), before.files.end(), has);
            QVERIFY2(at != before.files.end(), qPrintable(lost));
            before.files.erase(at);
        }
    }
    QCOMPARE(after.files.size(), before.files.size());
    // A file whose name was hit has another one; its bytes are its own.
    QList<QList<QByteArray>> bytesBefore;
    QList<QList<QByteArray>> bytesAfter;
    for (const auto &[path, bytes] : before.files) {
        bytesBefore.append(told == Told::Everything ? bytes : bytes.first(2));
    }
    for (const auto &[path, bytes] : after.files) {
        bytesAfter.append(told == Told::Everything ? bytes : bytes.first(2));
    }
    std::sort(bytesBefore.begin(), bytesBefore.end());
    std::sort(bytesAfter.begin(), bytesAfter.end());
    QCOMPARE(bytesAfter, bytesBefore);
    Store store;
    QCOMPARE(answerOf(store.open(m_path, Store::IfMissing::Refuse)).opening,
             Store::Opening::Opened);
    QCOMPARE(answerOf(store.check()).problems, QStringList());
}

void RepairTest::aSoundArchiveIsLeftAsItIs()
{
    QCOMPARE(repair().outcome, Outcome::Sound);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::whatIsDerivedIsMadeAnewInPlace_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("words") << u"DELETE FROM article_fts_data WHERE id > 100"_s;
    QTest::newRow("words of one")
        << u"UPDATE article_text SET title = 'Another' WHERE article = 7"_s;
    QTest::newRow("counts of citations") << u"UPDATE citation SET counts = x'00'"_s;
    QTest::newRow("order of titles") << u"INSERT INTO title_order VALUES (x'00', x'0102')"_s;
}

void RepairTest::whatIsDerivedIsMadeAnewInPlace()
{
    QFETCH(const QString, sql);
    SqlDatabase(m_path).run(sql);
    QCOMPARE(repair().outcome, Outcome::Rebuilt);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(repair().outcome, Outcome::Sound);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::whatIsNotHitComesBack_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("mostLost");
    QTest::newRow("articles") << u"article"_s << 0;
    QTest::newRow("texts") << u"article_text"_s << 0;
    QTest::newRow("topics") << u"article_topic"_s << 0;
    QTest::newRow("links") << u"link"_s << 0;
    QTest::newRow("pictures") << u"picture"_s << 0;
    QTest::newRow("providers") << u"provider"_s << 0;
    QTest::newRow("words") << u"article_fts_data"_s << 0;
    QTest::newRow("an index") << u"version_article"_s << 0;
    QTest::newRow("citations") << u"citation"_s << 0;
    QTest::newRow("ledger") << u"file"_s << 0;
    QTest::newRow("folders") << u"folder"_s << 0;
    QTest::newRow("runs") << u"run"_s << 0;
    QTest::newRow("identity") << u"archive"_s << 0;
    QTest::newRow("versions") << u"version"_s << 100;
    QTest::newRow("originals") << u"block"_s << Articles;
}

void RepairTest::whatIsNotHitComesBack()
{
    QFETCH(const QString, table);
    QFETCH(const int, mostLost);
    smashLeaf(m_path, table);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.message, QString());
    QVERIFY(report.outcome == Outcome::Salvaged || report.outcome == Outcome::Rebuilt);
    QVERIFY2(report.lostCount <= mostLost, qPrintable(report.lost.join(u' ')));
    QCOMPARE(report.lostCount, report.lost.size());
    compare(report);
    const Treasure after = treasureOf(m_path);
    if (report.lostCount == 0) {
        QCOMPARE(after.marks, m_before.marks);
    }
    QCOMPARE(after.searches, m_before.searches);
    QCOMPARE(after.recent, m_before.recent);
    QCOMPARE(after.policy, m_before.policy);
    if (table != "picture"_L1) {
        QCOMPARE(after.kept, m_before.kept);
    }
    if (report.outcome == Outcome::Salvaged) {
        QCOMPARE(bytesOf(report.kept), damaged);
        QVERIFY(report.kept.contains(u".damaged-"_s));
    }
}

void RepairTest::aTruncatedArchiveGivesWhatThereIs_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("hasSome"); // what is at the end is what was written last
    QTest::newRow("a quarter") << 25 << false;
    QTest::newRow("half") << 50 << false;
    QTest::newRow("nearly all") << 95 << true;
}

void RepairTest::aTruncatedArchiveGivesWhatThereIs()
{
    QFETCH(const int, percent);
    QFETCH(const bool, hasSome);
    QVERIFY(QFile::resize(m_path, m_sound.size() * percent / 100));
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    const Treasure after = treasureOf(m_path);
    QCOMPARE(!after.files.empty(), hasSome);
    for (const auto &[path, bytes] : after.files) {
        const auto before =
            std::find_if(m_before.files.cbegin(), m_before.files.cend(),
                         [&bytes = bytes](const auto &entry) { return entry.second == bytes; });
        QVERIFY2(before != m_before.files.cend(), qPrintable(path));
    }
    if (hasSome) {
        QVERIFY(report.lostCount + qint64(after.files.size()) >= Articles);
    }
}

void RepairTest::aDestroyedHeadCostsNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("head zeroed") << QByteArray(100, '\0');
    QTest::newRow("head overwritten") << QByteArray(100, 'x');
    QByteArray other = m_sound.first(100);
    other[68] = char(other.at(68) ^ 1);
    QTest::newRow("a bit of whose it is") << other;
    other = m_sound.first(100);
    other[61] = char(other.at(61) ^ 1);
    QTest::newRow("a bit of how new it is") << other;
    QTest::newRow("first page zeroed") << QByteArray(4096, '\0');
    QTest::newRow("first page overwritten") << QByteArray(4096, char(0xa5));
}

void RepairTest::aDestroyedHeadCostsNothing()
{
    QFETCH(const QByteArray, bytes);
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size());
    }
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostCount, 0);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept), bytes + m_sound.mid(bytes.size()));
    QCOMPARE(namesIn(m_place->path()).size(), 2); // nothing else is left
}

void RepairTest::aDamagedSchemaDoesNotCostTheLog()
{
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        QVERIFY(answerOf(store.rememberQuery(u"newest"_s)));
        log = bytesOf(m_path + "-wal"_L1);
    }
    QByteArray damaged = m_sound;
    const qsizetype at = damaged.indexOf("CREATE TABLE file");
    QVERIFY(at > 0);
    damaged[at + 3] = 'X';
    write(m_path, damaged);
    write(m_path + u"-wal"_s, log);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostCount, 0);
    const Treasure after = treasureOf(m_path);
    QCOMPARE(after.files, m_before.files);
    QCOMPARE(after.recent.value(0), u"newest"_s);
}

void RepairTest::lossesWithoutANameAreCountedOnce()
{
    {
        Store store;
        QCOMPARE(answerOf(store.open(m_path)).opening, Store::Opening::Opened);
        ImportSummary summary;
        summary.run = 1;
        summary.filesImported = Articles;
        store.endImport(summary).waitForFinished();
    }
    QVERIFY(QFile::resize(m_path, QFileInfo(m_path).size() / 2));
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(report.namelessCount > 0);
    QCOMPARE(report.lostCount, report.namelessCount + report.lost.size());
    QCOMPARE(report.originals + report.lostCount, Articles);
    QVERIFY(QFile::remove(report.kept));
    smashLeaf(m_path, u"archive"_s);
    const RepairReport second = repair();
    QCOMPARE(second.outcome, Outcome::Salvaged);
    QCOMPARE(second.lostCount, 0);
}

void RepairTest::aDamagedFreelistCostsNothing()
{
    {
        SqlDatabase database(m_path);
        database.run(u"INSERT INTO recent_query (query) VALUES (hex(randomblob(60000)))"_s);
        database.run(u"DELETE FROM recent_query WHERE length(query) > 1000"_s);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr int FirstFreePage = 32; // in the head
    QVERIFY(file.seek(FirstFreePage));
    const qint64 page = SqliteFormat::numberAt(file.read(4), 0);
    QVERIFY(page > 0 && file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, char(0xa5)));
    file.close();
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(treasureOf(m_path), m_before);
}

void RepairTest::whatHasNoFileIsNamedByItsAddress()
{
    smashLeaf(m_path, u"version"_s);
    smashLeaf(m_path, u"file"_s);
    const RepairReport report = repair();
    QVERIFY(!report.lost.filter(QRegularExpression(u"^https://news.example/"_s)).isEmpty());
    QVERIFY(report.lostCount + qint64(treasureOf(m_path).files.size()) >= Articles);
}

void RepairTest::flippedBitsCostLittle_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void RepairTest::flippedBitsCostLittle()
{
    QFETCH(const quint32, seed);
    flipBits(m_path, seed, 3);
    const RepairReport report = repair();
    QVERIFY2(report.outcome != Outcome::Failed, qPrintable(report.message));
    compare(report, Told::BytesAlone);
}

void RepairTest::whatIsNoArchiveMakesWayForOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("0 bytes") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(400);
    QTest::newRow("head only") << m_sound.first(100);
    QTest::newRow("first page only") << m_sound.first(4096);
    QTest::newRow("first page gone") << QByteArray(4096, '\0') + m_sound.mid(4096);
}

void RepairTest::whatIsNoArchiveMakesWayForOne()
{
    QFETCH(const QByteArray, bytes);
    write(m_path, bytes);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(report.articles > 0 || !report.areLossesKnown);
    QCOMPARE(bytesOf(report.kept), bytes);
    Store store;
    QCOMPARE(answerOf(store.open(m_path, Store::IfMissing::Refuse)).opening,
             Store::Opening::Opened);
    QCOMPARE(answerOf(store.stats()).articles, report.articles);
}

void RepairTest::anotherDatabaseIsLeftAlone()
{
    QFile::remove(m_path);
    SqlDatabase(m_path).run(u"CREATE TABLE theirs (a)"_s);
    const QByteArray bytes = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
    QCOMPARE(bytesOf(m_path), bytes);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::anOldVersionStaysOne()
{
    ArchiveBuilder archive;
    const Article article = articleOf(1);
    for (const char *change : {"first", "second", "third"}) {
        archive.add(article, "1.md", originalOf(article) + change);
        archive.commit();
        archive.beginRun();
    }
    for (int number = 2; number < Articles; ++number) {
        archive.add(articleOf(number));
    }
    archive.commit();
    const auto before = answerOf(archive.store().detail(archive.idOf(article)))->files;
    QCOMPARE(before.size(), 3);
    archive.close();
    smashLeaf(archive.path(), u"article_text"_s);
    QCOMPARE(repairArchive(archive.path(), parsed).outcome, Outcome::Salvaged);
    archive.reopen();
    const auto after = answerOf(archive.store().detail(archive.idOf(article)))->files;
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after.at(i).hash, before.at(i).hash);
        QCOMPARE(after.at(i).path, before.at(i).path);
        QCOMPARE(after.at(i).isShown, before.at(i).isShown);
        QCOMPARE(after.at(i).isCurrent, before.at(i).isCurrent);
    }
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void RepairTest::anOldVersionThatIsLostIsNamed()
{
    ArchiveBuilder archive;
    const Article article = articleOf(1);
    for (const char *change : {"first", "second"}) {
        archive.add(article, "1.md", originalOf(article) + change);
        archive.commit();
        archive.beginRun();
    }
    for (int number = 2; number < Articles; ++number) {
        archive.add(articleOf(number));
    }
    archive.commit();
    archive.close();
    SqlDatabase(archive.path()).run(u"UPDATE block SET frame = x'00' WHERE id = 1"_s);
    smashLeaf(archive.path(), u"article_text"_s);
    const RepairReport report = repairArchive(archive.path(), parsed);
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostEarlier, QStringList{u"/archive/news/1.md"_s});
    QCOMPARE(report.lost, QStringList());
    QCOMPARE(report.lostCount, 1);
    QCOMPARE(report.originals, Articles - 1);
}

void RepairTest::aSearchThatCannotBeReadIsNotCounted()
{
    QByteArray damaged = m_sound;
    constexpr char Head[] = "\x15\x15Owlsowls"; // two texts of four bytes (file format, 2.1)
    const qsizetype at = damaged.indexOf(Head);
    QVERIFY(at > 0);
    damaged[at] = '\0'; // no name
    write(m_path, damaged);
    smashLeaf(m_path, u"article_text"_s);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.savedSearches, 1);
    QCOMPARE(treasureOf(m_path).searches, QStringList{u"New=a"_s});
}

// Others may come to show it; and it was fetched, or picked by hand, once.
void RepairTest::aKeptPictureOutlivesItsArticle()
{
    SqlDatabase(m_path).run(u"UPDATE block SET frame = x'00'"_s);
    smashLeaf(m_path, u"article_text"_s);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.originals, 0);
    QCOMPARE(treasureOf(m_path).kept, m_before.kept);
}

void RepairTest::aMarkedArticleWithoutItsFileIsKept()
{
    smashLeaf(m_path, u"block"_s);
    const RepairReport report = repair();
    QVERIFY(report.lostCount > 0);
    QCOMPARE(treasureOf(m_path).marks, m_before.marks);
}

void RepairTest::theLogIsPartOfTheArchive()
{
    QByteArray file;
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        QVERIFY(answerOf(store.rememberQuery(u"newest"_s)));
        file = bytesOf(m_path);
        log = bytesOf(m_path + "-wal"_L1);
    }
    QVERIFY(!log.isEmpty());
    write(m_path, file);
    write(m_path + u"-wal"_s, log);
    smashLeaf(m_path, u"article_text"_s);
    // Whoever looks for the page has closed the archive, and so taken the log in.
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(treasureOf(m_path).recent.value(0), u"newest"_s);
}

void RepairTest::aDamagedLogMayCostMore()
{
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        for (const QString &query : {u"one"_s, u"two"_s, u"three"_s}) {
            QVERIFY(answerOf(store.rememberQuery(query)));
        }
        log = bytesOf(m_path + "-wal"_L1);
    }
    log[1000] = char(~log.at(1000)); // in the first page of the first of them
    write(m_path, m_sound);
    write(m_path + u"-wal"_s, log);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(!report.areLossesKnown);
    QCOMPARE(report.lostCount, 0);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept + u"-wal"_s), log);
    QCOMPARE(repair().outcome, Outcome::Sound);
}

void RepairTest::onceADay()
{
    smashLeaf(m_path, u"article_text"_s);
    QCOMPARE(repair().outcome, Outcome::Salvaged);
    const QByteArray kept = bytesOf(besides(u"damaged"_s));
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray second = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(report.message.contains(QFileInfo(besides(u"damaged"_s)).fileName()));
    QCOMPARE(bytesOf(m_path), second);
    QCOMPARE(bytesOf(besides(u"damaged"_s)), kept);
    QVERIFY(QFile::remove(besides(u"damaged"_s)));
    QCOMPARE(repair().outcome, Outcome::Salvaged);
}

void RepairTest::anArchiveInUseIsNotRepaired()
{
    int ready[2] = {};
    int done[2] = {};
    QVERIFY(::pipe(ready) == 0 && ::pipe(done) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(done[1]);
        char byte = 0;
        {
            Store store;
            byte = answerOf(store.open(m_path)).opening == Store::Opening::Opened ? 'y' : 'n';
            static_cast<void>(::write(ready[1], &byte, 1));
            static_cast<void>(::read(done[0], &byte, 1));
        }
        ::_exit(0);
    }
    ::close(done[0]);
    char byte = 0;
    QVERIFY(::read(ready[0], &byte, 1) == 1);
    QCOMPARE(byte, 'y');
    QVERIFY(repair().message.contains("in use"_L1));
    QVERIFY(restoreBackup(m_path, m_path).message.contains("in use"_L1));
    ::close(done[1]);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QCOMPARE(repair().outcome, Outcome::Sound);
}

void RepairTest::aFullDiskChangesNothing()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    RepairReport report;
    {
        const FileSizeLimit limit(damaged.size() / 2);
        report = repair();
    }
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY2(report.message.contains("disk"_L1), qPrintable(report.message));
    QCOMPARE(bytesOf(m_path), damaged);
    QCOMPARE(besides(u"damaged"_s), QString());
    QCOMPARE(besides(u"repairing"_s), QString());
    QCOMPARE(repair().outcome, Outcome::Salvaged);
}

void RepairTest::aPlaceThatCannotBeWrittenToIsSaid()
{
    smashLeaf(m_path, u"article_text"_s);
    const ReadOnlyPlace place(m_place->path());
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
}

void RepairTest::cancellingChangesNothing()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = repairArchive(m_path, parsed, [](qint64, qint64) { return false; });
    QCOMPARE(report.outcome, Outcome::Failed);
    QCOMPARE(bytesOf(m_path), damaged);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

// Before each change of the disk, and once while it is at its work.
void RepairTest::killedAnywhereNothingIsLost()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    int killed = 0;
    int begunAnew = 0;
    for (bool isDone = false; !isDone; ++killed) {
        const pid_t child = ::fork();
        if (child == 0) {
            killedAt = killed;
            repairArchive(m_path, parsed, [killed](qint64 done, qint64) {
                return killed > 0 || done < Articles / 2 || ::kill(::getpid(), SIGKILL) == 0;
            });
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        isDone = WIFEXITED(status);
        if (QFileInfo::exists(m_path) && bytesOf(m_path) == damaged &&
            !QFileInfo::exists(m_place->filePath(u"news.repairing/aside"_s))) {
            ++begunAnew;
            continue;
        }
        compare({}); // opens it, which finds the new one
        QCOMPARE(treasureOf(m_path).marks, m_before.marks);
        QCOMPARE(bytesOf(besides(u"damaged"_s)), damaged);
        QCOMPARE(besides(u"repairing"_s), QString());
        QVERIFY(QFile::rename(m_path, m_place->filePath(u"done"_s)));
        QVERIFY(QFile::rename(besides(u"damaged"_s), m_path));
        QVERIFY(QFile::remove(m_place->filePath(u"done"_s)));
    }
    QVERIFY(begunAnew > 5);
    QVERIFY(killed - begunAnew > 5);
}

void RepairTest::anInterruptedChangeIsBroughtToItsEnd_data()
{
    QTest::addColumn<bool>("isMarked");
    QTest::addColumn<QStringList>("moved");
    QTest::newRow("before it is complete") << false << QStringList();
    QTest::newRow("complete") << true << QStringList();
    QTest::newRow("the log is moved") << true << QStringList{u"-wal"_s};
    QTest::newRow("the archive is moved") << true << QStringList{u"-wal"_s, u""_s};
}

void RepairTest::anInterruptedChangeIsBroughtToItsEnd()
{
    QFETCH(const bool, isMarked);
    QFETCH(const QStringList, moved);
    const QString folder = m_place->filePath(u"news.repairing"_s);
    const QString fresh = folder + "/archive.microfiche"_L1;
    QVERIFY(QDir().mkpath(folder));
    {
        Store store;
        QCOMPARE(answerOf(store.open(fresh)).opening, Store::Opening::Opened);
        QVERIFY(answerOf(store.rememberQuery(u"the new one"_s)));
    }
    QFile log(m_path + "-wal"_L1);
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("a log") > 0);
    log.close();
    const QString aside = m_place->filePath(u"news.damaged-20010101.microfiche"_s);
    if (isMarked) {
        QFile mark(folder + "/aside"_L1);
        QVERIFY(mark.open(QIODevice::WriteOnly) &&
                mark.write("news.damaged-20010101.microfiche") > 0);
    }
    for (const QString &ending : moved) {
        QVERIFY(QFile::rename(m_path + ending, aside + ending));
    }
    const Treasure after = treasureOf(m_path);
    QVERIFY(!QFileInfo::exists(folder));
    QCOMPARE(QFileInfo::exists(aside), isMarked);
    if (isMarked) {
        QCOMPARE(after.recent, QStringList{u"the new one"_s});
        QCOMPARE(bytesOf(aside), m_sound);
        QCOMPARE(bytesOf(aside + "-wal"_L1), QByteArray("a log"));
    } else {
        QCOMPARE(after, m_before);
    }
}

void RepairTest::aBackupTakesTheArchivesPlace()
{
    const BackupResult backup = backUp(m_path, BackupRule::Now);
    QCOMPARE(backup.outcome, BackupResult::Outcome::Made);
    const QByteArray bytes = bytesOf(backup.path);
    smashLeaf(m_path, u"block"_s);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = restoreBackup(m_path, backup.path);
    QCOMPARE(report.outcome, Outcome::Restored);
    QCOMPARE(report.articles, Articles);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept), damaged);
    QCOMPARE(bytesOf(backup.path), bytes);
    const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(m_path).permissions(), own);
}

void RepairTest::aDamagedBackupDoesNot()
{
    const BackupResult backup = backUp(m_path, BackupRule::Now);
    smashLeaf(backup.path, u"article_text"_s);
    const RepairReport report = restoreBackup(m_path, backup.path);
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
    QCOMPARE(bytesOf(m_path), m_sound);
    QVERIFY(restoreBackup(m_path, m_place->filePath(u"none.microfiche"_s)).outcome ==
            Outcome::Failed);
    QCOMPARE(besides(u"replaced"_s), QString());
    QCOMPARE(besides(u"repairing"_s), QString());
}

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
