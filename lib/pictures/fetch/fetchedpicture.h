// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace Microfiche
{

/// What a server said about the version it gave, sent back when the picture is asked for again.
/// As they stood in the headers ETag and Last-Modified; empty if there were none.
struct FetchValidators {
    QByteArray etag;
    QByteArray lastModified;

    bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }
    friend bool operator==(const FetchValidators &, const FetchValidators &) = default;
};

/// Shown goes before Background, however many wait there.
enum class FetchUrgency { Background, Shown };

struct FetchRequest {
    QUrl url;
    QString publisher; ///< domain of whoever names the picture, for the policy; may be empty
    /// Of the copy that is kept, if there is one; told to nobody whom a redirect leads to.
    FetchValidators validators = {};
    FetchUrgency urgency = FetchUrgency::Shown;
    /// The user has asked for this one picture, which is leave for it alone: of whoever is not
    /// refused, though nobody else may be asked.
    bool isByHand = false;
};

enum class FetchOutcome {
    Fetched,     ///< `bytes` are a whole picture of a format and size that is shown
    NotModified, ///< the copy the validators belong to is still right
    Redirected,  ///< `finalUrl` is where to ask next; PictureFetcher's only, FetchQueue follows it
    Gone,        ///< 404 or 410
    Refused,     ///< asking again would end the same way: see FetchRefusal
    TooLarge,    ///< more than 10 MiB or than may be decoded
    TimedOut,    ///< silent for too long, or not done in time
    UnknownHost, ///< there is no host of that name
    Unreachable, ///< no connection, or one that broke before the answer
    BrokeOff,    ///< the picture began to come and broke off; its host is well
    TryLater,    ///< the server asked for patience: not before `retryAfter`
    ServerError, ///< the server failed (5xx), and may do better after `retryAfter`
    NotAllowed,  ///< by the policy; nothing was sent
    Offline,     ///< by the switch; nothing was sent, or what ran was stopped
    Cancelled    ///< the queue ended, or nobody wanted it any more
};

/// Why a picture was refused.
enum class FetchRefusal {
    None,
    Address,          ///< none that pictures are fetched from: see checkAddress()
    Port,             ///< where other protocols listen: see checkAddress()
    LocalNetwork,     ///< the host is not on the public internet (RELIABILITY.md, T4)
    Redirects,        ///< from https to http, or to something that is no address
    TooManyRedirects, ///< in a circle, most likely
    Certificate,      ///< TLS could not be agreed on: unknown, expired, another host's
    ByServer,         ///< any other 4xx
    Answer,           ///< not an answer to what was asked
    NotAPicture,      ///< no format that is shown, by its first bytes
    DamagedPicture    ///< begins like a picture, but its structure is broken or ends too early
};

struct FetchedPicture {
    FetchOutcome outcome = FetchOutcome::Cancelled;
    FetchRefusal refusal = FetchRefusal::None;
    int status = 0;                  ///< of the last answer (RFC 9110, 15); 0 if there was none
    QByteArray bytes = {};           ///< of Fetched only
    FetchValidators validators = {}; ///< of Fetched and NotModified, if no redirect led there
    QUrl finalUrl = {};              ///< the address that answered, after redirects
    /// Of TryLater, ServerError, TimedOut, UnknownHost and Unreachable: how long to leave the host
    /// alone. A duration, as people set clocks.
    std::chrono::milliseconds retryAfter{0};
    /// Nothing was asked for this address: that is what its host said, or did not, of others.
    bool isOfHost = false;
};

} // namespace Microfiche
