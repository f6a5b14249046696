// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace Microfiche
{

/// The file that a dialog gives. Of a name that was typed, Qt's own dialog in 6.4 makes an address
/// without a scheme, behind the folder even if it is a whole path.
inline QUrl chosenFile(const QUrl &given)
{
    const QString path = given.path(QUrl::FullyDecoded);
    return given.scheme().isEmpty() && path.startsWith(u'/')
               ? QUrl::fromLocalFile(path.mid(path.lastIndexOf(QLatin1String("//")) + 1))
               : given;
}

} // namespace Microfiche
