// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/picturerecords.h"
#include "store/records.h"
#include "store/storeerror.h"

#include <QFuture>
#include <QStringList>

#include <memory>

namespace Microfiche
{

/// One archive: a SQLite file (`*.microfiche`). Every answer is a future of a value, computed on
/// the store's own threads: one writer, readers beside it. No call blocks, none throws. The future
/// of what cannot be read holds a StoreError, so that damage is never taken for an empty archive.
/// Destroying the store waits for what is running.
class Store final
{
public:
    /// What opening came to. Anything but Opened leaves the file as it was.
    enum class Opening { Opened, Missing, NotAnArchive, MadeByNewer, Locked, Unreadable };
    /// What is to be done where there is no archive yet, or an empty file.
    enum class IfMissing { Create, Refuse };

    /// What the archive is opened for. Reading makes do with one that cannot be written to.
    enum class Need { Writing, Reading };

    struct OpenAnswer {
        Opening opening = Opening::Unreadable;
        QString message;        ///< for a person; empty if opened
        bool isDamaged = false; ///< so that a repair may help, or a backup
    };

    Store();
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    /// Opens the archive at `path`. One that is created is 0600, folders above it 0700. To be
    /// called once, before anything else.
    QFuture<OpenAnswer> open(const QString &path, IfMissing ifMissing = IfMissing::Create,
                             Need need = Need::Writing);
    const QString &path() const;
    /// The archive and the files that SQLite keeps beside it, which come and go.
    QStringList ownFiles() const;
    /// Whether others than this store have written to the archive since this was asked last; false
    /// the first time. Quick.
    QFuture<bool> isChangedByOthers();

    // -- reading
    /// Up to `limit` rows above `after`, ascending; with `after` 0 all providers and topics too.
    QFuture<IndexBatch> indexRows(ArticleId after, int limit);
    /// What to ask indexRows() with, `limit` rows at a time, to have all of them: 0, and ids above.
    QFuture<QList<ArticleId>> indexPages(int limit);
    /// All ids, articles and mentions, in the order of their titles as a person sorts them. Once
    /// sorted it is kept in the archive. Sorting a million takes seconds: after an import, or where
    /// people sort otherwise than it was sorted; others are answered meanwhile, and cancelling the
    /// future ends it.
    QFuture<QList<ArticleId>> titleOrder();
    /// The newest articles, newest first: quickly, whatever the archive's size.
    QFuture<QList<ArticleId>> newest(int limit);
    /// How many articles there are, mentions not among them: not as quickly.
    QFuture<qint64> articleCount();
    /// Articles and mentions that `term` holds of. Each word of a text begins a word,
    /// the words stand in this order; a text without a letter or digit says nothing and holds of
    /// all. Cancelling the future ends it halfway.
    QFuture<IdSet> idsOf(const StoreTerm &term);
    /// Cards in the order asked for; ids that are not there are left out. One that can be read in
    /// part only says so in its `problem`.
    QFuture<QList<ArticleCard>> cards(const QList<ArticleId> &ids);
    /// What can be read of it; `card.problem` says what cannot.
    QFuture<std::optional<ArticleDetail>> detail(ArticleId id);
    /// Cards of the articles that it relates to, in their order.
    QFuture<QList<ArticleCard>> related(ArticleId id);
    /// Cards of the articles that relate to it, newest first.
    QFuture<QList<ArticleCard>> citing(ArticleId id, int limit);
    QFuture<std::optional<ArticleId>> find(const ArticleKey &key);
    /// The original bytes of a version; none if it is not there, damaged, or its hash does not fit.
    QFuture<std::optional<QByteArray>> original(VersionId version);
    QFuture<std::optional<PictureOrigin>> pictureOrigin(PictureId picture);
    QFuture<ArchiveStats> stats();
    /// stats().mentions alone, which is quick.
    QFuture<qint64> mentionCount();
    /// Has a reason, for a person, as soon as anything that was asked met damage; never, if nothing
    /// does.
    QFuture<QString> damage() const;
    /// Looks here and there for damage that nobody has asked for yet: quickly, whatever the
    /// archive's size. False if there is any.
    QFuture<bool> glance();
    /// SQLite's own checks, every link and every stored original against its hash. Slow.
    QFuture<CheckReport> check();

