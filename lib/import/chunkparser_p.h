// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/carriedfinder_p.h"
#include "import/chunker_p.h"
#include "import/importer.h"
#include "store/records.h"

#include <QCoreApplication>

#include <atomic>

namespace Microfiche
{

/// What became of a chunk, ready for the store.
struct ParsedChunk {
    quint64 number = 0;
    qint64 weight = 0;
    ImportBatch batch;
    QList<FileProblem> warnings;
    qint64 bytes = 0; ///< read
};

/// Reads and parses the files of a chunk and packs their bytes. Throws nothing: whatever a file
/// does costs that file. Safe on any thread.
class ChunkParser
{
    Q_DECLARE_TR_FUNCTIONS(ChunkParser)

public:
    ChunkParser(CarriedFinder &carried, ArticleParser parse, const std::atomic<bool> &stop);

    /// Stops at the next file if the run is stopped; then the answer is worth nothing.
    ParsedChunk parse(const Chunk &chunk) const;

private:
    struct Work; ///< what is being made of one chunk
    void read(const ChunkFile &file, Work &work) const;
    void readGuarded(const ChunkFile &file, Work &work) const;
    void takeIn(const ChunkFile &file, FileStamp stamp, const QByteArray &bytes, Work &work) const;
    static void pack(Work &work);
    void findCarried(const ChunkFile &file, const Article &article, Work &work) const;
    void findCarried(const WantedPictures &wanted, Work &work) const;
    void enter(const QByteArray &root, const QByteArray &folder, Work &work) const;
    void look(const QString &url, Work &work) const;

    CarriedFinder &m_carried;
    ArticleParser m_parse;
    const std::atomic<bool> &m_stop;
};

} // namespace Microfiche
