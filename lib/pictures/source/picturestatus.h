// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"
#include "pictures/pictureloader.h"

namespace Microfiche
{

/// Why there is no picture, more exactly. The numbers are kept in archives.
enum class PictureReason {
    None = 0,
    // refused: asking again would end the same way
    Address = 1,
    LocalNetwork = 2,
    Redirects = 3,
    Certificate = 4,
    ByServer = 5,
    Answer = 6,
    NotAPicture = 7,
    DamagedPicture = 8,
    TooLarge = 9,
    NoDecoder = 10, ///< it is kept, but nothing on this machine reads its format
    TooManyRedirects = 11,
    Port = 12, ///< of older archives Address
    // failed: it may go better another time
    TimedOut = 20,
    Unreachable = 21,
    ServerBusy = 22, ///< it asked for patience; of older archives also that it failed
    NotKept = 23,    ///< it came, but the disk could not take it
    OverBudget = 24, ///< what may be kept is kept already; nothing was asked
    Unreadable = 25, ///< the archive does not know the picture, or cannot be read
    Cancelled = 26,
    ServerError = 27, ///< 5xx
    BrokeOff = 28,    ///< it began to come; says nothing of its server
    UnknownHost = 29  ///< of older archives Unreachable
};

/// Whether it was the server's fault, which may be asked again after a while.
bool isServersFailure(PictureReason reason);

/// How it stands with a picture: what a card shows when it has none.
struct PictureStatus {
    enum class State { Ready, Loading, NotAllowed, Offline, Gone, Refused, Failed };

    State state = State::Loading;
    PictureReason reason = PictureReason::None; ///< of Refused and Failed

    bool isReady() const { return state == State::Ready; }
    friend bool operator==(const PictureStatus &, const PictureStatus &) = default;
};

/// What a fetch came to; not for what it fetched, which is not Ready before it is kept.
PictureStatus statusOf(const FetchedPicture &fetched);
/// Whether it says only that we would not ask, where what became of asking `before` is known.
bool isLessTelling(const PictureStatus &now, const PictureStatus &before);
/// What decoding came to.
PictureStatus statusOf(PictureProblem problem);

} // namespace Microfiche
