// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace Microfiche
{

/// The header Retry-After: seconds or a date (RFC 9110, 10.2.3), as a duration from `now`, the
/// server's own Date where it sent one; never negative. None if it is neither.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &header,
                                                         const QDateTime &now);

/// A date of HTTP in the one form servers must send (RFC 9110, 5.6.7): "Sun, 06 Nov 1994 08:49:37
/// GMT". Invalid if it is not.
QDateTime parseHttpDate(const QByteArray &header);

} // namespace Microfiche
