// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/importlog_p.h"
#include "store/markeditor_p.h"
#include "store/opening_p.h"
#include "store/ownrecords_p.h"
#include "store/store_p.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(storeLog, "microfiche.store")

constexpr int ReaderCount = 2;

QString messageOf(const std::exception &error)
{
    const auto *sqlError = dynamic_cast<const SqlError *>(&error);
    return sqlError ? sqlError->message()
                    : QCoreApplication::translate("Store", "There is not enough memory for this.");
}

} // namespace

QString Store::Private::noArchive()
{
    return QCoreApplication::translate("Store", "No archive is open.");
}

std::exception_ptr Store::Private::toldUnread(const std::exception &error)
{
    qCWarning(storeLog, "The archive could not be read: %s", error.what());
    noteDamage(error);
    return std::make_exception_ptr(StoreError(messageOf(error)));
}

void Store::Private::tellUnwritten(const std::exception &error)
{
    qCWarning(storeLog, "The archive could not be written: %s", error.what());
    noteDamage(error);
}

Store::Store()
    : d(std::make_unique<Private>())
{
    d->writer.start(1);
}

Store::~Store()
{
    d->readers.dropWaiting();
    d->readers.stop();
    d->writer.stop();
}

QFuture<Store::OpenAnswer> Store::open(const QString &path, IfMissing ifMissing, Need need)
{
    d->path = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    const auto promised = Private::promise<OpenAnswer>();
    d->writer.post([this, promised, ifMissing, need, path = d->path](Private::Writer &own) {
        OpenedArchive opened = openArchive(path, ifMissing, need);
        if (opened.writing) {
            own.connection = std::move(opened.writing);
            own.batches = std::make_unique<BatchWriter>(*own.connection);
        }
        d->reading = opened.reading;
        d->isOpen = opened.answer.opening == Opening::Opened;
        d->readers.start(ReaderCount);
        Private::answer(*promised, std::move(opened.answer));
    });
    return promised->future();
}

const QString &Store::path() const
{
    return d->path;
}

QStringList Store::ownFiles() const
{
    if (d->path.isEmpty()) {
        return {};
    }
    // SQLite puts its files beside the real one.
    const QString real = QFileInfo(d->path).canonicalFilePath();
    const QString &file = real.isEmpty() ? d->path : real;
    return {file, file + "-wal"_L1, file + "-shm"_L1, file + "-journal"_L1};
}

QFuture<IndexBatch> Store::indexRows(ArticleId after, int limit)
{
    return d->read([=](Connection &archive) { return readIndexRows(archive, after, limit); });
}

QFuture<QList<ArticleId>> Store::indexPages(int limit)
{
    return d->read([=](Connection &archive) { return readIndexPages(archive, limit); });
}

QFuture<QList<ArticleId>> Store::titleOrder()
{
    return d->readInSteps([this](Connection &archive, const std::function<bool()> &isCancelled) {
        return d->stepToTitles(archive, isCancelled);
    });
}

QFuture<QList<ArticleId>> Store::newest(int limit)
{
    return d->read([=](Connection &archive) { return readNewest(archive, limit); });
}

QFuture<qint64> Store::articleCount()
{
    return d->read([](Connection &archive) { return readArticleCount(archive); });
}

QFuture<IdSet> Store::idsOf(const StoreTerm &term)
{
    return d->readUntilCancelled(
        [term](Connection &archive, const std::function<bool()> &isCancelled) {
            return readTerm(archive, term, isCancelled);
        });
}

QFuture<QList<ArticleCard>> Store::cards(const QList<ArticleId> &ids)
{
    return d->read([=, this](Connection &archive) { return d->noted(readCards(archive, ids)); });
}

QFuture<std::optional<ArticleDetail>> Store::detail(ArticleId id)
{
    return d->read([=, this](Connection &archive) {
        auto detail = readDetail(archive, id);
        if (detail && !detail->card.problem.isEmpty()) {
            d->noteDamage();
        }
        return detail;
    });
}

QFuture<QList<ArticleCard>> Store::related(ArticleId id)
{
    return d->read([=, this](Connection &archive) { return d->noted(readRelated(archive, id)); });
}

QFuture<QList<ArticleCard>> Store::citing(ArticleId id, int limit)
{
    return d->read(
        [=, this](Connection &archive) { return d->noted(readCiting(archive, id, limit)); });
}

QFuture<std::optional<ArticleId>> Store::find(const ArticleKey &key)
{
    return d->read([=](Connection &archive) { return findArticle(archive, key); });
}

QFuture<std::optional<QByteArray>> Store::original(VersionId version)
{
    return d->read([=](Connection &archive) { return readOriginal(archive, version); });
}

