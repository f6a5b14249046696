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
        HostAddresses found{info.addresses(), info.error() == QHostInfo::HostNotFound};
        std::stable_partition(found.list.begin(), found.list.end(), [](const QHostAddress &one) {
            return one.protocol() == QAbstractSocket::IPv4Protocol;
        });
        answer(found);
    });
}

} // namespace Microfiche
