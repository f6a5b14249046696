// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/localpath.h"

#include <QFile>

namespace Microfiche
{

QByteArray localPath(const QUrl &address)
{
    if (!address.isLocalFile()) {
        return {};
    }
    if (!address.host().isEmpty()) {
        return QFile::encodeName(address.toLocalFile());
    }
    // QUrl::toLocalFile() makes text of it, and so another name of one that is no UTF-8.
    return QByteArray::fromPercentEncoding(address.path(QUrl::FullyEncoded).toLatin1());
}

QByteArray nameInPath(QByteArray path)
{
    while (path.size() > 1 && path.endsWith('/')) {
        path.chop(1);
    }
    return path.mid(path.lastIndexOf('/') + 1);
}

} // namespace Microfiche
