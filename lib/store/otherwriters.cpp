// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection_p.h"
#include "store/store_p.h"

namespace Microfiche
{

// SQLite's count of what other connections have committed; of the store's own, only the writer's
// commits anything.
QFuture<bool> Store::isChangedByOthers()
{
    return d->write<bool>(false, [](Private::Writer &own) {
        const qint64 version =
            own.connection->askOnce(QStringLiteral("PRAGMA data_version")).toLongLong();
        const bool isOther = own.dataVersion && *own.dataVersion != version;
        own.dataVersion = version;
        return isOther;
    });
}

} // namespace Microfiche
