// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/picturefetcher.h"

#include "pictures/fetch/picturefetch_p.h"

#include <QNetworkProxyFactory>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr std::size_t MostReplaced = 8;
constexpr std::size_t MostProxies = 4;

QNetworkProxy systemProxy(const QUrl &url)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url))
        .value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

} // namespace

AccessManagers::Manager AccessManagers::through(const QNetworkProxy &proxy)
{
    const auto found =
        std::find_if(m_present.begin(), m_present.end(),
                     [&proxy](const Manager &manager) { return manager->proxy() == proxy; });
    if (found != m_present.end()) {
        return *found;
    }
    if (m_present.size() > MostProxies) {
        m_replaced.push_back(std::move(m_present.front()));
        m_present.pop_front();
        dropReplaced();
    }
    const Manager manager = std::make_shared<QNetworkAccessManager>();
    manager->setProxy(proxy);
    m_present.push_back(manager);
    return manager;
}

void AccessManagers::replace()
{
    std::move(m_present.begin(), m_present.end(), std::back_inserter(m_replaced));
    m_present.clear();
    dropReplaced();
}

/// The oldest first, but none that a fetch is still on.
void AccessManagers::dropReplaced()
{
    for (auto it = m_replaced.begin();
         it != m_replaced.end() && m_replaced.size() > MostReplaced;) {
        it = it->use_count() == 1 ? m_replaced.erase(it) : std::next(it);
    }
}

void AccessManagers::closeIdleConnections()
{
    for (const Manager &manager : m_present) {
        manager->clearConnectionCache();
    }
}

class PictureFetcher::Private
{
public:
    explicit Private(FetchSettings itsSettings)
        : settings(std::move(itsSettings))
    {
        if (!settings.proxyFor) {
            settings.proxyFor = systemProxy;
        }
    }

    FetchSettings settings;
    AccessManagers managers;
    QObject running; // last, so that requests end before what they use
};

PictureFetcher::PictureFetcher(FetchSettings settings)
    : d(std::make_unique<Private>(std::move(settings)))
{
}

PictureFetcher::~PictureFetcher() = default;

QPointer<PictureFetch> PictureFetcher::start(FetchHop hop, Done done)
{
    auto fetch = std::make_unique<PictureFetch>(d->settings, d->managers, std::move(hop),
                                                std::move(done), &d->running);
    QMetaObject::invokeMethod(fetch.get(), &PictureFetch::begin, Qt::QueuedConnection);
    return fetch.release(); // owned by its parent
}

void PictureFetcher::closeIdleConnections()
{
    d->managers.closeIdleConnections();
}

} // namespace Microfiche
