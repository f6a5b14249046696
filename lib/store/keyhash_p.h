// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>
#include <QtEndian>

namespace Microfiche
{

/// The eight bytes by which an address is looked up. Two addresses may share them: compare.
inline qint64 addressHash(const QString &address)
{
    return qFromBigEndian<qint64>(
        QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Blake2b_160).constData());
}

} // namespace Microfiche
