// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into an archive and what comes out of it: plain values.
#pragma once

#include "article/article.h"
#include "store/markrecords.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <variant>

namespace Microfiche
{

/// Of fewer pixels on a side, as far as its article says, a picture is none to look at: it counts
/// readers, or is an icon.
inline constexpr int TinyPicture = 32;

using FileId = qint64;
using VersionId = qint64;       ///< one version of one article: the bytes of a file as imported
using PictureId = qint64;       ///< one picture address, 0 is none
using ContentHash = QByteArray; ///< BLAKE2b-256 of the bytes, 32 bytes

/// The hash that originals and carried pictures are known by.
ContentHash contentHash(const QByteArray &bytes);

/// A file as the file system tells it; names are bytes, not text.
struct FileStamp {
    QByteArray folder; ///< absolute path without a slash at its end
    QByteArray name;
    qint64 size = 0;
    qint64 modifiedNs = 0; ///< since 1970

    QByteArray path() const { return folder + '/' + name; }
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// A file that was rejected, as it can be found again.
struct RejectedPath {
    FileId file = 0;
    QByteArray path;
    std::optional<QByteArray> root; ///< the dropped folder that it lay in

    friend bool operator==(const RejectedPath &, const RejectedPath &) = default;
};

/// A reason at a place in a file; line and column count from 1, 0 where there is none.
struct FileProblem {
    QByteArray path;
    int line = 0;
    int column = 0;
    QString reason;

    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};

/// Original files packed into one compressed frame; files that lie close share their words.
class OriginalsBlock
{
public:
    /// Adds a file's bytes and says where they begin in the unpacked block.
    qint64 add(const QByteArray &bytes);
    /// Room for so many bytes, where that is known.
    void reserve(qint64 bytes) { m_unpacked.reserve(bytes); }
    qint64 unpackedSize() const { return m_unpacked.size(); }
    /// The frame (zstd). Heavy: call it where the parsing is done, not in the writer.
    QByteArray packed() const;

    /// The bytes at `offset` of a packed block; none if the frame is damaged.
    static std::optional<QByteArray> unpack(const QByteArray &packed, qint64 offset, qint64 length);

private:
    QByteArray m_unpacked;
};

/// A file that became an article.
struct ImportedArticle {
    Article article;
    ContentHash hash;
    qint64 offset = 0; ///< in the batch's block
    qint64 length = 0;
    std::optional<UtcSeconds> importedAt = {}; ///< absent: now
};

/// A file that was read and found to hold what the archive has already: only its stamp is new.
struct UnchangedFile {
};

/// Version of the rules by which bytes are found to be no article. What they say holds as long as
/// neither they nor the file change.
using RulesVersion = int;

/// A file that is no article.
struct RejectedFile {
    int line = 0;
    int column = 0;
    QString reason;
    RulesVersion rules = 0; ///< 0: its bytes could not be judged, so they must be read again

    friend bool operator==(const RejectedFile &, const RejectedFile &) = default;
};

/// A file that was not read: it is as it was when it was rejected.
struct StillRejected {
    FileId file = 0;
    RejectedFile reason;
};

/// A file that is neither an article nor wrong, such as a picture.
struct OtherFile {
    RulesVersion rules = 0;
};

using FileOutcome =
    std::variant<ImportedArticle, UnchangedFile, RejectedFile, StillRejected, OtherFile>;

struct ImportedFile {
    FileStamp stamp;
    FileOutcome outcome;
    std::optional<QByteArray> root = {}; ///< the dropped folder that it lies in
};

/// What the ledger says of a file: how it was when it was last read.
struct LedgerEntry {
    FileId file = 0;
    qint64 size = 0;
    qint64 modifiedNs = 0;
    ContentHash hash;                     ///< of its article; empty if it holds none
    std::optional<RejectedFile> rejected; ///< why it was not imported
    RulesVersion rules = 0;               ///< by which it holds no article
    std::optional<QByteArray> root;       ///< the dropped folder that it lay in

    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};

/// What a transaction takes in, or a part of that. All or nothing of it is in the archive
/// afterwards.
struct ImportBatch {
    qint64 run = 0; ///< from Store::beginImport()
    QList<ImportedFile> files;
    QByteArray block;                    ///< OriginalsBlock::packed() of the articles' bytes
    QHash<QString, ContentHash> carried; ///< picture address -> content in the picture store
    QHash<VersionId, Article> retold;    ///< articles of versions in CommitResult::due
    /// Whether no file is at a path any more where one was imported; without it, all are there.
    std::function<bool(const QByteArray &path)> isGone;
};

/// What came of a batch, said after it is safely on disk.
struct CommitResult {
    int added = 0;   ///< articles that were not in the archive (or only mentioned) before the run
    int updated = 0; ///< articles from before the run whose shown version changed
    int duplicates = 0; ///< files of an address that another file has already
    int unchanged = 0;  ///< files that were moved: the archive has their bytes from another place
    /// Versions of the archive that are to be shown now, because a file that was shown has changed
    /// to an earlier date. The archive holds their bytes; a further batch must retell the articles.
    QList<VersionId> due;
    IndexBatch index;
    QString error;          ///< why nothing of the batch is in the archive; empty if all is
    bool isDamaged = false; ///< that is why
};

/// What a card shows.
struct ArticleCard {
    ArticleId id = 0;
    QString key;
    QString address; ///< as its file has it, fragment and all: what is opened and copied
    QString title;
    QString excerpt;
    std::optional<UtcSeconds> publishedAt;
    std::optional<int> quality;
    std::optional<int> heat;
    QString type;
    std::optional<bool> published;
    bool isRemoved = false;
    bool isMention = false;
    bool isSeen = false;
    bool isStarred = false;
    bool hasNote = false;
    QList<TagId> tags;
    QString providerName;
    QString providerDomain;
    PictureId providerLogo = 0;
    bool isLogoCarried = false; ///< or fetched: the picture store has it, so it can be shown
    QStringList topics;
    PictureId picture = 0;
    bool isPictureCarried = false; ///< or fetched
    QString pictureUrl;
    std::optional<int> pictureWidth;
    std::optional<int> pictureHeight;
    int relatedCount = 0; ///< links it has
    int citedCount = 0;   ///< links that lead to it
    QString problem;      ///< for a person: why a part could not be read; empty if all was

