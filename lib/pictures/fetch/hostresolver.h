// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace Microfiche
{

/// What looking up a name came to.
struct HostAddresses {
    QList<QHostAddress> list = {}; ///< in the order they are to be tried
    bool isUnknown = false;        ///< there is no such host; else none means that nobody could say
};

/// Finds the addresses of a host by name. Tests answer in its place.
class HostResolver
{
public:
    using Answer = std::function<void(const HostAddresses &)>;

    virtual ~HostResolver() = default;

    /// Calls `answer` once, later, on the thread of `context`; never, if `context` is gone by then.
    /// Safe to call from any thread.
    virtual void resolve(const QString &host, QObject *context, Answer answer) = 0;
};

/// Asks the system. IPv4 first: a network without IPv6 may say so only by silence, one without
/// IPv4 says so at once.
class SystemResolver final : public HostResolver
{
public:
    void resolve(const QString &host, QObject *context, Answer answer) override;
};

} // namespace Microfiche
