// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/packageexport.h"

#include "article/displaytext.h"
#include "export/exportname.h"
#include "export/packagewriter_p.h"
#include "import/packagenotes.h"
#include "pictures/picturefiles.h"
#include "store/waitfor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qsizetype AtOnce = 256;

struct PackageWords {
    Q_DECLARE_TR_FUNCTIONS(PackageExport)
};

QByteArray pictureName(const ContentHash &content, const QByteArray &bytes)
{
    const QByteArray hash = content.toHex();
    return "microfiche/pictures/" + hash.first(2) + '/' + hash + '.' +
           pictureSuffix(pictureFormat(bytes)).toUtf8();
}

} // namespace

struct PackageExport::Work {
    const QList<ArticleId> &ids;
    const ExportProgress &goOn;
    PackageWriter writer;
    qint64 now = QDateTime::currentSecsSinceEpoch();
    ExportReport report = {};
    QByteArray pictureNotes = {};
    QByteArray markNotes = {};
    QList<TagEntry> tags = {};
    QSet<TagId> usedTags = {};
    QSet<PictureId> addresses = {};           ///< that were looked at
    QHash<ContentHash, QByteArray> kept = {}; ///< names of pictures that are in the package
    QHash<QByteArray, int> names = {};        ///< in lower case, and the last number they got
    qint64 done = 0;

    bool isWanted() { return goOn(done); }
    QByteArray freeName(const QByteArray &path);
};

/// The file's own name, or that with a number if another file has it.
QByteArray PackageExport::Work::freeName(const QByteArray &path)
{
    const QString own = safeFileName(path.mid(path.lastIndexOf('/') + 1));
    const auto keyOf = [](const QString &name) { return name.toLower().toUtf8(); };
    int number = names.value(keyOf(own)) + 1;
    QString name = own;
    while (number > 1 && names.contains(keyOf(name = numberedName(own, number)))) {
        ++number;
    }
    names.insert(keyOf(own), number);
    if (number > 1) {
        names.insert(keyOf(name), 1);
    }
    return name.toUtf8();
}

PackageExport::PackageExport(Store &store, PictureStore pictures)
    : m_store(store)
    , m_pictures(std::move(pictures))
{
}

ExportReport PackageExport::write(const QList<ArticleId> &ids, bool withSearches,
                                  const QString &path, const ExportProgress &goOn)
{
    Work work{ids, goOn, PackageWriter(path)};
    try {
        work.tags = waitFor(m_store.tags());
        const bool isWhole = addPictures(work) && addArticles(work) &&
                             (!withSearches || addSearches(work)) && work.writer.commit();
        if (!isWhole) {
            work.report.problem = work.writer.problem().isEmpty()
                                      ? PackageWords::tr("The export was cancelled.")
                                      : work.writer.problem();
        }
    } catch (const StoreError &error) {
        work.report.problem = error.message();
    }
    return work.report;
}

bool PackageExport::addPictures(Work &work)
{
    for (qsizetype at = 0; at < work.ids.size(); at += AtOnce) {
        QList<PictureId> wanted;
        const auto want = [&](PictureId id) {
            if (id > 0 && !work.addresses.contains(id)) {
                work.addresses.insert(id);
                wanted.append(id);
            }
        };
        for (const ArticleId id : work.ids.mid(at, AtOnce)) {
            const auto detail = waitFor(m_store.detail(id));
            if (!detail) {
                continue;
            }
            want(detail->card.picture);
            want(detail->card.providerLogo);
            for (const StoredPicture &picture : detail->pictures) {
                want(picture.id);
            }
        }
        if (!addPicturesOf(wanted, work) || !work.isWanted()) {
            return false;
        }
    }
    return work.pictureNotes.isEmpty() ||
           work.writer.add(PictureNotesFile, work.pictureNotes, work.now);
}

bool PackageExport::addPicturesOf(const QList<PictureId> &ids, Work &work)
{
    for (const PictureRecord &record : waitFor(m_store.pictures(ids))) {
        const ContentHash &content =
            record.carried.isEmpty() ? record.kept.content : record.carried;
        if (content.isEmpty()) {
            continue;
        }
        auto kept = work.kept.find(content);
        if (kept == work.kept.end()) {
            const auto bytes = m_pictures.bytes(content);
            if (!bytes) {
                continue; // it counts as missing where it is imported, as it does here
            }
            kept = work.kept.insert(content, pictureName(content, *bytes));
            if (!work.writer.add(*kept, *bytes, work.now)) {
                return false;
            }
            ++work.report.pictures;
        }
        work.pictureNotes += noteLine(PictureNote{record.url, *kept});
    }
    return true;
}

bool PackageExport::addArticles(Work &work)
{
    for (const ArticleId id : work.ids) {
        const auto detail = waitFor(m_store.detail(id));
        if (!detail) {
            continue;
        }
        if (!addFiles(*detail, work)) {
            return false;
        }
        addMarks(*detail, work);
        ++work.done;
        if (!work.isWanted()) {
            return false;
        }
    }
    return addTags(work) &&
           (work.markNotes.isEmpty() || work.writer.add(MarkNotesFile, work.markNotes, work.now));
}

void PackageExport::addMarks(const ArticleDetail &detail, Work &work)
{
    MarkNote said{detail.card.key, detail.card.isSeen, detail.card.isStarred, {}, detail.note};
    for (const TagEntry &tag : std::as_const(work.tags)) {
        if (detail.card.tags.contains(tag.id)) {
            said.tags.append(tag.name);
            work.usedTags.insert(tag.id);
        }
    }
    if (!said.saysNothing()) {
        ++work.report.marks;
        work.markNotes += noteLine(said);
    }
}

/// Those of the articles, and their colours.
bool PackageExport::addTags(Work &work)
{
    QByteArray notes;
    for (const TagEntry &tag : std::as_const(work.tags)) {
        if (work.usedTags.contains(tag.id)) {
            notes += noteLine(TagNote{tag.name, tag.color});
        }
    }
    return notes.isEmpty() || work.writer.add(TagNotesFile, notes, work.now);
}

/// The oldest first, so that they come in that order elsewhere too.
bool PackageExport::addFiles(const ArticleDetail &detail, Work &work)
{
    return std::all_of(detail.files.crbegin(), detail.files.crend(), [&](const ArticleFile &file) {
        const auto bytes = waitFor(m_store.original(file.version));
        if (!bytes) {
            work.report.damaged.append(
                PackageWords::tr("%1: the original is damaged and was not exported.")
                    .arg(displayLine(QFile::decodeName(file.path))));
            return true;
        }
        const QByteArray name = work.freeName(file.path);
        ++work.report.written;
        return work.writer.add("articles/" + name, *bytes, file.importedAt);
    });
}

bool PackageExport::addSearches(Work &work)
{
    QByteArray notes;
    for (const SavedSearch &search : waitFor(m_store.savedSearches())) {
        notes += noteLine(SearchNote{search.name, search.query});
    }
    return notes.isEmpty() || work.writer.add(SearchNotesFile, notes, work.now);
}

} // namespace Microfiche
