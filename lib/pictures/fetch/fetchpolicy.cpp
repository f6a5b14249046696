// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchpolicy.h"

#include <QUrl>

namespace Microfiche
{

namespace
{

QSet<QString> domainNames(const QStringList &domains)
{
    QSet<QString> names;
    for (const QString &domain : domains) {
        names.insert(FetchPolicy::domainName(domain));
    }
    names.remove(QString());
    return names;
}

/// Whether the host's own name or one it lies below is in `domains`. Below a name without a dot
/// lies half the world: such a one means no host but itself.
bool nameHost(const QSet<QString> &domains, const QString &host)
{
    if (domains.contains(host)) {
        return true;
    }
    for (qsizetype dot = host.indexOf(u'.'); dot >= 0; dot = host.indexOf(u'.', dot + 1)) {
        const QString above = host.mid(dot + 1);
        if (above.contains(u'.') && domains.contains(above)) {
            return true;
        }
    }
    return false;
}

} // namespace

FetchPolicy FetchPolicy::of(Mode mode, const QStringList &allowed, const QStringList &refused)
{
    return {mode, domainNames(allowed), domainNames(refused)};
}

QString FetchPolicy::domainName(const QString &domain)
{
    const QString ace = QString::fromLatin1(QUrl::toAce(domain));
    // What can be no host's name is still a publisher's, whom the user may refuse.
    QString name = (ace.isEmpty() ? domain : ace).toLower();
    if (name.endsWith(u'.')) {
        name.chop(1);
    }
    return name;
}

bool FetchPolicy::allowsPublisher(const QString &publisher) const
{
    if (mode == Mode::Never || refused.contains(publisher)) {
        return false;
    }
    return mode == Mode::All || allowed.contains(publisher);
}

bool FetchPolicy::refuses(const QString &publisher, const QString &host) const
{
    return refused.contains(publisher) || nameHost(refused, host);
}

bool FetchPolicy::allows(const QString &publisher, const QString &host) const
{
    if (mode == Mode::Never || refuses(publisher, host)) {
        return false;
    }
    return allowsPublisher(publisher) || nameHost(allowed, host);
}

} // namespace Microfiche
