// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace Microfiche
{

/// Whose pictures may be fetched, as the user said it. Made as it is, nothing may.
struct FetchPolicy {
    enum class Mode {
        Never,
        Chosen, ///< what `allowed` names
        All     ///< everything but what `refused` names
    };

    Mode mode = Mode::Never;
    QSet<QString> allowed; ///< domains, lower case, in punycode; each with what lies below it
    QSet<QString> refused; ///< the same; goes before `allowed`

    /// Asked of every host before its name is even looked up, on redirects too. `publisher` is the
    /// domain of whoever names the picture, which often lies on another host; it may be empty. Who
    /// allows a publisher allows the hosts it keeps its pictures on.
    bool allows(const QString &publisher, const QString &host) const;

    friend bool operator==(const FetchPolicy &, const FetchPolicy &) = default;
};

} // namespace Microfiche