    // -- importing
    /// Begins a run: its number, for ImportBatch::run.
    QFuture<qint64> beginImport();
    /// What the ledger knows of files in `folder` whose names lie between `first` and `last`, both
    /// included, in byte order.
    QFuture<QHash<QByteArray, LedgerEntry>> ledger(const QByteArray &folder,
                                                   const QByteArray &first, const QByteArray &last);
    /// Addresses of pictures whose bytes are not kept, of articles in such files: their own, those
    /// of what they mention, and their providers' logos.
    QFuture<QStringList> unkeptPictures(const QByteArray &folder, const QByteArray &first,
                                        const QByteArray &last);
    /// Up to `limit` files that the run rejected, above `after`, ascending.
    QFuture<QList<RejectedPath>> rejectedFiles(qint64 run, FileId after, int limit);
    /// Takes batches of one run in, all or nothing of them. Links among them are known to lead to
    /// articles: the more there are, the fewer mentions are written only to become articles.
    /// Whoever holds a batch last has the work of freeing it, which is not small.
    QFuture<CommitResult> commitTogether(QList<std::shared_ptr<const ImportBatch>> batches);
    QFuture<CommitResult> commit(ImportBatch batch);
    /// Keeps the run's report; after this lastImport() gives it. What has come is then sorted into
    /// titleOrder(), if the store lives that long.
    QFuture<void> endImport(const ImportSummary &summary);
    QFuture<std::optional<ImportSummary>> lastImport();

    // -- what a person adds
    /// Changes what a person says of articles and mentions. None if it could not be kept: then
    /// nothing of it is.
    QFuture<std::optional<MarkAnswer>> edit(const MarkEdit &edit);
    /// The edit that marks these from now on, or takes the mark from them.
    QFuture<std::optional<MarkAnswer>> mark(const QList<ArticleId> &ids, Mark mark, bool isSet);
    /// By their names.
    QFuture<QList<TagEntry>> tags();
    QFuture<QList<SavedSearch>> savedSearches();
    /// Keeps these in this order and no others; gives them back with their ids. None if they could
    /// not be kept.
    QFuture<std::optional<QList<SavedSearch>>>
    keepSavedSearches(const QList<SavedSearch> &searches);
    /// What was asked before, newest first.
    QFuture<QStringList> recentQueries();
    /// False if it could not be kept.
    QFuture<bool> rememberQuery(const QString &query);

    // -- pictures beside those that imports carry
    /// In the order of `ids`; those that are not there are left out.
    QFuture<QList<PictureRecord>> pictures(const QList<PictureId> &ids);
    /// How many pictures of these articles, or of all and all mentions, are where. One pass over
    /// the archive; cancelling the future ends it halfway.
    QFuture<PictureSurvey> pictureSurvey(const std::optional<IdSet> &articles);
    /// Of each fetched picture, so that it is known which have to go.
    QFuture<QList<PictureWeight>> pictureWeights();
    /// Of each picture that imports carried, once.
    QFuture<QList<ContentHash>> carriedPictures();
    /// Every address that has one of these, in their order.
    QFuture<QList<PictureOwner>> pictureOwners(const QList<ContentHash> &contents);
    QFuture<PicturePolicy> picturePolicy();
    /// These are false if it could not be kept.
    QFuture<bool> setPicturePolicy(const PicturePolicy &policy);
    QFuture<bool> keepPictures(const QList<KeptPicture> &pictures);
    QFuture<bool> notePicturesShown(const QList<PictureId> &ids);
    QFuture<bool> pickPictures(const QList<PictureId> &ids, bool isPicked);
    /// Forgets that these were fetched, and gives those whose files nobody needs any more. What was
    /// cleared can still be brought back.
    QFuture<QList<ContentHash>> forgetPictures(const QList<ContentHash> &contents,
                                               Forgotten which = Forgotten::All);
    /// Puts aside all that was fetched and not picked by hand: it counts as never asked for. None
    /// if it could not be.
    QFuture<std::optional<ClearedPictures>> clearPictures();
    /// Brings back what was cleared, but for what has been fetched again since.
    QFuture<std::optional<ClearedPictures>> unclearPictures();
    /// Forgets what was cleared, and gives those whose files nobody needs any more.
    QFuture<QList<ContentHash>> dropClearedPictures();
    /// Which of these no picture has, be it cleared; none where an old archive cannot tell.
    QFuture<QList<ContentHash>> unnamedPictures(const QList<ContentHash> &contents);
    /// So that pictures that look the same are found together; false if it could not be kept.
    QFuture<bool> keepLikeness(const QList<PictureLikeness> &pictures);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
