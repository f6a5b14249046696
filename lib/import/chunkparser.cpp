// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/chunkparser_p.h"

#include "import/filereader_p.h"

#include <exception>
#include <new>
#include <utility>

namespace Microfiche
{

namespace
{
constexpr qint64 MostReserved = 4LL * 1024 * 1024;
}

struct ChunkParser::Work {
    ParsedChunk parsed;
    OriginalsBlock block;
    QByteArray placesRoot, placesFolder; ///< which `places` are those of
    bool hasPlaces = false;
    CarriedFinder::Places places;
    QSet<QString> looked; ///< picture addresses that were looked for

    template <typename Outcome>
    void add(const ChunkFile &from, FileStamp stamp, Outcome outcome)
    {
        ImportedFile &file = parsed.batch.files.emplaceBack();
        file.stamp = std::move(stamp);
        file.outcome = std::move(outcome);
        file.root = from.root;
    }
    void refuse(const ChunkFile &file, const QString &reason)
    {
        add(file, file.stamp, RejectedFile{0, 0, reason, 0});
    }
};

ChunkParser::ChunkParser(CarriedFinder &carried, ArticleParser parse, const std::atomic<bool> &stop)
    : m_carried(carried)
    , m_parse(std::move(parse))
    , m_stop(stop)
{
}

ParsedChunk ChunkParser::parse(const Chunk &chunk) const
{
    Work work;
    work.parsed.number = chunk.number;
    work.parsed.weight = chunk.weight;
    work.parsed.batch.files.reserve(chunk.files.size());
    try {
        work.block.reserve(std::min(chunk.weight, MostReserved));
    } catch (const std::bad_alloc &) { // it may still fit as it grows
    }
    for (const ChunkFile &file : chunk.files) {
        if (m_stop.load(std::memory_order_relaxed)) {
            return std::move(work.parsed);
        }
        readGuarded(file, work);
    }
    try {
        for (const WantedPictures &wanted : chunk.wanted) {
            findCarried(wanted, work);
        }
    } catch (const std::bad_alloc &) { // a picture less
    }
    pack(work);
    return std::move(work.parsed);
}

void ChunkParser::pack(Work &work)
{
    if (work.block.unpackedSize() == 0) {
        return;
    }
    try {
        work.parsed.batch.block = work.block.packed();
    } catch (const std::bad_alloc &) {
        const QString reason = tr("There was not enough memory to keep the file.");
        for (ImportedFile &file : work.parsed.batch.files) {
            if (std::holds_alternative<ImportedArticle>(file.outcome)) {
                file.outcome = RejectedFile{0, 0, reason};
            }
        }
    }
}

void ChunkParser::readGuarded(const ChunkFile &file, Work &work) const
{
    // NOLINTNEXTLINE(clang-analyzer-deadcode.DeadStores): read after a catch
    const qsizetype before = work.parsed.batch.files.size();
    QString reason;
    try {
        read(file, work);
        return;
    } catch (const std::bad_alloc &) {
        reason = tr("There was not enough memory to read the file.");
    } catch (const std::exception &error) {
        reason = tr("The file could not be read: %1.").arg(QString::fromLocal8Bit(error.what()));
    } catch (...) {
        reason = tr("The file could not be read.");
    }
    work.parsed.batch.files.resize(before);
    work.refuse(file, reason);
}

void ChunkParser::read(const ChunkFile &file, Work &work) const
{
    if (file.known) {
        work.add(file, file.stamp, *file.known);
        return;
    }
    if (!file.refusal.isEmpty()) {
        work.refuse(file, file.refusal);
        return;
    }
    if (file.bytes) {
        takeIn(file, file.stamp, *file.bytes, work);
        return;
    }
    const FileReading reading = readCandidate(file.stamp.path());
    if (const auto *picture = std::get_if<PictureFile>(&reading)) {
        work.add(file, file.stamp, outcomeOf(*picture));
    } else if (const auto *refusal = std::get_if<FileRefusal>(&reading)) {
        work.add(file, file.stamp, outcomeOf(*refusal));
    } else {
        const auto &read = std::get<FileBytes>(reading);
        FileStamp stamp = file.stamp;
        stamp.size = read.bytes.size();
        stamp.modifiedNs = read.modifiedNs;
        takeIn(file, stamp, read.bytes, work);
    }
}

void ChunkParser::takeIn(const ChunkFile &file, FileStamp stamp, const QByteArray &bytes,
                         Work &work) const
{
    work.parsed.bytes += bytes.size();
    const ContentHash hash = contentHash(bytes);
    if (hash == file.knownHash) {
        work.add(file, std::move(stamp), UnchangedFile{});
        return;
    }
    ReadResult result = m_parse(bytes);
    if (const auto *problem = std::get_if<ReadProblem>(&result)) {
        work.add(file, stamp,
                 RejectedFile{problem->at.line, problem->at.column, problem->reason, ArticleRules});
        return;
    }
    auto &read = std::get<ReadArticle>(result);
    findCarried(file, read.article, work);
    const QByteArray path = stamp.path();
    const qint64 offset = work.block.add(bytes);
    work.add(file, std::move(stamp),
             ImportedArticle{std::move(read.article), hash, offset, bytes.size()});
    for (const ReadProblem &warning : std::as_const(read.warnings)) {
        work.parsed.warnings.append({path, warning.at.line, warning.at.column, warning.reason});
    }
}

void ChunkParser::findCarried(const ChunkFile &file, const Article &article, Work &work) const
{
    enter(file.root, file.stamp.folder, work);
    if (work.places.isEmpty()) {
        return;
    }
    const auto lookForAll = [this, &work](const QList<Picture> &pictures) {
        for (const Picture &picture : pictures) {
            look(picture.url, work);
        }
    };
    lookForAll(article.pictures);
    lookForAll(article.provider.logos);
    for (const RelatedItem &item : article.related) {
        lookForAll(item.pictures);
        lookForAll(item.provider.logos);
    }
}

void ChunkParser::findCarried(const WantedPictures &wanted, Work &work) const
{
    enter(wanted.root, wanted.folder, work);
    for (const QString &url : wanted.urls) {
        if (work.places.isEmpty() || m_stop.load(std::memory_order_relaxed)) {
            return;
        }
        look(url, work);
    }
}

void ChunkParser::enter(const QByteArray &root, const QByteArray &folder, Work &work) const
{
    if (!work.hasPlaces || work.placesFolder != folder || work.placesRoot != root) {
        work.places = m_carried.places(root, folder);
        work.placesFolder = folder;
        work.placesRoot = root;
        work.hasPlaces = true;
        work.looked.clear();
    }
}

void ChunkParser::look(const QString &url, Work &work) const
{
    if (work.looked.contains(url)) {
        return;
    }
    work.looked.insert(url);
    const ContentHash hash = m_carried.find(work.places, url);
    if (!hash.isEmpty()) {
        work.parsed.batch.carried.insert(url, hash);
    }
}

} // namespace Microfiche
