// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/picturefetcher.h"

#include "pictures/fetch/picturefetch_p.h"

#include <QNetworkProxyFactory>

#include <iterator>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr std::size_t MostReplaced = 8;

QNetworkProxy systemProxy(const QUrl &url)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url))
        .value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

class ProxyOfAddress final : public QNetworkProxyFactory
{
public:
    explicit ProxyOfAddress(std::function<QNetworkProxy(const QUrl &)> proxyFor)
        : m_proxyFor(std::move(proxyFor))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {m_proxyFor(query.url())};
    }

private:
    const std::function<QNetworkProxy(const QUrl &)> m_proxyFor;
};

} // namespace

AccessManagers::AccessManagers(std::function<QNetworkProxy(const QUrl &)> proxyFor)
    : m_proxyFor(std::move(proxyFor))
{
    replace();
}

void AccessManagers::replace()
{
    for (Manager *manager : {&m_direct, &m_proxied}) {
        if (*manager) {
            m_replaced.push_back(std::move(*manager));
        }
        *manager = std::make_shared<QNetworkAccessManager>();
    }
    m_direct->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    // The manager owns it.
    m_proxied->setProxyFactory(std::make_unique<ProxyOfAddress>(m_proxyFor).release());
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
    m_direct->clearConnectionCache();
    m_proxied->clearConnectionCache();
}

class PictureFetcher::Private
{
public:
    explicit Private(FetchSettings itsSettings)
        : settings(std::move(itsSettings))
        , managers(settings.proxyFor ? settings.proxyFor : systemProxy)
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
