// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareget.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace Microfiche::Bench
{

BareGet::BareGet(int port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(in_port_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        qFatal("There is no server at port %d.", port);
    }
}

BareGet::~BareGet()
{
    ::close(m_socket);
}

bool BareGet::readMore()
{
    std::array<char, 65'536> part;
    const ssize_t count = ::recv(m_socket, part.data(), part.size(), 0);
    if (count > 0) {
        m_read.append(part.data(), count);
    }
    return count > 0;
}

QByteArray BareGet::get(const QByteArray &path, const QByteArray &host)
{
    static constexpr char Length[] = "Content-Length: ";
    const QByteArray asked = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    if (::send(m_socket, asked.constData(), std::size_t(asked.size()), MSG_NOSIGNAL) !=
        asked.size()) {
        return {};
    }
    qsizetype head = -1;
    while ((head = m_read.indexOf("\r\n\r\n")) < 0) {
        if (!readMore()) {
            return {};
        }
    }
    const qsizetype at = m_read.indexOf(Length) + qsizetype(sizeof Length) - 1;
    const qsizetype length = m_read.mid(at, m_read.indexOf('\r', at) - at).toLongLong();
    const qsizetype whole = head + 4 + length;
    m_read.reserve(whole);
    while (m_read.size() < whole) {
        if (!readMore()) {
            return {};
        }
    }
    QByteArray body = m_read.mid(head + 4, length);
    m_read.remove(0, whole);
    return body;
}

} // namespace Microfiche::Bench
