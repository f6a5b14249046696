// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchpolicy.h"

namespace Microfiche
{

namespace
{

/// Whether `domain` or one it lies below is in `domains`.
bool names(const QSet<QString> &domains, const QString &domain)
{
    for (qsizetype at = 0; at < domain.size();) {
        if (domains.contains(domain.mid(at))) {
            return true;
        }
        const qsizetype dot = domain.indexOf(u'.', at);
        if (dot < 0) {
            break;
        }
        at = dot + 1;
    }
    return false;
}

} // namespace

bool FetchPolicy::allows(const QString &publisher, const QString &host) const
{
    if (mode == Mode::Never || names(refused, publisher) || names(refused, host)) {
        return false;
    }
    return mode == Mode::All || names(allowed, publisher) || names(allowed, host);
}

} // namespace Microfiche