QFuture<std::optional<PictureOrigin>> Store::pictureOrigin(PictureId picture)
{
    return d->read([=](Connection &archive) { return readPictureOrigin(archive, picture); });
}

QFuture<ArchiveStats> Store::stats()
{
    return d->read([path = d->path](Connection &archive) { return readStats(archive, path); });
}

QFuture<qint64> Store::mentionCount()
{
    return d->read([](Connection &archive) { return readMentionCount(archive); });
}

QFuture<qint64> Store::beginImport()
{
    return d->write<qint64>(0, [](Private::Writer &own) { return beginRun(*own.connection); });
}

QFuture<QHash<QByteArray, LedgerEntry>>
Store::ledger(const QByteArray &folder, const QByteArray &first, const QByteArray &last)
{
    return d->read(
        [=](Connection &archive) { return ledgerEntries(archive, folder, first, last); });
}

QFuture<QList<RejectedPath>> Store::rejectedFiles(qint64 run, FileId after, int limit)
{
    return d->read(
        [=](Connection &archive) { return readRejectedFiles(archive, run, after, limit); });
}

QFuture<QStringList> Store::unkeptPictures(const QByteArray &folder, const QByteArray &first,
                                           const QByteArray &last)
{
    return d->read(
        [=](Connection &archive) { return readUnkeptPictures(archive, folder, first, last); });
}

QFuture<CommitResult> Store::commit(ImportBatch batch)
{
    return commitTogether(QList{std::make_shared<const ImportBatch>(std::move(batch))});
}

QFuture<CommitResult> Store::commitTogether(QList<std::shared_ptr<const ImportBatch>> batches)
{
    CommitResult failed;
    failed.error = Private::noArchive();
    const auto given =
        std::make_shared<QList<std::shared_ptr<const ImportBatch>>>(std::move(batches));
    return d->write<CommitResult>(std::move(failed), [this, given](Private::Writer &own) {
        CommitResult result = own.batches->commit(std::exchange(*given, {}));
        if (result.isDamaged) {
            d->noteDamage();
        }
        return result;
    });
}

void Store::Private::takeLogIn(Writer &own)
{
    try {
        if (own.connection) {
            own.connection->askOnce(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        }
    } catch (const SqlError &error) {
        qCWarning(storeLog, "The log could not be taken in: %s", qUtf8Printable(error.message()));
    }
}

QFuture<void> Store::endImport(const ImportSummary &summary)
{
    const auto promised = Private::promise<void>();
    d->writer.post([this, promised, summary](Private::Writer &own) {
        try {
            if (own.connection) {
                const qint64 before = readWrites(*own.connection);
                endRun(*own.connection, summary);
                d->tellWrites(own, before);
            }
        } catch (const std::exception &error) {
            qCWarning(storeLog, "The import's report could not be kept: %s", error.what());
        }
        promised->finish();
        d->takeLogIn(own); // nobody has to wait for it
        if (std::exchange(own.haveTitlesChanged, false)) {
            titleOrder(); // so that it is kept before somebody waits for it
        }
    });
    return promised->future();
}

QFuture<std::optional<ImportSummary>> Store::lastImport()
{
    return d->read([](Connection &archive) { return lastRun(archive); });
}

QFuture<std::optional<MarkAnswer>> Store::edit(const MarkEdit &edit)
{
    return d->write<std::optional<MarkAnswer>>({}, [edit](Private::Writer &own) {
        return std::optional(MarkEditor(*own.connection).run(edit));
    });
}

QFuture<std::optional<MarkAnswer>> Store::mark(const QList<ArticleId> &ids, Mark mark, bool isSet)
{
    QList<ArticleId> ascending = ids;
    std::sort(ascending.begin(), ascending.end());
    return edit({PutMark{mark, ascending, isSet ? QDateTime::currentSecsSinceEpoch() : 0}});
}

QFuture<QList<TagEntry>> Store::tags()
{
    return d->read([](Connection &archive) { return readTags(archive); });
}

QFuture<QList<SavedSearch>> Store::savedSearches()
{
    return d->read([](Connection &archive) { return readSavedSearches(archive); });
}

QFuture<std::optional<QList<SavedSearch>>>
Store::keepSavedSearches(const QList<SavedSearch> &searches)
{
    return d->write<std::optional<QList<SavedSearch>>>({}, [=](Private::Writer &own) {
        return std::optional(putSavedSearches(*own.connection, searches));
    });
}

QFuture<QStringList> Store::recentQueries()
{
    return d->read([](Connection &archive) { return readRecentQueries(archive); });
}

QFuture<bool> Store::rememberQuery(const QString &query)
{
    return d->write<bool>(false, [=](Private::Writer &own) {
        putRecentQuery(*own.connection, query);
        return true;
    });
}

} // namespace Microfiche
