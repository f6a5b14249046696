// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"

#include <QHostAddress>

namespace Microfiche
{

inline constexpr qsizetype MaxWebAddressLength = 2048;

/// None if a picture may be asked for at `url`: http or https, a host, no user or password, at most
/// 2,048 characters, and no port where another protocol listens: 80, 443 or from 1024 on. Says
/// nothing about where the host is.
FetchRefusal checkAddress(const QUrl &url);

/// None if an answer of `from` may send on to `to`: as checkAddress(), and never from https to
/// http.
FetchRefusal checkRedirect(const QUrl &from, const QUrl &to);

/// The host's name as it is compared: lower case, in punycode, without a dot at its end.
QString hostName(const QUrl &url);
/// The same of a host as somebody writes it, a name or an address; empty if it is neither.
QString hostNamed(const QString &text);

/// Whether an address is of the public internet, as the IANA registries of special-purpose
/// addresses for IPv4 and IPv6 have it. An IPv4 address inside an IPv6 one (mapped, NAT64) counts
/// as what it is; those of retired tunnels (6to4, Teredo) are not public.
bool isPublicAddress(const QHostAddress &address);

/// Whether a name can only mean this machine or its network: "localhost", names without a dot, the
/// zones set aside for it (RFC 6761, 6762, 8375, ICANN's .internal).
bool isLocalName(const QString &host);

} // namespace Microfiche
