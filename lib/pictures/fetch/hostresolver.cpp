// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/hostresolver.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace Microfiche
{

void SystemResolver::resolve(const QString &host, QObject *context, Answer answer)
{
    QHostInfo::lookupHost(host, context, [answer = std::move(answer)](const QHostInfo &info) {
        QList<QHostAddress> addresses = info.addresses();
        std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
            return address.protocol() == QAbstractSocket::IPv4Protocol;
        });
        answer(addresses);
    });
}

} // namespace Microfiche
