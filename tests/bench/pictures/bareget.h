// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Microfiche::Bench
{

/// The least that a web client can be: one connection to this machine, one answer after another.
class BareGet final
{
public:
    explicit BareGet(int port);
    ~BareGet();
    BareGet(const BareGet &) = delete;
    BareGet &operator=(const BareGet &) = delete;

    /// The body of the answer; empty if there is none of a length that it tells.
    QByteArray get(const QByteArray &path, const QByteArray &host);

private:
    bool readMore();

    int m_socket = -1;
    QByteArray m_read;
};

} // namespace Microfiche::Bench
