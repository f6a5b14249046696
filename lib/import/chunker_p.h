// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderwalk_p.h"
#include "store/store.h"

#include <QFuture>
#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace Microfiche
{

/// A file to be read, or one that cannot be.
struct ChunkFile {
    FileStamp stamp;
    QByteArray root;                  ///< the outermost folder that was ever dropped with it
    ContentHash knownHash;            ///< what was imported from it last; empty if nothing was
    QString refusal;                  ///< why it cannot be read; empty if it may be
    std::optional<FileOutcome> known; ///< what became of it before; then it is not read
    std::optional<QByteArray> bytes;  ///< of one that lies in another file
};

/// Pictures that articles of a folder have named before, and that may have come since.
struct WantedPictures {
    QByteArray root;
    QByteArray folder;
    QStringList urls;
};

/// Files that are read, parsed and packed by one worker and become one batch.
struct Chunk {
    quint64 number = 0; ///< in the order of the walk, from 0
    qint64 weight = 0;  ///< bytes to be read
    QList<ChunkFile> files;
    QList<WantedPictures> wanted;
};

/// Whether what was rejected before is rejected again unread, if it has not changed.
enum class Rejected { AsBefore, ReadAgain };

/// Puts walked files into chunks of about the same weight and leaves out those that the ledger
/// knows to be unchanged. Where there are files that it does not know, pictures may be among them:
/// then the unchanged articles' pictures are asked for once more, after all files. So are those of
/// articles in packages, whose pictures may stand behind them.
class Chunker
{
public:
    using Sink = std::function<bool(Chunk &&)>; ///< false: nothing more is wanted
    /// Waits until what the sink took is in the archive; false as well.
    using Settle = std::function<bool()>;

    Chunker(Store &store, Rejected rejected, Sink sink, Settle settle);

    /// Takes in what the walk found, one range later: the ledger is asked about this one while the
    /// walk goes on to the next. False if the sink wants nothing more.
    bool add(WalkedRange &&range);
    /// Hands on what has come.
    bool flush();
    /// Hands on what is left.
    bool finish();

    /// Files that were neither read nor handed on: articles, and what is known to be no article and
    /// not wrong either.
    qint64 unchanged() const { return m_unchanged; }
    qint64 others() const { return m_others; }

private:
    /// Files of one folder, from one name to another.
    struct Stretch {
        QByteArray root;
        QByteArray folder;
        QByteArray first;
        QByteArray last;
    };
    struct Asked {
        WalkedRange range;
        QFuture<QHash<QByteArray, LedgerEntry>> ledger;
    };
    bool takeIn(const WalkedRange &range, const QHash<QByteArray, LedgerEntry> &ledger);
    bool add(const WalkedFile &file, const LedgerEntry *known, const WalkedRange &range);
    bool isJudged(const LedgerEntry &known) const;
    bool handOn();
    bool askForPictures(const QList<Stretch> &stretches);
    void notePacked(const WalkedRange &range);

    Store &m_store;
    Rejected m_rejected;
    Sink m_sink;
    Settle m_settle;
    std::optional<Asked> m_asked;
    Chunk m_chunk;
    qsizetype m_readInChunk = 0; ///< files that are to be read
    qint64 m_unchanged = 0;
    qint64 m_others = 0;
    QList<Stretch> m_known;              ///< stretches with files that the ledger knows
    QHash<QByteArray, Stretch> m_packed; ///< by folder: in a package, pictures come later too
    bool m_hasNew = false; ///< files that it does not know, or not as articles in that root
};

} // namespace Microfiche
