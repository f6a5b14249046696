// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive keeps of the pictures that its articles name, beside what imports say of them.
#pragma once

#include "store/records.h"

#include <QMap>

#include <optional>
#include <vector>

namespace Microfiche
{

/// What came of asking for a picture. The numbers are kept in archives.
enum class PictureState { Missing = 0, Fetched = 1, Gone = 2, Refused = 3, Failed = 4 };

/// What came of asking for the picture of one address.
struct KeptPicture {
    PictureId picture = 0;
    PictureState state = PictureState::Missing; ///< Missing: it has not been asked for
    int reason = 0;          ///< of Refused and Failed: a number that only whoever fetched it reads
    ContentHash content;     ///< of Fetched, in the picture store
    qint64 bytes = 0;        ///< of Fetched
    QByteArray etag;         ///< as the server sent them, for the next time
    QByteArray lastModified; ///< likewise
    UtcSeconds askedAt = 0;
    int waitSeconds = 0; ///< of Failed: for so long it is not to be asked for again

    friend bool operator==(const KeptPicture &, const KeptPicture &) = default;
};

/// All that is known of one address.
struct PictureRecord {
    PictureId id = 0;
    QString url;
    QStringList publishers; ///< domains of the providers that name it, the empty one not among them
    ContentHash carried;    ///< in the picture store; empty if no import brought it
    KeptPicture kept;

    friend bool operator==(const PictureRecord &, const PictureRecord &) = default;
};

/// What a picture of the picture store looks like, as likenessOf() says.
struct PictureLikeness {
    ContentHash content;
    quint64 likeness = 0;

    friend bool operator==(const PictureLikeness &, const PictureLikeness &) = default;
};

/// Whether a picture's bytes are there, and whether they may go to make room for others.
enum class StoredKeeping {
    Nothing,
    Carried, ///< by an import: stays
    Fetched, ///< may go
    Picked   ///< by hand: stays
};

/// Who has a picture of the picture store: one address of several, and one article of those that
/// have it, empty if it is a logo or its title is.
struct PictureOwner {
    ContentHash content;
    QString url;
    QString title;

    friend bool operator==(const PictureOwner &, const PictureOwner &) = default;
};

/// Where a picture's bytes are to be looked for.
struct PictureOrigin {
    QString url;
    ContentHash content; ///< in the picture store; empty if it was neither carried nor fetched
    StoredKeeping keeping = StoredKeeping::Nothing;

    friend bool operator==(const PictureOrigin &, const PictureOrigin &) = default;
};

/// Whose pictures may be fetched for this archive. Never, until the user says otherwise.
enum class PictureMode { Never = 0, Chosen = 1, All = 2 };

struct PicturePolicy {
    PictureMode mode = PictureMode::Never;
    bool isDecided = false; ///< the user has said so, and is not asked again
    QStringList allowed;    ///< publishers' domains, ascending
    QStringList refused;    ///< likewise; goes before `allowed`
    bool isOffline = false;
    qint64 budget = 0; ///< bytes that fetched pictures may take; 0: as the program has it
    std::optional<QString> loading; ///< the query whose pictures are being loaded for offline
    bool isLoadingPaused = false;   ///< by the user; of `loading`

    friend bool operator==(const PicturePolicy &, const PicturePolicy &) = default;
};

/// How many addresses, each counted once however many articles name it, and in one of these.
struct PictureCount {
    qint64 carried = 0;
    qint64 fetched = 0;
    qint64 gone = 0;
    qint64 refused = 0;
    qint64 failed = 0;
    qint64 missing = 0;
    qint64 fetchedBytes = 0; ///< on the disk: each content once, and none that is carried as well

    qint64 all() const { return carried + fetched + gone + refused + failed + missing; }
    friend bool operator==(const PictureCount &, const PictureCount &) = default;
};

struct PublisherPictures {
    QString domain; ///< empty for all providers without one
    QString name;
    PictureCount count;

    friend bool operator==(const PublisherPictures &, const PublisherPictures &) = default;
};

/// The pictures of some articles: their own, those of what they mention, and the logos of both's
/// providers. One that several publishers name counts for each of them, and once in all.
struct PictureSurvey {
    PictureCount all;
    QList<PublisherPictures> publishers; ///< the most pictures first
    QList<PictureId> fetched;            ///< and kept
    QList<PictureId> missing;            ///< never asked for
    QList<PictureId> failed;             ///< to be asked for again some time
    QList<PictureId> lost;               ///< gone or refused
    QMap<int, qint64> reasons; ///< how many were refused or failed for each KeptPicture::reason
    static constexpr quint8 NotCounted = 0xff;
    std::vector<quint8> states; ///< by id: the PictureState, of one carried Fetched, or NotCounted

    /// None of those that are not counted.
    std::optional<PictureState> stateOf(PictureId picture) const
    {
        const bool isKnown = picture >= 0 && size_t(picture) < states.size() &&
                             states[size_t(picture)] != NotCounted;
        return isKnown ? std::optional(PictureState(states[size_t(picture)])) : std::nullopt;
    }
};

/// What the fetched copies of one picture weigh, for the budget.
struct PictureWeight {
    ContentHash content;
    qint64 bytes = 0;
    qint64 lastShown = 0;  ///< grows with every showing
    bool isToStay = false; ///< carried as well, or picked by hand

    friend bool operator==(const PictureWeight &, const PictureWeight &) = default;
};

/// Of what was fetched: what was picked by hand goes only if it is known to be lost.
enum class Forgotten { All, Unpicked };

/// What was cleared, or brought back.
struct ClearedPictures {
    qint64 count = 0;
    qint64 bytes = 0;

    friend bool operator==(const ClearedPictures &, const ClearedPictures &) = default;
};

} // namespace Microfiche