    friend bool operator==(const ArticleCard &, const ArticleCard &) = default;
};

/// A query that was given a name.
struct SavedSearch {
    qint64 id = 0; ///< 0 until it is kept
    QString name;
    QString query; ///< as parseQuery() reads it

    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

/// A file that an article came from, or came from once.
struct ArticleFile {
    VersionId version = 0;
    QByteArray path;
    qint64 length = 0;
    ContentHash hash;
    UtcSeconds importedAt = 0;
    bool isShown = false;   ///< the version whose fields the article shows
    bool isCurrent = false; ///< the file was like this when it was last read

    friend bool operator==(const ArticleFile &, const ArticleFile &) = default;
};

struct StoredPicture {
    PictureId id = 0;
    Picture picture;

    friend bool operator==(const StoredPicture &, const StoredPicture &) = default;
};

/// All that is known of one article or mention.
struct ArticleDetail {
    ArticleCard card;
    QString webUrl;
    QString originalUrl;
    QString ampWebUrl;
    QString cdnAmpWebUrl;
    QString category;
    QString featuredContent;
    QList<StoredPicture> pictures;
    QString body;
    QString note; ///< what a person wrote of it
    QJsonObject extra;
    bool hasSecured = false;
    QList<ArticleFile> files;

    friend bool operator==(const ArticleDetail &, const ArticleDetail &) = default;
};

/// Counts over the whole archive; names as `microfiche stats --json` writes them, meanings as in
/// FORMAT.md ("corpus/truth").
struct ArchiveStats {
    qint64 articles = 0, mentions = 0, files = 0, duplicateFiles = 0;
    qint64 relatedLinks = 0, relatedResolved = 0;
    qint64 providers = 0, topics = 0, withPicture = 0;
    qint64 unrated = 0, undated = 0, unpublished = 0, heatMeasured = 0;
    QMap<QString, qint64> types;
    QMap<int, qint64> perYear;
    std::optional<int> qualityMin, qualityMax;
    qint64 originalBytes = 0, archiveBytes = 0;

    friend bool operator==(const ArchiveStats &, const ArchiveStats &) = default;
};

/// What `check` found. Healthy if `problems` is empty.
struct CheckReport {
    qint64 originalsChecked = 0;
    bool areWordsChecked = true; ///< full text cannot be where nothing can be written
    QStringList problems;
};

/// What was kept of an import run. The newest one is shown as "last import".
struct ImportSummary {
    qint64 run = 0;
    UtcSeconds startedAt = 0;
    bool isFinished = false; ///< false: cancelled or broken off
    qint64 filesFound = 0, filesImported = 0, filesUnchanged = 0, filesRejected = 0;
    qint64 filesSkipped = 0; ///< links, and what is no regular file: in none of the other counts
    qint64 articlesAdded = 0, articlesUpdated = 0, duplicates = 0, mentionsAfter = 0;
    qint64 bytes = 0;
    double seconds = 0;
    QList<FileProblem> rejected; ///< at most MaxKeptProblems; filesRejected has the full count
    QList<FileProblem> warnings; ///< at most as many; warningsFound has the full count
    qint64 warningsFound = 0;
};
inline constexpr int MaxKeptProblems = 10'000;

} // namespace Microfiche
