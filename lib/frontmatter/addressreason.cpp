// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/addressreason.h"

#include "article/displaytext.h"
#include "frontmatter/fieldreader.h"
#include "frontmatter/readerwords.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr qsizetype MaxShownScheme = 20;

/// "javascript" of "javascript:alert(1)"; empty if there is none or it is unlike any.
QStringView schemeOf(QStringView address)
{
    const QStringView scheme = address.left(std::max<qsizetype>(address.indexOf(u':'), 0));
    const bool isScheme =
        scheme.size() <= MaxShownScheme && std::all_of(scheme.begin(), scheme.end(), [](QChar c) {
            return c.unicode() < 0x80 &&
                   (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
        });
    return isScheme ? scheme : QStringView();
}

} // namespace

QString addressReason(NodeRef value)
{
    if (!value.isText()) {
        return ReaderWords::tr("The address is %1. An article needs an http or https address.")
            .arg(described(value));
    }
    const QString address = textOf(value).trimmed();
    if (address.isEmpty()) {
        return ReaderWords::tr("The address is empty. An article needs an http or https address.");
    }
    const QStringView scheme = schemeOf(address);
    const bool isWeb = scheme.compare(u"http", Qt::CaseInsensitive) == 0 ||
                       scheme.compare(u"https", Qt::CaseInsensitive) == 0;
    if (!scheme.isEmpty() && !isWeb) {
        return ReaderWords::tr(
                   "The address begins with %1:. An article needs an http or https address.")
            .arg(scheme);
    }
    if (!isWeb) {
        return ReaderWords::tr("The address is %1. An article needs an http or https address.")
            .arg(described(value));
    }
    if (address.size() > MaxAddressLength) {
        return ReaderWords::tr("The address is longer than 2,048 characters.");
    }
    const QString authority = address.mid(scheme.size() + 3).section(u'/', 0, 0);
    if (authority.contains(u'@')) {
        return ReaderWords::tr("The address holds a user name, which may hide where it leads.");
    }
    return ReaderWords::tr("The address %1 names no host that a browser could find.")
        .arg(described(value));
}

} // namespace Microfiche
