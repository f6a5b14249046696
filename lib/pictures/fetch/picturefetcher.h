// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"
#include "pictures/fetch/hostresolver.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSet>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

namespace Microfiche
{

class PictureFetch;

/// What a fetch may take and whom it asks. The defaults are those of the program.
struct FetchSettings {
    std::chrono::milliseconds inactivity{10'000}; ///< longest silence
    std::chrono::milliseconds total{60'000};      ///< all of a fetch, redirects too, waiting not
    int redirects = 5;
    /// Hosts, as hostName() writes them, that may be on this machine or network.
    QSet<QString> localHosts = {};
    /// Whether another host may, at the moment; asked on the fetching thread. None: no other.
    std::function<bool(const QString &host)> isLocalHost = {};
    /// Null for the system's authorities. With others, those of a local server can be trusted.
    std::optional<QSslConfiguration> tls = {};
    std::shared_ptr<HostResolver> resolver = std::make_shared<SystemResolver>();
    /// The way to an address; asked on the fetching thread, may block. None for the system's.
    std::function<QNetworkProxy(const QUrl &)> proxyFor = {};
};

/// One request, one answer: a redirect is an answer.
struct FetchHop {
    QUrl url;
    FetchValidators validators = {};
    std::chrono::milliseconds timeLeft{60'000};
};

/// Asks web servers for pictures: HTTP/1.1 with an unchanging User-Agent, without cookies, Referer,
/// stored credentials or questions to the user. A host's name is resolved first and the connection
/// made to an address that was checked, so that a second answer of the name server cannot lead
/// elsewhere; certificates are still those of the name. (RELIABILITY.md: T3 to T7, K14, K15)
///
/// Where a proxy leads to the address, the proxy resolves the name, and what it can reach is its
/// own affair: then addresses that are written as numbers and names that can only be local are
/// refused, no others can be.
///
/// Lives on one thread with an event loop.
class PictureFetcher final
{
public:
    /// Told once, on the fetcher's thread, never from inside start().
    using Done = std::function<void(FetchedPicture)>;

    explicit PictureFetcher(FetchSettings settings);
    ~PictureFetcher(); ///< drops what runs, without a word
    Q_DISABLE_COPY_MOVE(PictureFetcher)

    /// drop() the object to end the request without an answer; it is gone soon after `done`.
    QPointer<PictureFetch> start(FetchHop hop, Done done);

    /// Closes the connections that are kept open for the next request.
    void closeIdleConnections();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
