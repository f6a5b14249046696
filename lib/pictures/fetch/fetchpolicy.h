// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

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
    /// Publishers' domains, as domainName() writes them. Each stands for that publisher, not for
    /// those whose domains lie below: they may be anybody's. Of hosts it means those below too.
    QSet<QString> allowed;
    QSet<QString> refused; ///< the same; goes before `allowed`

    /// With domains as an archive writes them.
    static FetchPolicy of(Mode mode, const QStringList &allowed, const QStringList &refused);
    /// A publisher's domain as it is compared: as hostName() writes it, where it can be a host's.
    static QString domainName(const QString &domain);

    /// What the user said of this publisher, whose domain is as domainName() writes it. Empty for
    /// those without one.
    bool allowsPublisher(const QString &publisher) const;
    /// Asked of every host before its name is even looked up, on redirects too. `publisher` is the
    /// domain of whoever names the picture, which often lies on another host; it may be empty. Who
    /// allows a publisher allows the hosts it keeps its pictures on.
    bool allows(const QString &publisher, const QString &host) const;

    /// Whether the user wants nothing of them, whatever else is allowed: not even one picture that
    /// is asked for by hand.
    bool refuses(const QString &publisher, const QString &host) const;

    friend bool operator==(const FetchPolicy &, const FetchPolicy &) = default;
};

} // namespace Microfiche
