// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/picturefetcher.h"

#include "pictures/fetch/picturefetch_p.h"

#include <QNetworkProxyFactory>

#include <utility>

namespace Microfiche
{

namespace
{

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

class PictureFetcher::Private
{
public:
    explicit Private(FetchSettings itsSettings)
        : settings(std::move(itsSettings))
    {
        if (!settings.proxyFor) {
            settings.proxyFor = systemProxy;
        }
        direct.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        // The manager owns it.
        proxied.setProxyFactory(std::make_unique<ProxyOfAddress>(settings.proxyFor).release());
    }

    FetchSettings settings;
    QNetworkAccessManager direct;
    QNetworkAccessManager proxied;
    QObject running; // last, so that requests end before what they use
};

PictureFetcher::PictureFetcher(FetchSettings settings)
    : d(std::make_unique<Private>(std::move(settings)))
{
}

PictureFetcher::~PictureFetcher() = default;

QPointer<PictureFetch> PictureFetcher::start(FetchHop hop, Done done)
{
    auto fetch = std::make_unique<PictureFetch>(d->settings, d->direct, d->proxied, std::move(hop),
                                                std::move(done), &d->running);
    QMetaObject::invokeMethod(fetch.get(), &PictureFetch::begin, Qt::QueuedConnection);
    return fetch.release(); // owned by its parent
}

void PictureFetcher::closeIdleConnections()
{
    d->direct.clearConnectionCache();
    d->proxied.clearConnectionCache();
}

} // namespace Microfiche
