// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/webaddress.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace Microfiche
{

namespace
{

constexpr int FirstFreePort = 1024; // below are the system's services (RFC 6335)
constexpr int HttpPort = 80;
constexpr int HttpsPort = 443;

/// Labels of letters, digits, hyphens and underscores, which some name their machines with; in
/// ASCII. URLs allow more.
bool isHostName(const QString &host)
{
    constexpr qsizetype LongestName = 253; // RFC 1035
    static const QRegularExpression name(
        QStringLiteral("^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
                       "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$"),
        QRegularExpression::DontCaptureOption);
    return host.size() <= LongestName && name.match(host).hasMatch();
}

bool isWebScheme(const QUrl &url)
{
    return url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
}

struct Block4 {
    quint8 a, b, c, d;
    int length;
};

// IANA IPv4 Special-Purpose Address Registry, and multicast. Anycast islands inside 192.0.0.0/24
// hold no web server.
constexpr std::array SpecialBlocks4{
    Block4{0, 0, 0, 0, 8},       // this network
    Block4{10, 0, 0, 0, 8},      // private
    Block4{100, 64, 0, 0, 10},   // behind a carrier's NAT
    Block4{127, 0, 0, 0, 8},     // loopback
    Block4{169, 254, 0, 0, 16},  // link-local, cloud metadata
    Block4{172, 16, 0, 0, 12},   // private
    Block4{192, 0, 0, 0, 24},    // protocol assignments
    Block4{192, 0, 2, 0, 24},    // documentation
    Block4{192, 88, 99, 0, 24},  // retired 6to4 relays
    Block4{192, 168, 0, 0, 16},  // private
    Block4{198, 18, 0, 0, 15},   // benchmarking
    Block4{198, 51, 100, 0, 24}, // documentation
    Block4{203, 0, 113, 0, 24},  // documentation
    Block4{224, 0, 0, 0, 4},     // multicast
    Block4{240, 0, 0, 0, 4},     // reserved, broadcast
};

quint32 prefix4(quint32 address, int length)
{
    return address >> (32 - length);
}

bool isPublic4(quint32 address)
{
    return std::none_of(SpecialBlocks4.begin(), SpecialBlocks4.end(), [&](const Block4 &block) {
        const quint32 first = quint32(block.a) << 24 | quint32(block.b) << 16 |
                              quint32(block.c) << 8 | quint32(block.d);
        return prefix4(address, block.length) == prefix4(first, block.length);
    });
}

bool startsWith(const Q_IPV6ADDR &address, std::initializer_list<quint8> bytes)
{
    return std::equal(bytes.begin(), bytes.end(), std::begin(address.c));
}

quint32 embedded4(const Q_IPV6ADDR &address)
{
    return qFromBigEndian<quint32>(&address.c[12]);
}

// Of IANA's IPv6 registry, only 2000::/3 is unicast of the public internet; what is special in it
// is left out here.
bool isPublic6(const Q_IPV6ADDR &address)
{
    if (startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}) ||
        startsWith(address, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) {
        return isPublic4(embedded4(address)); // mapped; NAT64 (RFC 6052)
    }
    if ((address.c[0] & 0xe0) != 0x20) {
        return false;
    }
    return !(startsWith(address, {0x20, 0x01, 0x00}) ||       // protocol assignments, Teredo
             startsWith(address, {0x20, 0x01, 0x01}) ||       // the rest of 2001::/23
             startsWith(address, {0x20, 0x01, 0x0d, 0xb8}) || // documentation
             startsWith(address, {0x20, 0x02}) ||             // 6to4
             (startsWith(address, {0x3f, 0xff}) && address.c[2] < 0x10)); // documentation
}

} // namespace

FetchRefusal checkAddress(const QUrl &url)
{
    const bool isFit = url.isValid() && isWebScheme(url) && !url.host().isEmpty() &&
                       url.userInfo().isEmpty() && url.toEncoded().size() <= MaxWebAddressLength;
    const int port = url.port(HttpPort);
    const bool isWebPort = port == HttpPort || port == HttpsPort || port >= FirstFreePort;
    return !isFit ? FetchRefusal::Address : isWebPort ? FetchRefusal::None : FetchRefusal::Port;
}

FetchRefusal checkRedirect(const QUrl &from, const QUrl &to)
{
    const bool isDowngrade =
        from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
    return isDowngrade || checkAddress(to) != FetchRefusal::None ? FetchRefusal::Redirects
                                                                 : FetchRefusal::None;
}

QString hostName(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(u'.')) {
        host.chop(1);
    }
    return host;
}

QString hostNamed(const QString &text)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(text, QUrl::StrictMode);
    const QString host = url.isValid() && !text.contains(u'%') ? hostName(url) : QString();
    const QHostAddress address(host);
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        return host;
    }
    // Qt reads 12345 and 0x7f.1 as addresses, which nobody writes who means one.
    const bool isAddress = address.protocol() == QAbstractSocket::IPv4Protocol;
    return isAddress ? (text == host ? host : QString()) : (isHostName(host) ? host : QString());
}

bool isPublicAddress(const QHostAddress &address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol: return isPublic4(address.toIPv4Address());
    case QAbstractSocket::IPv6Protocol: return isPublic6(address.toIPv6Address());
    case QAbstractSocket::AnyIPProtocol:
    case QAbstractSocket::UnknownNetworkLayerProtocol: break;
    }
    return false;
}

bool isLocalName(const QString &host)
{
    static constexpr std::array zones{".localhost", ".local", ".internal", ".home.arpa", ".lan"};
    return !host.contains(u'.') || std::any_of(zones.begin(), zones.end(), [&](const char *zone) {
        return host.endsWith(QLatin1String(zone));
    });
}

} // namespace Microfiche
