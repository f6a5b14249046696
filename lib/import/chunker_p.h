// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderwalk_p.h"
#include "store/store.h"

#include <QList>

#include <functional>

namespace Microfiche
{

/// A file to be read, or one that cannot be.
struct ChunkFile {
    FileStamp stamp;
    QByteArray root;       ///< the dropped folder it lies in
    ContentHash knownHash; ///< what was imported from it last; empty if nothing was
    QString refusal;       ///< why it cannot be read; empty if it may be
};

/// Files that are read, parsed and packed by one worker and become one batch.
struct Chunk {
    quint64 number = 0; ///< in the order of the walk, from 0
    qint64 weight = 0;  ///< bytes to be read
    QList<ChunkFile> files;
};

/// Puts walked files into chunks of about the same weight and leaves out those that the ledger
/// knows to be unchanged.
class Chunker
{
public:
    using Sink = std::function<bool(Chunk &&)>; ///< false: nothing more is wanted

    Chunker(Store &store, Sink sink);

    /// Takes in what the walk found. False if the sink wants nothing more.
    bool add(const WalkedRange &range);
    /// Hands on what is left.
    bool finish();

    /// Files that were neither read nor handed on.
    qint64 unchanged() const { return m_unchanged; }

private:
    bool handOn();

    Store &m_store;
    Sink m_sink;
    Chunk m_chunk;
    qint64 m_unchanged = 0;
};

} // namespace Microfiche
